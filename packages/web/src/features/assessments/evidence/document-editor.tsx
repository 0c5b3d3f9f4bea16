/** "+ Văn bản": free text as people write it, read while it is typed into the documents it names. */
import { Button, Group, Textarea } from "@mantine/core";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { keptText } from "../../../shared/kept-text.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useSession } from "../../../shared/session.js";
import { useText } from "../../../shared/text.js";
import classes from "./evidence.module.css";
import { useAddEvidence } from "./evidence-changes.js";
import { useEvidencePlace } from "./evidence-place.js";
import { PieceChips } from "./piece-chips.js";
import { readPieces } from "./references.js";

/** The text box and, under it, what was understood; nothing is added before it was seen. */
export function DocumentEditor({ code, onDone }: { code: string; onDone(): void }): ReactNode {
  const say = useText();
  const { assessmentId, year } = useEvidencePlace();
  const { account } = useSession();
  const kept = keptText(account.id, `${assessmentId} ${code} document`);
  const [text, setText] = useState(kept.text);
  const read = useDeferredValue(text);
  const pieces = useMemo(() => readPieces(read, year), [read, year]);
  const add = useAddEvidence(code);
  const type = (next: string): void => {
    setText(next);
    kept.keep(next);
  };
  const submit = (): void =>
    add.mutate(
      readPieces(text, year).map(({ item }) => item),
      {
        onSuccess: () => {
          kept.keep("");
          onDone();
        },
      },
    );
  return (
    <div className={classes.editor}>
      <Textarea
        label={say("assessments.evidence.documentText")}
        description={say("assessments.evidence.documentHint")}
        placeholder={say("assessments.evidence.documentExample")}
        data-autofocus
        autoFocus
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && pieces.length > 0) submit();
        }}
      />
      {pieces.length > 0 && (
        <div className={classes.understood} role="status">
          <p className={classes.understoodTitle}>
            {say("assessments.evidence.understood", { count: pieces.length })}
          </p>
          <ol className={classes.pieces}>
            {pieces.map((piece, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are read anew from the text each time
              <li key={place}>
                <PieceChips piece={piece} />
              </li>
            ))}
          </ol>
        </div>
      )}
      <ProblemAlert error={add.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="xs" onClick={onDone}>
          {say("shared.cancel")}
        </Button>
        <Button size="xs" disabled={pieces.length === 0} loading={add.isPending} onClick={submit}>
          {say("assessments.evidence.add", { count: Math.max(1, pieces.length) })}
        </Button>
      </Group>
    </div>
  );
}
