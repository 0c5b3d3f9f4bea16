/** What is declared on an indicator: each datum with the letter that formulas call it by, its words and its kind. */
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import type { InputSource } from "../model/set-source.js";
import { AddRow, AmountBox, RowTools } from "./boxes.js";
import { useRuleForm } from "./form-context.js";
import { type FormInput, freeId, isInputId } from "./form-indicator.js";
import { newRow } from "./form-rule.js";
import { rowActions, withRow } from "./rows.js";
import classes from "./rule-form.module.css";

/** In the order in which decisions use them. */
const kinds: readonly InputSource["kind"][] = [
  "count",
  "number",
  "percent",
  "money",
  "yes_no",
  "choice",
  "choices",
  "text",
  "link",
  "date",
  "table",
];

const COUNTED = new Set(["count", "number", "percent", "money"]);

interface InputsFormProps {
  readonly inputs: readonly FormInput[];
  onChange(inputs: readonly FormInput[]): void;
}

export function InputsForm({ inputs, onChange }: InputsFormProps): ReactNode {
  const say = useText();
  return (
    <>
      {inputs.length === 0 && <p className={classes.none}>{say("imports.form.noInputs")}</p>}
      <ol className={classes.rows}>
        {inputs.map((input, place) => (
          <li key={input.row} className={classes.card}>
            <InputRow
              input={input}
              taken={inputs.some(({ id }, at) => at !== place && id === input.id)}
              onChange={(change) => onChange(withRow(inputs, place, change))}
              tools={
                <RowTools
                  label={say("imports.form.input", { id: input.id })}
                  {...rowActions(inputs, place, onChange, 0)}
                />
              }
            />
          </li>
        ))}
      </ol>
      <AddRow
        label={say("imports.form.addInput")}
        onAdd={() =>
          onChange([
            ...inputs,
            { row: newRow(), id: freeId(inputs), label: "", kind: "count", unit: "", min: "", rest: {} },
          ])
        }
      />
    </>
  );
}

interface InputRowProps {
  readonly input: FormInput;
  /** Another input has the same letter. */
  readonly taken: boolean;
  onChange(change: Partial<FormInput>): void;
  readonly tools: ReactNode;
}

function InputRow({ input, taken, onChange, tools }: InputRowProps): ReactNode {
  const say = useText();
  const { strict } = useRuleForm();
  const { id, label, kind, unit, min } = input;
  const wrongId = taken
    ? say("imports.form.idTaken")
    : isInputId(id)
      ? undefined
      : say("imports.form.idWrong");
  return (
    <>
      <div className={classes.inputHead}>
        <TextInput
          className={classes.letterBox ?? ""}
          label={say("imports.form.id")}
          value={id}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          error={wrongId}
          onChange={(event) => onChange({ id: event.currentTarget.value.trim().toLowerCase() })}
        />
        <NativeSelect
          className={classes.grow ?? ""}
          label={say("imports.form.inputKind")}
          value={kind}
          data={kinds.map((each) => ({ value: each, label: say(`sets.kind.${each}`) }))}
          onChange={(event) => onChange({ kind: event.currentTarget.value as FormInput["kind"] })}
        />
        <TextInput
          className={classes.unit ?? ""}
          label={say("imports.form.unit")}
          value={unit}
          autoComplete="off"
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
        {COUNTED.has(kind) && (
          <AmountBox
            optional
            label={say("imports.form.least")}
            value={min}
            onChange={(next) => onChange({ min: next })}
          />
        )}
        {tools}
      </div>
      <Textarea
        label={say("imports.form.inputLabel")}
        minRows={1}
        value={label}
        error={strict && label.trim() === "" ? say("imports.form.empty") : undefined}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      {(kind === "choice" || kind === "choices") && (
        <OptionsBox input={input} onChange={(rest) => onChange({ rest })} />
      )}
    </>
  );
}

/** The answers to choose from, one a line. */
function OptionsBox({
  input: { rest },
  onChange,
}: {
  input: FormInput;
  onChange(rest: FormInput["rest"]): void;
}): ReactNode {
  const say = useText();
  const { options: known = [], ...others } = rest;
  return (
    <Textarea
      label={say("imports.form.inputOptions")}
      description={say("imports.form.inputOptionsHint")}
      defaultValue={known.map(({ label }) => label).join("\n")}
      onChange={(event) => {
        const labels = event.currentTarget.value.split("\n").filter((line) => line.trim() !== "");
        const options = labels.map((label) => known.find((one) => one.label === label) ?? { label });
        onChange(options.length === 0 ? others : { ...others, options });
      }}
    />
  );
}
