/** Bands of one number, and the proportion that two of them may be. */
import { exact, type RuleSource } from "@opendti/engine";
import type { Core, Draft } from "./draft.js";
import { limitText, shareText } from "./exact-text.js";
import { bandsOf, type Rung, type Scale, shareWithin } from "./ladder.js";
import { monomialOf } from "./measure.js";
import { inUnit, scaleOf } from "./measured.js";
import { above, message } from "./questions.js";
import { isCounted, ofWhole, proportionOf, timesText } from "./score-core.js";
import type { Statement, StatementOf } from "./statements.js";

type Case = StatementOf<"case">;
type Score = StatementOf<"score">;

/** Ranges of one thing: the same unit, and the same words beside the numbers. */
export function alike(cases: readonly Case[]): boolean {
  const ranges = cases.flatMap(({ condition }) => (condition.range ? [condition.range] : []));
  const units = new Set(
    ranges.flatMap(({ unit, money, percent }) =>
      money ? [money === "đồng" ? "đồng" : "money"] : unit === "" || percent ? [] : [unit],
    ),
  );
  if (units.size > 1) return false;
  const percents = ranges.filter(({ percent }) => percent).length;
  if (
    percents > 0 &&
    percents <
      ranges.filter(({ interval }) => (interval.low?.value.n ?? interval.high?.value.n) !== 0n).length
  )
    return false;
  const sets = ranges.map(
    ({ rest }) =>
      new Set(
        rest.filter((token) => token.kind === "word" && !idle.has(token.base)).map((token) => token.key),
      ),
  );
  const longest = sets.reduce((one, other) => (other.size > one.size ? other : one), new Set<string>());
  return sets.every((words) => [...words].every((word) => longest.has(word)));
}

const idle = new Set("dat co ty ti le so luong duoc cac tu va nhung khi neu thi muc dung la bang".split(" "));

/** No decision has more bands in one indicator. */
const MOST_RUNGS = 60;

export interface LadderParts {
  readonly ranged: readonly Case[];
  readonly conditional: readonly Score[];
  readonly residual: Case | undefined;
  readonly worded: readonly Case[];
}

/** Bands of one number; "≥ 80%: all; < 80%: Tỷ lệ/80% of all" is a proportion that is full at 80%. */
export function ladderCore(
  { ranged, conditional, residual, worded }: LadderParts,
  statements: readonly Statement[],
  draft: Draft,
): Core | null {
  const conditions = [
    ...ranged.map(({ condition }) => condition),
    ...conditional.flatMap(({ condition }) => (condition ? [condition] : [])),
  ];
  if (!alike(ranged)) {
    draft.doubt(
      "measure-unclear",
      message("Các mức điểm không cùng nói về một số liệu.", "The bands are not of one input."),
      ranged[0]?.clause.span ?? null,
    );
    return null;
  }
  if (conditions.length > MOST_RUNGS) {
    draft.doubt(
      "bands-too-many",
      message("Quá nhiều mức điểm cho một chỉ số.", "Too many bands for one indicator."),
      ranged[0]?.clause.span ?? null,
    );
    return null;
  }
  const scale = scaleOf(conditions, statements, draft);
  if (!scale) return null;
  const unit = draft.inputs.find(({ id }) => id === scale.of)?.unit;
  plainPercents(conditions, scale, draft);
  if (
    conditions.some(({ range }) => range?.unusual || range?.exactly || (range?.money && range.money !== unit))
  )
    draft.beyondEngine.add("text-threshold-mismatch");
  const shares = [...ranged, ...(residual ? [residual] : []), ...worded].map(({ worth }) =>
    draft.shareOf(worth),
  );
  if (
    shares.some((share) => share === undefined) ||
    [...ranged, ...worded, ...(residual ? [residual] : [])].some(({ worth }) => worth.upTo)
  ) {
    draft.doubt(
      "max-missing",
      message("Không rõ số điểm của các mức.", "The points of the bands are not clear."),
      ranged[0]?.clause.span ?? null,
    );
    return null;
  }
  const rungs: Rung[] = ranged.map((each) => rungOf(each, scale, unit, draft));
  const formulas = conditional.flatMap((score) => formulaRung(score, scale, unit, draft) ?? []);
  if (formulas.length !== conditional.length) return null;
  const top = [
    ...shares,
    ...formulas.map(({ rule }) => (rule && "proportional" in rule ? exact.ONE : exact.ZERO)),
  ]
    .flatMap((share) => (share ? [share] : []))
    .reduce(exact.greatest, exact.ZERO);
  const scaled: Scale = { ...scale, top: top.n === 0n ? exact.ONE : top };
  const simple = fullAtRule(rungs, formulas, residual, worded, scaled);
  if (simple) return { rule: simple, top };
  const all = [...rungs, ...formulas].sort((one, other) => one.span.start - other.span.start);
  countedLevels(all, residual, scaled, draft);
  const rest = restRung(residual, worded, all, draft, formulas, scaled);
  return { rule: bandsOf(all, rest, scaled, draft), top };
}

function rungOf(each: Case, scale: Scale, unit: string | undefined, draft: Draft): Rung {
  const { condition } = each;
  const range = condition.range;
  return {
    interval: range ? settlePercent(inUnit(range, unit), range.percent, scale) : { low: null, high: null },
    share: draft.shareOf(each.worth) ?? exact.ZERO,
    rule: null,
    label: condition.level ? `Mức ${condition.level}` : condition.label,
    span: each.clause.span,
    exactly: range?.exactly ?? false,
  };
}

/** "Tỷ lệ ≥ 80" is 80%. */
function settlePercent(interval: Rung["interval"], percent: boolean, scale: Scale): Rung["interval"] {
  if (percent || !scale.percent) return interval;
  // "≥ 0,8" is a share already.
  if ([interval.low, interval.high].every((edge) => !edge || exact.compare(edge.value, exact.ONE) < 0))
    return interval;
  const hundredth = (edge: Rung["interval"]["low"]) =>
    edge && { ...edge, value: exact.divide(edge.value, exact.rational(100)) };
  return { low: hundredth(interval.low), high: hundredth(interval.high) };
}

/** Limits of a ratio without "%": 80 can only be hundredths, 0.8 and 1 may be either. */
function plainPercents(
  conditions: readonly LadderParts["ranged"][number]["condition"][],
  scale: Scale,
  draft: Draft,
): void {
  if (!scale.percent) return;
  const plain = conditions.filter(
    ({ range }) =>
      range &&
      !range.percent &&
      [range.interval.low, range.interval.high].some(
        (edge) => edge && exact.compare(edge.value, exact.ONE) >= 0,
      ),
  );
  if (plain.length > 0) draft.beyondEngine.add("text-threshold-mismatch");
  if (plain.length > 0 && draft.ratios.at(-1)?.scale.n !== 100n)
    draft.doubt(
      "percent-unsaid",
      message(
        "Mốc của tỷ lệ không ghi %: hiểu là phần trăm?",
        "The limits of the ratio have no %: are they percents?",
      ),
      plain[0]?.span ?? null,
    );
}

function formulaRung(score: Score, scale: Scale, unit: string | undefined, draft: Draft): Rung | null {
  const monomial = monomialOf(score.formula);
  const literal = monomial && proportionOf(monomial, draft, score.clause.span);
  const proportion = literal && ofWhole(literal, monomial?.body ?? null, draft);
  if (!score.condition || !proportion) {
    draft.doubt(
      "formula-unread",
      message("Không hiểu công thức tính điểm này.", "This score formula was not understood."),
      score.clause.span,
    );
    return null;
  }
  const range = score.condition.range;
  const items = exact.compare(proportion.share, exact.ONE) < 0 && isCounted(proportion.of, draft);
  const { of, share } = items
    ? { of: timesText(proportion.of, proportion.share), share: exact.ONE }
    : proportion;
  const over = exact.compare(share, exact.ONE) > 0;
  const high = range?.interval.high;
  if (
    over &&
    high &&
    scale.percent &&
    !exact.equal(
      exact.multiply(settlePercent(range.interval, range.percent, scale).high?.value ?? exact.ONE, share),
      exact.ONE,
    )
  )
    draft.doubt(
      "formula-limit",
      message(
        "Công thức đạt điểm tối đa ở mốc khác với mốc của dòng này; mốc nào đúng?",
        "The formula reaches the maximum at another limit than this line's; which is right?",
      ),
      score.clause.span,
    );
  // "Nếu tỷ lệ từ 50% thì được (Tỷ lệ x 10)/80%": 12,5 points at 100%.
  if (over && !high && !proportion.named && draft.max)
    draft.doubt(
      "points-above-max",
      above(exact.reduce(exact.multiply(share, draft.max)), draft.max),
      score.clause.span,
    );
  // "Điểm = a x 3 nếu a ≤ 5" of 10: 15 points at 5.
  const most = items && high ? exact.multiply(high.value, proportion.share) : exact.ONE;
  if (draft.max && exact.compare(most, exact.ONE) > 0)
    draft.doubt(
      "points-above-max",
      above(exact.reduce(exact.multiply(most, draft.max)), draft.max),
      score.clause.span,
    );
  const rule: RuleSource = over
    ? { proportional: { of, full_at: limitText(exact.reduce(exact.divide(exact.ONE, share)), true) } }
    : exact.equal(share, exact.ONE)
      ? { proportional: { of } }
      : { parts: [{ share: shareText(share), rule: { proportional: { of } } }] };
  return {
    interval: range ? settlePercent(inUnit(range, unit), range.percent, scale) : { low: null, high: null },
    share: null,
    rule,
    label: score.condition.label,
    span: score.clause.span,
    exactly: false,
  };
}

/** One full line from a limit on, and a formula below it that is full at that limit. */
function fullAtRule(
  rungs: readonly Rung[],
  formulas: readonly Rung[],
  residual: Case | undefined,
  worded: readonly Case[],
  scale: Scale,
): RuleSource | null {
  const [full] = rungs;
  const [formula] = formulas;
  const harmless = worded.every(({ condition, worth }) => worth.value.n === 0n && condition.negative);
  if (
    rungs.length !== 1 ||
    formulas.length !== 1 ||
    residual ||
    !harmless ||
    !full ||
    !formula?.rule ||
    !("proportional" in formula.rule)
  )
    return null;
  const { of, full_at = "100%" } = formula.rule.proportional;
  const low = full.interval.low;
  const high = formula.interval.high ?? low;
  if (of !== scale.of || !low || full.interval.high || formula.interval.low || !high) return null;
  const same = String(limitText(low.value, true)) === String(full_at) && exact.equal(low.value, high.value);
  if (!same || !full.share || !exact.equal(shareWithin(full.share, scale.top), exact.ONE)) return null;
  return formula.rule;
}

/** "4 lần/năm: 20 điểm; 3 lần: 15 điểm": numbers alone, each of which may also mean "or more". */
function countedLevels(rungs: readonly Rung[], residual: Case | undefined, scale: Scale, draft: Draft): void {
  const alone = rungs.filter(
    ({ exactly, interval }) =>
      exactly &&
      !(scale.bounded && interval.low && exact.equal(interval.low.value, exact.ONE)) &&
      interval.low?.value.n !== 0n,
  );
  // "từ 3 trở lên; 02; 01": nothing lies between, so that each number can only be itself.
  const followed = ({ interval }: Rung): boolean =>
    scale.whole &&
    rungs.some(
      (other) =>
        interval.low !== null &&
        other.interval.low?.included === true &&
        exact.equal(other.interval.low.value, exact.add(interval.low.value, exact.ONE)) &&
        (other.interval.high === null || (other.exactly && followed(other))),
    );
  if (alone.every(followed)) return;
  const [first] = alone;
  const least = rungs.map((rung) =>
    rung.exactly && rung.interval.low?.value.n !== 0n
      ? { ...rung, interval: { low: rung.interval.low, high: null } }
      : rung,
  );
  const sorted = [...least].sort((one, other) =>
    exact.compare(other.interval.low?.value ?? exact.ZERO, one.interval.low?.value ?? exact.ZERO),
  );
  const rest: Rung | null = residual
    ? {
        interval: { low: null, high: null },
        share: exact.ZERO,
        rule: null,
        label: residual.condition.label,
        span: residual.clause.span,
        exactly: false,
      }
    : null;
  draft.doubt(
    "levels-counted",
    message(
      `"${first?.label ?? ""}" là đúng số đó, hay từ số đó trở lên?`,
      `Is "${first?.label ?? ""}" exactly that number, or that number and more?`,
    ),
    first?.span ?? null,
    [
      {
        label: message("Từ số đó trở lên", "That number and more"),
        rule: {
          bands: {
            of: scale.of,
            steps: [...sorted, ...(rest ? [rest] : [])].map((rung) => stepFor(rung, scale, draft)),
          },
        },
      },
    ],
  );
}

function stepFor(rung: Rung, scale: Scale, draft: Draft) {
  const { low } = rung.interval;
  const share = shareText(shareWithin(rung.share ?? exact.ZERO, scale.top));
  return draft.text !== "" && low
    ? { label: rung.label, ge: limitText(low.value, scale.percent), share }
    : { label: rung.label, share };
}

/** What is left over: "Còn lại: 0 điểm", or a line in words that gives none. */
function restRung(
  residual: Case | undefined,
  worded: readonly Case[],
  all: readonly Rung[],
  draft: Draft,
  formulas: readonly Rung[],
  scale: Scale,
): Rung | null {
  const zero = worded.find(
    ({ condition, worth }) =>
      draft.shareOf(worth)?.n === 0n && (condition.negative || /không|chưa/iu.test(condition.label)),
  );
  for (const each of worded)
    if (each !== zero)
      draft.doubt(
        "lines-disagree",
        message(
          "Dòng này không nói về số liệu mà các mức khác dựa vào.",
          "This line is not of the input that the other bands are of.",
        ),
        each.clause.span,
      );
  const from = residual ?? zero;
  if (!from) return null;
  // A line in words ends the ladder only where the ranges leave something to it.
  const closed = all.some(
    ({ interval }) => interval.low === null || (interval.low.value.n === 0n && interval.low.included),
  );
  if (!residual && closed) return null;
  if (formulas.length > 0 && !residual && scale.of === "") return null;
  return {
    interval: { low: null, high: null },
    share: draft.shareOf(from.worth) ?? exact.ZERO,
    rule: null,
    label: from.condition.label,
    span: from.clause.span,
    exactly: false,
  };
}
