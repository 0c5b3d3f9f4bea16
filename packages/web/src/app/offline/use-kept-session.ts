import { useEffect } from "react";
import { carryAccount } from "../../api/client.js";
import { isReachable } from "../../api/connection.js";
import { useSession } from "../../shared/session.js";

/** Signs of somebody at work are noted at most this often. */
const NOTED_EVERY_MS = 30_000;

const doings = ["keydown", "pointerdown"] as const;

/** Keeps in the browser who is signed in and that they are still at work; see api/kept-copy.ts. */
export function useKeptSession(): void {
  const session = useSession();
  useEffect(() => {
    carryAccount(session.account.id);
    return () => carryAccount(null);
  }, [session.account.id]);
  useEffect(() => {
    // A session that was itself taken from what is kept says nothing new.
    if (session.csrfToken === "" && !isReachable()) return;
    void import("../../api/kept-copy.js").then(({ keepSession }) => keepSession(session, Date.now()));
  }, [session]);
  useEffect(() => {
    let noted = Date.now();
    const note = (): void => {
      const now = Date.now();
      if (now - noted < NOTED_EVERY_MS) return;
      noted = now;
      void import("../../api/kept-copy.js").then(({ noteSeen }) => noteSeen(now));
    };
    for (const doing of doings) window.addEventListener(doing, note, { capture: true, passive: true });
    return () => {
      for (const doing of doings) window.removeEventListener(doing, note, { capture: true });
    };
  }, []);
}
