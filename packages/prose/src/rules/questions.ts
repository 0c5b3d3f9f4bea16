/** What the reader asks a person, in both languages. */
import { formatNumber, type Rational } from "@opendti/engine";
import type { BilingualText, TextSpan } from "../references/types.js";
import type { Draft } from "./draft.js";

export const message = (vi: string, en: string): BilingualText => ({ vi, en });

const numberVi = (value: Rational): string => formatNumber(value, "vi");
const numberEn = (value: Rational): string => formatNumber(value, "en");

/** The points that the rule can give at most, against the maximum. */
export function unreachable(points: Rational, max: Rational): BilingualText {
  return message(
    `Theo lời văn chỉ được nhiều nhất ${numberVi(points)} điểm, trong khi điểm tối đa là ${numberVi(max)}. Thiếu dòng nào, hay điểm nào in sai?`,
    `By the text at most ${numberEn(points)} points can be had, while the maximum is ${numberEn(max)}. Is a line missing, or are points misprinted?`,
  );
}

export function above(points: Rational, max: Rational): BilingualText {
  return message(
    `Lời văn cho ${numberVi(points)} điểm, nhiều hơn điểm tối đa ${numberVi(max)}. Số nào đúng?`,
    `The text gives ${numberEn(points)} points, more than the maximum of ${numberEn(max)}. Which is right?`,
  );
}

/** A sum of a ratio and a count, as "a/b+c" where "a/(b+c)" may be meant. */
export function doubtMixed(draft: Draft, span: TextSpan): void {
  draft.doubt(
    "formula-mixed",
    message(
      "Công thức cộng một tỷ lệ với một số đếm. Có thiếu dấu ngoặc không?",
      "The formula adds a ratio and a count. Are brackets missing?",
    ),
    span,
  );
}

/** A ratio times a count, as "a/b*c" where "a/(b*c)" may be meant. */
export function doubtMultiplied(draft: Draft, span: TextSpan): void {
  draft.doubt(
    "formula-multiplied",
    message(
      "Kết quả của công thức là một số đếm chứ không phải tỷ lệ, nên không có mức cao nhất. Có thiếu phép chia hay dấu ngoặc không?",
      "The formula comes to a count, not a ratio, and so has no highest value. Is a division missing, or brackets?",
    ),
    span,
  );
}

/** "Điểm = 10 - Tỷ lệ (%)": 5% takes off five points, or five hundredths of one? */
export function doubtBareRatio(draft: Draft, span: TextSpan): void {
  draft.doubt(
    "ratio-as-points",
    message(
      "Công thức trừ thẳng một tỷ lệ vào điểm: 5% là 5 điểm hay 0,05 điểm?",
      "The formula takes a ratio off the points: is 5% five points, or 0.05 points?",
    ),
    span,
  );
}
