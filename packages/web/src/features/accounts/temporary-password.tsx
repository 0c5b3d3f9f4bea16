import { Button, Code, CopyButton, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../shared/text.js";

interface TemporaryPasswordProps {
  login: string;
  password: string;
  onClose(): void;
}

/** The password that is shown once; its owner has to change it at the first sign-in. */
export function TemporaryPassword({ login, password, onClose }: TemporaryPasswordProps): ReactNode {
  const say = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("accounts.temporary")}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <Stack gap="md">
        <Text>{say("accounts.temporaryHint", { login })}</Text>
        <Group gap="xs">
          <Code fz="lg" px="md" py="xs">
            {password}
          </Code>
          <CopyButton value={password}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? say("accounts.copied") : say("accounts.copy")}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose}>{say("accounts.noted")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
