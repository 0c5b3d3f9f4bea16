/** A field that is typed into: count, number, percent, text, link, date; and money, with its unit beside it. */
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useText } from "../../../shared/text.js";
import { useDeclaration, useField } from "../screen/declaration.js";
import { type MoneyUnit, moneyNames, moneyUnitOf, moneyUnits } from "../values/money.js";
import { readTyped, type TypedKind, typedText } from "../values/typed-value.js";
import { FieldFrame, type FieldProps } from "./field-frame.js";
import classes from "./fields.module.css";
import { problemId } from "./problem-id.js";

const NUMERIC = new Set(["count", "number", "percent", "money"]);

/** Longer answers get room to be read. */
const LONG_TEXT = 60;

/** Keeps what is typed as it is typed; the value and its reading follow at every keystroke. */
export function TypedField({
  code,
  input,
  readOnly,
  beside,
  row = false,
}: FieldProps & { input: { kind: string } }): ReactNode {
  const say = useText();
  const { store, language } = useDeclaration();
  const state = useField(code, input.id);
  const kind = input.kind as TypedKind;
  const [unit, setUnit] = useState<MoneyUnit>(() => moneyUnitOf(input.unit));
  const [typing, setTyping] = useState<string | null>(null);
  const { edit } = state;
  const kept =
    edit && !edit.typed.readable
      ? edit.typed.text
      : typedText({ kind, unit: input.unit }, state.value, language, unit);
  const text = typing ?? kept;
  const reading = readTyped({ kind, unit: input.unit }, text, language, unit);
  const change = (next: string): void => {
    setTyping(next);
    const read = readTyped({ kind, unit: input.unit }, next, language, unit);
    store.type(
      code,
      input.id,
      read.ok ? { readable: true, value: read.value } : { readable: false, text: next },
    );
  };
  const leave = (): void => {
    setTyping(null);
    store.flush();
  };
  const numeric = NUMERIC.has(kind);
  // While typing, half a number is no mistake yet.
  const error = !reading.ok && typing === null ? say(problemId(reading.problem)) : undefined;
  return (
    <FieldFrame
      input={input}
      state={state}
      beside={beside}
      row={row}
      said={reading.ok ? reading.said : undefined}
      error={error}
    >
      {({ control, described, invalid }) => {
        const shared = {
          id: control,
          value: text,
          readOnly,
          error: invalid,
          "aria-describedby": described,
          "data-field": input.id,
          onBlur: leave,
        };
        return (
          <div className={numeric ? classes.numberRow : classes.textRow}>
            {kind === "text" && (text.length > LONG_TEXT || text.includes("\n")) ? (
              <Textarea
                {...shared}
                autosize
                minRows={2}
                onChange={(event) => change(event.currentTarget.value)}
              />
            ) : (
              <TextInput
                {...shared}
                inputMode={
                  kind === "count" ? "numeric" : numeric ? "decimal" : kind === "link" ? "url" : "text"
                }
                placeholder={kind === "date" ? say("assessments.field.datePattern") : undefined}
                autoComplete="off"
                classNames={numeric ? { input: classes.number ?? "" } : {}}
                rightSection={kind === "percent" ? "%" : undefined}
                rightSectionPointerEvents="none"
                onChange={(event) => change(event.currentTarget.value)}
              />
            )}
            {kind === "money" && (
              <NativeSelect
                aria-label={say("assessments.field.moneyUnit")}
                className={classes.unit ?? ""}
                value={unit}
                data={moneyUnits.map((each) => ({ value: each, label: moneyNames[language][each] }))}
                onChange={(event) => setUnit(event.currentTarget.value as MoneyUnit)}
              />
            )}
            {kind !== "money" && kind !== "percent" && numeric && input.unit !== undefined && (
              <span className={classes.suffix}>{input.unit}</span>
            )}
          </div>
        );
      }}
    </FieldFrame>
  );
}
