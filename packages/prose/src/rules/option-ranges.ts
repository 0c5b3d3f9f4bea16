/** Ranges that cannot be as printed, and ranges among options that leave a number between them or take it twice. */
import { exact, type Rational } from "@opendti/engine";
import type { Draft } from "./draft.js";
import type { Edge, Range } from "./interval.js";
import { message } from "./questions.js";
import type { StatementOf } from "./statements.js";

type Case = StatementOf<"case">;

/** "từ 50% đến dưới 8%", "từ 50 văn bản đến dưới 80%": nothing can lie in such a range. */
export function brokenRanges(cases: readonly Case[], draft: Draft): void {
  for (const { condition, clause } of cases)
    if (condition.range?.broken)
      draft.doubt(
        "range-broken",
        message(
          `Không rõ "${condition.label}" gồm những giá trị nào. Số hay chữ nào in sai?`,
          `It is not clear which values are in "${condition.label}". Which number or word is misprinted?`,
        ),
        clause.span,
      );
}

/** "3 tin/tuần; 1 - 2 tin/tháng": one number cannot be compared with both. */
export function mixedPeriods(cases: readonly Case[], draft: Draft): void {
  const periods = new Set<string>();
  for (const { condition, clause } of cases) {
    const period = condition.range?.period ?? "";
    if (period === "") continue;
    periods.add(period);
    if (periods.size > 1)
      draft.doubt(
        "periods-mixed",
        message(
          "Các mức tính theo những khoảng thời gian khác nhau (tuần, tháng, quý, năm). Khoảng nào đúng?",
          "The steps are counted over different times (week, month, quarter, year). Which is right?",
        ),
        clause.span,
      );
  }
}

/**
 * "Đúng hạn; chậm dưới 5 ngày; chậm trên 5 ngày": what is 5 days late? The ends of the scale are left to the lines in words.
 * @param ranged cases of one thing, each with a range.
 */
export function rangesBetween(ranged: readonly Case[], draft: Draft): void {
  const kept = ranged.flatMap(({ condition: { range, label }, clause, worth }) =>
    range && !range.exactly ? [{ range, label, clause, worth }] : [],
  );
  const sorted = kept.sort((one, other) => order(one.range.interval.low, other.range.interval.low));
  for (const [at, upper] of sorted.entries()) {
    const lower = sorted[at - 1];
    const high = lower?.range.interval.high;
    const low = upper.range.interval.low;
    if (!lower || !high || !low) continue;
    const meeting = meets(high, low, upper.range);
    if (meeting === "joined" || (meeting === "shared" && sameWorth(lower.worth, upper.worth, draft)))
      continue;
    const texts = {
      hole: message(
        `Giữa "${lower.label}" và "${upper.label}" có giá trị không thuộc dòng nào.`,
        `Between "${lower.label}" and "${upper.label}" a value is in no line.`,
      ),
      shared: message(
        `Hai dòng "${lower.label}" và "${upper.label}" cùng nhận một giá trị. Giá trị đó thuộc dòng nào?`,
        `The lines "${lower.label}" and "${upper.label}" both take one value. To which does it belong?`,
      ),
    };
    draft.doubt(meeting === "hole" ? "bands-gap" : "bands-overlap", texts[meeting], upper.clause.span);
  }
}

/** "Từ 100 hồ sơ; từ 50 đến dưới 100 văn bản": steps of one ladder by their numbers, of two things by their words. */
export function unlikeUnits(ranged: readonly Case[], draft: Draft): void {
  const seen = new Map<string, string>();
  for (const { condition, clause } of ranged) {
    const { range } = condition;
    const unit = range?.percent ? "%" : (range?.unit ?? "");
    if (!range || unit === "") continue;
    for (const edge of [range.interval.low, range.interval.high]) {
      if (!edge) continue;
      const value = range.percent ? exact.multiply(edge.value, exact.rational(100)) : edge.value;
      const { n, d } = exact.reduce(value);
      const before = seen.get(`${n}/${d}`);
      seen.set(`${n}/${d}`, before ?? unit);
      if (before === undefined || before === unit) continue;
      draft.doubt(
        "units-mixed",
        message(
          "Các mức liền nhau tính bằng đơn vị khác nhau. Đơn vị nào in sai?",
          "Neighbouring steps are counted in different units. Which unit is misprinted?",
        ),
        clause.span,
      );
      return;
    }
  }
}

function meets(high: Edge, low: Edge, { percent }: Range): "joined" | "hole" | "shared" {
  const sides = exact.compare(high.value, low.value);
  if (sides > 0) return "shared";
  if (sides === 0)
    return high.included && low.included ? "shared" : high.included || low.included ? "joined" : "hole";
  // "từ 1 đến 2 nội dung; từ 3 nội dung": whole numbers have nothing between.
  const whole = !percent && exact.equal(exact.add(high.value, exact.ONE), low.value);
  return whole && high.included && low.included ? "joined" : "hole";
}

function order(one: Edge | null, other: Edge | null): number {
  if (!one || !other) return one ? 1 : other ? -1 : 0;
  return exact.compare(one.value, other.value);
}

function sameWorth(one: Case["worth"], other: Case["worth"], draft: Draft): boolean {
  const [left, right]: (Rational | undefined)[] = [draft.shareOf(one), draft.shareOf(other)];
  return left !== undefined && right !== undefined && exact.equal(left, right);
}

/** "Từ 80% trở lên: 10 điểm, chậm: 5 điểm; từ 50% đến dưới 80%: ...": a line in words within the steps of a number. */
export function wordsBetween(cases: readonly Case[], draft: Draft): void {
  const first = cases.findIndex(({ condition }) => condition.range);
  const last = cases.findLastIndex(({ condition }) => condition.range);
  const stray = cases.slice(first, last).find(({ condition }) => !condition.range && !condition.residual);
  if (!stray) return;
  draft.doubt(
    "lines-disagree",
    message(
      "Dòng này đứng giữa các mức của một số liệu nhưng không nói về số liệu đó: thay cho mức nào?",
      "This line stands among the steps of one number but is not of that number: which step does it replace?",
    ),
    stray.clause.span,
  );
}
