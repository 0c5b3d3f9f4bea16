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

/** To where the person was; to the field of the same id where the page was drawn anew, else to its heading. */
function giveFocusBack(before: Element | null): void {
  const again = before?.isConnected ? before : before?.id ? document.getElementById(before.id) : null;
  const place = again === null || again === document.body ? document.querySelector("main h1") : again;
  if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}

/**
 * Asks for the password over the page when the session has ended, so that nothing typed is lost: the calls that were
 * refused wait for it and are sent again. All of them wait for the same answer.
 */
export function SignInDialog(): ReactNode {
  const queryClient = useQueryClient();
  const { account } = useSession();
  const [opened, setOpened] = useState(false);
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);
  const before = useRef<Element | null>(null);

  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    onSessionEnded(() => {
      // Several calls may find the session ended; the first of them saw where the person was.
      if (waiting.current.length === 0) before.current = document.activeElement;
      setOpened(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => onSessionEnded(null);
  }, []);

  const settle = (signedIn: boolean): void => {
    setOpened(false);
    for (const resolve of waiting.current.splice(0)) resolve(signedIn);
    // Once the dialog has gone from the page: while it stands it keeps the focus to itself.
    setTimeout(() => giveFocusBack(before.current));
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
