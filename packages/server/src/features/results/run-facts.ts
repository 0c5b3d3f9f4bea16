/**
 * What a run was scored from, in the engine's columns: for the sentence behind a score and for the bridge between years.
 * Kept a while by the run's id, since runs never change.
 */
import {
  adjustedFacts,
  CampaignRun,
  type CampaignScores,
  type CompiledSet,
  carryFacts,
  explainNode,
  FactChunk,
  formatExact,
  type UnitFacts,
} from "@opendti/engine";
import type { LongCall } from "../../http/call.js";
import type { Platform } from "../../platform.js";
import { loadSetOf } from "../assessments/load-set.js";
import { readInput } from "../runs/input.js";
import { declaredUnits, type InputUnit, storedInput } from "./input-repository.js";
import { Shelf } from "./kept-body.js";
import type { Edition } from "./repository.js";
import type { UnitView } from "./unit-view.js";

export interface RunFacts {
  readonly set: CompiledSet;
  readonly scores: CampaignScores;
  /** Rows of the units that submitted. */
  readonly rowOf: ReadonlyMap<string, number>;
}

/**
 * A bridge needs three: this year's, last year's, and last year's under this year's rules. Less than the three of four
 * thousand units would have every page of a unit score them all again.
 */
const FACT_BYTES = 56 * 1024 * 1024;
const kept = new WeakMap<Platform, Shelf<RunFacts | undefined>>();

function shelfOf(platform: Platform): Shelf<RunFacts | undefined> {
  const known = kept.get(platform);
  if (known !== undefined) return known;
  const made = new Shelf<RunFacts | undefined>(FACT_BYTES, (facts) =>
    facts === undefined
      ? 100
      : facts.scores.length * (facts.set.facts.length + facts.set.nodes.length * 3) * 8,
  );
  kept.set(platform, made);
  return made;
}

/** What an edition was scored from; undefined when it is not stored. */
export function runFactsOf(call: LongCall, edition: Edition): Promise<RunFacts | undefined> {
  return shelfOf(call.platform).take(keyOf(edition), async () => {
    const { set } = await loadSetOf(call, edition.campaign.set);
    return readRunFacts(call.db, set, edition);
  });
}

/** The same, read anew and kept by nobody but the caller. @param set the edition's. */
export async function readRunFacts(
  db: LongCall["db"],
  set: CompiledSet,
  edition: Edition,
): Promise<RunFacts | undefined> {
  const units = await unitsOf(db, edition);
  return units.length === 0 ? undefined : scored(set, units, (unit) => factsOfUnit(set, unit));
}

/** The same data under a later set: everybody's, so that the standing of the group follows. */
export async function carriedFactsOf(
  call: LongCall,
  edition: Edition,
  facts: RunFacts,
  to: { readonly set: CompiledSet; readonly hash: string },
): Promise<RunFacts | undefined> {
  if (edition.campaign.set.hash === to.hash) return facts;
  return shelfOf(call.platform).take(`${keyOf(edition)} ${to.hash}`, () => carryRunFacts(facts, to.set));
}

/** Everybody's data under another set. */
export const carryRunFacts = (facts: RunFacts, set: CompiledSet): Promise<RunFacts> =>
  scored(set, [...facts.rowOf.keys()], (unit) =>
    carryFacts(facts.set, set, facts.scores.run.factsOf(facts.rowOf.get(unit) ?? 0)),
  );

/** Everybody scored once more, with some facts changed; others stay what they are, so that the groups stay whole. */
export async function scoredWith(
  { set, scores, rowOf }: RunFacts,
  change: (unitId: string, facts: UnitFacts) => UnitFacts,
): Promise<CampaignScores> {
  const changed = (unit: string): UnitFacts => change(unit, scores.run.factsOf(rowOf.get(unit) ?? 0));
  return (await scored(set, [...rowOf.keys()], changed)).scores;
}

/** The line behind each of a unit's scores, by node; empty where what was declared is not stored, or gives other points. */
export async function reasonsOf(
  call: LongCall,
  { edition, board, row, language }: UnitView,
): Promise<Map<number, string>> {
  const unit = board.units[row];
  const facts = await runFactsOf(call, edition);
  const at = unit === undefined ? undefined : facts?.rowOf.get(unit.id);
  if (facts === undefined || unit === undefined || at === undefined) return new Map();
  const score = facts.scores.explain(at);
  if (formatExact(score.total) !== unit.total) return new Map();
  const own = facts.scores.run.factsOf(at);
  return new Map(
    facts.set.nodes
      .filter(({ scored: counts }) => counts)
      .map(({ index }) => [index, explainNode(facts.set, score, index, own).why[language]]),
  );
}

const keyOf = ({ campaign, run }: Edition): string => `${campaign.id} ${run?.id ?? "imported"}`;

async function unitsOf(db: LongCall["db"], edition: Edition): Promise<readonly InputUnit[]> {
  // Results of years before OpenDTI: what was declared may have been entered with them.
  if (edition.run === null) return declaredUnits(db, edition.campaign.id);
  const stored = await storedInput(db, edition.run.id);
  const read = stored === undefined ? undefined : await readInput(stored);
  return read?.input.units.filter(({ submitted }) => submitted) ?? [];
}

function factsOfUnit(set: CompiledSet, { unit, group, answers, adjustments }: InputUnit): UnitFacts {
  const head = { ...unit, group };
  return adjustedFacts(set, head, answers, adjustments);
}

const CHUNK_UNITS = 512;
/** Units read between two looks at other requests. */
const SLICE = 64;

async function scored<U extends string | InputUnit>(
  set: CompiledSet,
  units: readonly U[],
  facts: (unit: U) => UnitFacts,
): Promise<RunFacts> {
  const run = new CampaignRun(set, { complete: true, keepFacts: true });
  const rowOf = new Map<string, number>();
  let chunk = new FactChunk(set, Math.min(CHUNK_UNITS, units.length));
  for (const [row, unit] of units.entries()) {
    if (chunk.full) {
      run.add(chunk);
      chunk = new FactChunk(set, CHUNK_UNITS);
    }
    chunk.add(facts(unit));
    rowOf.set(typeof unit === "string" ? unit : unit.unit.id, row);
    if (row % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  run.add(chunk);
  return { set, scores: run.finish(), rowOf };
}
