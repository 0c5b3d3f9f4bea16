/** The form of bands: from where to where, with the edge said outright, and what each is worth. */
import { NativeSelect, Switch } from "@mantine/core";
import type { ComponentType, ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import { AddRow, AmountBox, FormulaBox, RowTools, WordsBox, WorthBox } from "./boxes.js";
import { useRuleForm } from "./form-context.js";
import { type Edge, emptyRule, emptyStep, type FormOf, type FormRule, type FormStep } from "./form-rule.js";
import { rowActions, withRow } from "./rows.js";
import classes from "./rule-form.module.css";

/** The form of a rule inside a rule: handed in, because the two know each other. */
export type Nested = ComponentType<{ readonly rule: FormRule; onChange(rule: FormRule): void }>;

interface BandsFormProps {
  readonly rule: FormOf<"bands">;
  onChange(rule: FormRule): void;
  readonly nested: Nested;
}

export function BandsForm({ rule, onChange, nested }: BandsFormProps): ReactNode {
  const say = useText();
  const { steps } = rule;
  const change = (next: readonly FormStep[]): void => onChange({ ...rule, steps: next });
  return (
    <>
      <FormulaBox
        label={say("imports.form.measure")}
        hint={say("imports.form.measureHint")}
        value={rule.of}
        onChange={(of) => onChange({ ...rule, of })}
      />
      <ol className={classes.rows}>
        {steps.map((step, place) => (
          <li key={step.row} className={classes.card}>
            <StepForm
              step={step}
              number={place + 1}
              nested={nested}
              onChange={(next) => change(withRow(steps, place, next))}
              tools={
                <RowTools
                  label={say("imports.form.step", { number: place + 1 })}
                  {...rowActions(steps, place, change)}
                />
              }
            />
          </li>
        ))}
      </ol>
      <AddRow label={say("imports.form.addStep")} onAdd={() => change([...steps, emptyStep()])} />
    </>
  );
}

interface StepFormProps {
  readonly step: FormStep;
  readonly number: number;
  readonly nested: Nested;
  onChange(step: FormStep): void;
  readonly tools: ReactNode;
}

function StepForm({ step, number, nested: Rule, onChange, tools }: StepFormProps): ReactNode {
  const say = useText();
  const { inputs } = useRuleForm();
  const ids = inputs.map(({ id }) => id);
  return (
    <>
      <div className={classes.edges}>
        <EdgeBox
          label={say("imports.form.from", { number })}
          sides={["ge", "gt"]}
          edge={step.from}
          onChange={(from) => onChange({ ...step, from })}
        />
        <EdgeBox
          label={say("imports.form.to", { number })}
          sides={["lt", "le"]}
          edge={step.to}
          onChange={(to) => onChange({ ...step, to })}
        />
        {tools}
      </div>
      <div className={classes.edges}>
        {step.rule === null && (
          <WorthBox worth={step.worth} onChange={(worth) => onChange({ ...step, worth })} />
        )}
        <WordsBox
          optional
          quiet
          label={say("imports.form.stepLabel")}
          value={step.label}
          onChange={(label) => onChange({ ...step, label })}
        />
      </div>
      <Switch
        size="xs"
        label={say("imports.form.stepRule")}
        checked={step.rule !== null}
        onChange={(event) =>
          onChange({ ...step, rule: event.currentTarget.checked ? emptyRule("proportional", ids) : null })
        }
      />
      {step.rule !== null && (
        <div className={classes.nested}>
          <Rule rule={step.rule} onChange={(rule) => onChange({ ...step, rule })} />
        </div>
      )}
    </>
  );
}

interface EdgeBoxProps<Side extends "ge" | "gt" | "le" | "lt"> {
  readonly label: string;
  readonly sides: readonly Side[];
  readonly edge: Edge<Side>;
  onChange(edge: Edge<Side>): void;
}

function EdgeBox<Side extends "ge" | "gt" | "le" | "lt">({
  label,
  sides,
  edge,
  onChange,
}: EdgeBoxProps<Side>): ReactNode {
  const say = useText();
  const open = sides.some((side) => side === "ge") ? "openLow" : "openHigh";
  return (
    <div className={classes.edge}>
      <NativeSelect
        aria-label={label}
        value={edge.as}
        data={[
          ...sides.map((side) => ({ value: side as string, label: say(`imports.edge.${side}`) })),
          { value: "open", label: say(`imports.edge.${open}`) },
        ]}
        onChange={(event) => onChange({ ...edge, as: event.currentTarget.value as Side | "open" })}
      />
      {edge.as !== "open" && (
        <AmountBox
          quiet
          label={label}
          value={edge.amount}
          onChange={(amount) => onChange({ ...edge, amount })}
        />
      )}
    </div>
  );
}
