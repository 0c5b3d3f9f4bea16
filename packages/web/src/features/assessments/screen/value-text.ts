/** A declared value in words, for where it is only read: history, conflicts, the review and the printed page. */
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { FormInput } from "../scoring/inputs.js";
import { type TypedKind, typedText } from "../values/typed-value.js";

type Described = Pick<FormInput, "kind" | "unit" | "options">;

/** The function that writes a value of an input: "22", "95,65%", "51.125.000 đồng", "Có", the option's own words. */
export function useValueText(): (input: Described, value: AnswerValue) => string {
  const say = useText();
  const { language } = useFormat();
  return (input, value) => {
    if (value === null) return say("shared.none");
    switch (input.kind) {
      case "yes_no":
        return say(value === true ? "assessments.field.yes" : "assessments.field.no");
      case "choice":
        return input.options[Number(value) - 1] ?? String(value);
      case "choices":
        return Array.isArray(value)
          ? value.map((place) => input.options[Number(place) - 1] ?? String(place)).join("; ")
          : String(value);
      case "table":
        return say("assessments.table.rows", { count: Array.isArray(value) ? value.length : 0 });
      default: {
        const text = typedText({ kind: input.kind as TypedKind, unit: input.unit }, value, language);
        if (input.kind === "percent") return `${text}%`;
        return input.unit === undefined ? text : `${text} ${input.unit}`;
      }
    }
  };
}
