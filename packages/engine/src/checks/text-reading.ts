/**
 * What a decision's rule text states beyond doubt: points, shares of the maximum, thresholds, ratios. Only forms that can mean
 * nothing else are read; a sentence in other words is passed over. (The prose package reads whole texts into rules;
 * here a few marks are compared with a rule that is there already.)
 */
import { parseExact } from "../numbers/decimal.js";
import { divide, multiply, ONE, type Rational, rational, ZERO } from "../numbers/rational.js";
import { readNumber } from "./option-range.js";

/** What an option or a line gives: a share of the maximum, or points. */
export type Statement = { readonly share: Rational } | { readonly points: Rational };

export type Comparator = "ge" | "gt" | "le" | "lt" | "eq" | "any";

export interface Threshold {
  /** The number as a ratio where it is a percent. */
  readonly value: Rational;
  readonly percent: boolean;
  /** The other number that it may stand for: 80 for 80%, 2.000.000.000 for "2 tỷ". */
  readonly otherwise: Rational | undefined;
  readonly comparator: Comparator;
  /** Words beside a number may mean other things than a threshold: they confirm an edge of the rule and ask for none. */
  readonly certain: boolean;
}

const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{3})+(?![\d.])|\d+(?:[.,]\d+)?)`;
const SHARE = String.raw`(?:\d+\s*/\s*\d+|${NUMBER}\s*%|một nửa|nửa)`;
const POINTS_WORD = String.raw`(?:số\s+|tổng\s+(?:số\s+)?)?điểm`;
/** "điểm" as points and not as a place: "10 điểm cầu", "điểm truy cập". */
const ENDS = String.raw`(?=\s*(?:[;.,:)(\]/]|$|tối đa|cho\b|mỗi\b|nếu\b))`;

/** `1/2*Điểm tối đa`, `70% điểm`, `một nửa số điểm`; not the `80%` of `Tỷ lệ/80%*Điểm tối đa`. */
const SHARE_OF_POINTS = new RegExp(
  String.raw`(?<![\d.,/])(?<!/\s+)(${SHARE})\s*[*x×]?\s*${POINTS_WORD}(?!\s*(?:phần trăm|cầu))`,
  "giu",
);
/** `Điểm tối đa * 1/2` */
const POINTS_TIMES_SHARE = new RegExp(String.raw`điểm tối đa\s*[*x×]\s*(${SHARE})`, "giu");
/** `5 điểm` */
const POINTS = new RegExp(String.raw`(?<![\d.,/*%])(?<![*/]\s+)(${NUMBER})\s*điểm${ENDS}`, "gimu");
/** `Điểm tối đa: 10`, `Tổng điểm không quá 10` */
const MOST = new RegExp(
  String.raw`(?:điểm tối đa|điểm[^\n;.:]{0,20}?(?:không quá|tối đa))\s*(?:là|:|=)?\s*(${NUMBER})(?=\s*(?:điểm|[;,)]|\.(?:\s|$)|$))`,
  "gimu",
);

const COMPARATORS: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:≥|>=|từ|ít nhất|tối thiểu)$/, "ge"],
  [/^(?:>|trên|hơn)$/, "gt"],
  [/^(?:≤|<=|không quá|tối đa|đến|tới)$/, "le"],
  [/^(?:<|dưới)$/, "lt"],
  [/^(?:=|đạt)$/, "eq"],
];
const PERCENT_EDGE = new RegExp(
  String.raw`(>=|<=|≥|≤|>|<|=|từ|ít nhất|trên|không quá|dưới|đạt|/)\s*(${NUMBER})\s*%`,
  "giu",
);
const PLAIN_EDGE = new RegExp(
  String.raw`(>=|<=|≥|≤|>|<|từ|ít nhất|tối thiểu|trên|hơn|không quá|tối đa|đến|tới|dưới)\s*(${NUMBER})(?!\d|[.,]\d|\s*%)(?:\s*(nghìn|ngàn|triệu|tỷ|tỉ))?`,
  "giu",
);
const BARE_NUMBER = new RegExp(
  String.raw`(?<![\d.,/*]|(?:mức|cấp|độ|quý|năm|tháng)\s)(${NUMBER})(?!\d|[.,]\d)(\s*%)?(?!\s*(?:%|điểm|đ(?!\p{L})|[*x×/]))`,
  "giu",
);
const SCALE: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };

/** Shares of the maximum that the text states, all the same kind of 1 left out. */
export function sharesIn(text: string): Rational[] {
  return matches(text, SHARE_OF_POINTS, POINTS_TIMES_SHARE).flatMap((found) => readShare(found) ?? []);
}

/** Numbers of points that the text states: `5 điểm`, `Điểm tối đa: 10`. */
export function pointsIn(text: string): Rational[] {
  return matches(text, POINTS, MOST).flatMap((found) => readNumber(found) ?? []);
}

/** Whether the text speaks of points at all. */
export function speaksOfPoints(text: string): boolean {
  return /điểm tối đa|\d\s*điểm|điểm\s*=|%\s*điểm|điểm[^\n]{0,200}không quá/iu.test(text.normalize("NFC"));
}

/**
 * What the text gives for an option: what stands on the option's own line right after its words. Undefined when no line begins
 * with them, or nothing clear follows.
 */
export function statementFor(label: string, text: string): Statement | undefined {
  const wanted = words(label);
  for (const line of text.normalize("NFC").split("\n")) {
    const bare = words(line.replace(/^\s*(?:[-+*•]|\d+[.)])\s*/, ""));
    if (!bare.startsWith(wanted)) continue;
    const rest =
      /^\s*[:\-–(=,]?\s*(?:được|đạt|chấm|tính)?\s*(.*)$/u.exec(bare.slice(wanted.length))?.[1] ?? "";
    const statement = readStatement(rest);
    if (statement) return statement;
  }
  return undefined;
}

function readStatement(text: string): Statement | undefined {
  if (/^(?:điểm tối đa|tối đa)(?!\s*(?:[*x×]|\d|là|:))/u.test(text)) return { share: ONE };
  const share = new RegExp(String.raw`^(${SHARE})\s*[*x×]?\s*${POINTS_WORD}`, "u").exec(text)?.[1];
  if (share) {
    const value = readShare(share);
    return value && { share: value };
  }
  const points = new RegExp(String.raw`^(${NUMBER})\s*điểm${ENDS}`, "u").exec(text)?.[1];
  const value = points === undefined ? undefined : readNumber(points);
  if (!value) return undefined;
  return value.n === 0n ? { share: ZERO } : { points: value };
}

/** Thresholds on the lines that speak of points or levels: `≥ 80%`, `Tỷ lệ/80%`, `≥ 2 tỷ`. */
export function thresholdsIn(text: string): Threshold[] {
  const found: Threshold[] = [];
  for (const line of text.normalize("NFC").split("\n")) {
    if (!/điểm|mức/iu.test(line) || /^\s*(?:[-+]\s*)?[a-zđ]\d?\s*[=.]/u.test(line)) continue;
    const read = new Set<number>();
    for (const { 0: whole, 1: sign = "", 2: number = "", index } of line.matchAll(PERCENT_EDGE)) {
      read.add(index + whole.indexOf(number, sign.length));
      const value = readNumber(number);
      if (!value) continue;
      const comparator = comparatorOf(sign);
      found.push({
        value: divide(value, rational(100)),
        percent: true,
        otherwise: value,
        comparator,
        certain: true,
      });
    }
    for (const { 0: whole, 1: sign = "", 2: number = "", 3: scale = "", index } of line.matchAll(
      PLAIN_EDGE,
    )) {
      read.add(index + whole.indexOf(number, sign.length));
      const value = readNumber(number);
      const by = SCALE[scale.toLowerCase()];
      if (!value) continue;
      const otherwise = by === undefined ? undefined : multiply(value, rational(by));
      const comparator = comparatorOf(sign);
      found.push({ value, percent: false, otherwise, comparator, certain: /[<>≤≥]/.test(sign) });
    }
    found.push(...bareNumbers(line, read));
  }
  return found;
}

/** Numbers without a sign that is known here: "02 sản phẩm", "từ 80 - 90%", "lớn hơn hoặc bằng 5". They may be edges. */
function bareNumbers(line: string, read: ReadonlySet<number>): Threshold[] {
  return [...line.matchAll(BARE_NUMBER)].flatMap(({ 1: number = "", 2: percent, index }) => {
    const value = read.has(index) ? undefined : readNumber(number);
    if (!value) return [];
    return [
      percent === undefined
        ? { value, percent: false, otherwise: undefined, comparator: "any", certain: false }
        : {
            value: divide(value, rational(100)),
            percent: true,
            otherwise: value,
            comparator: "any",
            certain: false,
          },
    ];
  });
}

function comparatorOf(sign: string): Comparator {
  return COMPARATORS.find(([form]) => form.test(sign.toLowerCase()))?.[1] ?? "any";
}

/** The ratios that the text writes out: the `a/b` of `Tỷ lệ = a/b`. */
export function ratiosIn(text: string): string[] {
  const letters = /^(?:\s*(?:[a-z]\d?(?![\p{L}\d])|\d+(?:\.\d+)?%?(?![\p{L}\d])|[()+\-*/×]))+/u;
  return [...text.normalize("NFC").matchAll(/t[ỷỉ]\s*lệ\s*=([^\n;]*)/giu)].flatMap(([, right = ""]) => {
    const formula =
      letters
        .exec(right.toLowerCase())?.[0]
        .replaceAll("×", "*")
        .replace(/[\s+\-*/(]+$/u, "")
        .trim() ?? "";
    return /[a-z].*\//u.test(formula) ? [formula] : [];
  });
}

function matches(text: string, ...forms: readonly RegExp[]): string[] {
  // Line by line: a number that opens the next line is its own, as in "Điểm tối đa" before "2. Mô hình triển khai".
  const lines = text.normalize("NFC").split("\n");
  return forms.flatMap((form) =>
    lines.flatMap((line) => [...line.matchAll(form)].map((match) => match[1] ?? "")),
  );
}

function readShare(text: string): Rational | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, "");
  if (plain.endsWith("nửa")) return rational(1, 2);
  return parseExact(plain.replace(",", "."));
}

/** Lower case, one space between words, none before punctuation. */
export function words(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/ ([:;,.)])/g, "$1")
    .trim();
}
