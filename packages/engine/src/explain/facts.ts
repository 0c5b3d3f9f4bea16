/** Declared facts named and written for people. */
import type { Language } from "../message.js";
import type { Rational } from "../numbers/rational.js";
import type { CompiledSet, Fact, Node } from "../plan/compiled.js";
import type { Slot } from "../plan/plan.js";
import type { UnitFacts } from "../score/unit.js";
import { formatPercent } from "./format.js";
import type { Spelling } from "./formula.js";
import { inFull, words } from "./wording.js";

/** A label up to this long is shown beside its letter in one-line sentences. */
const SHORT = 40;

/** The name of a fact inside a formula of a node: `a`, `2.6.6.b`, `Số lượng công chức`. */
export function letters(set: CompiledSet, node: Node, language: Language): Spelling {
  return (slot) => {
    const fact = set.facts[slot];
    if (!fact) return "?";
    if (fact.node === undefined) return fact.label;
    const own = ownName(fact, language);
    return fact.node === node.index ? own : `${set.nodes[fact.node]?.code ?? ""}.${own}`;
  };
}

/** Ids that are English words are said in the reader's language; letters stay letters. */
function ownName(fact: Fact, language: Language): string {
  if (fact.id === "value") return words(language, "giá trị", "value");
  if (fact.id === "choice") return words(language, "phương án", "option");
  if (fact.id === "points") return words(language, "điểm chấm", "points given");
  return fact.id;
}

/** The declared value inside a formula; "?" where it is missing. */
export function numbers(set: CompiledSet, facts: UnitFacts, language: Language): Spelling {
  return (slot) => {
    const fact = set.facts[slot];
    const value = facts.values[slot];
    if (!fact || !value) return "?";
    if (fact.kind === "yes_no") return yesNo(value, language).toLowerCase();
    return fact.kind === "percent" ? formatPercent(value, language) : inFull(value, language);
  };
}

function yesNo(value: Rational, language: Language): string {
  return value.n === 0n ? words(language, "Không", "No") : words(language, "Có", "Yes");
}

/** `a = 0,05 tỷ đồng: Tổng chi ...`, or that it is not declared. */
export function factLine(
  set: CompiledSet,
  node: Node,
  facts: UnitFacts,
  slot: Slot,
  language: Language,
): string {
  const fact = set.facts[slot];
  if (!fact) return "";
  const value = facts.values[slot];
  const shown = value ? declared(fact, value, language) : undefined;
  const said =
    shown === undefined
      ? words(language, "chưa khai", "not declared")
      : `${sumOfParts(set, node, facts, fact, language)}= ${shown}`;
  if (fact.node === undefined) return `${place(set, fact, language)}${fact.label} ${said}`;
  return `${letters(set, node, language)(slot)} ${said}: ${fact.label}`;
}

/** `mục 1.7 `: where the profile prints the fact. */
function place(set: CompiledSet, fact: Fact, language: Language): string {
  const code = set.source.profile?.find((candidate) => candidate.id === fact.id)?.code;
  return code === undefined ? "" : `${words(language, "Mục", "Item")} ${code}, `;
}

/** The value with its unit, as the kind of the fact is read. */
function declared(fact: Fact, value: Rational, language: Language): string {
  switch (fact.kind) {
    case "yes_no":
      return yesNo(value, language);
    case "choice": {
      const place = Number(value.n / value.d);
      const label = fact.options[place - 1];
      return label === undefined ? String(place) : `${place} "${label}"`;
    }
    case "text":
    case "link":
    case "date":
      return words(language, "đã khai", "given");
    case "percent":
      return formatPercent(value, language);
    default:
      return `${inFull(value, language)}${fact.unit === undefined ? "" : ` ${fact.unit}`}`;
  }
}

/** `= a1 + a2 = 1 + 1 ` for an input that is the sum of others, when all of them are declared. */
function sumOfParts(set: CompiledSet, node: Node, facts: UnitFacts, fact: Fact, language: Language): string {
  const parts = fact.breakdown.flatMap((id) => node.inputs.filter((input) => input.id === id));
  if (parts.length === 0 || parts.some((part) => facts.values[part.slot] === undefined)) return "";
  const spell = numbers(set, facts, language);
  return `= ${parts.map((part) => part.id).join(" + ")} = ${parts.map((part) => spell(part.slot)).join(" + ")} `;
}

/** What is still to be declared, in one line: `Chưa khai: b, c`. */
export function missingLine(
  set: CompiledSet,
  node: Node,
  slots: readonly Slot[],
  language: Language,
): string {
  const [only] = slots;
  const first = only === undefined ? undefined : set.facts[only];
  if (slots.length === 0 || !first) return words(language, "Chưa khai", "Not declared");
  if (slots.length === 1 && first.kind === "choice" && first.id === "choice")
    return words(language, "Chưa chọn phương án", "No option chosen");
  if (slots.length === 1 && first.id === "points")
    return words(language, "Chưa chấm điểm", "Not yet given points");
  return `${words(language, "Chưa khai", "Not declared")}: ${slots.map((slot) => missingName(set, node, slot, language)).join(", ")}`;
}

function missingName(set: CompiledSet, node: Node, slot: Slot, language: Language): string {
  const fact = set.facts[slot];
  const name = letters(set, node, language)(slot);
  if (!fact || fact.node === undefined) return name;
  if (fact.breakdown.length > 0)
    return words(
      language,
      `${name} (hoặc đủ ${fact.breakdown.join(", ")})`,
      `${name} (or all of ${fact.breakdown.join(", ")})`,
    );
  return fact.label.length <= SHORT && fact.label !== name ? `${name} (${fact.label})` : name;
}
