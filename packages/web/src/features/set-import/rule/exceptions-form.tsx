/** The cases that the rule does not score: when, what is given then, and the decision's own sentence. */
import { NativeSelect, Switch, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useText } from "../../../shared/text.js";
import { amountText, readAmount } from "./amount.js";
import { AddRow, AmountBox, FormulaBox, RowTools, WorthBox } from "./boxes.js";
import { comparisons, conditionText, simpleCondition } from "./condition.js";
import { useRuleForm } from "./form-context.js";
import type { FormException } from "./form-indicator.js";
import { newRow } from "./form-rule.js";
import { rowActions, withRow } from "./rows.js";
import classes from "./rule-form.module.css";

interface ExceptionsFormProps {
  readonly exceptions: readonly FormException[];
  /** `claimed`: a fact of its own that an exception asks for now, to be declared by a yes or no. */
  onChange(exceptions: readonly FormException[], claimed?: string): void;
}

export function ExceptionsForm({ exceptions, onChange }: ExceptionsFormProps): ReactNode {
  const say = useText();
  const { inputs, profile } = useRuleForm();
  const claim = freeClaim(inputs);
  // Most exceptions are of something that is none: the denominator, else a fact on the unit.
  const fact =
    inputs.filter(({ kind }) => NUMERIC.has(kind)).at(-1)?.id ??
    profile.find(({ kind }) => NUMERIC.has(kind))?.id;
  return (
    <>
      {exceptions.length === 0 && <p className={classes.none}>{say("imports.form.noExceptions")}</p>}
      <ol className={classes.rows}>
        {exceptions.map((exception, place) => (
          <li key={exception.row} className={classes.card}>
            <ExceptionRow
              exception={exception}
              claim={claim}
              onChange={(change, claimed) => onChange(withRow(exceptions, place, change), claimed)}
              tools={
                <RowTools
                  label={say("imports.form.exception", { number: place + 1 })}
                  {...rowActions(exceptions, place, onChange, 0)}
                />
              }
            />
          </li>
        ))}
      </ol>
      <AddRow
        label={say("imports.form.addException")}
        onAdd={() =>
          onChange(
            [
              ...exceptions,
              {
                row: newRow(),
                when: fact === undefined ? claim : `${fact} = 0`,
                gives: "full",
                worth: { as: "share", amount: "" },
                sentence: "",
                basis: "decision",
              },
            ],
            fact === undefined ? claim : undefined,
          )
        }
      />
    </>
  );
}

const NUMERIC = new Set(["count", "number", "percent", "money"]);

/** The next name of a fact that only an exception asks for: e1, e2, …. */
function freeClaim(inputs: readonly { readonly id: string }[]): string {
  const taken = new Set(inputs.map(({ id }) => id));
  let number = 1;
  while (taken.has(`e${number}`)) number += 1;
  return `e${number}`;
}

interface ExceptionRowProps {
  readonly exception: FormException;
  /** The name that a fact of its own would have. */
  readonly claim: string;
  onChange(change: Partial<FormException>, claimed?: string): void;
  readonly tools: ReactNode;
}

function ExceptionRow({ exception, claim, onChange, tools }: ExceptionRowProps): ReactNode {
  const say = useText();
  const { strict } = useRuleForm();
  const { when, gives, worth, sentence, basis } = exception;
  return (
    <>
      <div className={classes.row}>
        <ConditionBox
          when={when}
          claim={claim}
          onChange={(next, claimed) => onChange({ when: next }, claimed)}
        />
        {tools}
      </div>
      <div className={classes.row}>
        <NativeSelect
          className={classes.grow ?? ""}
          label={say("imports.form.gives")}
          value={gives}
          data={(["full", "zero", "excluded", "worth"] as const).map((value) => ({
            value,
            label: say(`imports.gives.${value}`),
          }))}
          onChange={(event) => onChange({ gives: event.currentTarget.value as FormException["gives"] })}
        />
        {gives === "worth" && (
          <WorthBox
            worth={worth.as === "none" ? { as: "share", amount: "" } : worth}
            onChange={(next) => onChange({ worth: next })}
          />
        )}
      </div>
      <Textarea
        label={say("imports.form.sentence")}
        minRows={1}
        value={sentence}
        error={strict && sentence.trim() === "" ? say("imports.form.empty") : undefined}
        onChange={(event) => onChange({ sentence: event.currentTarget.value })}
      />
      <Switch
        size="xs"
        label={say("imports.form.claim")}
        checked={basis === "claim"}
        onChange={(event) => onChange({ basis: event.currentTarget.checked ? "claim" : "decision" })}
      />
    </>
  );
}

/** No input has such a name. */
const NEW = "+";

/** A condition chosen from lists, or typed where it says more. */
function ConditionBox({
  when,
  claim,
  onChange,
}: {
  when: string;
  claim: string;
  onChange(when: string, claimed?: string): void;
}): ReactNode {
  const say = useText();
  const { inputs, profile } = useRuleForm();
  const [typed, setTyped] = useState(() => simpleCondition(when) === null);
  const simple = simpleCondition(when);
  const facts = [...profile, ...inputs].map(({ id, label }) => ({ value: id, label: `${id}: ${label}` }));
  const known = simple === null || facts.some(({ value }) => value === simple.fact);
  return (
    <div className={classes.condition}>
      {typed || simple === null ? (
        <FormulaBox
          label={say("imports.form.when")}
          hint={say("imports.form.whenHint")}
          value={when}
          onChange={onChange}
        />
      ) : (
        <div className={classes.row}>
          <NativeSelect
            className={classes.grow ?? ""}
            label={say("imports.form.when")}
            value={simple.fact}
            data={[
              ...(known ? [] : [{ value: simple.fact, label: simple.fact }]),
              ...facts,
              { value: NEW, label: say("imports.form.newFact") },
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value === NEW) onChange(claim, claim);
              else onChange(conditionText({ ...simple, fact: value }));
            }}
          />
          <NativeSelect
            className={classes.operator ?? ""}
            label={say("imports.form.operator")}
            value={simple.kind === "holds" ? "holds" : simple.operator}
            data={[
              { value: "holds", label: say("imports.operator.holds") },
              ...comparisons.map((value) => ({
                value: value as string,
                label: say(`imports.operator.${value}`),
              })),
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              const operator = comparisons.find((each) => each === value);
              onChange(
                conditionText(
                  operator === undefined
                    ? { kind: "holds", fact: simple.fact }
                    : {
                        kind: "compare",
                        fact: simple.fact,
                        operator,
                        amount: simple.kind === "holds" ? "0" : simple.amount,
                      },
                ),
              );
            }}
          />
          {simple.kind === "compare" && (
            <NumberBox
              amount={simple.amount}
              onChange={(amount) => onChange(conditionText({ ...simple, amount }))}
            />
          )}
        </div>
      )}
      <Switch
        size="xs"
        label={say("imports.form.whenTyped")}
        checked={typed || simple === null}
        disabled={simple === null}
        onChange={(event) => setTyped(event.currentTarget.checked)}
      />
    </div>
  );
}

/** A number that is passed on whenever it can be read; while it cannot, the condition stays as it was. */
function NumberBox({ amount, onChange }: { amount: string; onChange(amount: string): void }): ReactNode {
  const say = useText();
  const { language } = useRuleForm();
  const [text, setText] = useState(() => amountText(amount, language));
  return (
    <AmountBox
      label={say("imports.form.number")}
      value={text}
      onChange={(next) => {
        setText(next);
        const source = readAmount(next, language);
        if (source !== null) onChange(source);
      }}
    />
  );
}
