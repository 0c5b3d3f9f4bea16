/**
 * What lists show of a unit's score, made at every save. By the engine's columns, of which a unit is one row: as exact as
 * scoring by rationals (they ask it where a float cannot prove a result), at a third of the time.
 */
import {
  broken,
  CampaignRun,
  type CompiledSet,
  exact,
  type Fact,
  FactChunk,
  formatExact,
  formatTicks,
  readValue,
} from "@opendti/engine";
import { NOT_APPLICABLE } from "../answers/repository.js";
import type { AnswerValue } from "./scoring.js";
import { PROFILE } from "./standing.js";

export interface ScoreNote {
  readonly answered: number;
  readonly total: string;
  readonly max: string;
}

/**
 * What a unit has declared, as far as it is scored: small enough to be kept from one save to the next. It never changes;
 * a changed field makes another one.
 */
export class DeclaredNumbers {
  private constructor(
    private readonly set: CompiledSet,
    /** The columns of its one row. */
    private readonly ints: Float64Array | Int32Array,
    /** Absent: whole numbers throughout. */
    private readonly scale: Uint8Array | undefined,
    /** Values that no column holds, by slot. */
    private readonly wide: ReadonlyMap<number, exact.Rational> | undefined,
    /** Indicators marked as not applicable, with the reason. */
    private readonly marks: ReadonlyMap<number, string | undefined> | undefined,
  ) {}

  static of(set: CompiledSet, answers: Iterable<AnswerValue>): DeclaredNumbers {
    const facts = new FactChunk(set, 1);
    facts.open("", "");
    takeIn(formOf(set), facts, answers);
    const marks = new Map<number, string | undefined>();
    for (const [node, rows] of facts.notApplicable) if (rows.has(0)) marks.set(node, rows.get(0));
    return DeclaredNumbers.in(set, facts, marks.size === 0 ? undefined : marks);
  }

  private static in(
    set: CompiledSet,
    { ints, scale, wide }: FactChunk,
    marks: ReadonlyMap<number, string | undefined> | undefined,
  ): DeclaredNumbers {
    return new DeclaredNumbers(
      set,
      narrow(ints),
      scale.some((digits) => digits > 0) ? scale : undefined,
      wide.size === 0 ? undefined : wide,
      marks,
    );
  }

  /**
   * The same with one field changed.
   * @param value in its stored form; null: cleared.
   * @returns undefined where more than this field follows from it (marks, parts of a sum, defaults), or nobody scores it.
   */
  with(code: string, input: string, value: unknown): DeclaredNumbers | undefined {
    const form = formOf(this.set);
    const fact = factsOf(form, code)?.get(input);
    if (fact?.id !== input || !form.alone.has(fact.slot)) return undefined;
    // Whatever is declared beside a mark does not count, until the mark is taken away.
    if (fact.node !== undefined && this.marks?.has(fact.node)) return undefined;
    const facts = this.chunk();
    facts.put(0, fact.slot, undefined);
    if (value !== null) put(facts, fact, value);
    return DeclaredNumbers.in(this.set, facts, this.marks);
  }

  /** The same numbers as `summarise` of scoring.ts gives. */
  note(): ScoreNote {
    const { set } = this;
    const run = new CampaignRun(set, { complete: false, keepFacts: true });
    run.add(this.chunk());
    const scores = run.finish();
    let answered = 0;
    for (const leaf of formOf(set).leaves) if (scores.status(0, leaf) !== "missing") answered += 1;
    return {
      answered,
      total: formatTicks(scores.totalTicks(0), set.scoreRounding.digits),
      max: formatExact(set.max),
    };
  }

  private chunk(): FactChunk {
    const facts = new FactChunk(this.set, 1);
    facts.open("", "");
    const { ints } = this;
    if (this.scale !== undefined) facts.scale.set(this.scale);
    for (let slot = 0; slot < ints.length; slot += 1) {
      const int = ints[slot] as number;
      if (ints instanceof Int32Array && int === MISSING) continue;
      facts.ints[slot] = int;
      if (int > 0) facts.largest[slot] = int;
      else if (int < 0) facts.negative[slot] = 1;
    }
    for (const [slot, value] of this.wide ?? []) {
      facts.wide.set(slot, value);
      facts.largest[slot] = Number.POSITIVE_INFINITY;
    }
    for (const [node, reason] of this.marks ?? []) facts.putNotApplicable(0, node, reason);
    return facts;
  }
}

/** Of no column of 32 bits: what stands in it for a missing value. */
const MISSING = -(2 ** 31);

/** Half the size where every number is small enough, as nearly always. */
function narrow(ints: Float64Array): Float64Array | Int32Array {
  const narrowed = Int32Array.from(ints, (int) => (Number.isNaN(int) ? MISSING : int));
  for (let slot = 0; slot < ints.length; slot += 1) {
    const int = ints[slot] as number;
    if (int === MISSING || (!Number.isNaN(int) && narrowed[slot] !== int)) return ints;
  }
  return narrowed;
}

/** A set as answers are looked up in it. */
interface Form {
  readonly set: CompiledSet;
  /** Codes of answers with the facts by their ids. */
  readonly byCode: Map<string, ReadonlyMap<string, Fact>>;
  readonly leaves: readonly number[];
  /** Inputs that are the sum of others, each after those that it is the sum of. */
  readonly sums: readonly { readonly of: Fact; readonly parts: readonly (Fact | undefined)[] }[];
  readonly defaults: readonly Fact[];
  /** Slots of facts from which no other follows, and which follow from their own field alone. */
  readonly alone: ReadonlySet<number>;
}

const forms = new WeakMap<CompiledSet, Form>();

function formOf(set: CompiledSet): Form {
  const known = forms.get(set);
  if (known !== undefined) return known;
  const inputs = set.nodes.flatMap((node) => node.inputs);
  const sums = set.nodes.flatMap((node) =>
    broken(node).map((of) => ({
      of,
      parts: of.breakdown.map((id) => node.inputs.find((fact) => fact.id === id)),
    })),
  );
  const defaults = inputs.filter(({ defaultValue }) => defaultValue !== undefined);
  const tied = new Set([...sums.flatMap(({ of, parts }) => [of, ...parts]), ...defaults]);
  const form: Form = {
    set,
    byCode: new Map([[PROFILE, byId(set.profile)]]),
    leaves: set.nodes
      .filter(({ children, scored }) => children.length === 0 && scored)
      .map(({ index }) => index),
    sums,
    defaults,
    alone: new Set(
      set.facts.filter((fact) => !tied.has(fact) && fact.aliases.length === 0).map(({ slot }) => slot),
    ),
  };
  forms.set(set, form);
  return form;
}

function byId(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  const found = new Map<string, Fact>();
  for (const fact of facts) for (const alias of fact.aliases) found.set(alias, fact);
  for (const fact of facts) found.set(fact.id, fact);
  return found;
}

function takeIn(form: Form, facts: FactChunk, answers: Iterable<AnswerValue>): void {
  const { set } = form;
  const given = [...answers].filter(({ value }) => value !== null);
  // What is marked as not applicable has no numbers, whatever was declared before the mark.
  const marked = new Set<number>();
  for (const { code, input, value } of given) {
    const index = code === PROFILE || input !== NOT_APPLICABLE ? undefined : set.nodeOf.get(code);
    if (index === undefined) continue;
    marked.add(index);
    if (set.nodes[index]?.notApplicable !== undefined)
      facts.putNotApplicable(0, index, typeof value === "string" ? value : undefined);
  }
  for (const { code, input, value } of given) {
    if (input === NOT_APPLICABLE) continue;
    const fact = factsOf(form, code)?.get(input);
    if (fact === undefined || (fact.node !== undefined && marked.has(fact.node))) continue;
    put(facts, fact, value);
  }
  for (const { of, parts } of form.sums) addUp(facts, of, parts);
  for (const fact of form.defaults)
    if (Number.isNaN(facts.ints[fact.slot * facts.capacity])) facts.put(0, fact.slot, fact.defaultValue);
}

function factsOf({ set, byCode }: Form, code: string): ReadonlyMap<string, Fact> | undefined {
  const known = byCode.get(code);
  if (known !== undefined) return known;
  const index = set.nodeOf.get(code);
  const node = index === undefined ? undefined : set.nodes[index];
  if (node === undefined) return undefined;
  const found = byId(node.inputs);
  byCode.set(code, found);
  return found;
}

const PLAIN: ReadonlySet<Fact["kind"]> = new Set(["count", "number", "money"]);
const DECIMAL = /^(\d+)(?:\.(\d{1,4}))?$/;

/** A value in its stored form (answers/value.ts): most are short decimals. */
function put(facts: FactChunk, fact: Fact, value: unknown): void {
  if (fact.kind === "yes_no" && typeof value === "boolean") {
    facts.putWhole(0, fact.slot, value ? 1 : 0);
    return;
  }
  if (PLAIN.has(fact.kind) && !fact.strict && typeof value === "string") {
    const [all, whole = "", rest = ""] = DECIMAL.exec(value) ?? [];
    const fits = all !== undefined && all.length <= 15 && (rest === "" || fact.kind !== "count");
    if (fits && facts.putDecimal(0, fact.slot, Number(whole + rest), rest.length)) return;
  }
  const read = readValue(fact, value, "stored");
  if (read !== undefined && !("vi" in read)) facts.put(0, fact.slot, read);
}

/** The sum of its parts when all are given, unless another total was declared. */
function addUp(facts: FactChunk, of: Fact, parts: readonly (Fact | undefined)[]): void {
  let sum = exact.ZERO;
  for (const part of parts) {
    const value = part && facts.value(0, part.slot);
    if (value === undefined) return;
    sum = exact.add(sum, value);
  }
  if (facts.value(0, of.slot) === undefined) facts.put(0, of.slot, sum);
}
