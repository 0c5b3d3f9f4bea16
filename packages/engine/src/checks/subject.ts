/** What the checks look at: every row of a set beside its source and its place, and what a check says. */
import type { Message } from "../message.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import type { Path } from "../rules/rule-kind.js";
import type { LoadedSet } from "../set/load.js";
import type { IndicatorSource, SetSource } from "../set/schema.js";
import type { FindingCode } from "./catalogue.js";
import type { CaseFile, PlanFile } from "./finding.js";

/** One row of the set. */
export interface Entry {
  readonly node: Node;
  readonly source: IndicatorSource;
  readonly path: Path;
  /** Whether the row takes part in the scoring: not in a form, not `scored: false`, not below such a row. */
  readonly scored: boolean;
}

export interface Subject {
  readonly set: CompiledSet;
  readonly source: SetSource;
  /** By node index, which is document order. */
  readonly entries: readonly Entry[];
  readonly cases: readonly CaseFile[];
  readonly plans: readonly PlanFile[];
}

/** A finding before it has its severity, file and line. */
export interface Draft {
  readonly code: FindingCode;
  /** Printed code of the row, "" for the set as a whole. */
  readonly at: string;
  /** Place in the file that the check looked at. */
  readonly path: Path;
  readonly message: Message;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
}

/** A check of the set itself. */
export type SetCheck = (subject: Subject) => Draft[];
/** A check of one case against the set. */
export type CaseCheck = (subject: Subject, file: CaseFile) => Draft[];
/** A check of one plan against the set. */
export type PlanCheck = (subject: Subject, file: PlanFile) => Draft[];

/** Puts the rows of a loaded set beside their sources. */
export function subjectOf(
  loaded: LoadedSet,
  cases: readonly CaseFile[],
  plans: readonly PlanFile[],
): Subject {
  const { set, source } = loaded;
  const entries: Entry[] = [];
  const walk = (rows: readonly IndicatorSource[], path: Path, scoredAbove: boolean): void => {
    for (const [index, row] of rows.entries()) {
      const node = set.nodes[entries.length];
      if (!node) throw new RangeError(`subjectOf: ${row.code} is not in the compiled set`);
      const scored = scoredAbove && row.scored !== false;
      const at = [...path, index];
      entries.push({ node, source: row, path: at, scored });
      walk(row.children ?? [], [...at, "children"], scored);
    }
  };
  walk(source.indicators, ["indicators"], set.scored);
  return { set, source, entries, cases, plans };
}

/** The rows directly below one, or the pillars. */
export function childrenOf(subject: Subject, entry: Entry | undefined): Entry[] {
  const indexes = entry ? entry.node.children : subject.set.pillars;
  return indexes.flatMap((index) => subject.entries[index] ?? []);
}

/** A row and all rows above it, itself first. */
export function lineage(subject: Subject, entry: Entry): Entry[] {
  const above = entry.node.parent === undefined ? undefined : subject.entries[entry.node.parent];
  return above ? [entry, ...lineage(subject, above)] : [entry];
}

/** What a row is called in a sentence: a pillar, or an indicator. */
export function rowName(entry: Entry): Message {
  const { code } = entry.node;
  return entry.node.depth === 0
    ? { vi: `chỉ số chính ${code}`, en: `pillar ${code}` }
    : { vi: `chỉ số ${code}`, en: `indicator ${code}` };
}
