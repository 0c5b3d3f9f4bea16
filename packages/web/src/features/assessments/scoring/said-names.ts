/**
 * How inputs are called in the sentences that the engine makes: people see labels, and letters only where the decision
 * prints them. Ids that only the program uses (`p1`, `e1`) get a name here; rules and points are the engine's alone.
 */
import type { CompiledSet, Fact } from "@opendti/engine";

/** A name up to this long stands inside a sentence without breaking it. */
const SHORT = 40;

/** Ids of parts (`p1`) and of what only an exception needs (`e1`): no document prints them. */
const UNPRINTED = /^(p|e)(\d+)$/;

/** The beginning of a label, at the end of a word. */
export function shortName(label: string): string {
  const line = label.replace(/\s+/g, " ").trim();
  if (line.length <= SHORT) return line;
  const cut = line.slice(0, SHORT - 1);
  const end = cut.lastIndexOf(" ");
  return `${cut.slice(0, end > SHORT / 2 ? end : cut.length).replace(/[\s,;:.-]+$/, "")}…`;
}

const short = new WeakMap<CompiledSet, CompiledSet>();

/** The set as one line speaks of it: an input by the beginning of its label, after its letter where it has one. */
export function withShortNames(set: CompiledSet): CompiledSet {
  const known = short.get(set);
  if (known !== undefined) return known;
  const named = renamed(set, (fact) => {
    const name = shortName(fact.label);
    return { ...fact, label: name, id: UNPRINTED.test(fact.id) ? name : fact.id };
  });
  short.set(set, named);
  return named;
}

/** Says the first, second … part of an indicator, or special case of it. */
type SayPlace = (kind: "part" | "case", number: string) => string;

/** The set as the steps speak of it, each beside its whole label: a part by its place among the parts. */
export function withPlaces(set: CompiledSet, say: SayPlace): CompiledSet {
  return renamed(set, (fact) => {
    const [, kind, number = ""] = UNPRINTED.exec(fact.id) ?? [];
    return kind === undefined ? fact : { ...fact, id: say(kind === "p" ? "part" : "case", number) };
  });
}

function renamed(set: CompiledSet, name: (fact: Fact) => Fact): CompiledSet {
  // The profile's facts have their labels for names already.
  return { ...set, facts: set.facts.map((fact) => (fact.node === undefined ? fact : name(fact))) };
}
