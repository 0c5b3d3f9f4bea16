/** The form of a rule: its kind, and the boxes of that kind. Rules inside a rule are the same form again. */
import { NativeSelect, Textarea } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { useText } from "../../../shared/text.js";
import type { RuleKind } from "../model/set-source.js";
import { BandsForm } from "./bands-form.js";
import { AmountBox, FormulaBox } from "./boxes.js";
import { ChoiceForm } from "./choice-form.js";
import { useRuleForm } from "./form-context.js";
import { emptyRule, type FormOf, type FormRule } from "./form-rule.js";
import { BestOfForm, PartsForm } from "./parts-form.js";
import { RelativeForm } from "./relative-form.js";
import classes from "./rule-form.module.css";

/** In the order in which decisions use them. */
const kinds: readonly RuleKind[] = [
  "choice",
  "proportional",
  "bands",
  "per_item",
  "parts",
  "best_of",
  "relative",
  "manual",
];

export interface RuleFormProps<Form extends FormRule = FormRule> {
  readonly rule: Form;
  onChange(rule: FormRule): void;
}

/** A rule of any kind. Another kind begins empty; going back to one brings back what stood there. */
export function RuleForm({ rule, onChange }: RuleFormProps): ReactNode {
  const say = useText();
  const { inputs } = useRuleForm();
  const before = useRef(new Map<RuleKind, FormRule>());
  const choose = (kind: RuleKind): void => {
    before.current.set(rule.kind, rule);
    onChange(
      before.current.get(kind) ??
        emptyRule(
          kind,
          inputs.map(({ id }) => id),
        ),
    );
  };
  return (
    <div className={classes.rule}>
      <NativeSelect
        label={say("imports.form.kind")}
        description={say(`imports.kind.${rule.kind}.hint`)}
        value={rule.kind}
        data={kinds.map((kind) => ({ value: kind, label: say(`imports.kind.${kind}`) }))}
        onChange={(event) => choose(event.currentTarget.value as RuleKind)}
      />
      <KindForm rule={rule} onChange={onChange} />
    </div>
  );
}

function KindForm({ rule, onChange }: RuleFormProps): ReactNode {
  switch (rule.kind) {
    case "choice":
      return <ChoiceForm rule={rule} onChange={onChange} />;
    case "proportional":
      return <ProportionalForm rule={rule} onChange={onChange} />;
    case "bands":
      return <BandsForm rule={rule} onChange={onChange} nested={RuleForm} />;
    case "per_item":
      return <PerItemForm rule={rule} onChange={onChange} />;
    case "parts":
      return <PartsForm rule={rule} onChange={onChange} nested={RuleForm} />;
    case "best_of":
      return <BestOfForm rule={rule} onChange={onChange} nested={RuleForm} />;
    case "relative":
      return <RelativeForm rule={rule} onChange={onChange} nested={RuleForm} />;
    case "manual":
      return <ManualForm rule={rule} onChange={onChange} />;
  }
}

function ProportionalForm({ rule, onChange }: RuleFormProps<FormOf<"proportional">>): ReactNode {
  const say = useText();
  return (
    <>
      <FormulaBox
        label={say("imports.form.ratio")}
        hint={say("imports.form.ratioHint")}
        value={rule.of}
        onChange={(of) => onChange({ ...rule, of })}
      />
      <AmountBox
        optional
        label={say("imports.form.fullAt")}
        hint={say("imports.form.fullAtHint")}
        value={rule.fullAt}
        onChange={(fullAt) => onChange({ ...rule, fullAt })}
      />
    </>
  );
}

function PerItemForm({ rule, onChange }: RuleFormProps<FormOf<"per_item">>): ReactNode {
  const say = useText();
  return (
    <>
      <FormulaBox
        label={say("imports.form.count")}
        value={rule.of}
        onChange={(of) => onChange({ ...rule, of })}
      />
      <div className={classes.pair}>
        <AmountBox
          label={say("imports.form.each")}
          value={rule.points}
          onChange={(points) => onChange({ ...rule, points })}
        />
        <AmountBox
          optional
          label={say("imports.form.cap")}
          hint={say("imports.form.capHint")}
          value={rule.cap}
          onChange={(cap) => onChange({ ...rule, cap })}
        />
      </div>
    </>
  );
}

function ManualForm({ rule, onChange }: RuleFormProps<FormOf<"manual">>): ReactNode {
  const say = useText();
  return (
    <Textarea
      label={say("imports.form.guidance")}
      value={rule.guidance}
      onChange={(event) => onChange({ ...rule, guidance: event.currentTarget.value })}
    />
  );
}
