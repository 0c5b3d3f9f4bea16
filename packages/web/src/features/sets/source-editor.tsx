import { type ReactNode, type Ref, useId, useImperativeHandle, useMemo, useRef, useState } from "react";
import { useText } from "../../shared/text.js";
import classes from "./source-editor.module.css";
import type { SourceNote } from "./source-notes.js";
import { endOfLine, lineCount, offsetOf, placeOf } from "./source-text.js";

/** The height of a line in the style sheet: numbers, marks and text keep step by it. */
const LINE_PX = 20;
/** The room above the first line. */
const TOP_PX = 12;

/** What others may ask of the editor. */
export interface SourceEditorHandle {
  /** Puts the cursor on a line, with the rest of the line marked, and brings it into view. */
  goTo(line: number, column: number): void;
}

interface SourceEditorProps {
  ref?: Ref<SourceEditorHandle>;
  value: string;
  onChange(text: string): void;
  /** What is marked beside the lines. */
  notes: readonly SourceNote[];
}

/** A plain box for a long text, with the numbers of its lines and marks where something is said of one. */
export function SourceEditor({ ref, value, onChange, notes }: SourceEditorProps): ReactNode {
  const say = useText();
  const box = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [caret, setCaret] = useState({ line: 1, column: 1 });
  const numbers = useMemo(
    () => Array.from({ length: lineCount(value) }, (_, line) => line + 1).join("\n"),
    [value],
  );
  const marks = useMemo(() => {
    const worst = new Map<number, SourceNote["severity"]>();
    for (const { line, severity } of notes)
      if (line !== null && worst.get(line) !== "error") worst.set(line, severity);
    return [...worst];
  }, [notes]);
  const follow = (): void => {
    if (box.current !== null && gutter.current !== null)
      gutter.current.style.transform = `translateY(${-box.current.scrollTop}px)`;
  };
  useImperativeHandle(
    ref,
    () => ({
      goTo: (line, column) => {
        const place = box.current;
        if (place === null) return;
        const from = offsetOf(place.value, line, column);
        place.focus();
        place.setSelectionRange(from, Math.max(from, endOfLine(place.value, from)));
        place.scrollTop = Math.max(0, (line - 1) * LINE_PX - place.clientHeight / 3);
        place.scrollLeft = 0;
        place.scrollIntoView({ block: "nearest" });
      },
    }),
    [],
  );
  return (
    <div className={classes.editor}>
      <div className={classes.pane}>
        <div className={classes.gutter} aria-hidden>
          <div ref={gutter} className={classes.numbers}>
            {marks.map(([line, severity]) => (
              <span
                key={line}
                className={classes.mark}
                data-severity={severity}
                style={{ top: TOP_PX + (line - 1) * LINE_PX }}
              />
            ))}
            {numbers}
          </div>
        </div>
        <textarea
          ref={box}
          className={classes.box}
          wrap="off"
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          aria-label={say("sets.editor.label")}
          aria-describedby={hint}
          placeholder={say("sets.editor.placeholder")}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onScroll={follow}
          onSelect={(event) =>
            setCaret(placeOf(event.currentTarget.value, event.currentTarget.selectionStart))
          }
        />
      </div>
      <div id={hint} className={classes.place}>
        {say("sets.editor.place", caret)}
      </div>
    </div>
  );
}
