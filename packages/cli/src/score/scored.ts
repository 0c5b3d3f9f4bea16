/** Units scored as one campaign, with what the checks of their data say and how published scores differ. */
import {
  CampaignRun,
  type CampaignScores,
  CHUNK_ROWS,
  type CompiledSet,
  FactChunk,
  type UnitFacts,
} from "@opendti/engine";
import type { Published } from "../input/declared.js";
import type { ReadUnit } from "../input/units.js";
import { labelsOf } from "../output/set-facts.js";
import { type DataFinding, findingsOf } from "./findings.js";
import { differencesOf, type PublishedDifference } from "./published.js";

/** A unit as the output needs it; its facts are in the campaign. */
export interface UnitRecord {
  readonly unit: string;
  readonly title: string | undefined;
  readonly group: string;
  readonly published: Published | undefined;
}

export interface Scored {
  readonly set: CompiledSet;
  /** What each node is called (see labelsOf). */
  readonly labels: readonly string[];
  readonly units: readonly UnitRecord[];
  /** Rows in the order of `units`. */
  readonly scores: CampaignScores;
  readonly findings: readonly DataFinding[];
  readonly differences: readonly PublishedDifference[];
  /** Whether any unit comes with published scores. */
  readonly published: boolean;
}

/** Takes units one by one and scores them together. */
export class Scoring {
  private readonly run: CampaignRun;
  private chunk: FactChunk;
  private readonly units: UnitRecord[] = [];
  private readonly findings: DataFinding[] = [];

  /**
   * @param complete whether every ranking group is complete; undefined: groups of two or more units are.
   * @param expected how many units there may be at most.
   */
  constructor(
    private readonly set: CompiledSet,
    complete: boolean | undefined,
    private readonly expected: number,
  ) {
    this.run = new CampaignRun(set, { complete, keepFacts: true });
    this.chunk = this.newChunk();
  }

  /** Takes the next unit. */
  take({ facts, published, evidence, year }: ReadUnit): void {
    this.units.push({ unit: facts.unit, title: facts.title, group: facts.group, published });
    this.findings.push(...findingsOf(this.set, facts, evidence, year));
    this.chunk.add(facts);
    if (!this.chunk.full) return;
    this.run.add(this.chunk);
    this.chunk = this.newChunk();
  }

  /** Settles groups and ranks. */
  finish(): Scored {
    if (this.chunk.length > 0) this.run.add(this.chunk);
    const { set, units, findings } = this;
    const scores = this.run.finish();
    const scored = { set, labels: labelsOf(set), units, scores };
    return {
      ...scored,
      findings,
      differences: units.flatMap((unit, row) => differencesOf(scored, unit, row)),
      published: units.some((unit) => unit.published !== undefined),
    };
  }

  private newChunk(): FactChunk {
    const left = this.expected - this.units.length;
    // All chunks but the last are of one size.
    return new FactChunk(this.set, this.expected > CHUNK_ROWS ? CHUNK_ROWS : Math.max(1, left));
  }
}

/** The record of a row, which there must be. */
export function unitAt({ units }: Pick<Scored, "units">, row: number): UnitRecord {
  const unit = units[row];
  if (!unit) throw new RangeError(`There is no unit ${row}`);
  return unit;
}

/** The facts of a row. */
export function factsAt({ scores }: Pick<Scored, "scores">, row: number): UnitFacts {
  return scores.run.factsOf(row);
}
