/** The range of numbers that an option's words name: "Từ 20 trở lên", "Từ 10 đến 19", "Dưới 10", "≥ 80%". */
import { parseExact } from "../numbers/decimal.js";
import type { Rational } from "../numbers/rational.js";
import type { Edges } from "./span.js";

export interface LabelRange {
  readonly edges: Edges;
  /** First word after the number: `%`, `tin`, `tuần/1`; "" when there is none. Ranges of two units are not compared. */
  readonly unit: string;
}

const NUMBER = String.raw`(\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)`;
const UNIT = String.raw`\s*(%|(?!trở|đến|tới|và|hoặc)[\p{L}/][\p{L}\d/]*)?`;

interface Form {
  readonly form: RegExp;
  /** Whether the lower edge itself is in the range; absent without one. */
  readonly low?: boolean;
  readonly high?: boolean;
}

/** Words before the lower of two numbers, and between it and the upper, with whether the edge is in the range. */
const LOWER = [
  [String.raw`(?:từ trên|trên|lớn hơn|>(?!=))\s*`, false],
  [String.raw`(?:từ|≥|>=|^)\s*`, true],
] as const;
const UPPER = [
  [String.raw`\s*(?:đến|tới|và|,)?\s*(?:dưới|nhỏ hơn|<(?!=))\s*`, false],
  [String.raw`\s*(?:(?:và|,)?\s*(?:≤|<=|không quá)|đến|tới|-|–|—)\s*`, true],
] as const;
const SINGLE = [
  ["", String.raw`\s*trở xuống`, { high: true }],
  ["", String.raw`\s*trở lên`, { low: true }],
  ["(?:từ|ít nhất|tối thiểu|≥|>=)", "", { low: true }],
  ["(?:không quá|tối đa|đến|≤|<=)", "", { high: true }],
  ["(?:trên|hơn|lớn hơn|nhiều hơn|>)", "", { low: false }],
  ["(?:dưới|nhỏ hơn|ít hơn|<)", "", { high: false }],
] as const;

/** Tried in turn; the first that fits the label gives its range. */
const FORMS: readonly Form[] = [
  ...LOWER.flatMap(([before, low]) =>
    UPPER.map(([between, high]) => ({
      form: pattern(`${before}${NUMBER}${UNIT}${between}${NUMBER}${UNIT}`),
      low,
      high,
    })),
  ),
  ...SINGLE.map(([before, after, edges]) => ({
    form: pattern(`${before}\\s*${NUMBER}${UNIT}${after}`),
    ...edges,
  })),
  { form: pattern(`^${NUMBER}${UNIT}$`), low: true, high: true },
];

/** Signs and words that put an edge beside a number; a label with more of them than its form reads is not understood. */
const EDGES = /(?:≥|>=|≤|<=|<|>|từ|trên|dưới|đến|tới|hơn|không quá|ít nhất)\s*(?=\d)/gu;

/** The range in an option's label; undefined where it names none, or two units. */
export function rangeOfLabel(label: string): LabelRange | undefined {
  const text = label.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  for (const { form, low, high } of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const tokens = match.slice(1).filter((token) => token !== undefined);
    const numbers = tokens.flatMap((token) => readNumber(token) ?? []);
    const units = new Set(tokens.filter((token) => readNumber(token) === undefined));
    const [first, second = first] = numbers;
    const edges = [...text.matchAll(EDGES)].length;
    if (!first || !second || units.size > 1 || edges > numbers.length) return undefined;
    return {
      edges: {
        low: low === undefined ? undefined : { value: first, included: low },
        high: high === undefined ? undefined : { value: second, included: high },
      },
      unit: [...units][0] ?? "",
    };
  }
  return undefined;
}

function pattern(text: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${text}`, "u");
}

/** Whether values between whole numbers are possible: percents and money. */
export function isContinuous(ranges: readonly LabelRange[]): boolean {
  return ranges.some(
    ({ unit, edges }) =>
      unit === "%" ||
      /^(đồng|nghìn|ngàn|triệu|tỷ|tỉ)$/.test(unit) ||
      [edges.low, edges.high].some((edge) => edge !== undefined && edge.value.n % edge.value.d !== 0n),
  );
}

/** A number of a text in Vietnamese: `0,5` is a half, `1.000` a thousand. */
export function readNumber(text: string): Rational | undefined {
  if (/^[1-9]\d{0,2}(\.\d{3})+$/.test(text)) return parseExact(text.replaceAll(".", ""));
  return parseExact(text.replace(",", "."));
}
