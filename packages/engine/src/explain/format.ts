/** Exact numbers written for people: `9,56` and `51.125.000` in Vietnamese, `9.56` and `51,125,000` in English. */
import type { Language } from "../message.js";
import { multiply, type Rational, rational, reduce } from "../numbers/rational.js";
import { roundToTicks, tenTo } from "../numbers/rounding.js";

/** A finite decimal is written in full up to this many digits after the comma. */
const LONGEST = 12;

/** What has no such form is rounded to this many digits, and said to be rounded. */
const CUT = 6;

/** A number as written, and whether the text is the number itself or only near it. */
export interface Written {
  readonly text: string;
  readonly exact: boolean;
}

const MARKS = { vi: { group: ".", decimal: "," }, en: { group: ",", decimal: "." } } as const;

/** The number for people: `9,56`, `51.125.000`; `≈ 0,956522` when it has no short finite form. */
export function formatNumber(value: Rational, language: Language): string {
  return marked(writeNumber(value, language));
}

/** A ratio as a percent: 0.9565 is `95,65%`; `≈ 95,6522%` when it has no short finite form. */
export function formatPercent(ratio: Rational, language: Language): string {
  return marked(writePercent(ratio, language));
}

/** The number without its mark, for sentences that put "≈" in place of their own "=". */
export function writeNumber(value: Rational, language: Language): Written {
  return write(value, language, CUT);
}

/** Likewise for a percent; cut to as many digits of the ratio as a number is. */
export function writePercent(ratio: Rational, language: Language): Written {
  const { text, exact } = write(multiply(ratio, rational(100)), language, CUT - 2);
  return { text: `${text}%`, exact };
}

function marked({ text, exact }: Written): string {
  return exact ? text : `≈ ${text}`;
}

function write(value: Rational, language: Language, cut: number): Written {
  const reduced = reduce(value);
  const exactDigits = finiteDigits(reduced.d);
  if (exactDigits !== undefined && exactDigits <= LONGEST)
    return {
      text: decimal((reduced.n * tenTo(exactDigits)) / reduced.d, exactDigits, language),
      exact: true,
    };
  let digits = cut;
  let ticks = roundToTicks(reduced, { digits, mode: "half-up" });
  // A tiny number keeps a digit of its own: it is never written as 0.
  while (ticks === 0n) {
    digits += CUT;
    ticks = roundToTicks(reduced, { digits, mode: "half-up" });
  }
  return { text: decimal(ticks, digits, language), exact: false };
}

/** How many decimal digits 1/d takes; undefined when it has no end. */
function finiteDigits(d: bigint): number | undefined {
  let digits = 0;
  for (let rest = d; rest !== 1n; digits += 1) {
    if (rest % 10n === 0n) rest /= 10n;
    else if (rest % 5n === 0n) rest /= 5n;
    else if (rest % 2n === 0n) rest /= 2n;
    else return undefined;
  }
  return digits;
}

function decimal(ticks: bigint, digits: number, language: Language): string {
  const { group, decimal: point } = MARKS[language];
  const negative = ticks < 0n;
  const text = String(negative ? -ticks : ticks).padStart(digits + 1, "0");
  const whole = grouped(text.slice(0, text.length - digits), group);
  const fraction = digits === 0 ? "" : text.slice(text.length - digits).replace(/0+$/, "");
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `${point}${fraction}`}`;
}

function grouped(whole: string, mark: string): string {
  return whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, mark) : whole;
}
