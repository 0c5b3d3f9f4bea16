import { Button } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { api, sessionHasEnded, take } from "../../api/client.js";
import { isReachable } from "../../api/connection.js";
import { isProblem } from "../../api/problem.js";
import { lastTouched, watchTouches } from "../../api/session-touch.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { type IdleState, idleState, mustTouch } from "./idle-time.js";
import classes from "./session-warning.module.css";

const LOOK_EVERY_MS = 5_000;

/** What a person does at a page. A mouse that is pushed aside is nobody at work. */
const doings = ["keydown", "pointerdown", "wheel", "touchstart"] as const;

/** Tells the server that somebody is at work; says so when the session has ended already. */
async function touch(): Promise<void> {
  try {
    await take(api.GET("/session"));
  } catch (error) {
    if (isProblem(error, "not-signed-in")) sessionHasEnded();
  }
}

/** Where the session stands, looked at again and again; while somebody works it goes on by itself. */
function useIdleState(idleMinutes: number): { state: IdleState; goOn(): void } {
  const [state, setState] = useState<IdleState>({ kind: "awake" });
  const touching = useRef(false);
  const goOn = useRef(() => {
    if (touching.current) return;
    touching.current = true;
    void touch().finally(() => {
      touching.current = false;
    });
  });
  useEffect(() => {
    const now = (): IdleState => idleState(idleMinutes, lastTouched(), Date.now());
    const look = (): void =>
      setState((before) => {
        const next = now();
        if (before.kind === "ending" && next.kind === "over") sessionHasEnded();
        return JSON.stringify(next) === JSON.stringify(before) ? before : next;
      });
    const atWork = (): void => {
      if (isReachable() && mustTouch(now(), lastTouched(), Date.now())) goOn.current();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    const stop = watchTouches(look);
    for (const doing of doings) window.addEventListener(doing, atWork, { capture: true, passive: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      stop();
      for (const doing of doings) window.removeEventListener(doing, atWork, { capture: true });
      document.removeEventListener("visibilitychange", look);
    };
  }, [idleMinutes]);
  return { state, goOn: goOn.current };
}

/** Says two minutes ahead that the session is about to end for idleness, with one click to go on. */
export function SessionWarning(): ReactNode {
  const say = useText();
  const { idleMinutes } = useSession();
  const { state, goOn } = useIdleState(idleMinutes);
  return (
    <div role="alert" className={classes.place} data-print="hide">
      {state.kind === "ending" && (
        <div className={classes.warning}>
          <IconClockExclamation size={22} stroke={1.5} aria-hidden />
          <span className={classes.words}>{say("sessions.ending", { count: state.minutes })}</span>
          <Button size="xs" onClick={goOn}>
            {say("sessions.goOn")}
          </Button>
        </div>
      )}
    </div>
  );
}
