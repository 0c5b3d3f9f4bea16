/** Score formulas as rules: "Điểm = Tỷ lệ*Điểm tối đa", "(A/B) x 10", "Điểm tối đa - số lần x 0,5", sums of such. */
import { exact, type Rational, type RuleSource } from "@opendti/engine";
import { mostOf, multipliesCount } from "./bounds.js";
import type { Core, Draft } from "./draft.js";
import { inExpression, limitText, shareText } from "./exact-text.js";
import type { Formula } from "./formula.js";
import { expressionOf, extremesIn, type Monomial, monomialOf, ratioOf, termsOf } from "./measure.js";
import { above, doubtBareRatio, doubtMixed, doubtMultiplied, message, unreachable } from "./questions.js";
import { labelOf } from "./source-text.js";
import type { StatementOf } from "./statements.js";

type Score = StatementOf<"score">;

export interface Proportion {
  readonly of: string;
  /** Share of the maximum for each whole of what is measured: 1, or 1/80% under "Tỷ lệ/80%*Điểm tối đa". */
  readonly share: Rational;
  /** Whether the formula names the maximum, or a number of points in its place. */
  readonly named: boolean;
}

/** A product as a proportion; undefined where it is none. */
export function proportionOf(
  monomial: Monomial,
  draft: Draft,
  span: { start: number; end: number },
): Proportion | undefined {
  const body = withDefaultRatio(monomial.body, draft);
  if (!body || monomial.coefficient.n <= 0n || monomial.power < 0 || monomial.power > 1) return undefined;
  const of = expressionOf(body, draft, span);
  if (of === undefined) return undefined;
  let coefficient = monomial.coefficient;
  const scale = body.kind === "ratio" ? (ratioOf(body.name, draft)?.scale ?? exact.ONE) : exact.ONE;
  // "Tỷ lệ = a/b x 100; Điểm = Tỷ lệ x Điểm tối đa / 100"
  if (!exact.equal(scale, exact.ONE) && exact.compare(coefficient, exact.rational(1, 20)) < 0)
    coefficient = exact.multiply(coefficient, scale);
  // "Tỷ lệ*Điểm tối đa/100" counts the ratio in hundredths.
  const hundredths = (share: Rational): Rational =>
    body.kind === "ratio" && exact.equal(share, exact.rational(1, 100)) ? exact.ONE : exact.reduce(share);
  if (monomial.power === 1) return { of, share: hundredths(coefficient), named: true };
  if (!draft.max || draft.max.n === 0n) return undefined;
  return { of, share: hundredths(exact.divide(coefficient, draft.max)), named: false };
}

/** "Tỷ lệ" that no line defines is a percent that is declared itself. */
function withDefaultRatio(body: Formula | null, draft: Draft): Formula | null {
  if (!body) return null;
  if (body.kind === "operation") {
    const left = withDefaultRatio(body.left, draft);
    const right = withDefaultRatio(body.right, draft);
    return left && right ? { ...body, left, right } : null;
  }
  if (body.kind === "ratio" && body.name !== "" && draft.ratioNames.size > 1) declareRatio(body, draft);
  else if (body.kind === "ratio" && draft.ratios.length === 0) {
    const letters = draft.inputs.filter(
      ({ id, kind }) => kind === "percent" && [...draft.letters.values()].includes(id),
    );
    const [only] = letters;
    if (only && letters.length === 1) draft.ratios.push({ name: "", of: only.id, scale: exact.ONE });
    else if (draft.letters.size === 0) {
      const id = draft.freeId("value");
      draft.input({ id, label: draft.request.title, kind: "percent" });
      draft.ratios.push({ name: "", of: id, scale: exact.ONE });
    }
  }
  return body;
}

/** "Tỷ lệ hồ sơ trực tuyến x 5 + Tỷ lệ thanh toán trực tuyến x 5": each a percent of its own, where the text defines none. */
function declareRatio(body: Extract<Formula, { kind: "ratio" }>, draft: Draft): void {
  const named = body.span && !/^[\d. ]+$/.test(body.name);
  const defined = draft.ratioTexts.length > 0 || draft.letters.size > 0;
  const own = draft.ratios.some(({ name }) => name === body.name);
  if (own || defined || !named || !body.span) return;
  const id = draft.freeLetter();
  draft.input({ id, label: labelOf(draft.text, body.span), kind: "percent" });
  draft.ratios.push({ name: body.name, of: id, scale: exact.ONE });
}

/** The rule of a score formula that holds for every value. */
export function scoreCore(score: Score, draft: Draft): Core | null {
  const { formula, clause } = score;
  const extremes = extremesIn(formula);
  if (extremes.length > 0) return relativeFormula(formula, extremes, draft, clause.span);
  const monomial = termsOf(formula).length === 1 ? monomialOf(formula) : null;
  if (monomial) return single(monomial, draft, clause.span);
  return sumOfTerms(formula, draft, clause.span);
}

function single(monomial: Monomial, draft: Draft, span: { start: number; end: number }): Core | null {
  const { body } = monomial;
  if (body && multipliesCount(body, draft)) doubtMultiplied(draft, span);
  const counted = monomial.power === 0 && body && (body.kind === "letter" || body.kind === "named");
  const proportion = proportionOf(monomial, draft, span);
  if (!proportion) return unreadFormula(draft, span);
  const share =
    monomial.power === 0 && exact.equal(monomial.coefficient, exact.ONE) && /\//.test(proportion.of);
  if (share && !(draft.max && exact.equal(draft.max, exact.ONE))) {
    const rule: RuleSource = { proportional: { of: proportion.of } };
    draft.doubt(
      "formula-without-maximum",
      message(
        "Công thức điểm không có điểm tối đa: tỷ lệ 100% được bao nhiêu điểm?",
        "The score formula has no maximum: how many points does 100% give?",
      ),
      span,
      [{ label: message("100% được điểm tối đa", "100% gives the maximum"), rule }],
    );
    return { rule, top: exact.ONE };
  }
  const summed = body ? sumOfRatios(body, proportion, draft, span) : null;
  if (summed) return summed;
  if (counted && draft.inputs.find(({ id }) => id === proportion.of)?.kind !== "percent") {
    const rule: RuleSource = {
      per_item: { of: proportion.of, points: limitText(monomial.coefficient, false) },
    };
    return { rule, top: exact.ONE };
  }
  const { of, share: each } = proportion;
  if (monomial.power === 1 && exact.compare(each, exact.ONE) < 0 && isCounted(of, draft))
    return { rule: { proportional: { of: timesText(of, each) } }, top: exact.ONE };
  return coreOf(proportion, draft, span);
}

/** "Số mô hình/5*Điểm tối đa": five of what is counted give the maximum. */
export const isCounted = (of: string, draft: Draft): boolean =>
  draft.inputs.find(({ id }) => id === of)?.kind === "count";

/** "(Tỷ lệ 1 + Tỷ lệ 2)/2": the mean of several ratios reaches 1, not their sum; "(a/b + c/d)*Điểm tối đa" reaches 2. */
function sumOfRatios(
  body: Formula,
  { of, share }: Proportion,
  draft: Draft,
  span: { start: number; end: number },
): Core | null {
  const count = termsOf(body).length;
  const most = count > 1 ? mostOf(body, draft) : null;
  if (most === "mixed") doubtMixed(draft, span);
  if (most === null || most === "mixed" || most.n === 0n) return null;
  const reached = exact.reduce(exact.multiply(share, most));
  const order = exact.compare(reached, exact.ONE);
  if (order < 0) return { rule: { proportional: { of: perWhole(of, most) } }, top: reached };
  const rule: RuleSource = {
    proportional: { of: exact.equal(share, exact.ONE) ? of : timesText(of, share) },
  };
  if (order > 0)
    draft.doubt(
      "points-above-max",
      above(exact.reduce(exact.multiply(reached, draft.max ?? exact.ONE)), draft.max ?? exact.ONE),
      span,
      [
        {
          label: message(
            "Tính đúng công thức, dừng ở điểm tối đa",
            "The formula as it is, up to the maximum",
          ),
          rule,
        },
        {
          label: message("Trung bình của các tỷ lệ", "The mean of the ratios"),
          rule: { proportional: { of: perWhole(of, most) } },
        },
      ],
    );
  return { rule, top: exact.ONE };
}

/** A sum of ratios as a share of the most that it can come to. */
const perWhole = (of: string, most: Rational): string => timesText(of, exact.divide(exact.ONE, most));

/** The same proportion of a measure that reaches 1: "(Tỷ lệ 1 + Tỷ lệ 2)/2 x 5" is of their mean, not of their sum. */
export function ofWhole(proportion: Proportion, body: Formula | null, draft: Draft): Proportion {
  const terms = body ? termsOf(body) : [];
  const most = body && terms.length > 1 && terms.every(({ sign }) => sign === 1) ? mostOf(body, draft) : null;
  if (most === null || most === "mixed" || most.n <= 0n || exact.equal(most, exact.ONE)) return proportion;
  const { of, share } = proportion;
  return { ...proportion, of: perWhole(of, most), share: exact.reduce(exact.multiply(share, most)) };
}

/** A proportion as a rule: the top is 1 when it reaches the maximum at 100% or before. */
function coreOf({ of, share, named }: Proportion, draft: Draft, span: { start: number; end: number }): Core {
  const order = exact.compare(share, exact.ONE);
  if (order <= 0) return { rule: { proportional: { of } }, top: share };
  const fullAt = exact.reduce(exact.divide(exact.ONE, share));
  const rule: RuleSource = { proportional: { of, full_at: limitText(fullAt, true) } };
  if (!named && draft.max) {
    const points = exact.multiply(share, draft.max);
    draft.doubt("points-above-max", above(exact.reduce(points), draft.max), span, [
      {
        label: message("Tính đúng công thức, dừng ở điểm tối đa", "The formula as it is, up to the maximum"),
        rule,
      },
      { label: message("100% được điểm tối đa", "100% gives the maximum"), rule: { proportional: { of } } },
    ]);
  }
  return { rule, top: exact.ONE };
}

/** "Điểm = A*1/2*Điểm tối đa + B*1/2*Điểm tối đa" and "Điểm tối đa - số lần*0,5". */
function sumOfTerms(formula: Formula, draft: Draft, span: { start: number; end: number }): Core | null {
  const terms = termsOf(formula).map(({ sign, formula: term }) => ({ sign, monomial: monomialOf(term) }));
  const parts: { share: Rational; of: string }[] = [];
  let base: Rational | null = null;
  const lost: { share: Rational; of: string }[] = [];
  for (const { sign, monomial } of terms) {
    if (!monomial) return unreadFormula(draft, span);
    if (!monomial.body) {
      const share =
        monomial.power === 1
          ? monomial.coefficient
          : draft.max
            ? exact.divide(monomial.coefficient, draft.max)
            : null;
      if (sign !== 1 || share === null || base) return unreadFormula(draft, span);
      base = share;
      continue;
    }
    const proportion = proportionOf(monomial, draft, span);
    if (!proportion) return unreadFormula(draft, span);
    (sign === 1 ? parts : lost).push(ofWhole(proportion, monomial.body, draft));
  }
  const bare = terms.find(
    ({ sign, monomial }) =>
      sign === -1 &&
      monomial?.power === 0 &&
      monomial.body?.kind === "ratio" &&
      exact.equal(monomial.coefficient, exact.ONE),
  );
  if (bare && draft.max && !exact.equal(draft.max, exact.ONE)) doubtBareRatio(draft, span);
  if (base && parts.length === 0 && exact.equal(base, exact.ONE)) {
    const less = lost.map(({ of, share }) => `-${timesText(of, share)}`).join("");
    return { rule: { proportional: { of: `max(0, 1${less})` } }, top: exact.ONE };
  }
  if (base || lost.length > 0) return unreadFormula(draft, span);
  const sum = parts.reduce((total, { share }) => exact.add(total, share), exact.ZERO);
  const rule: RuleSource = {
    parts: parts.map(({ share, of }) => ({ share: shareText(share), rule: { proportional: { of } } })),
  };
  return { rule, top: exact.reduce(sum) };
}

/** `value*0.05`, `a/20` */
export function timesText(of: string, share: Rational): string {
  const body = /[+-]/.test(of) ? `(${of})` : of;
  const { n, d } = exact.reduce(share);
  if (n === d) return body;
  if (n === 1n) return `${body}/${d}`;
  return `${body}*${inExpression(share)}`;
}

/** "Tỷ lệ/Tỷ lệ cao nhất*Điểm tối đa", "(T - T thấp nhất)/(T cao nhất - T thấp nhất)*Điểm tối đa". */
function relativeFormula(
  formula: Formula,
  extremes: readonly string[],
  draft: Draft,
  span: { start: number; end: number },
): Core | null {
  const measured = relativeMeasure(formula, draft, span);
  const monomial = monomialOf(formula);
  const whole =
    monomial && (monomial.power === 1 || (draft.max && exact.equal(monomial.coefficient, draft.max)));
  if (!measured || !whole || (monomial.power === 1 && !exact.equal(monomial.coefficient, exact.ONE)))
    return unreadFormula(draft, span);
  const body = monomial.body;
  if (body?.kind !== "operation" || body.operator !== "/") return unreadFormula(draft, span);
  const above = extremesIn(body.left);
  const below = extremesIn(body.right);
  if (above.length === 0 && below.length === 1 && below[0] === "highest")
    return { rule: { relative: { of: measured, to: "best" } }, top: exact.ONE };
  if (above.length === 1 && above[0] === "lowest" && below.length === 0)
    return { rule: { relative: { of: measured, to: "best", better: "lower" } }, top: exact.ONE };
  const range = above.join() === "lowest" && below.join() === "highest,lowest";
  return range && extremes.length === 3
    ? { rule: { relative: { of: measured, to: "range" } }, top: exact.ONE }
    : unreadFormula(draft, span);
}

/** The unit's own quantity in a relative formula. */
function relativeMeasure(
  formula: Formula,
  draft: Draft,
  span: { start: number; end: number },
): string | undefined {
  const own = operands(formula).find(
    (each) =>
      each.kind === "letter" || ((each.kind === "ratio" || each.kind === "named") && each.extreme === null),
  );
  if (!own) return undefined;
  if (own.kind === "letter") return expressionOf(own, draft, span);
  if (own.kind === "ratio") {
    const ratio = draft.ratios.at(-1);
    if (ratio) return ratio.of;
    return expressionOf(withDefaultRatio({ ...own, name: "" }, draft) ?? own, draft, span);
  }
  const [letter] = new Set(draft.letters.values());
  if (letter !== undefined && draft.letters.size === 1) return letter;
  if (draft.letters.size > 0) return undefined;
  const id = draft.freeId("value");
  draft.input({ id, label: draft.request.title, kind: "count" });
  return id;
}

function operands(formula: Formula): Formula[] {
  return formula.kind === "operation" ? [...operands(formula.left), ...operands(formula.right)] : [formula];
}

function unreadFormula(draft: Draft, span: { start: number; end: number }): null {
  draft.doubt(
    "formula-unread",
    message("Không hiểu công thức tính điểm này.", "This score formula was not understood."),
    span,
  );
  return null;
}

/** Says when a whole rule gives less than the maximum. */
export function reachOf(core: Core, draft: Draft, span: { start: number; end: number } | null): RuleSource {
  const order = exact.compare(core.top, exact.ONE);
  if (order === 0) return core.rule;
  const max = draft.max ?? exact.ONE;
  const points = exact.reduce(exact.multiply(core.top, max));
  const printed: RuleSource =
    "parts" in core.rule ? core.rule : { parts: [{ share: shareText(core.top), rule: core.rule }] };
  if (order > 0) {
    draft.doubt("points-above-max", above(points, max), span, [
      { label: message("Theo đúng số điểm đã in", "The points as printed"), rule: printed },
    ]);
    return printed;
  }
  draft.doubt("max-unreachable", unreachable(points, max), span, [
    { label: message("Theo đúng số điểm đã in", "The points as printed"), rule: printed },
    { label: message("Mức cao nhất được điểm tối đa", "The highest gives the maximum"), rule: core.rule },
  ]);
  return printed;
}
