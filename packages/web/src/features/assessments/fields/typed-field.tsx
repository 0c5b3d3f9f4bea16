/** A field that is typed into: count, number, percent, text, link, date; and money, with its unit beside it. */
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useText } from "../../../shared/text.js";
import type { FieldState } from "../drafts/draft-store.js";
import type { FormInput } from "../scoring/inputs.js";
import { useDeclaration, useField } from "../screen/declaration.js";
import { sameValue } from "../values/answer-value.js";
import { type MoneyUnit, moneyNames, moneyUnitOf, moneyUnits } from "../values/money.js";
import {
  readTyped,
  type TypedField,
  type TypedKind,
  type TypedReading,
  typedText,
} from "../values/typed-value.js";
import { FieldFrame, type FieldProps } from "./field-frame.js";
import classes from "./fields.module.css";
import { problemId } from "./problem-id.js";

const NUMERIC = new Set(["count", "number", "percent", "money"]);

/** Longer answers get room to be read. */
const LONG_TEXT = 60;

interface Typing {
  readonly text: string;
  readonly reading: TypedReading;
  /** While typing, half a number is no mistake yet. */
  readonly amidst: boolean;
  readonly unit: MoneyUnit;
  change(text: string): void;
  chooseUnit(unit: MoneyUnit): void;
  leave(): void;
}

/** Keeps what is typed as it is typed; the value and its reading follow at every keystroke. */
function useTyping(code: string, input: FormInput, state: FieldState): Typing {
  const { store, language } = useDeclaration();
  const field: TypedField = { kind: input.kind as TypedKind, unit: input.unit };
  const [unit, setUnit] = useState<MoneyUnit>(() => moneyUnitOf(input.unit));
  const [typing, setTyping] = useState<string | null>(null);
  // What was typed here since the page was opened.
  const [entered, setEntered] = useState<string | null>(null);
  const { edit } = state;
  const kept = edit && !edit.typed.readable ? edit.typed.text : typedText(field, state.value, language, unit);
  const text = typing ?? kept;
  const take = (next: string, of: MoneyUnit): void => {
    const read = readTyped(field, next, language, of);
    store.type(
      code,
      input.id,
      read.ok ? { readable: true, value: read.value } : { readable: false, text: next },
    );
  };
  return {
    text,
    reading: readTyped(field, text, language, unit),
    amidst: typing !== null,
    unit,
    change: (next) => {
      setTyping(next);
      setEntered(next);
      take(next, unit);
    },
    // Who has just typed 51,125 and then chooses "triệu" means 51,125 triệu; an amount that stood there is converted.
    chooseUnit: (next) => {
      const before = entered === null ? undefined : readTyped(field, entered, language, unit);
      setUnit(next);
      if (entered !== null && before?.ok && sameValue(before.value, state.value)) take(entered, next);
    },
    leave: () => {
      setTyping(null);
      store.flush();
    },
  };
}

/** One field that is typed into. */
export function TypedInput({ code, input, readOnly, beside, row = false }: FieldProps): ReactNode {
  const say = useText();
  const { language } = useDeclaration();
  const state = useField(code, input.id);
  const { kind } = input;
  const { text, reading, amidst, unit, change, chooseUnit, leave } = useTyping(code, input, state);
  const numeric = NUMERIC.has(kind);
  const error = !reading.ok && !amidst ? say(problemId(reading.problem)) : undefined;
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
                onChange={(event) => chooseUnit(event.currentTarget.value as MoneyUnit)}
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
