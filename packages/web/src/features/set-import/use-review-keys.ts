/** J and K go to the next and the last doubt, D accepts, S corrects, 1 to 9 choose an answer, Escape closes the form. */
import { useEffect, useRef } from "react";

/** What can be done now; what is undefined cannot. */
export interface ReviewActions {
  readonly next: (() => void) | undefined;
  readonly before: (() => void) | undefined;
  readonly accept: (() => void) | undefined;
  readonly correct: (() => void) | undefined;
  readonly answer: ((place: number) => void) | undefined;
  readonly close: (() => void) | undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [role=dialog]") !== null
  );
}

function actionOf(key: string, actions: ReviewActions): (() => void) | undefined {
  switch (key.toLowerCase()) {
    case "j":
      return actions.next;
    case "k":
      return actions.before;
    case "d":
      return actions.accept;
    case "s":
      return actions.correct;
    case "escape":
      return actions.close;
    default: {
      const { answer } = actions;
      return /^[1-9]$/.test(key) && answer !== undefined ? () => answer(Number(key) - 1) : undefined;
    }
  }
}

/** Listens while the page stands; a key that is held down counts once. */
export function useReviewKeys(actions: ReviewActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const action = actionOf(event.key, latest.current);
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
