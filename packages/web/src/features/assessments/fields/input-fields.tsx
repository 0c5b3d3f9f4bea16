/** All fields of one indicator: a and b of a ratio side by side, everything else under each other. */
import type { ReactNode } from "react";
import type { FormInput } from "../scoring/inputs.js";
import { ChoiceField, ChoicesField, ClaimField, YesNoField } from "./choice-field.js";
import type { FieldProps } from "./field-frame.js";
import classes from "./fields.module.css";
import { TableField } from "./table-field.js";
import { TypedInput } from "./typed-field.js";

interface InputFieldsProps {
  readonly code: string;
  readonly inputs: readonly FormInput[];
  readonly readOnly: boolean;
  /** What stands beside a field: last year's value and the like. */
  beside(input: FormInput): ReactNode;
  /** Numbers that are no ratio stand as rows; not where fields stand in columns. */
  readonly rows?: boolean;
}

const NUMERIC = new Set(["count", "number", "percent", "money"]);

/** The form of an indicator. */
export function InputFields({ code, inputs, readOnly, beside, rows = true }: InputFieldsProps): ReactNode {
  const choices = inputs.filter((input) => input.kind === "choice").length;
  const paired = new Set(
    inputs.flatMap(({ id, pairedWith }) => (pairedWith === undefined ? [] : [id, pairedWith])),
  );
  const inRow = ({ id, kind }: FormInput): boolean => rows && NUMERIC.has(kind) && !paired.has(id);
  const field = (input: FormInput): ReactNode => (
    <InputField
      key={input.id}
      code={code}
      input={input}
      readOnly={readOnly}
      beside={beside(input)}
      alone={choices === 1}
      row={inRow(input)}
    />
  );
  return (
    <div className={classes.form}>
      {inputs.map((input) => {
        if (input.pairedWith !== undefined && inputs.some(({ id }) => id === input.pairedWith)) return null;
        const below = inputs.find(({ pairedWith }) => pairedWith === input.id);
        if (!below) return field(input);
        return (
          <div key={input.id} className={classes.pair}>
            {field(input)}
            <span className={classes.slash} aria-hidden>
              /
            </span>
            {field(below)}
          </div>
        );
      })}
    </div>
  );
}

function InputField({ alone, ...props }: FieldProps & { alone: boolean }): ReactNode {
  const { input } = props;
  if (input.claim && input.kind === "yes_no") return <ClaimField {...props} />;
  switch (input.kind) {
    case "yes_no":
      return <YesNoField {...props} />;
    case "choice":
      // The choice that the rule itself offers is named after the indicator, whose title stands above already.
      return <ChoiceField {...props} hideLabel={alone && input.id === "choice"} />;
    case "choices":
      return <ChoicesField {...props} />;
    case "table":
      return <TableField {...props} />;
    default:
      return <TypedInput {...props} />;
  }
}
