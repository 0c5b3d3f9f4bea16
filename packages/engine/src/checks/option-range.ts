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
const MORE = String.raw`(?:trên|hơn|lớn hơn|nhiều hơn|>)`;
const LESS = String.raw`(?:dưới|nhỏ hơn|ít hơn|<)`;
const AT_LEAST = String.raw`(?:từ|ít nhất|tối thiểu|≥|>=)`;
const AT_MOST = String.raw`(?:không quá|tối đa|đến|≤|<=)`;

const pattern = (text: string): RegExp => new RegExp(text, "u");

/** Tried in turn; the first that fits the label gives its range. */
const FORMS: readonly {
  readonly form: RegExp;
  readonly low?: boolean;
  readonly high?: boolean;
  readonly two?: boolean;
}[] = [
  {
    form: pattern(
      `(?:từ trên|trên|>)\\s*${NUMBER}${UNIT}\\s*(?:đến|tới|và)\\s*(?:dưới|<)\\s*${NUMBER}${UNIT}`,
    ),
    two: true,
    low: false,
    high: false,
  },
  {
    form: pattern(`(?:từ trên|trên|>)\\s*${NUMBER}${UNIT}\\s*(?:đến|tới|và\\s*(?:≤|<=))\\s*${NUMBER}${UNIT}`),
    two: true,
    low: false,
    high: true,
  },
  {
    form: pattern(`(?:từ|≥|>=)\\s*${NUMBER}${UNIT}\\s*(?:đến|tới|và)\\s*(?:dưới|<(?!=))\\s*${NUMBER}${UNIT}`),
    two: true,
    low: true,
    high: false,
  },
  {
    form: pattern(`(?:từ\\s*${NUMBER}|^${NUMBER})${UNIT}\\s*(?:đến|tới|-|–|—)\\s*${NUMBER}${UNIT}`),
    two: true,
    low: true,
    high: true,
  },
  { form: pattern(`(?<!\\p{L})${NUMBER}${UNIT}\\s*trở xuống`), high: true },
  { form: pattern(`(?<!\\p{L})${NUMBER}${UNIT}\\s*trở lên`), low: true },
  { form: pattern(`(?<!\\p{L})${AT_LEAST}\\s*${NUMBER}${UNIT}`), low: true },
  { form: pattern(`(?<!\\p{L})${AT_MOST}\\s*${NUMBER}${UNIT}`), high: true },
  { form: pattern(`(?<!\\p{L})${MORE}\\s*${NUMBER}${UNIT}`), low: false },
  { form: pattern(`(?<!\\p{L})${LESS}\\s*${NUMBER}${UNIT}`), high: false },
  { form: pattern(`^${NUMBER}${UNIT}$`), two: false, low: true, high: true },
];

/** The range in an option's label; undefined where it names none, or two units. */
export function rangeOfLabel(label: string): LabelRange | undefined {
  const text = label.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  for (const { form, low, high, two } of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const tokens = match.slice(1).filter((token) => token !== undefined);
    const numbers = tokens.flatMap((token) => readNumber(token) ?? []);
    const units = tokens.filter((token) => readNumber(token) === undefined);
    const [first, second] = two ? numbers : [numbers[0], numbers[0]];
    if (!first || !second || new Set(units).size > 1) return undefined;
    return {
      edges: {
        low: low === undefined ? undefined : { value: first, included: low },
        high: high === undefined ? undefined : { value: second, included: high },
      },
      unit: units[0] ?? "",
    };
  }
  return undefined;
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
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return parseExact(text.replaceAll(".", ""));
  return parseExact(text.replace(",", "."));
}
