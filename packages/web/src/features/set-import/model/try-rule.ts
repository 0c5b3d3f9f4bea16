/** One indicator scored by itself, with numbers typed on the spot: the engine's own score and its own words. Pure. */
import {
  type CompiledSet,
  compileSet,
  type Explanation,
  explainIssues,
  explainNode,
  type Fact,
  formatExact,
  type Message,
  outlineOf,
  readUnit,
  scoreUnit,
  setSchema,
} from "@opendti/engine";
import type { IndicatorSource, SetSource } from "./set-source.js";

/** An indicator that runs: what it asks for, and the set it stands alone in. */
export interface Runnable {
  readonly set: CompiledSet;
  readonly node: number;
  /** What is declared on it, in order. */
  readonly facts: readonly Fact[];
  /** Facts on the unit that its rule reads. */
  readonly profile: readonly Fact[];
}

/** The code under which the indicator stands alone. */
const CODE = "1";

/** The least a set must say beside its indicators. */
const ALONE = {
  opendti: 1,
  id: "thu",
  version: 1,
  status: "draft",
  title: "thu",
  legal_basis: [{ issuer: "thu", title: "thu" }],
  years: { from: 2000 },
  applies_to: ["so-nganh"],
} as const;

/** Makes an indicator run by itself, or says why it does not. */
export function runnable(
  indicator: IndicatorSource,
  set: Pick<SetSource, "profile" | "rounding">,
):
  | { readonly ok: true; readonly value: Runnable }
  | { readonly ok: false; readonly why: readonly Message[] } {
  const { children: _below, checks: _checks, continues: _continues, key: _key, ...alone } = indicator;
  const { profile, rounding } = set;
  const source = {
    ...ALONE,
    ...(rounding === undefined ? {} : { rounding }),
    ...(profile === undefined ? {} : { profile }),
    indicators: [{ ...alone, code: CODE }],
  };
  const parsed = setSchema.safeParse(source);
  if (!parsed.success)
    return { ok: false, why: explainIssues(parsed.error.issues, source).map(({ text }) => text) };
  const compiled = compileSet(parsed.data);
  if ("errors" in compiled) return { ok: false, why: compiled.errors.map(({ text }) => text) };
  const [row] = outlineOf(compiled.set);
  if (row === undefined) return { ok: false, why: [] };
  const read = JSON.stringify([alone.rule, alone.exceptions, alone.condition]);
  return {
    ok: true,
    value: {
      set: compiled.set,
      node: row.node.index,
      facts: row.inputs.map(({ fact }) => fact),
      profile: compiled.set.profile.filter(({ id }) => new RegExp(`\\b${id}\\b`).test(read)),
    },
  };
}

/** What was typed, by the id of the input or of the fact on the unit. */
export type Tried = Readonly<Record<string, string>>;

export interface TryOutcome {
  readonly status: Explanation["status"];
  /** Decimal string, rounded as the set declares. */
  readonly points: string;
  readonly explanation: Explanation;
  /** What could not be read, by the id. */
  readonly problems: Readonly<Record<string, Message>>;
}

/** Scores the indicator with what was typed. */
export function tryRule({ set, node, facts, profile }: Runnable, tried: Tried): TryOutcome {
  const given = (list: readonly Fact[]): Record<string, string> =>
    Object.fromEntries(
      list.flatMap(({ id, kind }) => {
        const text = (tried[id] ?? "").trim();
        if (text === "") return [];
        // The box of a percent has its sign beside it.
        return [[id, kind === "percent" && !text.endsWith("%") ? `${text}%` : text]];
      }),
    );
  const { facts: declared, problems } = readUnit(set, {
    unit: CODE,
    profile: given(profile),
    answers: { [CODE]: given(facts) },
  });
  const score = scoreUnit(set, declared, undefined, true);
  const explanation = explainNode(set, score, node, declared);
  return {
    status: explanation.status,
    points: formatExact(explanation.score),
    explanation,
    problems: Object.fromEntries(problems.map((problem) => [problem.input ?? "", problem.message])),
  };
}
