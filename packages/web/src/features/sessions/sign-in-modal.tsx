import { Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Session } from "../../api/contract.js";
import { useText } from "../../shared/text.js";
import { SignInForm } from "./sign-in-form.js";

interface SignInModalProps {
  login: string;
  onSignedIn(session: Session): void;
  onClose(): void;
}

/** The sign-in form over a page whose session has ended. */
export function SignInModal({ login, onSignedIn, onClose }: SignInModalProps): ReactNode {
  const say = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("sessions.ended")}
      closeOnClickOutside={false}
      size="sm"
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <Text c="dimmed" mb="md">
        {say("sessions.endedDetail")}
      </Text>
      <SignInForm login={login} onSignedIn={onSignedIn} />
    </Modal>
  );
}
