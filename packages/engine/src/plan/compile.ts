/** Compiles a validated set: gives every fact a slot, lowers every rule, and refuses what the schema cannot see. */
import { ExpressionError, parseExpression } from "../expression/parse.js";
import { isRatio, resolveCondition, resolveNumber, type Scope } from "../expression/resolve.js";
import { message } from "../message.js";
import { parseExact } from "../numbers/decimal.js";
import { add, multiply, ONE, type Rational, ZERO } from "../numbers/rational.js";
import type { Rounding } from "../numbers/rounding.js";
import { lowerRule } from "../rules/index.js";
import { type Path, type RuleContext, SetError } from "../rules/rule-kind.js";
import type { ExceptionSource, IndicatorSource, InputSource, RuleSource, SetSource } from "../set/schema.js";
import { shown } from "../source/shown.js";
import type { CompiledSet, DataCheck, Fact, Node } from "./compiled.js";
import { defaultOf, impliedInputs, ruleOptions } from "./implied.js";
import type { ConditionPlan, ExceptionPlan, Plan, RelativePlan, Slot } from "./plan.js";
import { badNames, tooFine } from "./refuse.js";
import { slotsOf } from "./slots.js";

/** Used when a set declares no rounding (the checker reports that): two digits, half-up, rounded scores added. */
const DEFAULT_SCORE_ROUNDING: Rounding = { digits: 2, mode: "half-up" };

/** The compiled set, or every mistake found. */
export function compileSet(source: SetSource): { set: CompiledSet } | { errors: SetError[] } {
  const compiler = new Compiler(source);
  const set = compiler.run();
  return compiler.errors.length > 0 ? { errors: compiler.errors } : { set };
}

interface Draft {
  readonly source: IndicatorSource;
  readonly path: Path;
  readonly index: number;
  readonly parent: number | undefined;
  readonly depth: number;
  readonly children: number[];
  readonly inputs: Fact[];
  readonly scored: boolean;
}

class Compiler {
  readonly errors: SetError[] = [];
  private readonly facts: Fact[] = [];
  private readonly drafts: Draft[] = [];
  private readonly relatives: { node: number; plan: RelativePlan }[] = [];
  private readonly ratioRounding: Rounding | undefined;
  private profile: Fact[] = [];

  constructor(private readonly source: SetSource) {
    const ratio = source.rounding?.ratio;
    this.ratioRounding = ratio === undefined || ratio === "exact" ? undefined : ratio;
  }

  run(): CompiledSet {
    const { source } = this;
    this.profile = (source.profile ?? []).map((fact, index) =>
      this.addFact(fact, undefined, ["profile", index]),
    );
    this.errors.push(...badNames(this.profile, ["profile"]));
    const pillars = source.indicators.map((indicator, index) =>
      this.draft(indicator, ["indicators", index], undefined, 0, source.kind === "scored"),
    );
    const nodeOf = this.indexNodes();
    const nodes = this.drafts.map((draft) => this.node(draft));
    const checks = this.drafts.flatMap((draft) => this.checks(draft, nodeOf));
    const max = sumMax(pillars, nodes);
    this.errors.push(...tooFine(source.rounding?.score ?? DEFAULT_SCORE_ROUNDING, nodes));
    return {
      source,
      id: source.id,
      version: source.version,
      scored: source.kind === "scored",
      nodes,
      pillars,
      facts: this.facts,
      profile: this.profile,
      checks,
      relatives: this.relatives,
      nodeOf,
      scoreRounding: source.rounding?.score ?? DEFAULT_SCORE_ROUNDING,
      sum: source.rounding?.sum ?? "rounded",
      rankOn: source.ranking?.on ?? "rounded",
      tieBreak: (source.ranking?.tie_break ?? []).flatMap((code, index) =>
        this.codeToNode(code, nodeOf, ["ranking", "tie_break", index]),
      ),
      max,
      groups: (source.groups ?? []).map((group, index) => {
        const members = group.pillars.flatMap((code, at) =>
          this.codeToNode(code, nodeOf, ["groups", index, "pillars", at]),
        );
        return { key: group.key, title: group.title, pillars: members, max: sumMax(members, nodes) };
      }),
    };
  }

  private draft(
    source: IndicatorSource,
    path: Path,
    parent: number | undefined,
    depth: number,
    scoredAbove: boolean,
  ): number {
    const index = this.drafts.length;
    const scored = scoredAbove && source.scored !== false;
    const draft: Draft = { source, path, index, parent, depth, children: [], inputs: [], scored };
    this.drafts.push(draft);
    for (const [at, input] of (source.inputs ?? []).entries())
      draft.inputs.push(this.addFact(input, index, [...path, "inputs", at]));
    for (const implied of impliedInputs(source))
      draft.inputs.push(this.addFact(implied, index, [...path, "rule"], true));
    this.errors.push(...badNames(draft.inputs, [...path, "inputs"]));
    for (const [at, child] of (source.children ?? []).entries())
      draft.children.push(this.draft(child, [...path, "children", at], index, depth + 1, scored));
    return index;
  }

  private addFact(
    source: InputSource | NonNullable<SetSource["profile"]>[number],
    node: number | undefined,
    path: Path,
    strict = false,
  ): Fact {
    const more: Partial<InputSource> = source;
    const options =
      more.options?.map((option) => option.label) ??
      (node === undefined ? [] : ruleOptions(this.drafts[node]?.source.rule, source.id));
    const fact: Fact = {
      slot: this.facts.length as Slot,
      node,
      id: source.id,
      label: source.label,
      kind: source.kind,
      unit: source.unit,
      options,
      min: this.optionalExact(more.min, [...path, "min"]),
      max: this.optionalExact(more.max, [...path, "max"]),
      strict,
      defaultValue: defaultOf(more, node !== undefined),
      breakdown: more.breakdown ?? [],
      aliases: more.aliases ?? [],
    };
    this.facts.push(fact);
    return fact;
  }

  private indexNodes(): Map<string, number> {
    const nodeOf = new Map<string, number>();
    const keys = new Set<string>();
    for (const { source, index, path } of this.drafts) {
      const key = source.key ?? source.code;
      if (keys.has(key))
        this.errors.push(
          new SetError(
            message(
              `Mã "${source.code}" in hai lần: đặt "key" riêng cho dòng sau`,
              `Code "${source.code}" is printed twice: give the later row a "key" of its own`,
            ),
            [...path, source.key ? "key" : "code"],
          ),
        );
      keys.add(key);
      if (!nodeOf.has(source.code)) nodeOf.set(source.code, index);
      nodeOf.set(key, index);
    }
    return nodeOf;
  }

  private node(draft: Draft): Node {
    const { source, path, index } = draft;
    const max = this.optionalExact(source.max, [...path, "max"]);
    let plan: Plan | undefined;
    let exceptions: ExceptionPlan[] = [];
    let condition: Node["condition"];
    this.collect(() => {
      if (source.children && source.rule)
        throw new SetError(
          message(
            "Chỉ số có children thì cộng điểm các con, không có rule",
            "An indicator with children sums them; it has no rule",
          ),
          [...path, "rule"],
        );
      if (max && max.n < 0n)
        throw new SetError(message("max không thể âm", "max cannot be negative"), [...path, "max"]);
      const needsRule = draft.scored && !source.children && !source.condition;
      if (needsRule && !source.rule)
        throw new SetError(
          message(
            `Chỉ số ${source.code} chưa có rule (manual nếu chấm tay)`,
            `Indicator ${source.code} has no rule (manual if a person scores it)`,
          ),
          path,
        );
      if (needsRule && !max)
        throw new SetError(
          message(`Chỉ số ${source.code} chưa có max`, `Indicator ${source.code} has no max`),
          path,
        );
    });
    this.collect(() => {
      if (!source.rule || source.children) return;
      const lowered = this.rule(draft, source.rule, max ?? ONE, [...path, "rule"]);
      if (draft.scored) plan = lowered;
    });
    this.collect(() => {
      exceptions = (source.exceptions ?? []).map((exception, at) =>
        this.exception(draft, exception, max ?? ONE, [...path, "exceptions", at]),
      );
    });
    this.collect(() => {
      if (!source.condition) return;
      condition = {
        of: this.condition(draft, source.condition.of, [...path, "condition", "of"]),
        unmet: source.condition.unmet ?? "flag",
        sentence: source.condition.sentence,
      };
    });
    return {
      index,
      code: source.code,
      key: source.key ?? source.code,
      title: source.title,
      text: source.text,
      parent: draft.parent,
      depth: draft.depth,
      children: draft.children,
      max: draft.scored ? (max ?? this.sumOfChildren(draft)) : ZERO,
      scored: draft.scored && !source.condition,
      bonus: source.bonus ?? false,
      plan,
      exceptions,
      notApplicable: source.not_applicable,
      condition,
      inputs: draft.inputs,
      uses: slotsOf(plan, condition?.of, ...exceptions.map((exception) => exception.when)),
    };
  }

  private sumOfChildren(draft: Draft): Rational {
    return draft.children.reduce((total, child) => {
      const inner = this.drafts[child];
      if (!inner || inner.source.bonus || !inner.scored) return total;
      const own = inner.source.max === undefined ? undefined : parseExact(inner.source.max);
      return add(total, own ?? this.sumOfChildren(inner));
    }, ZERO);
  }

  private rule(draft: Draft, rule: RuleSource, max: Rational, path: Path): Plan {
    const context: RuleContext = {
      max,
      path,
      measure: (source, at) => {
        const of = this.expression(source, at, (tree) => resolveNumber(tree, this.scope(draft)));
        return { of, text: String(source), rounding: isRatio(of) ? this.ratioRounding : undefined };
      },
      input: (id, at) => {
        const fact = draft.inputs.find((input) => input.id === id);
        if (!fact) throw new SetError(message(`Không có số liệu "${id}"`, `There is no input "${id}"`), at);
        return fact;
      },
      worth: (worth, at) => this.worth(worth, max, at),
      exact: (source, at) => this.exact(source, at),
      lower: (inner, innerMax, at) => this.rule(draft, inner, innerMax, at),
      register: (plan) => {
        const registered: RelativePlan = { ...plan, index: this.relatives.length };
        this.relatives.push({ node: draft.index, plan: registered });
        return registered;
      },
    };
    return lowerRule(rule, context);
  }

  private worth(
    source: { share?: string | number | undefined; points?: string | number | undefined },
    max: Rational,
    path: Path,
  ): Rational {
    if ((source.share === undefined) === (source.points === undefined))
      throw new SetError(
        message("Cần đúng một trong share, points", "Exactly one of share, points is needed"),
        path,
      );
    const worth =
      source.share === undefined
        ? this.exact(source.points ?? 0, [...path, "points"])
        : multiply(this.exact(source.share, [...path, "share"]), max);
    if (worth.n < 0n) throw new SetError(message("Điểm không thể âm", "Points cannot be negative"), path);
    return worth;
  }

  private exception(draft: Draft, source: ExceptionSource, max: Rational, path: Path): ExceptionPlan {
    const when = this.condition(draft, source.when, [...path, "when"]);
    const { gives } = source;
    const at = [...path, "gives"];
    return {
      when,
      text: String(source.when),
      gives:
        gives === "excluded"
          ? { kind: "excluded" }
          : {
              kind: "points",
              points: gives === "full" ? max : gives === "zero" ? ZERO : this.worth(gives, max, at),
            },
      sentence: source.sentence,
      basis: source.basis,
    };
  }

  private checks(draft: Draft, nodeOf: ReadonlyMap<string, number>): DataCheck[] {
    const found: DataCheck[] = [];
    for (const [at, check] of (draft.source.checks ?? []).entries()) {
      const path = [...draft.path, "checks", at];
      this.collect(() => {
        const foreign = (code: string, input: string): Fact | undefined =>
          this.drafts[nodeOf.get(code) ?? -1]?.inputs.find((fact) => fact.id === input);
        const require = this.expression(check.require, [...path, "require"], (tree) =>
          resolveCondition(tree, { ...this.scope(draft), foreign }),
        );
        found.push({
          id: check.id,
          node: draft.index,
          require,
          text: String(check.require),
          severity: check.severity,
          message: check.message,
        });
      });
    }
    return found;
  }

  private condition(draft: Draft, source: string | number, path: Path): ConditionPlan {
    return this.expression(source, path, (tree) => resolveCondition(tree, this.scope(draft)));
  }

  private scope(draft: Draft): Scope {
    return {
      fact: (name) =>
        draft.inputs.find((input) => input.id === name) ?? this.profile.find((fact) => fact.id === name),
    };
  }

  private expression<T>(
    source: string | number,
    path: Path,
    resolve: (tree: ReturnType<typeof parseExpression>) => T,
  ): T {
    try {
      return resolve(parseExpression(source));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const [where, place] = [shown(source), error.at + 1];
      const vi = `${error.text.vi} (trong "${where}", ký tự ${place})`;
      throw new SetError(message(vi, `${error.text.en} (in "${where}", character ${place})`), path);
    }
  }

  private exact(source: string | number, path: Path): Rational {
    const value = parseExact(source);
    if (!value)
      throw new SetError(message(`Không đọc được số "${source}"`, `Unreadable number "${source}"`), path);
    return value;
  }

  private optionalExact(source: string | number | undefined, path: Path): Rational | undefined {
    let value: Rational | undefined;
    this.collect(() => {
      value = source === undefined ? undefined : this.exact(source, path);
    });
    return value;
  }

  private codeToNode(code: string, nodeOf: ReadonlyMap<string, number>, path: Path): number[] {
    const node = nodeOf.get(code);
    if (node !== undefined) return [node];
    this.errors.push(
      new SetError(message(`Không có chỉ số "${code}"`, `There is no indicator "${code}"`), path),
    );
    return [];
  }

  private collect(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof SetError)) throw error;
      this.errors.push(error);
    }
  }
}

function sumMax(indexes: readonly number[], nodes: readonly Node[]): Rational {
  return indexes.reduce((total, index) => {
    const node = nodes[index];
    return node && !node.bonus ? add(total, node.max) : total;
  }, ZERO);
}
