/** Published numbers against the set alone: maxima, what rules can give, and sums. */
import { message } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { add, compare, equal, least, type Rational, subtract, ZERO } from "../numbers/rational.js";
import {
  limitOf,
  mostPublished,
  type PublishedScore,
  type PublishedUnit,
  publishedUnits,
  unitName,
} from "./published.js";
import { nearest, reachOfNode } from "./reach.js";
import { type CaseCheck, childrenOf, type Draft, type Entry, rowName, type Subject } from "./subject.js";
import { en, vi } from "./write.js";

export const publishedScores: CaseCheck = (subject, file) =>
  publishedUnits(subject, file).flatMap((unit) => {
    const rows = subject.entries.flatMap((entry) => {
      const score = unit.scores.get(entry.node.index);
      const max = unit.maxima.get(entry.node.index);
      return [
        ...(max ? maxAgainstSet(entry, max, unit) : []),
        ...(score ? scoreAgainstRow(subject, entry, score, unit) : []),
      ];
    });
    const { total } = unit;
    const limit = limitOf(subject, undefined);
    const above =
      total && compare(total.value, mostPublished(subject, undefined)) > 0
        ? [aboveMax("", "Tổng điểm", "the total", total, limit, unit)]
        : [];
    return [...above, ...rows, ...sums(subject, unit)];
  });

function maxAgainstSet(entry: Entry, printed: PublishedScore, unit: PublishedUnit): Draft[] {
  const { code, max } = entry.node;
  if (equal(printed.value, max)) return [];
  return [
    {
      code: "published-max-mismatch",
      at: code,
      path: printed.path,
      message: message(
        `${unitName(unit.unit)}: bản công bố ghi điểm tối đa của ${rowName(entry).vi} là ${vi(printed.value)}, bộ chỉ số ghi ${vi(max)}. Kiểm tra xem có đúng phiên bản của bộ chỉ số.`,
        `${unitName(unit.unit)}: the published table gives ${rowName(entry).en} a maximum of ${en(printed.value)}, the set ${en(max)}. Check that this is the right version of the set.`,
      ),
      expected: formatExact(max),
      found: printed.text,
    },
  ];
}

function scoreAgainstRow(
  subject: Subject,
  entry: Entry,
  score: PublishedScore,
  unit: PublishedUnit,
): Draft[] {
  const limit = limitOf(subject, entry);
  const { vi: name, en: english } = rowName(entry);
  if (compare(score.value, mostPublished(subject, entry)) > 0)
    return [aboveMax(entry.node.code, `Điểm của ${name}`, `the score of ${english}`, score, limit, unit)];
  if (!entry.node.plan) return [];
  const { points, away } = nearest(reachOfNode(entry.node, subject.set), score.value);
  if (compare(away, score.half) <= 0) return [];
  return [
    {
      code: "published-unreachable",
      at: entry.node.code,
      path: score.path,
      message: message(
        `${unitName(unit.unit)}: điểm công bố của ${name} là ${vi(score.value)}, nhưng với bất kỳ số liệu nào quy tắc cũng không cho điểm đó (gần nhất là ${vi(points)}). Đối chiếu quy tắc với văn bản; nếu quy tắc đúng thì điểm công bố sai hoặc văn bản gốc có quy tắc khác.`,
        `${unitName(unit.unit)}: the published score of ${english} is ${en(score.value)}, which the rule gives for no data whatever (nearest: ${en(points)}). Compare the rule with the text; if it is right, the published score is wrong or the original had another rule.`,
      ),
      expected: formatExact(points),
      found: score.text,
    },
  ];
}

function aboveMax(
  at: string,
  name: string,
  english: string,
  score: PublishedScore,
  max: Rational,
  unit: PublishedUnit,
): Draft {
  return {
    code: "published-above-max",
    at,
    path: score.path,
    message: message(
      `${unitName(unit.unit)}: ${name.charAt(0).toLowerCase()}${name.slice(1)} công bố là ${vi(score.value)}, lớn hơn điểm tối đa ${vi(max)}. Kiểm tra bản in; nếu in như vậy thì giữ nguyên và ghi ở note.`,
      `${unitName(unit.unit)}: ${english} is published as ${en(score.value)}, above the maximum of ${en(max)}. Check the print; if printed so, keep it and say so in note.`,
    ),
    expected: `<= ${formatExact(max)}`,
    found: score.text,
  };
}

/** Published sums, the total included, against their published parts. */
function sums(subject: Subject, unit: PublishedUnit): Draft[] {
  const rows = subject.entries.flatMap((entry) => {
    const printed = unit.scores.get(entry.node.index);
    return printed && entry.source.children && entry.scored
      ? sumAgainstParts(subject, unit, entry, printed)
      : [];
  });
  return [...(unit.total ? sumAgainstParts(subject, unit, undefined, unit.total) : []), ...rows];
}

/** What published parts add up to: between two ends, since printed numbers are rounded and some are not printed. */
interface Added {
  readonly low: Rational;
  readonly high: Rational;
  /** With every number as printed, and 0 for what is not. */
  readonly plain: Rational;
  readonly printed: number;
  readonly absent: readonly string[];
}

function sumAgainstParts(
  subject: Subject,
  unit: PublishedUnit,
  entry: Entry | undefined,
  sum: PublishedScore,
): Draft[] {
  // A sum above its maximum is reported as that; one from which rows may be left out is not the sum of its parts.
  if (compare(sum.value, mostPublished(subject, entry)) > 0 || mayRescale(subject, entry)) return [];
  const parts = addUp(subject, unit, entry);
  if (parts.printed === 0) return [];
  const low = subtract(sum.value, sum.half);
  const high = add(sum.value, sum.half);
  if (compare(high, parts.low) >= 0 && compare(low, parts.high) <= 0) return [];
  const { plain } = parts;
  const name = entry ? rowName(entry) : message("cả bộ chỉ số", "the whole set");
  const gap = compare(sum.value, plain) > 0 ? subtract(sum.value, plain) : subtract(plain, sum.value);
  const explained = add(sum.half, least(subtract(plain, parts.low), subtract(parts.high, plain)));
  const absent = parts.absent.length > 0 ? parts.absent.join(", ") : undefined;
  return [
    {
      code: "published-sum-mismatch",
      at: entry?.node.code ?? "",
      path: sum.path,
      message: message(
        `${unitName(unit.unit)}: điểm công bố của ${name.vi} là ${vi(sum.value)}, nhưng ${parts.printed} điểm thành phần đã công bố cộng lại được ${vi(plain)}, lệch ${vi(gap)}; làm tròn chỉ giải thích được ${vi(explained)}.${absent ? ` Không in điểm: ${absent}.` : ""} Kiểm tra lại bản in; nếu in như vậy thì giữ nguyên và ghi ở note và SOURCE.md.`,
        `${unitName(unit.unit)}: the published score of ${name.en} is ${en(sum.value)}, but its ${parts.printed} published parts add up to ${en(plain)}, ${en(gap)} apart; rounding explains ${en(explained)}.${absent ? ` Not printed: ${absent}.` : ""} Check the print; if printed so, keep it and say so in note and SOURCE.md.`,
      ),
      expected: formatExact(plain),
      found: sum.text,
    },
  ];
}

function addUp(subject: Subject, unit: PublishedUnit, entry: Entry | undefined): Added {
  return childrenOf(subject, entry)
    .filter((child) => child.scored && !child.node.condition)
    .map((child): Added => {
      const score = unit.scores.get(child.node.index);
      if (score) {
        // A part above its maximum is an error of its own: here it counts as the maximum.
        const value =
          compare(score.value, mostPublished(subject, child)) > 0 ? limitOf(subject, child) : score.value;
        const { half } = score;
        return { low: subtract(value, half), high: add(value, half), plain: value, printed: 1, absent: [] };
      }
      const inner = child.source.children ? addUp(subject, unit, child) : undefined;
      if (inner && inner.printed > 0) return inner;
      return { low: ZERO, high: limitOf(subject, child), plain: ZERO, printed: 0, absent: [child.node.code] };
    })
    .reduce(
      (a, b) => ({
        low: add(a.low, b.low),
        high: add(a.high, b.high),
        plain: add(a.plain, b.plain),
        printed: a.printed + b.printed,
        absent: [...a.absent, ...b.absent],
      }),
      { low: ZERO, high: ZERO, plain: ZERO, printed: 0, absent: [] },
    );
}

/** Whether a row below may be left out and the rest rescaled. */
function mayRescale(subject: Subject, entry: Entry | undefined): boolean {
  return childrenOf(subject, entry).some(
    ({ node, source }) =>
      node.notApplicable === "excluded" ||
      node.exceptions.some(({ gives }) => gives.kind === "excluded") ||
      (source.children !== undefined && mayRescale(subject, subject.entries[node.index])),
  );
}
