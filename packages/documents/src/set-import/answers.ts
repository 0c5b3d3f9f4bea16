/** Declared data of a filled-in table: which printed datum is which input of the indicator, and what it says. */
import {
  type CompiledSet,
  exact,
  type Fact,
  indicatorSource,
  type Node,
  parseExact,
  readValue,
  type SetSource,
} from "@opendti/engine";
import { importFinding } from "./findings.js";
import { decimalOf } from "./points.js";
import type { SheetRow } from "./rows.js";
import { numberOf } from "./statements.js";
import type { TreeNode } from "./tree.js";
import type { ImportFinding } from "./types.js";
import { oneLine, plainWords } from "./words.js";

type IndicatorSource = SetSource["indicators"][number];

export type Answer = Record<string, string | number | boolean>;

/** Words less alike than this are not the same datum. */
const ALIKE = 0.5;

/**
 * The answers of one indicator, from the rows under it that print its data one by one, and from its own cell. What the cell
 * shows besides (a ratio worked out) is not data; what cannot be matched to an input is reported.
 */
export function answersOf(
  node: TreeNode,
  at: string,
  set: CompiledSet,
  findings: ImportFinding[],
): Answer | undefined {
  const compiled = set.nodes[set.nodeOf.get(at) ?? -1];
  if (!compiled || compiled.inputs.length === 0) return undefined;
  const given: Answer = {};
  const names = namesOf(set, compiled);
  const rows = [...node.parts, ...node.letters].filter((row) => row.declared !== "");
  for (const { row, fact } of pairUp(rows, compiled.inputs, names)) {
    const value = fact ? readCell(fact, row.declared) : undefined;
    if (fact && value !== undefined) given[fact.id] = value;
    else findings.push(unread(row, at));
  }
  const own = ownAnswer(compiled, node.row?.declared ?? "");
  if (own && !(own.id in given)) given[own.id] = own.value;
  // In the order of the inputs, whatever the order of the print.
  const answer: Answer = {};
  for (const { id } of compiled.inputs) {
    const value = given[id];
    if (value !== undefined) answer[id] = value;
  }
  return Object.keys(answer).length > 0 ? answer : undefined;
}

/**
 * The option that alone gives the printed score; undefined where the rule is no choice, or several options or none give it.
 * What a table does not declare, its score may still tell.
 */
export function optionOfScore(set: CompiledSet, at: string, score: string | number): number | undefined {
  const node = set.nodes[set.nodeOf.get(at) ?? -1];
  const rule = node ? indicatorSource(set, node.index)?.rule : undefined;
  const printed = parseExact(String(score));
  if (!node || !rule || !("choice" in rule) || !printed) return undefined;
  const worth = (rule.choice.options ?? []).map((option) => {
    const points = option.points === undefined ? undefined : parseExact(option.points);
    const share = option.share === undefined ? undefined : parseExact(option.share);
    return points ?? (share ? exact.multiply(share, node.max) : undefined);
  });
  const fits = worth.flatMap((points, index) => (points && exact.equal(points, printed) ? [index + 1] : []));
  return fits.length === 1 ? fits[0] : undefined;
}

/** What else the rule calls an input: the label of the part it decides. */
function namesOf(set: CompiledSet, node: Node): ReadonlyMap<string, string> {
  const rule: IndicatorSource["rule"] = indicatorSource(set, node.index)?.rule;
  const names = new Map<string, string>();
  if (!rule || !("parts" in rule)) return names;
  for (const part of rule.parts)
    if ("choice" in part.rule && part.rule.choice.of !== undefined && part.label !== undefined)
      names.set(part.rule.choice.of, part.label);
  return names;
}

/** The indicator's own cell, where it answers its one open input: an option, a number. */
function ownAnswer(node: Node, cell: string): { id: string; value: string | number | boolean } | undefined {
  const shown = oneLine(cell);
  if (shown === "") return undefined;
  const choice = node.inputs.find((fact) => fact.kind === "choice" && optionAt(fact, shown) > 0);
  if (choice) return { id: choice.id, value: optionAt(choice, shown) };
  const open = node.inputs.filter((fact) => !/^e\d+$/.test(fact.id));
  const [only] = open;
  if (open.length !== 1 || !only || only.id === "points") return undefined;
  const value = readCell(only, shown);
  return value === undefined ? undefined : { id: only.id, value };
}

/** Each printed datum with the input it names, the most alike pairs first. */
function pairUp(
  rows: readonly SheetRow[],
  facts: readonly Fact[],
  names: ReadonlyMap<string, string>,
): { row: SheetRow; fact: Fact | undefined }[] {
  const alikeTo = (row: SheetRow, fact: Fact): number =>
    Math.max(alikeness(row.title, fact.label), alikeness(row.title, names.get(fact.id) ?? ""));
  const pairs = rows
    .flatMap((row) => facts.map((fact) => ({ row, fact, alike: alikeTo(row, fact) })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  const byRow = new Map<SheetRow, Fact>();
  const used = new Set<Fact>();
  for (const { row, fact } of pairs)
    if (!byRow.has(row) && !used.has(fact)) {
      byRow.set(row, fact);
      used.add(fact);
    }
  const [left, free] = [rows.filter((row) => !byRow.has(row)), facts.filter((fact) => !used.has(fact))];
  const [lastRow, lastFact] = [left[0], free[0]];
  if (left.length === 1 && free.length === 1 && lastRow && lastFact) byRow.set(lastRow, lastFact);
  return rows.map((row) => ({ row, fact: byRow.get(row) }));
}

/** 1 for the same words; else the share of words in common, more where the one holds the other whole. */
function alikeness(one: string, other: string): number {
  const [a, b] = [plainWords(one), plainWords(other)];
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const [first, second] = [new Set(a.split(" ")), new Set(b.split(" "))];
  const common = [...first].filter((word) => second.has(word)).length;
  const share = common / (first.size + second.size - common);
  return b.includes(a) || a.includes(b) ? 0.6 + 0.4 * share : share;
}

function readCell(fact: Fact, cell: string): string | number | boolean | undefined {
  const shown = oneLine(cell);
  if (fact.kind === "yes_no") return yesNo(fact, shown);
  if (fact.kind === "choice") return optionAt(fact, shown) || undefined;
  if (["text", "link", "date"].includes(fact.kind)) return shown;
  const percent = /%$/.test(shown);
  const decimal = decimalOf(shown.replace(/\s*%$/, ""));
  if (decimal === undefined || (percent && fact.kind !== "percent")) return undefined;
  const value = percent ? `${decimal}%` : numberOf(decimal);
  const read = readValue(fact, value, "stored");
  return read !== undefined && "n" in read ? value : undefined;
}

/** Yes, or the points that a "yes" was given: a filled-in part prints 5 where it holds and 0 where it does not. */
function yesNo(fact: Fact, shown: string): boolean | undefined {
  const read = readValue(fact, shown);
  if (read !== undefined && "n" in read) return read.n > 0n;
  const points = decimalOf(shown);
  return points === undefined ? undefined : Number(points) > 0;
}

/** The 1-based place of the option that the words are; 0 for none. */
function optionAt(fact: Fact, shown: string): number {
  const words = plainWords(shown);
  const exact = fact.options.findIndex((option) => plainWords(option) === words);
  if (exact >= 0) return exact + 1;
  const near = fact.options.flatMap((option, at) =>
    words.length > 4 && plainWords(option).startsWith(`${words} `) ? [at + 1] : [],
  );
  return near.length === 1 ? (near[0] ?? 0) : 0;
}

function unread(row: SheetRow, at: string): ImportFinding {
  return importFinding(
    "answer-unread",
    at,
    {
      vi: `Số liệu "${oneLine(row.title)}" (in: "${oneLine(row.declared)}") không khớp với số liệu nào của ${at}; không nhập vào cases. Điền tay nếu cần.`,
      en: `The datum "${oneLine(row.title)}" (printed: "${oneLine(row.declared)}") fits no input of ${at}; it is not in the case. Fill it in by hand if needed.`,
    },
    row.place,
    { found: oneLine(row.declared) },
  );
}
