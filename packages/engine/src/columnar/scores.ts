/** The outcome of a campaign: every score, sum, total and rank. */
import type { CompiledSet } from "../plan/compiled.js";
import type { Status, UnitScore } from "../score/unit.js";
import { TRUE, UNKNOWN } from "./condition.js";
import { MISSING, NOT_APPLICABLE, PENDING, UNDEFINED } from "./lane.js";
import type { CampaignState } from "./state.js";

export class CampaignScores {
  constructor(readonly run: CampaignState) {}

  get set(): CompiledSet {
    return this.run.set;
  }

  /** Number of units, in order of addition. */
  get length(): number {
    return this.run.length;
  }

  unit(row: number): string {
    return this.run.chunkOf(row).units[this.run.rowIn(row)] ?? "";
  }

  group(row: number): string {
    return this.run.groups[this.run.chunkOf(row).groupOf[this.run.rowIn(row)] as number] ?? "";
  }

  /** Rounded points of a node, in 10^-digits of the set's score rounding. */
  ticks(row: number, node: number): number {
    const chunk = this.run.chunkOf(row);
    return chunk.ticks[node * chunk.capacity + this.run.rowIn(row)] as number;
  }

  status(row: number, node: number): Status {
    const chunk = this.run.chunkOf(row);
    return statusName(chunk.status[node * chunk.capacity + this.run.rowIn(row)] as number);
  }

  totalTicks(row: number): number {
    return this.run.chunkOf(row).total[this.run.rowIn(row)] as number;
  }

  /** Rank within the group, from 1; 0 when an unmet condition leaves the unit unranked. */
  rank(row: number): number {
    return this.run.chunkOf(row).rank[this.run.rowIn(row)] as number;
  }

  /** Whether each condition of the set holds for the unit. */
  conditions(row: number): { node: number; holds: boolean | "unknown" }[] {
    const chunk = this.run.chunkOf(row);
    return this.run.program.conditions.map(({ node }, index) => {
      const outcome = chunk.conditions[index * chunk.capacity + this.run.rowIn(row)];
      return { node: node.index, holds: outcome === UNKNOWN ? "unknown" : outcome === TRUE };
    });
  }

  /** The unit's score with its trace, by the exact evaluator; equal to what the columns hold. Needs its facts. */
  explain(row: number): UnitScore {
    return this.run.exactUnit(row, true);
  }
}

/** The status that a bit stands for. */
export function statusName(bit: number): Status {
  if (bit === MISSING) return "missing";
  if (bit === UNDEFINED) return "undefined";
  if (bit === NOT_APPLICABLE) return "not_applicable";
  return bit === PENDING ? "pending" : "scored";
}
