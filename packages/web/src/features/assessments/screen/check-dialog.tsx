/** The check list over the declaring screen. */
import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import { CheckList } from "./check-list.js";

interface CheckDialogProps {
  readonly opened: boolean;
  onClose(): void;
  onGo(place: string): void;
}

/** Choosing a line closes the list and opens its place. */
export function CheckDialog({ opened, onClose, onGo }: CheckDialogProps): ReactNode {
  const say = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={say("assessments.check.title")}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      {opened && (
        <CheckList
          stakes
          onGo={(place) => {
            onClose();
            onGo(place);
          }}
        />
      )}
    </Modal>
  );
}
