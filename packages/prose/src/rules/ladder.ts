/** Cases of one number as bands: ordered so that the first that fits counts; holes and overlaps are doubts. */
import { exact, type Rational, type RuleSource } from "@opendti/engine";
import type { TextSpan } from "../references/types.js";
import type { Draft } from "./draft.js";
import { limitText, shareText } from "./exact-text.js";
import type { Edge, Interval } from "./interval.js";
import { message } from "./questions.js";

export interface Rung {
  readonly interval: Interval;
  /** Share of the indicator's maximum; a rule where the points go on with the number. */
  readonly share: Rational | null;
  readonly rule: RuleSource | null;
  readonly label: string;
  readonly span: TextSpan;
  /** Only its own number: "5 văn bản", "100%". */
  readonly exactly: boolean;
}

export interface Scale {
  /** The expression that is measured. */
  readonly of: string;
  readonly percent: boolean;
  /** Whole numbers only. */
  readonly whole: boolean;
  /** A share of a whole: at most 100%. */
  readonly bounded: boolean;
  /** All points are shares of this share of the maximum. */
  readonly top: Rational;
}

type StepSource = Extract<RuleSource, { bands: unknown }>["bands"]["steps"][number];

/** The bands of some rungs, with what is left over ("Còn lại") last. */
export function bandsOf(rungs: readonly Rung[], rest: Rung | null, scale: Scale, draft: Draft): RuleSource {
  const settled = rungs.map((rung) => settle(rung, rungs, scale));
  const ordered = ordering(settled, scale);
  overlapsOf(ordered, scale, draft);
  const residual = rest ? restOf(rest, ordered) : null;
  if (!residual) holesOf(ordered, scale, draft);
  turnsOf(ordered, draft);
  const rule = ruleOf([...ordered, ...(residual ? [residual] : [])], scale);
  return rule;
}

/** Points that rise and then fall with the number, or the other way: one of them is likely misprinted. */
function turnsOf(ordered: readonly Rung[], draft: Draft): void {
  const sorted = ordered
    .filter((rung): rung is Rung & { share: Rational } => rung.share !== null)
    .sort((a, b) => lowOrder(a.interval.low, b.interval.low));
  const steps = sorted.slice(1).map((rung, at) => exact.compare(rung.share, sorted[at]?.share ?? rung.share));
  const up = steps.findIndex((step) => step > 0);
  const down = steps.findIndex((step) => step < 0);
  if (up < 0 || down < 0) return;
  draft.doubt(
    "points-turn",
    message(
      "Số liệu tăng dần nhưng điểm lúc tăng lúc giảm. Điểm hay mốc nào in sai?",
      "The number rises, but the points rise and fall. Are points or a limit misprinted?",
    ),
    sorted[Math.max(up, down) + 1]?.span ?? null,
  );
}

function ruleOf(rungs: readonly Rung[], scale: Scale): RuleSource {
  return { bands: { of: scale.of, steps: rungs.map((rung) => stepOf(rung, scale)) } };
}

function stepOf(rung: Rung, scale: Scale): StepSource {
  const { low, high } = rung.interval;
  const step: StepSource = { label: rung.label };
  if (low) step[low.included ? "ge" : "gt"] = limitText(low.value, scale.percent);
  if (high) step[high.included ? "le" : "lt"] = limitText(high.value, scale.percent);
  if (rung.rule) step.rule = rung.rule;
  else step.share = shareText(shareWithin(rung.share ?? exact.ZERO, scale.top));
  return step;
}

/** Of a part's own share. */
export const shareWithin = (share: Rational, top: Rational): Rational =>
  top.n === 0n ? share : exact.divide(share, top);

/** "= 100%" of a share is "≥ 100%"; "Từ 90% đến 100%" has no end that matters. */
function settle(rung: Rung, all: readonly Rung[], scale: Scale): Rung {
  const { low, high } = rung.interval;
  if (!high?.included || !scale.bounded || !exact.equal(high.value, exact.ONE) || !scale.percent) return rung;
  if (
    all.some(
      (other) =>
        other !== rung && other.interval.low && exact.compare(other.interval.low.value, exact.ONE) >= 0,
    )
  )
    return rung;
  return low ? { ...rung, interval: { low, high: null } } : rung;
}

/** In the order of the text, but a range before any wider one that holds it. */
function ordering(rungs: readonly Rung[], scale: Scale): Rung[] {
  const ordered: Rung[] = [];
  for (const rung of rungs) {
    const wider = ordered.findIndex(
      (other) => holds(other.interval, rung.interval, scale) && !holds(rung.interval, other.interval, scale),
    );
    ordered.splice(wider < 0 ? ordered.length : wider, 0, rung);
  }
  return ordered;
}

function lowOrder(a: Edge | null, b: Edge | null): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  return exact.compare(a.value, b.value) || (a.included === b.included ? 0 : a.included ? -1 : 1);
}

function highOrder(a: Edge | null, b: Edge | null): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return exact.compare(a.value, b.value) || (a.included === b.included ? 0 : a.included ? 1 : -1);
}

function holds(outer: Interval, inner: Interval, scale: Scale): boolean {
  const [o, i] = [onGrid(outer, scale), onGrid(inner, scale)];
  return lowOrder(o.low, i.low) <= 0 && highOrder(o.high, i.high) >= 0;
}

/** Whole numbers: "trên 5" is "từ 6", "dưới 10" is "đến 9". */
function onGrid(interval: Interval, { whole }: Scale): Interval {
  if (!whole) return interval;
  const up = (edge: Edge): Edge => {
    const ceiling = -(-edge.value.n / edge.value.d) + (edge.value.n % edge.value.d > 0n ? 1n : 0n);
    const next = !edge.included && edge.value.n % edge.value.d === 0n ? ceiling + 1n : ceiling;
    return { value: exact.rational(next), included: true };
  };
  const down = (edge: Edge): Edge => {
    const floor = edge.value.n / edge.value.d;
    const next = !edge.included && edge.value.n % edge.value.d === 0n ? floor - 1n : floor;
    return { value: exact.rational(next), included: true };
  };
  return { low: interval.low && up(interval.low), high: interval.high && down(interval.high) };
}

function intersection(a: Interval, b: Interval): Interval | null {
  const low = lowOrder(a.low, b.low) >= 0 ? a.low : b.low;
  const high = highOrder(a.high, b.high) <= 0 ? a.high : b.high;
  if (low && high) {
    const order = exact.compare(low.value, high.value);
    if (order > 0 || (order === 0 && !(low.included && high.included))) return null;
  }
  return { low, high };
}

/** Two rungs that share numbers, neither holding the other, and would give them different points. */
function overlapsOf(ordered: readonly Rung[], scale: Scale, draft: Draft): void {
  for (const [index, rung] of ordered.entries())
    for (const before of ordered.slice(0, index)) {
      const shared = intersection(onGrid(before.interval, scale), onGrid(rung.interval, scale));
      if (!shared) continue;
      const nested =
        holds(rung.interval, before.interval, scale) || holds(before.interval, rung.interval, scale);
      const oneSided = (each: Rung): boolean => !each.interval.low || !each.interval.high;
      const same =
        holds(rung.interval, before.interval, scale) && holds(before.interval, rung.interval, scale);
      if (nested && !same && oneSided(rung)) continue;
      if (givesSame(before, rung, shared, scale)) continue;
      const other = ordered.map((each) => (each === before ? rung : each === rung ? before : each));
      draft.doubt(
        "bands-overlap",
        message(
          `Hai mức "${before.label}" và "${rung.label}" cùng nhận một giá trị. Giá trị đó thuộc mức nào?`,
          `The bands "${before.label}" and "${rung.label}" both take one value. To which does it belong?`,
        ),
        rung.span,
        [
          {
            label: message(`Thuộc mức "${before.label}"`, `To "${before.label}"`),
            rule: ruleOf(ordered, scale),
          },
          { label: message(`Thuộc mức "${rung.label}"`, `To "${rung.label}"`), rule: ruleOf(other, scale) },
        ],
      );
    }
}

/** At one shared edge a formula may give what the other rung gives: "≥ 80%: all; ≤ 80%: Tỷ lệ/80% of all". */
function givesSame(a: Rung, b: Rung, shared: Interval, scale: Scale): boolean {
  const point =
    shared.low && shared.high && exact.equal(shared.low.value, shared.high.value) ? shared.low.value : null;
  if (a.share && b.share) return exact.equal(a.share, b.share);
  if (!point) return false;
  const at = (rung: Rung): Rational | null => {
    if (rung.share) return shareWithin(rung.share, scale.top);
    const rule = rung.rule;
    if (!rule || !("proportional" in rule) || rule.proportional.of !== scale.of) return null;
    const full = parsed(rule.proportional.full_at);
    const value = exact.divide(point, full);
    return exact.compare(value, exact.ONE) > 0 ? exact.ONE : value;
  };
  const [one, other] = [at(a), at(b)];
  return one !== null && other !== null && exact.equal(one, other);
}

function parsed(limit: string | number | undefined): Rational {
  if (limit === undefined) return exact.ONE;
  const text = String(limit);
  const [whole = "1", decimals = ""] = text.replace("%", "").split(".");
  const value = exact.rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  return text.endsWith("%") ? exact.divide(value, exact.rational(100)) : value;
}

/** What the rungs leave: below the lowest where they begin, else everything not taken. */
function restOf(rest: Rung, ordered: readonly Rung[]): Rung {
  const lowest = ordered
    .map(({ interval }) => interval.low)
    .reduce((a, b) => (lowOrder(a, b) <= 0 ? a : b), ordered[0]?.interval.low ?? null);
  const open = ordered.some(({ interval }) => interval.high === null);
  if (!lowest || !open) return { ...rest, interval: { low: null, high: null } };
  return { ...rest, interval: { low: null, high: { value: lowest.value, included: !lowest.included } } };
}

/** Numbers that no rung takes. */
function holesOf(ordered: readonly Rung[], scale: Scale, draft: Draft): void {
  const sorted = ordered
    .map((rung) => ({ rung, on: onGrid(rung.interval, scale) }))
    .sort((a, b) => lowOrder(a.on.low, b.on.low));
  let reached: Edge | null | "all" = { value: exact.ZERO, included: false };
  let first = true;
  for (const { rung, on } of sorted) {
    if (reached === "all") return;
    if (!meets(reached, on.low, scale, first)) hole(reached, on.low, rung, ordered, scale, draft, first);
    first = false;
    if (on.high === null) reached = "all";
    else if (reached === null || highOrder(on.high, reached) > 0) reached = on.high;
  }
  if (reached !== "all" && reached !== null) {
    const most =
      scale.bounded && scale.percent && exact.compare(reached.value, exact.ONE) >= 0 && reached.included;
    if (!most) hole(reached, null, null, ordered, scale, draft, false);
  }
}

/** Whether the next rung begins where the last ended. */
function meets(reached: Edge | null, low: Edge | null, scale: Scale, first: boolean): boolean {
  if (!low || !reached) return true;
  if (first) return low.value.n === 0n && (low.included || false);
  const order = exact.compare(low.value, reached.value);
  if (order < 0) return true;
  if (order === 0) return low.included || reached.included;
  return (
    scale.whole &&
    exact.equal(low.value, exact.add(reached.value, exact.ONE)) &&
    low.included &&
    reached.included
  );
}

function hole(
  from: Edge | null,
  to: Edge | null,
  above: Rung | null,
  ordered: readonly Rung[],
  scale: Scale,
  draft: Draft,
  first: boolean,
): void {
  const begin = from && !first ? limitText(from.value, scale.percent) : null;
  const end = to ? limitText(to.value, scale.percent) : null;
  const words = (vi: boolean): string => {
    if (begin !== null && end !== null) return vi ? `giữa ${begin} và ${end}` : `between ${begin} and ${end}`;
    if (end !== null) return vi ? `dưới ${end}` : `below ${end}`;
    return vi ? `trên ${begin}` : `above ${begin}`;
  };
  const zero: Rung = {
    interval: { low: null, high: null },
    share: exact.ZERO,
    rule: null,
    label: "Còn lại",
    span: above?.span ?? { start: 0, end: 0 },
    exactly: false,
  };
  const alternatives = [
    {
      label: message("Các giá trị đó được 0 điểm", "Those values give 0 points"),
      rule: ruleOf([...ordered, zero], scale),
    },
  ];
  if (from && to && !first) {
    const joined = ordered.map((rung) =>
      rung.interval.high && exact.equal(rung.interval.high.value, from.value)
        ? { ...rung, interval: { low: rung.interval.low, high: { value: to.value, included: !to.included } } }
        : rung,
    );
    alternatives.unshift({
      label: message(`Mức dưới kéo đến sát ${end}`, `The lower band reaches up to ${end}`),
      rule: ruleOf(joined, scale),
    });
  }
  draft.doubt(
    "bands-gap",
    message(
      `Lời văn không nói giá trị ${words(true)} được bao nhiêu điểm.`,
      `The text does not say how many points values ${words(false)} give.`,
    ),
    above?.span ?? null,
    alternatives,
  );
}
