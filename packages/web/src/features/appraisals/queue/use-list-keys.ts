/** J and K go down and up a list, X marks, Enter opens: the hands stay where they are. */
import { useEffect, useRef, useState } from "react";

/** Whether a key press belongs to what it is typed into. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "input:not([type=checkbox]), textarea, select, [role=dialog], [role=combobox], [role=listbox]",
    ) !== null
  );
}

interface ListKeys {
  readonly count: number;
  open(place: number): void;
  mark(place: number): void;
}

/** The place that the keys stand on; -1 before any was pressed. */
export function useListKeys({ count, open, mark }: ListKeys): { here: number } {
  const [here, setHere] = useState(-1);
  const latest = useRef({ count, open, mark, here });
  latest.current = { count, open, mark, here };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const now = latest.current;
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") {
        event.preventDefault();
        const next = Math.min(now.count - 1, Math.max(0, now.here + (key === "j" ? 1 : -1)));
        setHere(next);
      } else if (now.here >= 0 && key === "x") now.mark(now.here);
      else if (now.here >= 0 && key === "enter" && event.target === document.body) now.open(now.here);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return { here: Math.min(here, count - 1) };
}
