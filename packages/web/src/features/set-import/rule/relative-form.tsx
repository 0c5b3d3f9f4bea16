/** The form of a rule that compares with the other units of the ranking group. */
import { NativeSelect, Switch } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import type { Nested } from "./bands-form.js";
import { FormulaBox } from "./boxes.js";
import { useRuleForm } from "./form-context.js";
import { emptyRule, type FormOf, type FormRule } from "./form-rule.js";
import classes from "./rule-form.module.css";

interface RelativeFormProps {
  readonly rule: FormOf<"relative">;
  onChange(rule: FormRule): void;
  readonly nested: Nested;
}

export function RelativeForm({ rule, onChange, nested: Rule }: RelativeFormProps): ReactNode {
  const say = useText();
  const { inputs } = useRuleForm();
  const ids = inputs.map(({ id }) => id);
  return (
    <>
      <FormulaBox
        label={say("imports.form.measure")}
        value={rule.of}
        onChange={(of) => onChange({ ...rule, of })}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={say("imports.form.against")}
          value={rule.to}
          data={(["best", "range"] as const).map((value) => ({
            value,
            label: say(`imports.form.against.${value}`),
          }))}
          onChange={(event) => onChange({ ...rule, to: event.currentTarget.value as "best" | "range" })}
        />
        <NativeSelect
          label={say("imports.form.better")}
          value={rule.better === "" ? "higher" : rule.better}
          data={(["higher", "lower"] as const).map((value) => ({
            value,
            label: say(`imports.form.better.${value}`),
          }))}
          onChange={(event) => onChange({ ...rule, better: event.currentTarget.value as "higher" | "lower" })}
        />
      </div>
      <Switch
        size="xs"
        label={say("imports.form.provisional")}
        checked={rule.provisional !== null}
        onChange={(event) =>
          onChange({
            ...rule,
            provisional: event.currentTarget.checked ? emptyRule("proportional", ids) : null,
          })
        }
      />
      {rule.provisional !== null && (
        <div className={classes.nested}>
          <Rule rule={rule.provisional} onChange={(provisional) => onChange({ ...rule, provisional })} />
        </div>
      )}
    </>
  );
}
