/** Where a set's text is written: the text with its line numbers, or the set as its page shows it; what was found beside it. */
import { Button, FileButton, SegmentedControl, Text } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { api, take } from "../../api/client.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { SetContent } from "./set-content.js";
import { SourceEditor, type SourceEditorHandle } from "./source-editor.js";
import classes from "./source-editor.module.css";
import { notesOfRefusal, type SourceNote } from "./source-notes.js";
import { SourceNotesList } from "./source-notes-list.js";
import { MOST_CHARACTERS } from "./source-text.js";

/** What was said of a text, and of which: a text that has changed since has other lines. */
export interface Checked {
  readonly text: string;
  readonly notes: readonly SourceNote[];
}

/** Reads and checks a text on the server; what cannot be read is an answer too, any other refusal is an error. */
export function useSourceCheck(onChecked: (checked: Checked) => void) {
  return useMutation({
    mutationFn: async (source: string): Promise<Checked> => {
      try {
        const { findings } = await take(api.POST("/sets/check", { body: { source } }));
        return { text: source, notes: findings };
      } catch (error) {
        const notes = notesOfRefusal(error);
        if (notes === null) throw error;
        return { text: source, notes };
      }
    },
    onSuccess: onChecked,
  });
}

interface WorkbenchProps {
  text: string;
  onChange(text: string): void;
  checked: Checked | null;
  /** Why the text could not be checked or kept, where it is no matter of the text itself. */
  error: unknown;
  /** Offers to fill the text from a file. */
  takesFile?: boolean;
  /** Stands at the end of the bar over the text. */
  state: ReactNode;
}

function CheckedPanel({
  checked,
  text,
  onGoTo,
}: Pick<WorkbenchProps, "checked" | "text"> & { onGoTo(line: number, column: number): void }): ReactNode {
  const say = useText();
  const errors = (checked?.notes ?? []).filter(({ severity }) => severity === "error").length;
  const warnings = (checked?.notes.length ?? 0) - errors;
  const changed = checked !== null && checked.text !== text;
  return (
    <Panel
      title={say("sets.check.title")}
      flush
      note={
        <span role="status">
          {checked === null
            ? say("sets.check.none")
            : say(changed ? "sets.check.old" : "sets.check.count", { errors, warnings })}
        </span>
      }
    >
      {checked !== null && checked.notes.length > 0 && (
        <SourceNotesList notes={checked.notes} onGoTo={onGoTo} />
      )}
      {checked !== null && checked.notes.length === 0 && (
        <p className={classes.note}>{say("sets.check.fine")}</p>
      )}
    </Panel>
  );
}

/** The editor with its preview, the file button and the list of what was found. */
export function Workbench(props: WorkbenchProps): ReactNode {
  const say = useText();
  const { text, onChange, checked, error, takesFile = false, state } = props;
  const editor = useRef<SourceEditorHandle>(null);
  const [view, setView] = useState<"text" | "preview">("text");
  const fill = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const content = await file.text();
    if (content.length > MOST_CHARACTERS) return notice(say("sets.editor.tooLong"));
    onChange(content.replaceAll("\r\n", "\n"));
  };
  const goTo = (line: number, column: number): void => {
    setView("text");
    // The editor may only come back with the next drawing.
    requestAnimationFrame(() => editor.current?.goTo(line, column));
  };
  return (
    <>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={say("sets.editor.view")}
          value={view}
          onChange={(chosen) => setView(chosen === "preview" ? "preview" : "text")}
          data={[
            { value: "text", label: say("sets.editor.text") },
            { value: "preview", label: say("sets.editor.preview") },
          ]}
        />
        {takesFile && (
          <FileButton accept=".yaml,.yml" onChange={(file) => void fill(file)}>
            {(button) => (
              <Button
                variant="default"
                leftSection={<IconFileUpload size={18} stroke={1.5} aria-hidden />}
                {...button}
              >
                {say("sets.editor.file")}
              </Button>
            )}
          </FileButton>
        )}
        <Text size="sm" c="dimmed" role="status">
          {state}
        </Text>
      </div>
      {view === "preview" ? (
        <SetContent source={text} />
      ) : (
        <div className={classes.workbench}>
          <SourceEditor ref={editor} value={text} onChange={onChange} notes={checked?.notes ?? []} />
          <div className={classes.aside}>
            <ProblemAlert error={error} />
            <CheckedPanel checked={checked} text={text} onGoTo={goTo} />
          </div>
        </div>
      )}
    </>
  );
}
