/** D agrees, S adjusts, H asks, U takes back, J and K go on and back, ? shows the keys, Escape closes a form. */
import { useEffect, useRef } from "react";
import { isTyping } from "../queue/use-list-keys.js";

/** What can be done now; what is undefined cannot. */
export interface JudgeActions {
  readonly agree: (() => void) | undefined;
  readonly adjust: (() => void) | undefined;
  readonly ask: (() => void) | undefined;
  readonly takeBack: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly before: (() => void) | undefined;
  readonly keys: () => void;
  readonly close: () => void;
}

/** The action that a key stands for. */
function actionOf(key: string): keyof JudgeActions | undefined {
  switch (key.toLowerCase()) {
    case "d":
      return "agree";
    case "s":
      return "adjust";
    case "h":
      return "ask";
    case "u":
      return "takeBack";
    case "j":
    case "arrowright":
      return "next";
    case "k":
    case "arrowleft":
      return "before";
    case "?":
      return "keys";
    case "escape":
      return "close";
    default:
      return undefined;
  }
}

/** Listens while the screen stands; a key that is held down counts once. */
export function useJudgeKeys(actions: JudgeActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const action = actionOf(event.key);
      if (action === undefined) return;
      const inDialog = event.target instanceof HTMLElement && event.target.closest("[role=dialog]") !== null;
      if (inDialog || (action !== "close" && isTyping(event.target))) return;
      // An arrow moves within a group of choices.
      if (event.key.startsWith("Arrow") && event.target instanceof HTMLInputElement) return;
      if (action !== "close") event.preventDefault();
      latest.current[action]?.();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
