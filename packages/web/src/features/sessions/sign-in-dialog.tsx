import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { onSessionEnded } from "../../api/client.js";
import type { Session } from "../../api/contract.js";
import { sessionQuery } from "../../api/queries.js";
import { useSession } from "../../shared/session.js";
import type { SignInModal as SignInModalType } from "./sign-in-modal.js";

/** Fetched while the page is at rest: when a session ends the server may be the next thing to go. */
const FETCH_AFTER_MS = 4_000;

const load = async (): Promise<{ default: typeof SignInModalType }> => ({
  default: (await import("./sign-in-modal.js")).SignInModal,
});
const SignInModal = lazy(load);

/**
 * Asks for the password over the page when the session has ended, so that nothing typed is lost: the calls that were
 * refused wait for it and are sent again. All of them wait for the same answer.
 */
export function SignInDialog(): ReactNode {
  const queryClient = useQueryClient();
  const { account } = useSession();
  const [opened, setOpened] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);

  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

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
  if (!opened) return null;
  return (
    <Suspense>
      <SignInModal login={account.login} onSignedIn={signedIn} onClose={() => settle(false)} />
    </Suspense>
  );
}
