/** The form of a choice: its options in the order of the text, each with what it is worth. */
import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import { AddRow, RowTools, WordsBox, WorthBox } from "./boxes.js";
import { useRuleForm } from "./form-context.js";
import { type FormOf, type FormRule, newRow } from "./form-rule.js";
import { rowActions, withRow } from "./rows.js";
import classes from "./rule-form.module.css";

interface ChoiceFormProps {
  readonly rule: FormOf<"choice">;
  onChange(rule: FormRule): void;
}

export function ChoiceForm({ rule, onChange }: ChoiceFormProps): ReactNode {
  const say = useText();
  const { inputs } = useRuleForm();
  const { of, options } = rule;
  const answers = inputs.filter(({ kind }) => kind === "yes_no" || kind === "choice");
  const change = (next: typeof options): void => onChange({ ...rule, options: next });
  return (
    <>
      {(answers.length > 0 || of !== "") && (
        <NativeSelect
          label={say("imports.form.choiceOf")}
          value={of}
          data={[
            { value: "", label: say("imports.form.choiceOwn") },
            ...answers.map(({ id, label }) => ({ value: id, label: `${id}: ${label}` })),
            // An input that was renamed or taken out since.
            ...(of === "" || answers.some(({ id }) => id === of) ? [] : [{ value: of, label: of }]),
          ]}
          onChange={(event) => onChange({ ...rule, of: event.currentTarget.value })}
        />
      )}
      <ol className={classes.rows}>
        {options.map((option, place) => (
          <li key={option.row} className={`${classes.card} ${classes.row}`}>
            <WordsBox
              quiet
              label={say("imports.form.option", { number: place + 1 })}
              value={option.label}
              onChange={(label) => change(withRow(options, place, { label }))}
            />
            <WorthBox worth={option.worth} onChange={(worth) => change(withRow(options, place, { worth }))} />
            <RowTools
              label={say("imports.form.option", { number: place + 1 })}
              {...rowActions(options, place, change, of === "" ? 1 : 0)}
            />
          </li>
        ))}
      </ol>
      <AddRow
        label={say("imports.form.addOption")}
        onAdd={() => change([...options, { row: newRow(), label: "", worth: { as: "points", amount: "" } }])}
      />
    </>
  );
}
