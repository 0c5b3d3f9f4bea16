/** Small words that several sentences share. */
import { type Language, type Message, message } from "../message.js";
import { equal, type Rational, reduce } from "../numbers/rational.js";
import type { Rounding } from "../numbers/rounding.js";
import { formatNumber, type Written, writeNumber } from "./format.js";

/** Says the same thing in both languages. */
export function inBoth(say: (language: Language) => string): Message {
  return message(say("vi"), say("en"));
}

/** The Vietnamese or the English words. */
export function words(language: Language, vi: string, en: string): string {
  return language === "vi" ? vi : en;
}

/** `9,56 điểm`, `1 point`. */
export function inPoints(points: Rational, language: Language): string {
  const number = formatNumber(points, language);
  return words(language, `${number} điểm`, `${number} ${number === "1" ? "point" : "points"}`);
}

/** `9,56/10`. */
export function outOf(score: Rational, max: Rational, language: Language): string {
  return `${formatNumber(score, language)}/${formatNumber(max, language)}`;
}

/** `= 0,5` or `≈ 0,333333`: the sign says whether the text is the number itself. */
export function equals({ text, exact }: Written): string {
  return `${exact ? "=" : "≈"} ${text}`;
}

/** A declared number in full: one without a finite decimal form is written as the fraction it is. */
export function inFull(value: Rational, language: Language): string {
  const written = writeNumber(value, language);
  if (written.exact) return written.text;
  const { n, d } = reduce(value);
  return `${formatNumber({ n, d: 1n }, language)}/${formatNumber({ n: d, d: 1n }, language)}`;
}

/** `làm tròn 2 chữ số, nửa về chẵn: 9,565 → 9,56`; undefined when rounding changed nothing. */
export function rounded(
  exact: Rational,
  value: Rational,
  rounding: Rounding,
  language: Language,
): string | undefined {
  if (equal(exact, value)) return undefined;
  const half =
    rounding.mode === "half-even"
      ? words(language, "nửa về chẵn", "half to even")
      : words(language, "nửa lên", "half up");
  const digits = words(
    language,
    `${rounding.digits} chữ số`,
    `${rounding.digits} ${rounding.digits === 1 ? "digit" : "digits"}`,
  );
  return `${digits}, ${half}: ${formatNumber(exact, language)} → ${formatNumber(value, language)}`;
}

/** A sentence quoted inside another one: without its own full stop. */
export function quoted(text: string): string {
  return text.trim().replace(/[.;]$/, "");
}
