/** The same decision for the rows of the same wording: which they are, and what each would say. */
import { Checkbox } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../../shared/confirm-dialog.js";
import { useText } from "../../../shared/text.js";
import { corrected } from "../model/compose.js";
import type { Decision } from "../model/import-work.js";
import type { Likewise } from "../model/same-wording.js";
import classes from "../set-import.module.css";
import { RuleWords } from "./rule-words.js";

interface LikewiseDialogProps {
  readonly rows: readonly Likewise[];
  readonly busy: boolean;
  readonly error: unknown;
  onApply(indicators: Record<string, Decision>): void;
  onClose(): void;
}

export function LikewiseDialog({ rows, busy, error, onApply, onClose }: LikewiseDialogProps): ReactNode {
  const say = useText();
  const [chosen, setChosen] = useState(
    () => new Set(rows.filter(({ look }) => !look).map(({ view }) => view.name)),
  );
  const toggle = (name: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(name);
    else next.delete(name);
    setChosen(next);
  };
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={say("imports.likewise.title", { count: rows.length })}
      confirm={say("imports.likewise.apply", { count: chosen.size })}
      busy={busy}
      disabled={chosen.size === 0}
      error={error}
      onConfirm={() =>
        onApply(
          Object.fromEntries(
            rows.flatMap(({ view, decision }) => (chosen.has(view.name) ? [[view.name, decision]] : [])),
          ),
        )
      }
      onClose={onClose}
    >
      <p>{say("imports.likewise.lead")}</p>
      <ul className={classes.likewise}>
        {rows.map(({ view, decision, look }) => (
          <li key={view.name}>
            <Checkbox
              checked={chosen.has(view.name)}
              label={`${view.now.code} ${view.now.title}`}
              {...(look ? { description: say("imports.likewise.look") } : {})}
              onChange={(event) => toggle(view.name, event.currentTarget.checked)}
            />
            <details open={look}>
              <summary className={classes.quiet}>{say("imports.seeRule")}</summary>
              <RuleWords
                indicator={decision.change === null ? view.now : corrected(view.read, decision.change)}
              />
            </details>
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
