/**
 * Reads declared data into facts: one value per input, checked against its kind. What is not given is missing;
 * `not_applicable` is kept apart, and refused where the set declares no policy for it.
 */
import { type Message, message } from "../message.js";
import { add, compare, type Rational, ZERO } from "../numbers/rational.js";
import type { CompiledSet, Fact, Node } from "../plan/compiled.js";
import type { UnitFacts } from "../score/unit.js";
import { shown } from "../source/shown.js";
import { readValue, type Scalar, type Writing } from "./value.js";

/** A mistake in the data of one unit. */
export interface DataProblem {
  readonly unit: string;
  /** Code of the indicator, or "profile". */
  readonly code: string;
  readonly input: string | undefined;
  readonly message: Message;
}

export type Cell = Scalar | readonly unknown[];
export type Answer = Cell | Readonly<Record<string, unknown>>;

export interface UnitData {
  readonly unit: string;
  readonly title?: string | undefined;
  readonly group?: string | undefined;
  readonly profile?: Readonly<Record<string, unknown>> | undefined;
  readonly answers?: Readonly<Record<string, Answer>> | undefined;
}

/**
 * Reads one unit. Problems are collected, not thrown; the facts then hold what could be read.
 * @param writing whether texts were typed by a person, or stored by a program as decimals (see {@link Writing}).
 */
export function readUnit(
  set: CompiledSet,
  data: UnitData,
  writing: Writing = "typed",
): { facts: UnitFacts; problems: DataProblem[] } {
  const reader = new UnitReader(set, data.unit, writing);
  for (const [id, cell] of Object.entries(data.profile ?? {})) reader.profile(id, cell);
  for (const [code, answer] of Object.entries(data.answers ?? {})) reader.answer(code, answer);
  return { facts: reader.finish(data.title, data.group ?? ""), problems: reader.problems };
}

/** Takes the answers of one unit one by one, from whatever form they come in. */
export class UnitReader {
  readonly problems: DataProblem[] = [];
  private readonly values: (Rational | undefined)[];
  private readonly notApplicable = new Map<number, string | undefined>();

  constructor(
    private readonly set: CompiledSet,
    private readonly unit: string,
    private readonly writing: Writing = "typed",
  ) {
    this.values = new Array<Rational | undefined>(set.facts.length).fill(undefined);
  }

  /** A fact of the profile. */
  profile(id: string, cell: unknown): void {
    const fact = this.set.profile.find((candidate) => candidate.id === id);
    if (!fact) {
      this.refuse(
        "profile",
        id,
        message(`Thông tin chung không có mục "${shown(id)}"`, `The profile has no "${shown(id)}"`),
      );
      return;
    }
    this.take("profile", fact, cell);
  }

  /** The answer to one indicator: its inputs by id, a lone value, or `not_applicable`. */
  answer(code: string, answer: unknown): void {
    const index = this.set.nodeOf.get(code);
    const node = index === undefined ? undefined : this.set.nodes[index];
    if (!node) {
      this.refuse(
        code,
        undefined,
        message(`Bộ chỉ số không có chỉ số "${shown(code)}"`, `The set has no indicator "${shown(code)}"`),
      );
      return;
    }
    if (answer === undefined || answer === null || answer === "") return;
    const reason = notApplicableReason(answer);
    if (reason) {
      this.markNotApplicable(node, reason.text);
      return;
    }
    if (typeof answer === "object" && !Array.isArray(answer)) {
      for (const [id, cell] of Object.entries(answer))
        if (id !== "not_applicable") this.input(node, id, cell);
      return;
    }
    const measured = node.inputs.filter((fact) => fact.defaultValue === undefined);
    const [only] = measured;
    if (only && measured.length === 1) this.take(node.code, only, answer);
    else
      this.refuse(
        code,
        undefined,
        message(
          `Cần ghi theo từng số liệu: ${node.inputs.map((fact) => fact.id).join(", ")}`,
          `Give the inputs by their ids: ${node.inputs.map((fact) => fact.id).join(", ")}`,
        ),
      );
  }

  /** One input of an indicator, `NA` included (as in the long CSV). */
  cell(code: string, id: string, cell: unknown): void {
    if (code === "profile") {
      this.profile(id, cell);
      return;
    }
    const index = this.set.nodeOf.get(code);
    const node = index === undefined ? undefined : this.set.nodes[index];
    if (!node) this.answer(code, cell);
    else if (notApplicableReason(cell)) this.markNotApplicable(node, undefined);
    else if (id === "") this.answer(code, cell);
    else this.input(node, id, cell);
  }

  /** The facts read: defaults filled in, broken-down inputs added up. */
  finish(title: string | undefined, group: string): UnitFacts {
    for (const node of this.set.nodes) {
      for (const fact of broken(node)) this.addUp(node, fact);
      for (const fact of node.inputs) {
        if (this.values[fact.slot] === undefined && fact.defaultValue)
          this.values[fact.slot] = fact.defaultValue;
      }
    }
    return { unit: this.unit, title, group, values: this.values, notApplicable: this.notApplicable };
  }

  private markNotApplicable(node: Node, reason: string | undefined): void {
    if (!node.notApplicable) {
      this.refuse(
        node.code,
        undefined,
        message(
          `Chỉ số ${node.code} không cho phép "không áp dụng"; khai số liệu hoặc để trống`,
          `Indicator ${node.code} does not accept "not applicable"; declare data or leave it empty`,
        ),
      );
      return;
    }
    this.notApplicable.set(node.index, reason);
  }

  private input(node: Node, id: string, cell: unknown): void {
    const fact = node.inputs.find((candidate) => candidate.id === id || candidate.aliases.includes(id));
    if (fact) this.take(node.code, fact, cell);
    else
      this.refuse(
        node.code,
        id,
        message(
          `Chỉ số ${node.code} không có số liệu "${shown(id)}"; có: ${node.inputs.map((each) => each.id).join(", ") || "không có gì"}`,
          `Indicator ${node.code} has no input "${shown(id)}"; it has: ${node.inputs.map((each) => each.id).join(", ") || "none"}`,
        ),
      );
  }

  private take(code: string, fact: Fact, cell: unknown): void {
    const read = readValue(fact, cell, this.writing);
    if (read === undefined) return;
    if ("vi" in read) this.refuse(code, fact.id, read);
    else this.values[fact.slot] = read;
  }

  /** An input with a breakdown is the sum of its parts when all are given; a total that disagrees is refused. */
  private addUp(node: Node, fact: Fact): void {
    const parts = fact.breakdown.map((id) => node.inputs.find((candidate) => candidate.id === id));
    let sum: Rational = ZERO;
    for (const part of parts) {
      const value = part && this.values[part.slot];
      if (!value) return;
      sum = add(sum, value);
    }
    const given = this.values[fact.slot];
    if (given && compare(given, sum) !== 0)
      this.refuse(
        node.code,
        fact.id,
        message(
          `"${fact.id}" không bằng tổng ${fact.breakdown.join(" + ")}`,
          `"${fact.id}" is not the sum of ${fact.breakdown.join(" + ")}`,
        ),
      );
    else this.values[fact.slot] = sum;
  }

  private refuse(code: string, input: string | undefined, text: Message): void {
    this.problems.push({ unit: this.unit, code, input, message: text });
  }
}

/** Whether an answer says "not applicable", and why. */
export function notApplicableReason(answer: unknown): { text: string | undefined } | undefined {
  if (answer === "not_applicable" || answer === "NA" || answer === "N/A") return { text: undefined };
  if (typeof answer !== "object" || answer === null || !("not_applicable" in answer)) return undefined;
  const reason = answer.not_applicable;
  if (reason === false || reason === null) return undefined;
  return { text: typeof reason === "string" ? reason : undefined };
}

/** The broken-down inputs of an indicator, each after those that it is the sum of. */
export function broken(node: Node): Fact[] {
  const ordered = new Set<Fact>();
  const visit = (fact: Fact, above: readonly Fact[]): void => {
    if (fact.breakdown.length === 0 || ordered.has(fact) || above.includes(fact)) return;
    for (const id of fact.breakdown) {
      const part = node.inputs.find((each) => each.id === id);
      if (part) visit(part, [...above, fact]);
    }
    ordered.add(fact);
  };
  for (const fact of node.inputs) visit(fact, []);
  return [...ordered];
}
