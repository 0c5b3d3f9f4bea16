/** What people decide on a reading: this rule is right, that one says this instead. Pure. */
import { explainIssues, type Message, setSchema } from "@opendti/engine";
import { z } from "zod";
import { Problem, type Words } from "../../http/problem.js";

/** Members of a set's source, in its own words; the rules language checks them. */
const piece = z.record(z.string(), z.unknown());

/** What stands in the place of what was read; null takes something out. */
const changeSchema = z
  .object({
    title: z.string().min(1).max(4000),
    max: z.union([z.string().max(60), z.number()]).nullable(),
    rule: piece.nullable(),
    inputs: z.array(piece).max(200),
    exceptions: z.array(piece).max(100),
    not_applicable: z.enum(["full", "zero", "excluded"]).nullable(),
  })
  .meta({ id: "IndicatorChange" });

export const decisionSchema = z
  .object({ verdict: z.enum(["accepted", "corrected"]), change: changeSchema.nullable() })
  .meta({ id: "ImportDecision" });

/** What the set says of itself beside its indicators. */
export const headSchema = setSchema.pick({
  id: true,
  version: true,
  title: true,
  legal_basis: true,
  years: true,
  applies_to: true,
  rounding: true,
});

export type Decision = z.output<typeof decisionSchema>;

/** What was decided on one set of the document. */
export interface SetDecisions {
  readonly head: z.output<typeof headSchema> | null;
  /** By the key or the code of the indicator. */
  readonly indicators: Readonly<Record<string, Decision>>;
}

/** Decisions on one set: what is not named stays as it was; null takes a decision back. */
export interface DecisionPatch {
  readonly head?: z.output<typeof headSchema> | null | undefined;
  readonly indicators?: Readonly<Record<string, Decision | null>> | undefined;
}

const UNDECIDED: SetDecisions = { head: null, indicators: {} };

/**
 * Lays new decisions over those of before.
 * @throws {Problem} `content-refused` for a correction that is not of the rules language, naming the indicator.
 */
export function decided(
  before: readonly SetDecisions[],
  set: number,
  { head, indicators = {} }: DecisionPatch,
): SetDecisions[] {
  const sets = Array.from(
    { length: Math.max(before.length, set + 1) },
    (_, place) => before[place] ?? UNDECIDED,
  );
  const old = sets[set] ?? UNDECIDED;
  const now = new Map(Object.entries(old.indicators));
  for (const [name, decision] of Object.entries(indicators)) {
    if (decision === null) now.delete(name);
    else {
      requireReadable(name, decision);
      now.set(name, decision);
    }
  }
  sets[set] = { head: head === undefined ? old.head : head, indicators: Object.fromEntries(now) };
  return sets;
}

/** The schema of one indicator, as it stands in a set. */
const indicator = setSchema.shape.indicators.element;

function requireReadable(name: string, { change }: Decision): void {
  if (change === null) return;
  const source = {
    code: "1",
    title: change.title,
    ...(change.max === null ? {} : { max: change.max }),
    ...(change.rule === null ? {} : { rule: change.rule }),
    inputs: change.inputs,
    exceptions: change.exceptions,
  };
  const read = indicator.safeParse(source);
  if (read.success) return;
  const [first] = explainIssues(read.error.issues, source);
  throw new Problem("content-refused", toldOf(name, first?.text));
}

function toldOf(name: string, why: Message | undefined): Words {
  return {
    vi: `Cách sửa chỉ số ${name} chưa đúng ngôn ngữ quy tắc${why === undefined ? "." : `: ${why.vi}.`}`,
    en: `The correction of ${name} is not of the rules language${why === undefined ? "." : `: ${why.en}.`}`,
  };
}
