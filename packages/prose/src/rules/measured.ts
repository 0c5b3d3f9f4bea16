/** What the cases of a group are ranges of: the ratio, a letter, or one quantity of its own, `value`. */
import { exact } from "@opendti/engine";
import { tokensOf } from "../text/tokens.js";
import type { Draft } from "./draft.js";
import { inputKindOf } from "./input-kind.js";
import { moneySizes, type Range } from "./interval.js";
import type { Scale } from "./ladder.js";
import { expressionOf, ratioOf } from "./measure.js";
import { message } from "./questions.js";
import type { MoneyUnit } from "./range-words.js";
import { wordsOf } from "./source-text.js";
import type { Condition, Statement } from "./statements.js";

/** Finds what these ranges measure; undefined (and doubted) where several things may be meant. */
export function scaleOf(
  conditions: readonly Condition[],
  statements: readonly Statement[],
  draft: Draft,
): Scale | undefined {
  const ranges = conditions.flatMap(({ range }) => (range ? [range] : []));
  const percent = ranges.some((range) => range.percent);
  const subject = conditions.find((condition) => condition.subject)?.subject ?? null;
  const base = { top: exact.ONE };
  const ownRatio = subject?.kind === "ratio" ? ratioOf(subject.name, draft) : undefined;
  const ratio = ownRatio ?? (subject === null || subject.kind === "ratio" ? draft.ratios.at(-1) : undefined);
  if (ratio && draft.ratios.length > 1 && !ownRatio) {
    draft.doubt(
      "measure-unclear",
      message("Các mức điểm tính theo tỷ lệ nào?", "Which ratio are the bands of?"),
      conditions[0]?.span ?? null,
    );
  }
  if (ratio) return { ...base, of: ratio.of, percent: true, whole: false, bounded: true };
  if (subject && subject.kind !== "ratio") {
    const of = expressionOf(subject, draft, conditions[0]?.span ?? { start: 0, end: 0 });
    if (of === undefined) return undefined;
    const quotient = of.includes("/");
    const own = draft.inputs.find(({ id }) => id === of);
    return {
      ...base,
      of,
      percent: percent || quotient,
      whole: own?.kind === "count",
      bounded: percent || quotient,
    };
  }
  const letters = [...new Set(draft.letters.values())].filter((id) =>
    draft.inputs.some((input) => input.id === id),
  );
  const main = letters.filter((id) => !draft.inputs.some((input) => input.breakdown?.includes(id)));
  if (main.length === 1 && main[0] !== undefined) {
    const own = draft.inputs.find(({ id }) => id === main[0]);
    return {
      ...base,
      of: main[0],
      percent,
      whole: own?.kind === "count",
      bounded: percent || own?.kind === "percent",
    };
  }
  const usual = subject?.kind === "ratio" ? usualRatio(main, draft) : null;
  if (usual) {
    if (!usual.plain)
      draft.doubt(
        "ratio-undefined",
        message(
          `Lời văn không nói tỷ lệ là gì; hiểu là ${usual.of}?`,
          `The text does not say what the ratio is; is it ${usual.of}?`,
        ),
        conditions[0]?.span ?? null,
      );
    draft.ratios.push({ name: "", of: usual.of, scale: exact.ONE });
    return { ...base, of: usual.of, percent: true, whole: false, bounded: true };
  }
  if (main.length > 1) {
    draft.doubt(
      "measure-unclear",
      message(
        "Lời văn khai nhiều số liệu nhưng không nói các mức điểm tính theo công thức nào.",
        "The text declares several inputs but not by what formula the bands are.",
      ),
      conditions[0]?.span ?? null,
    );
    return undefined;
  }
  const titled = /^(tỷ|tỉ) lệ/iu.test(draft.request.title.normalize("NFC"));
  const ratioLike =
    (subject?.kind === "ratio" || titled) && ranges.every(({ money, unit }) => money === null && unit === "");
  return ownValue(ranges, statements, draft, percent || (ratioLike && ranges.length > 0));
}

/**
 * The ratio that two letters make where no line says it: the part over the whole. Plain where the title is a ratio, and only
 * the second letter counts a total.
 */
function usualRatio(letters: readonly string[], draft: Draft): { of: string; plain: boolean } | null {
  const [part, whole] = letters;
  if (letters.length !== 2 || part === undefined || whole === undefined) return null;
  const label = (id: string): string =>
    draft.inputs
      .find((input) => input.id === id)
      ?.label.normalize("NFC")
      .toLowerCase() ?? "";
  const total = (id: string): boolean => label(id).startsWith("tổng");
  const titled = /^(tỷ|tỉ) lệ/iu.test(draft.request.title.normalize("NFC"));
  return { of: `${part}/${whole}`, plain: titled && total(whole) && !total(part) };
}

/** One measured quantity without a letter is `value`. */
function ownValue(
  ranges: readonly Range[],
  statements: readonly Statement[],
  draft: Draft,
  percent: boolean,
): Scale {
  const id = draft.freeId("value");
  const label = headingLabel(statements) ?? draft.request.title;
  const units = [...new Set(ranges.flatMap(({ money }) => (money ? [money] : [])))];
  const decimals = ranges.some(({ interval }) =>
    [interval.low, interval.high].some((edge) => edge && edge.value.n % edge.value.d !== 0n),
  );
  const asked = inputKindOf(label, draft.unit);
  if (percent) {
    draft.input({ id, label, kind: "percent" });
    if (draft.ratios.length === 0) draft.ratios.push({ name: "", of: id, scale: exact.ONE });
    return { of: id, percent: true, whole: false, bounded: true, top: exact.ONE };
  }
  if (units.length > 0) {
    draft.input({ id, label, kind: "money", unit: smallest(units) });
    return { of: id, percent: false, whole: false, bounded: false, top: exact.ONE };
  }
  const items = ranges.some(({ unit }) => unit !== "" && !measureUnits.has(unit));
  const plain = asked.kind === "percent" || (decimals && asked.kind === "count") ? "number" : asked.kind;
  const kind = items && !decimals && !averaged.test(label.normalize("NFC")) ? "count" : plain;
  draft.input({ ...asked, id, label, kind });
  return { of: id, percent: false, whole: kind === "count", bounded: false, top: exact.ONE };
}

/** A mean of days or posts is no whole number. */
const averaged = /trung bình|bình quân/iu;
/** Words after a number that is measured and not counted. */
const measureUnits = new Set(wordsOf(tokensOf("giờ phút giây km m ha mbps kbps điểm sao")));

/** "Điểm hài lòng trung bình (thang 5):" above the cases says what they measure. */
function headingLabel(statements: readonly Statement[]): string | null {
  const heading = statements.find((statement) => statement.kind === "heading");
  if (heading?.kind !== "heading" || heading.label.split(" ").length < 3) return null;
  return heading.label.replace(/\s*\([^()]*\)$/u, "");
}

function smallest(units: readonly MoneyUnit[]): MoneyUnit {
  return units.reduce((one, other) => (moneySizes[other] < moneySizes[one] ? other : one));
}

/** A range in the unit of the scale: 1 tỷ is 1000 where the scale counts triệu. */
export function inUnit(range: Range, unit: string | undefined): Range["interval"] {
  const size = unit === undefined ? undefined : (moneySizes as Readonly<Record<string, bigint>>)[unit];
  const own = range.money ? moneySizes[range.money] : undefined;
  if (size === undefined || own === undefined || size === own) return range.interval;
  const scaled = (edge: Range["interval"]["low"]) =>
    edge && { ...edge, value: exact.reduce(exact.multiply(edge.value, exact.rational(own, size))) };
  return { low: scaled(range.interval.low), high: scaled(range.interval.high) };
}
