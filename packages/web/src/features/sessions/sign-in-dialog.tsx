import { Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { onSessionEnded } from "../../api/client.js";
import type { Session } from "../../api/contract.js";
import { sessionQuery } from "../../api/queries.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { SignInForm } from "./sign-in-form.js";

/**
 * Asks for the password over the page when the session has ended, so that nothing typed is lost: the calls that were
 * refused wait for it and are sent again. All of them wait for the same answer.
 */
export function SignInDialog(): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const { account } = useSession();
  const [opened, setOpened] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);

  useEffect(() => {
    onSessionEnded(() => {
      setOpened(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => onSessionEnded(null);
  }, []);

  const settle = (signedIn: boolean): void => {
    setOpened(false);
    for (const resolve of waiting.current.splice(0)) resolve(signedIn);
  };
  const signedIn = (session: Session): void => {
    queryClient.setQueryData(sessionQuery.queryKey, session);
    settle(true);
  };
  return (
    <Modal
      opened={opened}
      onClose={() => settle(false)}
      title={say("sessions.ended")}
      closeOnClickOutside={false}
      size="sm"
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <Text c="dimmed" mb="md">
        {say("sessions.endedDetail")}
      </Text>
      <SignInForm login={account.login} onSignedIn={signedIn} />
    </Modal>
  );
}
