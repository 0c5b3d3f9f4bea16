/** Declared values in words, as the set describes their inputs. */
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import type { Campaign } from "../../../api/contract.js";
import { useText } from "../../../shared/text.js";
import { outlineQuery } from "../../assessments/data/assessment-queries.js";
import type { FormInput } from "../../assessments/scoring/inputs.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import { useValueText } from "../../assessments/screen/value-text.js";

/** "Not applicable" is kept beside the values, under an input without a name. */
export const NOT_APPLICABLE_INPUT = "";

/** The input of an indicator that a set describes. */
export function inputOf(outline: SetOutline | undefined, code: string, input: string): FormInput | undefined {
  return outline?.byAddress.get(code)?.inputs.find(({ id }) => id === input);
}

/** Writes one value of one input. */
export type SayValue = (code: string, input: string, value: AnswerValue) => string;
/** Writes the values of an indicator in one line. */
export type SayValues = (
  code: string,
  values: readonly { readonly input: string; readonly declared: AnswerValue }[],
) => string;

/** The set of a campaign, laid out; undefined until it has come. A version in use is frozen, so its hash is not needed. */
export function useOutline(
  campaign: Pick<Campaign, "setId" | "setVersion"> | undefined,
): SetOutline | undefined {
  const { setId: id = "", setVersion: version = 0 } = campaign ?? {};
  return useQuery({ ...outlineQuery({ id, version, hash: "" }), enabled: campaign !== undefined }).data;
}

/** The function that writes a value; without the set, the value as it is stored. */
export function useSayValue(outline: SetOutline | undefined): SayValue {
  const say = useText();
  const valueText = useValueText();
  return (code, id, value) => {
    if (id === NOT_APPLICABLE_INPUT)
      return value === null ? say("appraisals.value.applicable") : say("appraisals.value.notApplicable");
    const input = inputOf(outline, code, id);
    if (input !== undefined) return valueText(input, value);
    return value === null || typeof value === "object" ? say("shared.none") : String(value);
  };
}

/** The function that writes a line of values: "a 22 · b 23"; one value alone stands without its letter. */
export function useSayValues(outline: SetOutline | undefined): SayValues {
  const sayValue = useSayValue(outline);
  return useCallback(
    (code, values) => {
      const given = values.filter(({ declared }) => declared !== null);
      return given
        .map(({ input, declared }) => {
          const lettered = inputOf(outline, code, input)?.lettered === true && given.length > 1;
          const text = sayValue(code, input, declared);
          return lettered ? `${input} ${text}` : text;
        })
        .join(" · ");
    },
    [outline, sayValue],
  );
}
