/**
 * Divisions by what may be 0. A divisor is safe when its inputs declare that it is never 0, or when an exception surely holds
 * whenever it is. "Surely" is three-valued logic: only the inputs that are then 0 are known, all else is unknown.
 */
import { divisors } from "../expression/resolve.js";
import { writeExpression } from "../expression/write.js";
import { type Message, message } from "../message.js";
import { ONE, type Rational, ZERO } from "../numbers/rational.js";
import type { Fact, Node } from "../plan/compiled.js";
import { evaluateCondition } from "../plan/exact.js";
import type { NumberPlan, Plan, Slot } from "../plan/plan.js";
import { slotsOf } from "../plan/slots.js";
import { atMost, rangeOf, termsOf } from "./range.js";
import type { Draft, Entry, SetCheck, Subject } from "./subject.js";

export const divisorsAnswered: SetCheck = (subject) =>
  subject.entries.flatMap((entry) => {
    const { node } = entry;
    if (!entry.scored || !node.plan) return [];
    const seen = new Set<string>();
    return openDivisors(node.plan, subject).flatMap((divisor): Draft[] => {
      const text = textOf(divisor, subject);
      if (seen.has(text) || zeroWays(divisor, subject).every((way) => answered(node, way, subject)))
        return [];
      seen.add(text);
      return [finding(entry, text, divisor, subject)];
    });
  });

/** The divisors of a plan that their inputs' limits let be 0. An alternative beside one that has a value is passed over. */
function openDivisors(plan: Plan, subject: Subject): NumberPlan[] {
  const ofMeasure = (number: NumberPlan): NumberPlan[] =>
    divisors(number).filter((divisor) => {
      const { low, high } = rangeOf(divisor, subject.set);
      return !(low && low.n > 0n) && !(high && high.n < 0n);
    });
  switch (plan.kind) {
    case "points":
    case "table":
      return [];
    case "scaled":
      return ofMeasure(plan.measure.of);
    case "steps":
      return [
        ...ofMeasure(plan.measure.of),
        ...plan.steps.flatMap((step) => openDivisors(step.then, subject)),
      ];
    case "sum":
      return plan.parts.flatMap((part) => openDivisors(part.plan, subject));
    case "relative":
      return [
        ...ofMeasure(plan.measure.of),
        ...(plan.provisional ? openDivisors(plan.provisional, subject) : []),
      ];
    case "best": {
      const open = plan.of.map((alternative) => openDivisors(alternative.plan, subject));
      return open.some((each) => each.length === 0) ? [] : open.flat();
    }
  }
}

/** The ways in which a divisor can be 0: of each, the inputs that are then 0 (none where it cannot be said). */
function zeroWays(divisor: NumberPlan, subject: Subject): Slot[][] {
  const terms = termsOf(divisor);
  if (terms) return terms.length === 1 || notNegative(terms, subject) ? [terms] : [[]];
  if (divisor.kind === "multiply")
    return [...zeroWays(divisor.left, subject), ...zeroWays(divisor.right, subject)];
  if (divisor.kind === "divide") return zeroWays(divisor.left, subject);
  if (divisor.kind === "min" || divisor.kind === "max") {
    const ways = divisor.of.map((part) => zeroWays(part, subject));
    const sure = divisor.of.every((part) => rangeOf(part, subject.set).low?.n === 0n && termsOf(part));
    if (!sure) return [[]];
    return divisor.kind === "min" ? ways.flat() : [ways.flat(2)];
  }
  return [[]];
}

function notNegative(slots: readonly Slot[], { set }: Subject): boolean {
  return slots.every((slot) => {
    const low = rangeOf({ kind: "slot", slot }, set).low;
    return low !== undefined && low.n >= 0n;
  });
}

/** Whether an exception surely holds when these inputs are 0. A claim is for the unit to make, so its own question is a yes. */
function answered(node: Node, zero: readonly Slot[], subject: Subject): boolean {
  const { set } = subject;
  const known = new Array<Rational | undefined>(set.facts.length).fill(undefined);
  for (const slot of withParts(node, zero, subject)) known[slot] = ZERO;
  return node.exceptions.some((exception) => {
    const values = [...known];
    if (exception.basis === "claim")
      for (const slot of slotsOf(exception.when)) if (isQuestion(set.facts[slot])) values[slot] = ONE;
    return evaluateCondition(exception.when, values) === true;
  });
}

/** A yes/no input of the indicator, as an exception asks it. */
function isQuestion(fact: Fact | undefined): boolean {
  return fact?.kind === "yes_no" && fact.node !== undefined;
}

/** What the indicator's blocking checks bound from above by a 0 is 0 too: with a <= b, no b is no a. */
function withParts(node: Node, zero: readonly Slot[], subject: Subject): Set<Slot> {
  const all = new Set(zero);
  for (const check of subject.set.checks) {
    const bound = check.node === node.index && check.severity === "block" ? atMost(check.require) : undefined;
    const less = bound && termsOf(bound.less);
    const more = bound && termsOf(bound.more);
    if (less && notNegative(less, subject) && more?.every((slot) => all.has(slot)))
      for (const slot of less) all.add(slot);
  }
  return all;
}

function finding(entry: Entry, text: string, divisor: NumberPlan, subject: Subject): Draft {
  const { code } = entry.node;
  const names = slotsOf(divisor)
    .flatMap((slot) => subject.set.facts[slot] ?? [])
    .map(({ id, label }) => `${id} = ${label}`);
  const what: Message =
    names.length > 0 ? message(` (${names.join("; ")})`, ` (${names.join("; ")})`) : message("", "");
  return {
    code: "denominator-may-be-zero",
    at: code,
    path: [...entry.path, "rule"],
    message: message(
      `Chỉ số ${code}: mẫu số ${text}${what.vi} có thể bằng 0 mà không có ngoại lệ nào trả lời; khi đó chỉ số không tính được và bị 0 điểm. Khai min lớn hơn 0 (như min: 1) nếu số đó không thể bằng 0, hoặc thêm exceptions cho trường hợp ${text} = 0.`,
      `Indicator ${code}: the denominator ${text}${what.en} may be 0 and no exception answers that; the indicator is then undefined and gives 0 points. Declare a min above 0 (as min: 1) if it can never be 0, or add an exception for ${text} = 0.`,
    ),
    expected: `${text} > 0`,
    found: `${text} >= 0`,
  };
}

/** The number as an expression: `a + b`, `max(b, c) - 1`. */
function textOf(plan: NumberPlan, { set }: Subject): string {
  return writeExpression(plan, (slot) => set.facts[slot]?.id ?? "");
}
