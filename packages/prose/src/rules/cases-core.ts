/** Cases of a number and formulas: a proportion with its full and zero lines, or bands. */
import { exact, type RuleSource } from "@opendti/engine";
import type { Core, Draft } from "./draft.js";
import { limitText, shareText } from "./exact-text.js";
import { alike, ladderCore } from "./ladder-core.js";
import { monomialOf } from "./measure.js";
import { brokenRanges, mixedPeriods, rangesBetween, unlikeUnits, wordsBetween } from "./option-ranges.js";
import { optionsCore, type Place } from "./options.js";
import { message } from "./questions.js";
import { scoreCore } from "./score-core.js";
import type { Statement, StatementOf } from "./statements.js";

type Case = StatementOf<"case">;
type Score = StatementOf<"score">;

/** The rule of statements that measure a number. */
export function casesCore(statements: readonly Statement[], draft: Draft, place: Place): Core | null {
  const cases = statements.filter((each): each is Case => each.kind === "case");
  const scores = statements.filter((each): each is Score => each.kind === "score");
  const byRatio = statements.filter((each): each is StatementOf<"by-ratio"> => each.kind === "by-ratio");
  const ranged = cases.filter(({ condition }) => condition.range);
  const worded = cases.filter(({ condition }) => !condition.range && !condition.residual);
  const residual = cases.find(({ condition }) => condition.residual);
  const conditional = scores.filter(({ condition }) => condition?.range || condition?.residual);
  const whole = scores.filter((score) => !conditional.includes(score));
  const letters = draft.letters.size > 0 || draft.ratios.length > 0;
  const none = noneOf(ranged, worded);
  brokenRanges(cases, draft);
  mixedPeriods(cases, draft);
  if (none && scores.length === 0 && byRatio.length === 0 && !letters && !residual) {
    draft.use(...ranged, none);
    draft.beyondEngine.add("text-threshold-mismatch");
    return ladderCore({ ranged, conditional: [], residual: undefined, worded: [none] }, statements, draft);
  }
  if (scores.length === 0 && byRatio.length === 0 && !letters && (worded.length > 0 || !alike(ranged))) {
    if (alike(ranged)) {
      rangesBetween(ranged, draft);
      wordsBetween(cases, draft);
    } else unlikeUnits(ranged, draft);
    return optionsCore(cases, draft, place);
  }
  if (whole.length > 1) return severalScores(whole, ranged.length + worded.length, draft);
  const [score] = whole;
  const percentOnly = score && ranged.length > 1 && isPercentReading(score);
  if (score && !percentOnly) return proportionWithLines(score, statements, draft);
  if (byRatio.length > 0 && conditional.length === 0) return byRatioCore(byRatio, statements, draft);
  draft.use(
    ...ranged,
    ...worded,
    ...conditional,
    ...(residual ? [residual] : []),
    ...(percentOnly ? [score] : []),
  );
  return ladderCore({ ranged, conditional, residual, worded }, statements, draft);
}

/**
 * "Từ 05 tin trở lên: 5 điểm; từ 03 đến 04 tin: 3 điểm; từ 01 đến 02 tin: 1 điểm; không có: 0 điểm": the line in words is the
 * count 0, since the others begin at 1. Where they begin at 0 ("Dưới 10") it is a state of its own, and all are options.
 */
function noneOf(ranged: readonly Case[], worded: readonly Case[]): Case | null {
  const [none] = worded;
  if (!none || worded.length !== 1 || !none.condition.negative || none.worth.value.n !== 0n) return null;
  if (ranged.length < 2 || !alike(ranged)) return null;
  const lows = ranged.map(({ condition }) => condition.range?.interval.low ?? null);
  const least = lows
    .filter((low) => low !== null)
    .sort((one, other) => exact.compare(one.value, other.value))[0];
  const plain = ranged.every(
    ({ condition }) => condition.range && !condition.range.percent && !condition.range.money,
  );
  return plain && lows.every((low) => low !== null) && least?.included && exact.equal(least.value, exact.ONE)
    ? none
    : null;
}

/** "Điểm=Tỷ lệ*100%" above a scale: the ratio as a percent, which the scale then gives points for. */
function isPercentReading(score: Score): boolean {
  const monomial = monomialOf(score.formula);
  return (
    monomial !== null &&
    monomial.power === 0 &&
    exact.equal(monomial.coefficient, exact.ONE) &&
    monomial.body?.kind === "ratio"
  );
}

/** One formula for all values; lines that say what it gives at 100% or at none add nothing, exceptions apart. */
function proportionWithLines(score: Score, statements: readonly Statement[], draft: Draft): Core | null {
  const core = scoreCore(score, draft);
  draft.use(score);
  if (!core) return null;
  if (score.condition?.exceptional === "case" && !/[<>≤≥=]/u.test(score.condition.label))
    draft.doubt(
      "score-conditional",
      message(
        "Công thức này chỉ áp dụng khi có điều kiện; không có điều kiện đó thì được bao nhiêu điểm?",
        "This formula holds only under a condition; how many points are given without it?",
      ),
      score.clause.span,
    );
  if ("proportional" in core.rule || "per_item" in core.rule || "parts" in core.rule) {
    const monomial = monomialOf(score.formula);
    const one = draft.max !== null && exact.equal(draft.max, exact.ONE);
    if (monomial && isPercentReading(score) && !one) {
      const of = "proportional" in core.rule ? core.rule.proportional.of : "value";
      draft.doubt(
        "formula-without-maximum",
        message(
          "Công thức điểm không có điểm tối đa: tỷ lệ 100% được bao nhiêu điểm?",
          "The score formula has no maximum: how many points does 100% give?",
        ),
        score.clause.span,
        [
          {
            label: message("100% được điểm tối đa", "100% gives the maximum"),
            rule: { proportional: { of } },
          },
        ],
      );
      return { rule: { proportional: { of } }, top: exact.ONE };
    }
  }
  const floor = floorOf(core, statements, draft);
  if (floor) {
    draft.use(
      ...statements.filter(
        (each) => each === floor.from || (each.kind === "case" && agrees(each, core, draft)),
      ),
    );
    return { rule: floor.rule, top: core.top };
  }
  for (const statement of statements) {
    if (statement === score) continue;
    if (["score", "case", "bare-case", "by-ratio"].includes(statement.kind)) draft.use(statement);
    if (
      statement.kind === "score" ||
      ((statement.kind === "case" || statement.kind === "bare-case") && !agrees(statement, core, draft))
    )
      draft.doubt(
        "lines-disagree",
        message(
          "Dòng này không khớp với công thức tính điểm; dòng nào được áp dụng?",
          "This line does not agree with the score formula; which of them holds?",
        ),
        statement.clause.span,
        [{ label: message("Chỉ theo công thức", "The formula only"), rule: core.rule }],
      );
  }
  return core;
}

/** "Tỷ lệ < 30%: 0 điểm" beside the formula: nothing below a limit, in proportion from it on. */
function floorOf(
  core: Core,
  statements: readonly Statement[],
  draft: Draft,
): { from: Case; rule: RuleSource } | null {
  const strays = statements.filter(
    (each): each is Case | StatementOf<"bare-case"> =>
      (each.kind === "case" || each.kind === "bare-case") && !agrees(each, core, draft),
  );
  const [from] = strays;
  if (from?.kind !== "case" || strays.length !== 1 || !("proportional" in core.rule)) return null;
  const { range } = from.condition;
  const high = range?.interval.high;
  const low = range?.interval.low;
  const share = draft.shareOf(from.worth);
  const { of } = core.rule.proportional;
  const plain = core.rule.proportional.full_at === undefined && exact.equal(core.top, exact.ONE);
  // "nếu tỷ lệ ≥ 95% thì được điểm tối đa" beside the formula: all points from a limit on.
  if (range?.percent && low && !high && plain && share && exact.equal(share, exact.ONE)) {
    const limit = limitText(low.value, true);
    const onward = low.included ? { ge: limit } : { gt: limit };
    const below = low.included ? { lt: limit } : { le: limit };
    const steps = [
      { label: from.condition.label, ...onward, share: 1 },
      { ...below, rule: core.rule },
    ];
    return { from, rule: { bands: { of, steps } } };
  }
  const ofRatio = from.condition.subject === null || from.condition.subject.kind === "ratio";
  if (!range?.percent || !high || range.interval.low || !ofRatio || draft.shareOf(from.worth)?.n !== 0n)
    return null;
  if (!exact.equal(core.top, exact.ONE) || exact.compare(high.value, exact.ONE) >= 0) return null;
  const limit = limitText(high.value, true);
  const below = high.included ? { le: limit } : { lt: limit };
  const above = high.included ? { gt: limit } : { ge: limit };
  const steps = [
    { label: from.condition.label, ...below, share: 0 },
    { ...above, rule: core.rule },
  ];
  return { from, rule: { bands: { of, steps } } };
}

/** "100%: điểm tối đa", "Chưa triển khai: 0 điểm" say what the formula gives anyway. */
function agrees(statement: Case | StatementOf<"bare-case">, core: Core, draft: Draft): boolean {
  const { condition } = statement;
  const fullAt = "proportional" in core.rule ? core.rule.proportional.full_at : undefined;
  const low = condition.range?.interval.low;
  const atFull =
    low &&
    condition.range?.percent &&
    String(limitText(low.value, true)) === String(fullAt ?? "100%") &&
    (low.included || false);
  if (statement.kind === "bare-case") return atFull === true;
  const share = draft.shareOf(statement.worth);
  if (share === undefined) return false;
  const zero = share.n === 0n;
  const full = share.n === share.d || exact.equal(share, core.top);
  if (!condition.range)
    return zero && !condition.exceptional ? condition.negative || condition.residual : false;
  if (full) return atFull === true;
  const high = condition.range.interval.high;
  return zero && high !== null && high.value.n === 0n;
}

/** Formulas beside one another: each its own part. */
function severalScores(scores: readonly Score[], others: number, draft: Draft): Core | null {
  draft.use(...scores);
  const parts = scores.map((score) => scoreInTurn(score, scores, draft));
  if (parts.some((part) => part === null)) return null;
  const cores = parts.flatMap((part) => (part ? [part] : []));
  const sum = cores.reduce((total, { top }) => exact.add(total, top), exact.ZERO);
  const labels = draft.ratios.map(({ name }) => name);
  if (others > 0 || !exact.equal(sum, exact.ONE) || new Set(labels).size !== cores.length)
    draft.doubt(
      "scores-several",
      message(
        "Nhiều công thức tính điểm: cộng với nhau, hay chọn một?",
        "Several score formulas: do they add up, or does one apply?",
      ),
      scores[0]?.clause.span ?? null,
    );
  return {
    rule: { parts: cores.map(({ rule, top }) => ({ share: shareText(top), rule })) },
    top: exact.reduce(sum),
  };
}

/** A score that stands beside its own ratio is of that one: "Tỷ lệ số hóa=a/b: 1/2*Điểm tối đa nhân với tỷ lệ". */
function scoreInTurn(score: Score, scores: readonly Score[], draft: Draft): Core | null {
  const index = scores.indexOf(score);
  const monomial = monomialOf(score.formula);
  const ratio = draft.ratios[index];
  const general = monomial?.body?.kind === "ratio" && monomial.body.name === "";
  if (!monomial || !ratio || !general || draft.ratios.length !== scores.length)
    return scoreCore(score, draft);
  const all = draft.ratios.splice(0, draft.ratios.length, ratio);
  const core = scoreCore(score, draft);
  draft.ratios.splice(0, draft.ratios.length, ...all);
  return core;
}

/** "tính điểm theo tỷ lệ", without a formula. */
function byRatioCore(
  byRatio: readonly StatementOf<"by-ratio">[],
  statements: readonly Statement[],
  draft: Draft,
): Core | null {
  const ratio = draft.ratios.at(-1);
  const cases = statements.filter((each): each is Case => each.kind === "case");
  const [first] = byRatio;
  let of = ratio?.of;
  if (of === undefined && draft.letters.size === 0) {
    of = draft.freeId("value");
    draft.input({ id: of, label: draft.request.title, kind: "percent" });
  }
  if (of === undefined || !first) return null;
  draft.use(
    ...byRatio,
    ...cases,
    ...statements.filter(
      (each) =>
        each.kind === "bare-case" && agrees(each, { rule: { proportional: { of } }, top: exact.ONE }, draft),
    ),
  );
  const core: Core = { rule: { proportional: { of } }, top: exact.ONE };
  const stray = cases.filter((each) => !agrees(each, core, draft));
  const full = stray.find((each) => draft.shareOf(each.worth)?.n === draft.shareOf(each.worth)?.d);
  const from = full?.condition.range?.interval.low;
  if (stray.length > 0 || (first.condition?.range && !full)) {
    const limit = from ? limitText(from.value, true) : undefined;
    draft.doubt(
      "proportion-unclear",
      message(
        "Phần được tính theo tỷ lệ đạt điểm tối đa ở mức nào?",
        "At what value does the proportional part reach the maximum?",
      ),
      first.clause.span,
      [
        ...(limit === undefined
          ? []
          : [
              {
                label: message(`Đạt điểm tối đa ở ${limit}`, `The maximum at ${limit}`),
                rule: { proportional: { of, full_at: limit } } satisfies RuleSource,
              },
            ]),
        { label: message("Tỷ lệ x Điểm tối đa", "Ratio x maximum"), rule: core.rule },
      ],
    );
  }
  return core;
}
