import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ProblemAlert } from "./problem-alert.js";
import { useText } from "./text.js";

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen; may hold the fields that the action needs. */
  children: ReactNode;
  /** The verb of the button: what is done, never "OK". */
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  error?: unknown;
  size?: "sm" | "md" | "lg" | "xl";
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something happens; a form dialog when `children` holds fields. Stays open while it is refused. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const say = useText();
  const {
    opened,
    title,
    children,
    confirm,
    danger = false,
    busy = false,
    disabled = false,
    size = "md",
  } = props;
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={title}
      size={size}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onConfirm();
        }}
      >
        <Stack gap="md">
          {children}
          <ProblemAlert error={props.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {say("shared.cancel")}
            </Button>
            <Button type="submit" loading={busy} disabled={disabled} {...(danger ? { color: "red.8" } : {})}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
