/** One value that an appraiser puts in place of the declared one. */
import { Checkbox, Radio, SegmentedControl, TextInput } from "@mantine/core";
import { type ReactNode, useId } from "react";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { problemId } from "../../assessments/fields/problem-id.js";
import { RowsEditor } from "../../assessments/fields/rows-editor.js";
import type { FormInput } from "../../assessments/scoring/inputs.js";
import { useValueText } from "../../assessments/screen/value-text.js";
import type { TypedProblem } from "../../assessments/values/typed-value.js";
import { isTyped, rowsOf, type Typed, typedOf } from "./adjust-draft.js";
import formed from "./form.module.css";
import classes from "./judge.module.css";

interface AdjustFieldProps {
  readonly input: FormInput;
  readonly declared: AnswerValue;
  /** Undefined: not touched, so as declared. */
  readonly typed: Typed | undefined;
  readonly problem: TypedProblem | undefined;
  readonly first: boolean;
  onType(typed: Typed): void;
}

/** The field that suits the kind of the input, filled with what was declared. */
export function AdjustField(props: AdjustFieldProps): ReactNode {
  const { input, declared, typed, problem, first, onType } = props;
  const say = useText();
  const id = useId();
  const { language } = useFormat();
  const valueText = useValueText();
  const now = typed === undefined ? typedOf(input, declared, language) : typed;
  const label = input.lettered ? `${input.id}. ${input.label}` : input.label;
  if (isTyped(input))
    return (
      <TextInput
        label={label}
        description={
          typed === undefined
            ? undefined
            : say("appraisals.adjust.was", { value: valueText(input, declared) })
        }
        inputWrapperOrder={["label", "input", "description", "error"]}
        inputMode={
          input.kind === "text" || input.kind === "link" || input.kind === "date" ? "text" : "decimal"
        }
        autoComplete="off"
        autoFocus={first}
        classNames={{
          wrapper: (input.kind === "text" || input.kind === "link" ? formed.long : formed.short) ?? "",
        }}
        rightSection={input.kind === "percent" ? "%" : undefined}
        value={typeof now === "string" ? now : ""}
        error={problem === undefined ? undefined : say(problemId(problem))}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    );
  return (
    <fieldset aria-labelledby={id} className={formed.choiceField}>
      <div id={id} className={classes.label}>
        {label}
      </div>
      {input.kind === "table" && (
        <div className={formed.rows}>
          <RowsEditor
            columns={input.columns}
            rows={rowsOf(now)}
            labelledBy={id}
            onChange={onType}
            onAdd={onType}
          />
          {problem !== undefined && (
            <p className={formed.problem} role="alert">
              {say(problemId(problem))}
            </p>
          )}
        </div>
      )}
      {input.kind === "yes_no" && (
        <SegmentedControl
          size="xs"
          value={now === true ? "yes" : now === false ? "no" : "none"}
          data={[
            { value: "yes", label: say("assessments.field.yes") },
            { value: "no", label: say("assessments.field.no") },
            { value: "none", label: say("shared.none") },
          ]}
          onChange={(value) => onType(value === "none" ? null : value === "yes")}
        />
      )}
      {input.kind === "choice" &&
        input.options.map((option, place) => (
          <Radio
            key={option}
            name={id}
            size="xs"
            label={option}
            checked={Number(now) === place + 1}
            onChange={() => onType(place + 1)}
          />
        ))}
      {input.kind === "choices" &&
        input.options.map((option, place) => {
          const places = Array.isArray(now) ? (now as readonly number[]) : [];
          return (
            <Checkbox
              key={option}
              size="xs"
              label={option}
              checked={places.includes(place + 1)}
              onChange={(event) =>
                onType(
                  event.currentTarget.checked
                    ? [...places, place + 1].toSorted((one, other) => one - other)
                    : places.filter((one) => one !== place + 1),
                )
              }
            />
          );
        })}
    </fieldset>
  );
}
