/**
 * A second evaluator of the rules language, for tests only: docs/rules-language.md word by word, all units at once, over
 * the set and the data as written. It shares no code with the engine and does nothing cleverly.
 */
import type { SetSource, UnitData } from "@opendti/engine";
import { evaluate, type Facts, isRatio, parse, type Value } from "./expression.js";
import {
  between,
  type Fraction,
  fraction,
  larger,
  minus,
  one,
  order,
  over,
  plus,
  read,
  roundTo,
  smaller,
  times,
  zero,
} from "./fraction.js";

type Indicator = SetSource["indicators"][number];
type Rule = NonNullable<Indicator["rule"]>;
type Relative = Extract<Rule, { relative: unknown }>["relative"];
type Input = NonNullable<Indicator["inputs"]>[number] | NonNullable<SetSource["profile"]>[number];
type Worth = { share?: string | number | undefined; points?: string | number | undefined };
type Status = "scored" | "missing" | "undefined" | "pending" | "not_applicable";

/** A unit's data, and the points that a person gave to some of its indicators, by code. */
export interface AppraisedUnit extends UnitData {
  readonly given?: ReadonlyMap<string, Fraction>;
}

export interface NaiveScore {
  readonly code: string;
  readonly status: Status;
  readonly exact: Fraction;
  readonly score: Fraction;
  readonly excluded: boolean;
}

export interface NaiveUnit {
  readonly unit: string;
  readonly group: string;
  /** In the order of the document. */
  readonly scores: readonly NaiveScore[];
  readonly total: Fraction;
  readonly exactTotal: Fraction;
  /** 0 when a condition leaves the unit unranked. */
  readonly rank: number;
  readonly level: string | undefined;
}

/** Best and worst of a relative measure in one group; undefined when no unit has a value. */
export interface Standing {
  readonly best: Fraction | undefined;
  readonly worst: Fraction | undefined;
}

interface Outcome {
  readonly status: Exclude<Status, "not_applicable">;
  readonly points: Fraction;
}

const MISSING: Outcome = { status: "missing", points: zero };
const UNDEFINED: Outcome = { status: "undefined", points: zero };

export class NaiveCampaign {
  constructor(
    private readonly set: SetSource,
    private readonly units: readonly AppraisedUnit[],
    private readonly complete?: boolean,
  ) {}

  scores(): NaiveUnit[] {
    const scored = this.units.map((unit) => this.scoreUnit(unit));
    return scored.map((one) => ({ ...one, rank: this.rank(one, scored) }));
  }

  isComplete(group: string): boolean {
    return this.complete ?? this.units.filter((unit) => groupOf(unit) === group).length >= 2;
  }

  /** Best and worst among the units of the group whose indicator is judged by its rule and has the measure. */
  standing(indicator: Indicator, relative: Relative, group: string): Standing {
    const measures = this.units
      .filter(
        (unit) =>
          groupOf(unit) === group && !isNotApplicable(unit, indicator) && !this.exception(unit, indicator),
      )
      .map((unit) => this.measure(relative.of, unit, indicator))
      .filter((value) => typeof value === "object");
    if (measures.length === 0) return { best: undefined, worst: undefined };
    const high = measures.reduce(larger);
    const low = measures.reduce(smaller);
    return relative.better === "lower" ? { best: low, worst: high } : { best: high, worst: low };
  }

  private scoreUnit(unit: AppraisedUnit): NaiveUnit & { ranked: boolean } {
    const scores: NaiveScore[] = [];
    const pillars = this.set.indicators.map((pillar) => this.score(unit, pillar, true, scores));
    const { exact } = this.sum(this.set.indicators, pillars);
    const total = this.roundScore(exact);
    const conditions = allIndicators(this.set).filter(
      (indicator) => indicator.condition?.unmet === "unranked",
    );
    return {
      unit: unit.unit,
      group: groupOf(unit),
      scores,
      total,
      exactTotal: exact,
      rank: 0,
      ranked: conditions.every(
        (each) => evaluate(parse(each.condition?.of ?? ""), this.facts(unit, each)) === true,
      ),
      level: this.level(total, pillars),
    };
  }

  /** Scores an indicator and all below it, in the order of the document. */
  private score(
    unit: AppraisedUnit,
    indicator: Indicator,
    scoredAbove: boolean,
    into: NaiveScore[],
  ): NaiveScore {
    const place = into.length;
    const scored = scoredAbove && indicator.scored !== false;
    into.push({ code: indicator.code, status: "scored", exact: zero, score: zero, excluded: false });
    const children = (indicator.children ?? []).map((child) => this.score(unit, child, scored, into));
    const outcome = indicator.children
      ? this.sum(scored ? indicator.children : [], children)
      : scored && !indicator.condition
        ? this.leaf(unit, indicator)
        : { status: "scored" as const, exact: zero, excluded: false };
    const score = { code: indicator.code, ...outcome, score: this.roundScore(outcome.exact) };
    into[place] = score;
    return score;
  }

  private leaf(unit: AppraisedUnit, indicator: Indicator): Pick<NaiveScore, "status" | "exact" | "excluded"> {
    const given = unit.given?.get(indicator.code);
    if (given) return { status: "scored", exact: given, excluded: false };
    const max = read(indicator.max ?? 0);
    if (isNotApplicable(unit, indicator))
      return {
        status: "not_applicable",
        exact: indicator.not_applicable === "full" ? max : zero,
        excluded: indicator.not_applicable === "excluded",
      };
    const exception = this.exception(unit, indicator);
    if (exception) {
      const { gives } = exception;
      if (gives === "excluded") return { status: "not_applicable", exact: zero, excluded: true };
      return {
        status: "scored",
        exact: gives === "full" ? max : gives === "zero" ? zero : worth(gives, max),
        excluded: false,
      };
    }
    const { status, points } = this.rule(indicator.rule as Rule, max, unit, indicator);
    return { status, exact: points, excluded: false };
  }

  private exception(
    unit: UnitData,
    indicator: Indicator,
  ): NonNullable<Indicator["exceptions"]>[number] | undefined {
    return indicator.exceptions?.find(
      ({ when }) => evaluate(parse(when), this.facts(unit, indicator)) === true,
    );
  }

  private rule(rule: Rule, max: Fraction, unit: UnitData, indicator: Indicator): Outcome {
    const inner = (each: Rule, outOf: Fraction): Outcome => this.rule(each, outOf, unit, indicator);
    /** The points of a value, when there is one. */
    const of = (expression: string | number, points: (value: Fraction) => Fraction | Outcome): Outcome => {
      const value = this.measure(expression, unit, indicator);
      if (value === "missing") return MISSING;
      if (typeof value !== "object") return UNDEFINED;
      const outcome = points(value);
      return "status" in outcome ? outcome : { status: "scored", points: outcome };
    };
    if ("choice" in rule) {
      const { of: id = "choice", options } = rule.choice;
      const answer = this.facts(unit, indicator).value(id);
      if (answer === "missing" || answer === "undefined") return MISSING;
      if (!options) return { status: "scored", points: answer === true ? max : zero };
      const place = answer === true ? 0 : answer === false ? 1 : Number(answer.n) - 1;
      return { status: "scored", points: worth(options[place] ?? {}, max) };
    }
    if ("manual" in rule) return of(rule.manual.of ?? "points", (points) => between(zero, points, max));
    if ("proportional" in rule)
      return of(rule.proportional.of, (value) =>
        times(between(zero, over(value, read(rule.proportional.full_at ?? 1)), one), max),
      );
    if ("per_item" in rule) {
      const { points, cap } = rule.per_item;
      return of(rule.per_item.of, (value) =>
        between(zero, times(value, read(points)), cap === undefined ? max : read(cap)),
      );
    }
    if ("bands" in rule)
      return of(rule.bands.of, (value) => {
        const step = rule.bands.steps.find(
          ({ ge, gt, le, lt }) =>
            (ge === undefined || order(value, read(ge)) >= 0) &&
            (gt === undefined || order(value, read(gt)) > 0) &&
            (le === undefined || order(value, read(le)) <= 0) &&
            (lt === undefined || order(value, read(lt)) < 0),
        );
        if (!step) return UNDEFINED;
        return step.rule ? inner(step.rule, max) : worth(step, max);
      });
    if ("parts" in rule) {
      const outcomes = rule.parts.map((part) => inner(part.rule, worth(part, max)));
      const status = gravest(outcomes);
      return status === "undefined"
        ? UNDEFINED
        : { status, points: outcomes.map(({ points }) => points).reduce(plus) };
    }
    if ("best_of" in rule) {
      const outcomes = rule.best_of.map((alternative) => inner(alternative.rule, max));
      const valued = outcomes.filter(({ status }) => status === "scored" || status === "pending");
      const most = valued.map(({ points }) => points).reduce(larger, zero);
      return (
        valued.find(({ points }) => order(points, most) === 0) ?? { status: gravest(outcomes), points: zero }
      );
    }
    const { relative } = rule;
    if (!this.isComplete(groupOf(unit))) {
      if (!relative.provisional) return of(relative.of, () => ({ status: "pending", points: zero }));
      const outcome = inner(relative.provisional, max);
      return outcome.status === "scored" ? { ...outcome, status: "pending" } : outcome;
    }
    return of(relative.of, (value) => {
      const { best = value, worst = value } = this.standing(indicator, relative, groupOf(unit));
      const [above, below] =
        relative.to === "range"
          ? [minus(value, worst), minus(best, worst)]
          : relative.better === "lower"
            ? [best, value]
            : [value, best];
      return below.n === 0n ? UNDEFINED : times(between(zero, over(above, below), one), max);
    });
  }

  /** The value of `of`: a ratio is rounded as the set says. */
  private measure(expression: string | number, unit: UnitData, indicator: Indicator): Value {
    const tree = parse(expression);
    const value = evaluate(tree, this.facts(unit, indicator));
    const ratio = this.set.rounding?.ratio;
    return typeof value === "object" && isRatio(tree) && typeof ratio === "object"
      ? roundTo(value, ratio.digits, ratio.mode)
      : value;
  }

  /** Sum of the indicators' points: what is excluded leaves and the rest is rescaled; bonuses are beyond the scale. */
  private sum(
    indicators: readonly Indicator[],
    scores: readonly NaiveScore[],
  ): Pick<NaiveScore, "status" | "exact" | "excluded"> {
    let [whole, left, base, bonus] = [zero, zero, zero, zero];
    const statuses: Status[] = [];
    for (const [index, indicator] of indicators.entries()) {
      const score = scores[index];
      if (!score || indicator.scored === false || indicator.condition) continue;
      statuses.push(score.status);
      const points = this.set.rounding?.sum === "exact" ? score.exact : score.score;
      if (indicator.bonus) bonus = score.excluded ? bonus : plus(bonus, points);
      else {
        whole = plus(whole, maxOf(indicator));
        if (score.excluded) left = plus(left, maxOf(indicator));
        else base = plus(base, points);
      }
    }
    const remaining = minus(whole, left);
    const nothingRemains = left.n !== 0n && remaining.n === 0n;
    const scaled = left.n !== 0n && !nothingRemains;
    const full = scaled ? over(times(base, whole), remaining) : base;
    const rescaled = scaled && this.set.rounding?.sum !== "exact" ? smaller(full, whole) : full;
    const [status = "scored"] = statuses;
    return {
      status: statuses.every((each) => each === status)
        ? status
        : statuses.includes("undefined")
          ? "undefined"
          : statuses.includes("pending")
            ? "pending"
            : "scored",
      exact: plus(rescaled, bonus),
      excluded: nothingRemains,
    };
  }

  private rank(
    one: NaiveUnit & { ranked: boolean },
    all: readonly (NaiveUnit & { ranked: boolean })[],
  ): number {
    if (!one.ranked) return 0;
    const keys = (unit: NaiveUnit): Fraction[] => [
      this.set.ranking?.on === "exact" ? unit.exactTotal : unit.total,
      ...(this.set.ranking?.tie_break ?? []).map(
        (code) => unit.scores.find((score) => score.code === code)?.score ?? zero,
      ),
    ];
    const better = (a: NaiveUnit, b: NaiveUnit): boolean => {
      const differences = keys(a).map((key, index) => order(key, keys(b)[index] ?? zero));
      return (differences.find((difference) => difference !== 0) ?? 0) > 0;
    };
    return 1 + all.filter((other) => other.ranked && other.group === one.group && better(other, one)).length;
  }

  private level(total: Fraction, pillars: readonly NaiveScore[]): string | undefined {
    const { levels, groups = [] } = this.set;
    if (!levels) return undefined;
    const maxima = (of: readonly Indicator[]): Fraction =>
      of
        .filter((each) => !each.bonus && each.scored !== false)
        .map(maxOf)
        .reduce(plus, zero);
    const edge = (ge: string | number, max: Fraction): Fraction =>
      String(ge).trim().endsWith("%") ? times(read(ge), max) : read(ge);
    const everywhere = (ge: string | number): boolean =>
      levels.by === "total"
        ? order(total, edge(ge, maxima(this.set.indicators))) >= 0
        : groups.every((group) => {
            const members = this.set.indicators.filter((pillar) => group.pillars.includes(pillar.code));
            const scores = pillars.filter((pillar) => group.pillars.includes(pillar.code));
            const sum =
              this.set.rounding?.sum === "exact"
                ? this.roundScore(scores.map(({ exact }) => exact).reduce(plus, zero))
                : scores.map(({ score }) => score).reduce(plus, zero);
            return order(sum, edge(ge, maxima(members))) >= 0;
          });
    return [...levels.steps].sort((a, b) => order(read(b.ge), read(a.ge))).find(({ ge }) => everywhere(ge))
      ?.key;
  }

  private roundScore(points: Fraction): Fraction {
    const { digits, mode } = this.set.rounding?.score ?? { digits: 2, mode: "half-up" };
    return roundTo(points, digits, mode);
  }

  /** The names an indicator's expressions may use: its own inputs, then the profile. */
  private facts(unit: UnitData, indicator: Indicator): Facts {
    const answer = unit.answers?.[indicator.code];
    const answers = typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
    const find = (name: string): { input: Input | undefined; cell: unknown } => {
      const input = indicator.inputs?.find((each) => each.id === name);
      const fact = this.set.profile?.find((each) => each.id === name);
      return (input ?? !fact) ? { input, cell: answers[name] } : { input: fact, cell: unit.profile?.[name] };
    };
    return {
      value: (name) => {
        const { input, cell } = find(name);
        return cellValue(cell, input?.kind, /^e\d+$/.test(name), optionsOf(indicator, name));
      },
      isList: (name) => ["choices", "table"].includes(find(name).input?.kind ?? ""),
    };
  }
}

const groupOf = (unit: UnitData): string => unit.group ?? "";

function isNotApplicable(unit: UnitData, indicator: Indicator): boolean {
  const answer = unit.answers?.[indicator.code];
  return answer === "not_applicable" || answer === "NA";
}

/** A cell as a number or a yes/no; the place of a chosen option; the number of selected options or rows. */
function cellValue(
  cell: unknown,
  kind: string | undefined,
  defaultNo: boolean,
  labels: readonly string[],
): Value {
  if (cell === undefined || cell === null || cell === "")
    return kind === "yes_no" && defaultNo ? false : "missing";
  if (Array.isArray(cell))
    return fraction(BigInt(kind === "choices" ? new Set(cell.map(String)).size : cell.length));
  if (kind === "yes_no") return cell === true || cell === "yes" || cell === "có";
  if (labels.includes(String(cell))) return fraction(BigInt(labels.indexOf(String(cell)) + 1));
  return read(String(cell));
}

function optionsOf(indicator: Indicator, name: string): string[] {
  const declared = indicator.inputs?.find((input) => input.id === name)?.options;
  if (declared) return declared.map(({ label }) => label);
  const found = rulesIn(indicator.rule).find(
    (rule) => "choice" in rule && (rule.choice.of ?? "choice") === name,
  );
  return found && "choice" in found ? (found.choice.options ?? []).map(({ label }) => label) : [];
}

/** A rule and all rules inside it; the inner ones first. */
export function rulesIn(rule: Rule | undefined): Rule[] {
  if (!rule) return [];
  const inner =
    "parts" in rule
      ? rule.parts.map((part) => part.rule)
      : "best_of" in rule
        ? rule.best_of.map((alternative) => alternative.rule)
        : "bands" in rule
          ? rule.bands.steps.map((step) => step.rule)
          : "relative" in rule
            ? [rule.relative.provisional]
            : [];
  return [...inner.flatMap(rulesIn), rule];
}

export function allIndicators(within: {
  indicators?: Indicator[];
  children?: Indicator[] | undefined;
}): Indicator[] {
  return (within.indicators ?? within.children ?? []).flatMap((each) => [
    each,
    ...allIndicators({ children: each.children }),
  ]);
}

/** The maximum as printed, else the sum of the children's, bonuses left out. */
function maxOf(indicator: Indicator): Fraction {
  if (indicator.scored === false) return zero;
  if (indicator.max !== undefined) return read(indicator.max);
  return (indicator.children ?? [])
    .filter((child) => !child.bonus && !child.condition)
    .map(maxOf)
    .reduce(plus, zero);
}

function worth({ share, points }: Worth, max: Fraction): Fraction {
  return share === undefined ? read(points ?? 0) : times(read(share), max);
}

/** Undefined before missing before pending before scored. */
function gravest(outcomes: readonly Outcome[]): Outcome["status"] {
  const gravity = ["undefined", "missing", "pending", "scored"] as const;
  return gravity.find((status) => outcomes.some((outcome) => outcome.status === status)) ?? "scored";
}
