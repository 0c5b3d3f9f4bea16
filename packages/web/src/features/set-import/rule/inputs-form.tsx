/** What is declared on an indicator: each datum with the letter that formulas call it by, its words and its kind. */
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import type { InputSource } from "../model/set-source.js";
import { AddRow, RowTools } from "./boxes.js";
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

interface InputsFormProps {
  readonly inputs: readonly FormInput[];
  onChange(inputs: readonly FormInput[]): void;
}

export function InputsForm({ inputs, onChange }: InputsFormProps): ReactNode {
  const say = useText();
  return (
    <>
      {inputs.length === 0 && <p className={classes.none}>{say("setImport.form.noInputs")}</p>}
      <ol className={classes.rows}>
        {inputs.map((input, place) => (
          <li key={input.row} className={classes.card}>
            <InputRow
              input={input}
              taken={inputs.some(({ id }, at) => at !== place && id === input.id)}
              onChange={(change) => onChange(withRow(inputs, place, change))}
              tools={
                <RowTools
                  label={say("setImport.form.input", { id: input.id })}
                  {...rowActions(inputs, place, onChange, 0)}
                />
              }
            />
          </li>
        ))}
      </ol>
      <AddRow
        label={say("setImport.form.addInput")}
        onAdd={() =>
          onChange([
            ...inputs,
            { row: newRow(), id: freeId(inputs), label: "", kind: "count", unit: "", rest: {} },
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
  const { id, label, kind, unit } = input;
  const wrongId = taken
    ? say("setImport.form.idTaken")
    : isInputId(id)
      ? undefined
      : say("setImport.form.idWrong");
  return (
    <>
      <div className={classes.inputHead}>
        <TextInput
          className={classes.letterBox ?? ""}
          label={say("setImport.form.id")}
          value={id}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          error={wrongId}
          onChange={(event) => onChange({ id: event.currentTarget.value.trim().toLowerCase() })}
        />
        <NativeSelect
          className={classes.grow ?? ""}
          label={say("setImport.form.inputKind")}
          value={kind}
          data={kinds.map((each) => ({ value: each, label: say(`sets.kind.${each}`) }))}
          onChange={(event) => onChange({ kind: event.currentTarget.value as FormInput["kind"] })}
        />
        <TextInput
          className={classes.unit ?? ""}
          label={say("setImport.form.unit")}
          value={unit}
          autoComplete="off"
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
        {tools}
      </div>
      <Textarea
        label={say("setImport.form.inputLabel")}
        minRows={1}
        value={label}
        error={strict && label.trim() === "" ? say("setImport.form.empty") : undefined}
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
      label={say("setImport.form.inputOptions")}
      description={say("setImport.form.inputOptionsHint")}
      defaultValue={known.map(({ label }) => label).join("\n")}
      onChange={(event) => {
        const labels = event.currentTarget.value.split("\n").filter((line) => line.trim() !== "");
        const options = labels.map((label) => known.find((one) => one.label === label) ?? { label });
        onChange(options.length === 0 ? others : { ...others, options });
      }}
    />
  );
}
