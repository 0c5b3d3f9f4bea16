/** The results of one edition as what an export reads: numbers in columns, made into text a unit at a time. */
import type { CampaignFrame, FrameGroup, FrameNode, FrameScore, FrameUnit } from "@opendti/documents";
import {
  CampaignRun,
  type CampaignScores,
  type CompiledSet,
  FactChunk,
  formatTicks,
  type Language,
} from "@opendti/engine";
import type { Connection } from "../../database/connection.js";
import { found } from "../../http/endpoint.js";
import { Board, type BoardNode, pointsText } from "../results/board.js";
import { type Edition, listGroups } from "../results/repository.js";
import { resultRows } from "../results/row-repository.js";
import { type RunFacts, readRunFacts } from "../results/run-facts.js";
import { findSet } from "../sets/repository.js";
import type { SetShelf } from "../sets/shelf.js";
import { movementsOf } from "./movements.js";
import { listVerdicts, type Verdict } from "./verdict-repository.js";

export interface FrameGround {
  readonly db: Connection;
  readonly sets: SetShelf;
}

/** Units whose verdicts are read at once; between two such, others who share the thread have their turn. */
const BATCH = 200;
const CHUNK_UNITS = 512;

/** Everything of an edition that its `sight` may tell. */
export async function openFrame(
  { db, sets }: FrameGround,
  edition: Edition,
  { sight, language }: { readonly sight: CampaignFrame["sight"]; readonly language: Language },
): Promise<CampaignFrame> {
  const { campaign, run } = edition;
  const set = await compiledSet({ db, sets }, campaign.set);
  const board = await Board.of(set, resultRows(db, edition, null), await listGroups(db, campaign.id));
  const facts = sight === "whole" ? await readRunFacts(db, set, edition) : undefined;
  const judged = facts && judgedAlone(facts);
  const rows = board.groups.flatMap((group) => group.rows);
  return {
    campaign: { id: campaign.id, name: campaign.name, year: campaign.year },
    set: {
      ...campaign.set,
      digits: set.scoreRounding.digits,
      max: pointsText((Number(set.max.n) / Number(set.max.d)) * MILLION),
      compiled: set,
    },
    run: run && {
      id: run.id,
      number: run.number,
      state: run.state,
      resultHash: run.resultHash,
      compiledAt: run.compiledAt,
      approvedAt: run.approved?.at ?? null,
      publishedAt: run.published?.at ?? null,
    },
    sight,
    nodes: nodesOf(board),
    pillars: board.pillars.map(({ index }) => index),
    groups: board.groups.map((group) => groupOf(board, group)),
    unitCount: rows.length,
    units: () =>
      unitsOf({ db, edition, board, rows, judged: facts && judged && { facts, scores: judged }, sight }),
    movements: () =>
      movementsOf({ db, sets, set, edition, board, rows, facts, language, whole: sight === "whole" }),
  };
}

const MILLION = 1_000_000;

async function compiledSet(
  { db, sets }: FrameGround,
  { id, version, hash }: Edition["campaign"]["set"],
): Promise<CompiledSet> {
  const known = sets.known(hash);
  if (known !== undefined) return known.set;
  const stored = found(await findSet(db, id, version));
  return sets.load(stored.source, stored.hash).set;
}

/** Everybody by what was judged, the best of the group not known: what the appraiser saw. */
function judgedAlone({ set, scores, rowOf }: RunFacts): CampaignScores {
  const run = new CampaignRun(set, { complete: false, recall: (row) => scores.run.factsOf(row) });
  let chunk = new FactChunk(set, CHUNK_UNITS);
  for (const row of rowOf.values()) {
    if (chunk.full) {
      run.add(chunk);
      chunk = new FactChunk(set, CHUNK_UNITS);
    }
    chunk.add(scores.run.factsOf(row));
  }
  run.add(chunk);
  return run.finish();
}

function nodesOf(board: Board): FrameNode[] {
  return board.nodes.map((node) => ({
    code: node.code,
    printed: node.printed,
    title: node.title,
    parent: node.parent ?? null,
    pillar: pillarOf(board, node),
    depth: node.depth,
    leaf: node.leaf,
    scored: node.scored,
    bonus: node.bonus,
    relative: node.relative,
    max: pointsText(node.max),
  }));
}

function pillarOf(board: Board, node: BoardNode): number {
  let top = node;
  while (top.parent !== undefined) top = board.nodes[top.parent] ?? { ...top, parent: undefined };
  return top.index;
}

function groupOf(board: Board, { code, name, rows }: Board["groups"][number]): FrameGroup {
  const shares = (of: "best" | "median") =>
    board.pillars.map(({ index, max }) => {
      const points = board.middle(code, index)?.[of];
      return points === undefined || max <= 0 ? null : Math.round((points / max) * 10_000) / 10_000;
    });
  return { code, name, units: rows.length, best: shares("best"), median: shares("median") };
}

interface UnitGround {
  readonly db: Connection;
  readonly edition: Edition;
  readonly board: Board;
  readonly rows: readonly number[];
  readonly judged: { readonly facts: RunFacts; readonly scores: CampaignScores } | undefined;
  readonly sight: CampaignFrame["sight"];
}

async function* unitsOf(ground: UnitGround): AsyncGenerator<FrameUnit> {
  const { db, edition, board, rows, sight } = ground;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const ids = batch.flatMap((row) => board.units[row]?.assessmentId ?? []);
    const verdicts =
      sight === "whole" && edition.run !== null
        ? await listVerdicts(db, ids, edition.run.compiledAt)
        : new Map<string, Map<string, Verdict>>();
    for (const row of batch) yield unitOf(ground, row, verdicts);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function unitOf(
  { board, judged, sight }: UnitGround,
  row: number,
  verdicts: ReadonlyMap<string, ReadonlyMap<string, Verdict>>,
): FrameUnit {
  const unit = board.units[row];
  if (unit === undefined) throw new RangeError(`no unit in row ${row}`);
  const whole = sight === "whole";
  const own = unit.assessmentId === null ? undefined : verdicts.get(unit.assessmentId);
  const at = judged?.facts.rowOf.get(unit.id);
  const digits = board.set.scoreRounding.digits;
  const scores = board.nodes.map((node): FrameScore => {
    const final = board.at(row, node.index);
    const declared = whole ? board.declaredAt(row, node.index) : undefined;
    const verdict = node.leaf && node.scored ? own?.get(node.code) : undefined;
    return {
      declared: declared === undefined ? null : pointsText(declared),
      appraised:
        judged === undefined || at === undefined
          ? null
          : formatTicks(judged.scores.ticks(at, node.index), digits),
      final: final === undefined ? null : pointsText(final),
      status: board.status(row, node.index),
      verdict: verdict?.verdict ?? null,
      reason: verdict?.verdict === "adjusted" ? verdict.reason : null,
    };
  });
  return {
    id: unit.id,
    name: unit.name,
    kind: unit.kind,
    group: unit.group,
    rank: unit.rank,
    total: unit.total,
    max: unit.max,
    level: unit.level,
    submitted: unit.submitted,
    declaredTotal: whole ? unit.declaredTotal : null,
    declaredRank: whole ? unit.declaredRank : null,
    scores,
  };
}
