/** Everyone's final scores and ranks, of appraised facts, beside what they declared; by the engine's columns. Pure. */
import { CampaignRun } from "../columnar/campaign.js";
import { FactChunk } from "../columnar/chunk.js";
import type { CampaignScores } from "../columnar/scores.js";
import { formatExact, formatTicks } from "../numbers/decimal.js";
import { rational } from "../numbers/rational.js";
import type { CompiledSet } from "../plan/compiled.js";
import { levelOf } from "../score/level.js";
import { adjustedFacts } from "./adjusted.js";
import { addressOf, factsOf } from "./answers.js";
import type { RunUnit } from "./input.js";
import type { UnitResult } from "./result.js";

const CHUNK_UNITS = 512;

/** Takes units, then gives everyone's results: final scores and ranks of appraised facts, beside what they declared. */
export class CampaignScorer {
  private readonly final: Columns;
  private readonly declared: Columns;
  private readonly heads: Omit<RunUnit, "answers" | "adjustments">[] = [];

  constructor(private readonly set: CompiledSet) {
    // Appraised: every group is complete. Declared: as each unit saw it while it declared.
    this.final = new Columns(set, true);
    this.declared = new Columns(set, false);
  }

  add({ answers, adjustments, ...head }: RunUnit): void {
    this.heads.push(head);
    if (!head.submitted) return;
    const unit = { ...head.unit, group: head.group };
    const declared = factsOf(this.set, unit, answers);
    this.declared.add(declared);
    this.final.add(adjustments.length === 0 ? declared : adjustedFacts(this.set, unit, answers, adjustments));
  }

  /** In the order in which they were added. */
  finish(): UnitResult[] {
    return [...this.results()];
  }

  /** The same one by one, so that whoever takes them may look after other things in between. */
  *results(): Generator<UnitResult> {
    const final = this.final.finish();
    const declared = this.declared.finish();
    const table = new PointTable(this.set);
    const max = formatExact(this.set.max);
    const lastRank = this.ranksBehind(final);
    const lastDeclared = this.ranksBehind(declared);
    let row = -1;
    for (const head of this.heads) {
      const common = { ...head, max };
      if (!head.submitted) {
        const scores = table.zeros;
        yield {
          ...common,
          total: "0",
          declaredTotal: "0",
          rank: lastRank.get(head.group) ?? 1,
          declaredRank: lastDeclared.get(head.group) ?? 1,
          level: null,
          scores,
          declaredScores: scores,
          statuses: table.missing,
        };
        continue;
      }
      row += 1;
      yield {
        ...common,
        total: table.total(final, row),
        declaredTotal: table.total(declared, row),
        rank: final.rank(row) || null,
        declaredRank: declared.rank(row) || null,
        level: levelAt(final, row) ?? null,
        scores: table.scores(final, row),
        declaredScores: table.scores(declared, row),
        statuses: table.statuses(final, row),
      };
    }
  }

  /** By group, the rank behind everyone who is ranked. */
  private ranksBehind(scores: CampaignScores): Map<string | null, number> {
    const behind = new Map<string | null, number>();
    let row = -1;
    for (const { group, submitted } of this.heads) {
      const ranked = submitted && scores.rank(++row) > 0;
      behind.set(group, (behind.get(group) ?? 1) + (ranked ? 1 : 0));
    }
    return behind;
  }
}

/** Facts in chunks of one length, scored. */
class Columns {
  private readonly run: CampaignRun;
  private chunk: FactChunk;

  constructor(
    private readonly set: CompiledSet,
    complete: boolean,
  ) {
    this.run = new CampaignRun(set, { complete, keepFacts: true });
    this.chunk = new FactChunk(set, CHUNK_UNITS);
  }

  add(facts: Parameters<FactChunk["add"]>[0]): void {
    if (this.chunk.full) {
      this.run.add(this.chunk);
      this.chunk = new FactChunk(this.set, CHUNK_UNITS);
    }
    this.chunk.add(facts);
  }

  finish(): CampaignScores {
    this.run.add(this.chunk);
    return this.run.finish();
  }
}

/** Points of a row as text, by address. */
class PointTable {
  private readonly nodes: readonly (readonly [address: string, node: number])[];
  private readonly digits: number;
  readonly zeros: Readonly<Record<string, string>>;
  readonly missing: Readonly<Record<string, string>>;

  constructor(set: CompiledSet) {
    this.nodes = set.nodes.map((node) => [addressOf(set, node), node.index] as const);
    this.digits = set.scoreRounding.digits;
    this.zeros = Object.fromEntries(this.nodes.map(([address]) => [address, "0"]));
    this.missing = Object.fromEntries(this.nodes.map(([address]) => [address, "missing"]));
  }

  total(scores: CampaignScores, row: number): string {
    return formatTicks(scores.totalTicks(row), this.digits);
  }

  scores(scores: CampaignScores, row: number): Record<string, string> {
    return Object.fromEntries(
      this.nodes.map(([address, node]) => [address, formatTicks(scores.ticks(row, node), this.digits)]),
    );
  }

  statuses(scores: CampaignScores, row: number): Record<string, string> {
    return Object.fromEntries(this.nodes.map(([address, node]) => [address, scores.status(row, node)]));
  }
}

/** The level that a unit reaches. Where it follows from unrounded pillars the exact evaluator says it. */
function levelAt(scores: CampaignScores, row: number): string | undefined {
  const { set } = scores;
  const { levels } = set.source;
  if (levels === undefined) return undefined;
  if (levels.by !== "total") return scores.explain(row).level;
  const total = rational(scores.totalTicks(row), 10 ** set.scoreRounding.digits);
  return levelOf(set, total, () => rational(0));
}
