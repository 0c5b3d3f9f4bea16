/** Points that a person gave in place of the rule's: said with what the rule gives, which is then explained as ever. */
import type { Language } from "../message.js";
import type { TraceStep } from "../score/trace.js";
import type { NodeScore } from "../score/unit.js";
import { formatNumber } from "./format.js";
import { stepLines } from "./steps.js";
import type { View } from "./view.js";
import { whyLine } from "./why.js";
import { rounded, words } from "./wording.js";

type Given = Extract<TraceStep, { kind: "given" }>;

/** The step that says so; undefined when the rule decided, or nothing was traced. */
export function givenOf(own: NodeScore): Given | undefined {
  const [first] = own.trace;
  return first?.kind === "given" ? first : undefined;
}

/** `Điểm do người thẩm định cho: 7,5 (quy tắc cho 9,56)`. */
export function givenLine({ points, rule }: Given, language: Language): string {
  const given = formatNumber(points, language);
  return words(
    language,
    `Điểm do người thẩm định cho: ${given} (${ruleSaid(rule, "vi")})`,
    `Points given by the appraiser: ${given} (${ruleSaid(rule, "en")})`,
  );
}

/** What the rule gives, in a few words. */
function ruleSaid({ status, score, excluded }: Given["rule"], language: Language): string {
  const points = formatNumber(score, language);
  switch (status) {
    case "scored":
      return words(language, `quy tắc cho ${points}`, `the rule gives ${points}`);
    case "pending":
      return words(language, `quy tắc tạm cho ${points}`, `the rule gives ${points} for now`);
    case "undefined":
      return words(language, "theo quy tắc: không xác định", "undefined by the rule");
    case "not_applicable":
      return excluded
        ? words(
            language,
            "theo quy tắc: không áp dụng, không tính vào tổng",
            "by the rule: not applicable, left out of the total",
          )
        : words(
            language,
            `đơn vị khai không áp dụng: ${points}`,
            `declared not applicable by the unit: ${points}`,
          );
    case "missing":
      return score.n === 0n
        ? words(language, "đơn vị chưa khai đủ", "not fully declared by the unit")
        : words(
            language,
            `đơn vị chưa khai đủ, quy tắc cho ${points}`,
            `not fully declared by the unit, the rule gives ${points}`,
          );
  }
}

/** The points given and their rounding; then how the rule comes to its own, and the decision's text last. */
export function givenSteps(view: View, given: Given): string[] {
  const { own, language } = view;
  const rounding = own.trace.find((step) => step.kind === "rounding");
  const said = rounding && rounded(rounding.exact, rounding.value, rounding.rounding, language);
  const rule: View = { ...view, own: { ...given.rule, node: own.node } };
  return [
    givenLine(given, language),
    ...(said === undefined ? [] : [words(language, `Làm tròn ${said}`, `Rounded to ${said}`)]),
    words(language, `Theo quy tắc: ${whyLine(rule)}`, `By the rule: ${whyLine(rule)}`),
    ...stepLines(rule),
  ];
}
