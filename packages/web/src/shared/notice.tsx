/** Short words about what was just done, at the foot of the page and read out. */
import { IconCheck } from "@tabler/icons-react";
import { type ReactNode, useSyncExternalStore } from "react";
import classes from "./notice.module.css";

const SHOWN_MS = 6_000;

let shown: { text: string; key: number } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: typeof shown): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Shows a notice for six seconds, in place of the one before: `notice(say("units.renamed"))`. */
export function notice(text: string): void {
  clearTimeout(timer);
  set({ text, key: Date.now() });
  timer = setTimeout(() => set(null), SHOWN_MS);
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place where notices appear; stands once, in the shell. */
export function NoticeBoard(): ReactNode {
  const now = useSyncExternalStore(watch, () => shown);
  return (
    <div className={classes.board} role="status" aria-live="polite" data-print="hide">
      {now !== null && (
        <div key={now.key} className={classes.notice}>
          <IconCheck size={18} aria-hidden />
          {now.text}
        </div>
      )}
    </div>
  );
}
