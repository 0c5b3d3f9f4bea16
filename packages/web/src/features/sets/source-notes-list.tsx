import { UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./source-editor.module.css";
import { inOrder, type SourceNote } from "./source-notes.js";

function Note({ note }: { note: SourceNote }): ReactNode {
  const say = useText();
  const { language } = useFormat();
  const { severity, line, column, at, message, expected, found } = note;
  return (
    <>
      <span className={classes.noteHead}>
        <Chip
          tone={severity === "error" ? "bad" : "warn"}
          icon={severity === "error" ? IconCircleX : IconAlertTriangle}
        >
          {severity === "error" ? say("sets.error") : say("sets.warning")}
        </Chip>
        {line !== null && (
          <span className={classes.lineNumber}>
            {say("sets.editor.place", { line, column: column ?? 1 })}
          </span>
        )}
        <span className={classes.quiet}>{at}</span>
      </span>
      <span className={classes.words}>{message[language]}</span>
      {expected !== null && found !== null && (
        <span className={classes.quiet}>{say("sets.expectedFound", { expected, found })}</span>
      )}
    </>
  );
}

interface NotesListProps {
  notes: readonly SourceNote[];
  onGoTo(line: number, column: number): void;
}

/** What is said of a text, one line each; a click leads to the place in the text. */
export function SourceNotesList({ notes, onGoTo }: NotesListProps): ReactNode {
  return (
    <ul className={classes.notes}>
      {inOrder(notes).map((note) => {
        const { line, column, at, message } = note;
        return (
          <li key={`${line} ${column} ${at} ${message.vi}`}>
            {line === null ? (
              <div className={classes.note}>
                <Note note={note} />
              </div>
            ) : (
              <UnstyledButton className={classes.note ?? ""} onClick={() => onGoTo(line, column ?? 1)}>
                <Note note={note} />
              </UnstyledButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
