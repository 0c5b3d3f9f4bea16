/** The forms of rules that are made of rules: a sum of parts, the best of several cases. */
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import type { Nested } from "./bands-form.js";
import { AddRow, RowTools, WordsBox, WorthBox } from "./boxes.js";
import { useRuleForm } from "./form-context.js";
import { emptyPart, emptyRule, type FormOf, type FormRule, newRow } from "./form-rule.js";
import { rowActions, withRow } from "./rows.js";
import classes from "./rule-form.module.css";

interface PartsFormProps {
  readonly rule: FormOf<"parts">;
  onChange(rule: FormRule): void;
  readonly nested: Nested;
}

export function PartsForm({ rule, onChange, nested: Rule }: PartsFormProps): ReactNode {
  const say = useText();
  const { inputs } = useRuleForm();
  const { parts } = rule;
  const change = (next: typeof parts): void => onChange({ ...rule, parts: next });
  return (
    <>
      <ol className={classes.rows}>
        {parts.map((part, place) => (
          <li key={part.row} className={classes.card}>
            <div className={classes.row}>
              <WordsBox
                optional
                quiet
                label={say("imports.form.part", { number: place + 1 })}
                value={part.label}
                onChange={(label) => change(withRow(parts, place, { label }))}
              />
              <WorthBox
                none
                worth={part.worth}
                onChange={(worth) => change(withRow(parts, place, { worth }))}
              />
              <RowTools
                label={say("imports.form.part", { number: place + 1 })}
                {...rowActions(parts, place, change)}
              />
            </div>
            <div className={classes.nested}>
              <Rule rule={part.rule} onChange={(next) => change(withRow(parts, place, { rule: next }))} />
            </div>
          </li>
        ))}
      </ol>
      <AddRow
        label={say("imports.form.addPart")}
        onAdd={() => change([...parts, emptyPart(inputs.map(({ id }) => id))])}
      />
    </>
  );
}

interface BestOfFormProps {
  readonly rule: FormOf<"best_of">;
  onChange(rule: FormRule): void;
  readonly nested: Nested;
}

export function BestOfForm({ rule, onChange, nested: Rule }: BestOfFormProps): ReactNode {
  const say = useText();
  const { inputs } = useRuleForm();
  const { cases } = rule;
  const change = (next: typeof cases): void => onChange({ ...rule, cases: next });
  return (
    <>
      <ol className={classes.rows}>
        {cases.map((one, place) => (
          <li key={one.row} className={classes.card}>
            <div className={classes.row}>
              <WordsBox
                optional
                quiet
                label={say("imports.form.case", { number: place + 1 })}
                value={one.label}
                onChange={(label) => change(withRow(cases, place, { label }))}
              />
              <RowTools
                label={say("imports.form.case", { number: place + 1 })}
                {...rowActions(cases, place, change)}
              />
            </div>
            <div className={classes.nested}>
              <Rule rule={one.rule} onChange={(next) => change(withRow(cases, place, { rule: next }))} />
            </div>
          </li>
        ))}
      </ol>
      <AddRow
        label={say("imports.form.addCase")}
        onAdd={() =>
          change([
            ...cases,
            {
              row: newRow(),
              label: "",
              rule: emptyRule(
                "proportional",
                inputs.map(({ id }) => id),
              ),
            },
          ])
        }
      />
    </>
  );
}
