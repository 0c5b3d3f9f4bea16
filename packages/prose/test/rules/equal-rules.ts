/** Whether two rules mean the same: both are scored by the engine on the same data, drawn about the limits that they name. */
import {
  type CompiledSet,
  type ExceptionSource,
  exact,
  formatExact,
  type GroupStanding,
  type InputSource,
  loadSet,
  type RuleSource,
  readUnit,
  scoreUnit,
} from "@opendti/engine";

export interface Encoded {
  readonly rule: RuleSource | undefined;
  readonly inputs: readonly InputSource[];
  readonly exceptions: readonly ExceptionSource[];
  readonly notApplicable?: "full" | "zero" | "excluded" | undefined;
}

export interface Comparing {
  readonly max: string;
  readonly profile: readonly { readonly id: string; readonly label: string }[];
  /** Values that are not tried, with the reason in the table of judgements. */
  readonly never?: Readonly<Record<string, number>> | undefined;
  readonly runs?: number;
}

/** The first data for which two encodings give different points; null where none was found. */
export function difference(one: Encoded, other: Encoded, comparing: Comparing): string | null {
  const sets = [compiled(one, comparing), compiled(other, comparing)] as const;
  const draw = random(970);
  for (let run = 0; run < (comparing.runs ?? 60); run++) {
    const answers = answersFor(one, other, comparing, draw);
    const profile = Object.fromEntries(comparing.profile.map(({ id }) => [id, 1 + Math.floor(draw() * 9)]));
    const standing: GroupStanding =
      run % 2 === 0
        ? { complete: false }
        : { complete: true, best: exact.rational(9, 8), worst: exact.rational(1, 20) };
    const [mine, hand] = sets.map((set, index) =>
      pointsOf(set, index === 0 ? answers.one : answers.other, profile, standing),
    );
    if (mine !== hand) return `${JSON.stringify(answers)}: ${mine} / ${hand}`;
  }
  return null;
}

function compiled(
  { rule, inputs, exceptions, notApplicable }: Encoded,
  { max, profile }: Comparing,
): CompiledSet {
  const loaded = loadSet(
    JSON.stringify({
      opendti: 1,
      id: "so-sanh",
      version: 1,
      status: "draft",
      title: "So sánh",
      legal_basis: [{ issuer: "-", title: "-" }],
      years: { from: 2022 },
      applies_to: ["so-nganh"],
      rounding: { ratio: "exact", score: { digits: 4, mode: "half-even" }, sum: "rounded" },
      profile: profile.map(({ id, label }) => ({ id, label, kind: "number" })),
      indicators: [
        {
          code: "1",
          title: "Chỉ số",
          max,
          inputs,
          rule,
          exceptions,
          ...(notApplicable ? { not_applicable: notApplicable } : {}),
        },
      ],
    }),
  );
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message.en).join("\n"));
  return loaded.value.set;
}

function pointsOf(
  set: CompiledSet,
  answers: Record<string, unknown>,
  profile: Record<string, number>,
  standing: GroupStanding,
): string {
  const { facts, problems } = readUnit(set, { unit: "u", profile, answers: { "1": answers as never } });
  if (problems.length > 0) return problems.map(({ message }) => message.en).join("; ");
  const score = scoreUnit(set, facts, () => standing).nodes[0];
  return score ? formatExact(score.score) : "";
}

interface Drawn {
  readonly one: Record<string, unknown>;
  readonly other: Record<string, unknown>;
}

/** Answers to the inputs that both have, by id or alias; a yes/no stands for a choice of two. */
function answersFor(one: Encoded, other: Encoded, { never = {} }: Comparing, draw: () => number): Drawn {
  const edges = [...limitsIn(one.rule), ...limitsIn(other.rule)];
  const drawn: Drawn = { one: {}, other: {} };
  const mine = choices(one.rule);
  const theirs = choices(other.rule);
  const whole = 1 + Math.floor(draw() * 40);
  const names = [
    ...one.inputs,
    ...theirs
      .filter((id) => !other.inputs.some((input) => input.id === id))
      .map((id) => ({ id, kind: "choice" as const, label: id })),
  ];
  for (const input of names) {
    if ("breakdown" in input && input.breakdown) continue;
    const twin = [input.id, ...("aliases" in input ? (input.aliases ?? []) : [])].find(
      (id) =>
        other.inputs.some((each) => each.id === id || each.aliases?.includes(id)) || theirs.includes(id),
    );
    if (twin === undefined && !/^e\d+$/.test(input.id)) continue;
    let value = valueFor(input, edges, whole, draw, one.rule);
    while (never[input.id] === value) value = valueFor(input, edges, whole, draw, one.rule);
    // What only one side asks keeps its default.
    if (twin === undefined) continue;
    drawn.one[input.id] = value;
    drawn.other[twin] = value;
  }
  if (mine.includes("choice") && theirs.length === 1 && theirs[0] === "p1" && !optioned(other.rule)) {
    const yes = draw() < 0.5;
    drawn.one["choice"] = yes ? 1 : 2;
    drawn.other["p1"] = yes;
  }
  return drawn;
}

function valueFor(
  input: Pick<InputSource, "id" | "kind" | "options">,
  edges: readonly number[],
  whole: number,
  draw: () => number,
  rule: RuleSource | undefined,
): unknown {
  const one = <T>(of: readonly T[]): T => of[Math.floor(draw() * of.length)] as T;
  if (input.kind === "yes_no") return draw() < (input.id.startsWith("e") ? 0.2 : 0.5);
  if (input.kind === "choice") return 1 + Math.floor(draw() * optionCount(rule, input.id));
  if (input.kind === "choices") {
    const size = input.options?.length ?? 1;
    return Array.from({ length: size }, (_, index) => index + 1).filter(() => draw() < 0.5);
  }
  if (input.kind === "percent")
    return one(
      [0, 0.33, 0.5, 0.8, 0.9999, 1, ...edges, ...edges.map((edge) => Math.max(0, edge - 0.001))].filter(
        (value) => value <= 1,
      ),
    );
  const near = edges
    .flatMap((edge) => [edge, edge - 1, edge + 1, edge * whole, edge * whole - 1])
    .filter((value) => value >= 0);
  const value = one([0, 1, 2, whole, whole, Math.floor(draw() * (whole + 2)), ...near]);
  return input.kind === "count" ? Math.round(value) : Math.round(value * 100) / 100;
}

function limitsIn(rule: unknown): number[] {
  if (rule === null || typeof rule !== "object") return [];
  return Object.entries(rule).flatMap(([key, value]) => {
    if (["ge", "gt", "le", "lt", "full_at"].includes(key)) {
      const text = String(value);
      const number = Number(text.replace("%", ""));
      return [text.endsWith("%") ? number / 100 : number];
    }
    return limitsIn(value);
  });
}

function choices(rule: unknown): string[] {
  if (rule === null || typeof rule !== "object") return [];
  return Object.entries(rule).flatMap(([key, value]) =>
    key === "choice" ? [String((value as { of?: string }).of ?? "choice")] : choices(value),
  );
}

const optioned = (rule: RuleSource | undefined): boolean => JSON.stringify(rule ?? {}).includes('"options"');

function optionCount(rule: unknown, id: string): number {
  if (rule === null || typeof rule !== "object") return 1;
  for (const [key, value] of Object.entries(rule)) {
    const body = value as { of?: string; options?: unknown[] };
    if (key === "choice" && (body.of ?? "choice") === id) return body.options?.length ?? 2;
    const inner = optionCount(value, id);
    if (inner > 1) return inner;
  }
  return 1;
}

/** Draws that are the same every time. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
