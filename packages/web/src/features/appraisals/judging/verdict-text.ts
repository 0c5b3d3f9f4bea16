/** A verdict in one line. */
import type { GivenVerdict } from "../../../api/appraisal-contract.js";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import { inputOf, NOT_APPLICABLE_INPUT, useSayValue } from "./values-text.js";

interface Judged {
  readonly verdict: GivenVerdict["verdict"];
  readonly inputs?: Readonly<Record<string, AnswerValue>> | null | undefined;
  readonly points?: string | null | undefined;
}

/** The function that says a verdict: "Đồng ý", "Điều chỉnh số liệu: a 20", "Điều chỉnh còn 8 điểm", "Chưa kết luận". */
export function useVerdictText(outline: SetOutline | undefined): (code: string, judged: Judged) => string {
  const say = useText();
  const { points } = useFormat();
  const sayValue = useSayValue(outline);
  return (code, judged) => {
    if (judged.verdict === null) return say("appraisals.verdict.none");
    if (judged.verdict === "agreed") return say("appraisals.verdict.agreed");
    if (judged.points !== null && judged.points !== undefined)
      return say("appraisals.verdict.points", { points: points(judged.points) });
    const values = Object.entries(judged.inputs ?? {}).map(([input, value]) => {
      const label = inputOf(outline, code, input)?.lettered ? `${input}: ` : "";
      return input === NOT_APPLICABLE_INPUT
        ? sayValue(code, input, value)
        : label + sayValue(code, input, value);
    });
    return say("appraisals.verdict.inputs", { values: values.join("; ") });
  };
}
