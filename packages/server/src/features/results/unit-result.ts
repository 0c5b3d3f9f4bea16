/** One unit's page: its points beside its group's, what it is best at, what it lost and why, and its earlier years. */
import type { z } from "zod";
import type { LongCall } from "../../http/call.js";
import { type Board, type BoardNode, pointsText, shareOf } from "./board.js";
import { bridgeOf } from "./bridge.js";
import { campaignHeadOf, indicatorHeadOf, itemOf, runHeadOf } from "./ranking.js";
import { earlierResults } from "./repository.js";
import { reasonsOf } from "./run-facts.js";
import type * as schemas from "./schemas.js";
import { codesWithEvidence, type LineResult, lineResults } from "./unit-repository.js";
import type { UnitView } from "./unit-view.js";

type Answer = z.input<typeof schemas.unitResult>;
type Indicator = Answer["indicators"][number];
type Cause = (typeof schemas.lossCauses)[number];

/** Most strengths told. */
const STRENGTHS = 10;

/** Everything on the unit's page. */
export async function unitResultOf(call: LongCall, view: UnitView): Promise<Answer> {
  const { edition, board, row } = view;
  const unit = board.units[row];
  if (unit === undefined) throw new RangeError(`no unit in row ${row}`);
  const earlier = await earlierResults(call.db, edition.campaign, [unit.id]);
  const series = await lineResults(call.db, unit.id);
  // As when the run was made: what answers a complaint about a result is no part of it.
  const evidence =
    unit.assessmentId === null
      ? undefined
      : await codesWithEvidence(call.db, unit.assessmentId, edition.run?.compiledAt ?? call.at);
  const why = view.close ? await reasonsOf(call, view) : new Map<number, string>();
  const indicators = board.nodes
    .filter(({ scored }) => scored)
    .map((node) => indicatorOf(view, node, evidence, why));
  return {
    ...itemOf(board, row, earlier, view.close),
    run: runHeadOf(edition),
    imported: edition.imported,
    campaign: campaignHeadOf(edition),
    groupName: board.group(unit.group).name,
    pillarHeads: board.pillars.map(indicatorHeadOf),
    indicators,
    radar: radarOf(board, row),
    strengths: strengthsOf(board, row),
    lost: lostByCause(indicators),
    series: series.map(seriesPointOf),
    bridge: view.close ? await bridgeOf(call, view, { earlier: earlier.get(unit.id), series }) : null,
  };
}

/** What of an indicator everybody may read. */
export function publicIndicatorOf(board: Board, row: number, node: BoardNode) {
  const middle = board.middle(board.units[row]?.group ?? null, node.index);
  return {
    code: node.code,
    printed: node.printed,
    title: node.title,
    parent: node.parent === undefined ? null : (board.nodes[node.parent]?.code ?? null),
    depth: node.depth,
    leaf: node.leaf,
    bonus: node.bonus,
    max: pointsText(node.max),
    score: pointsText(board.at(row, node.index) ?? 0),
    status: board.status(row, node.index),
    groupBest: middle === undefined ? null : pointsText(middle.best),
    groupMedian: middle === undefined ? null : pointsText(middle.median),
  };
}

function indicatorOf(
  { board, row, close }: UnitView,
  node: BoardNode,
  evidence: ReadonlySet<string> | undefined,
  why: ReadonlyMap<number, string>,
): Indicator {
  const declared = close ? board.declaredAt(row, node.index) : undefined;
  const lost = lostAt(board, row, node);
  return {
    ...publicIndicatorOf(board, row, node),
    declared: declared === undefined ? null : pointsText(declared),
    lost: pointsText(lost),
    lostBecause: lost > 0 ? causeOf(board, row, node, declared, evidence) : null,
    why: why.get(node.index) ?? null,
  };
}

/** Points short of the maximum, in millionths; nothing is lost where nothing was to be had. */
function lostAt(board: Board, row: number, node: BoardNode): number {
  if (!node.leaf || !node.scored || node.bonus) return 0;
  const points = board.at(row, node.index);
  if (points === undefined) return 0;
  // What does not apply and gives nothing is left out of the sum or counted as the set says: see causeOf.
  if (board.status(row, node.index) === "not_applicable" && policyOf(board, node) !== "zero") return 0;
  return Math.max(0, node.max - points);
}

const policyOf = (board: Board, node: BoardNode): string =>
  board.set.nodes[node.index]?.notApplicable ?? "excluded";

function causeOf(
  board: Board,
  row: number,
  node: BoardNode,
  declared: number | undefined,
  evidence: ReadonlySet<string> | undefined,
): Cause {
  const points = board.at(row, node.index) ?? 0;
  if (declared !== undefined && declared > points)
    return evidence !== undefined && !evidence.has(node.code) ? "no-evidence" : "adjusted";
  switch (board.status(row, node.index)) {
    case "missing":
      return "missing";
    case "undefined":
      return "undefined";
    case "not_applicable":
      return "not-applicable";
    default:
      return node.relative ? "relative" : "value";
  }
}

function lostByCause(indicators: readonly Indicator[]): Answer["lost"] {
  const byCause = new Map<Cause, { points: number; codes: { code: string; lost: number }[] }>();
  for (const { code, lost, lostBecause } of indicators) {
    if (lostBecause === null) continue;
    const one = byCause.get(lostBecause) ?? { points: 0, codes: [] };
    byCause.set(lostBecause, one);
    one.points += Math.round(Number(lost) * 1_000_000);
    one.codes.push({ code, lost: Number(lost) });
  }
  return [...byCause]
    .sort(([, a], [, b]) => b.points - a.points)
    .map(([cause, { points, codes }]) => ({
      cause,
      points: pointsText(points),
      codes: codes.sort((a, b) => b.lost - a.lost).map(({ code }) => code),
    }));
}

/** The unit, its group's best and its middle, each as shares of the pillars' maxima. */
export function radarOf(board: Board, row: number): Answer["radar"] {
  const group = board.units[row]?.group ?? null;
  return board.pillars.map((node) => {
    const middle = board.middle(group, node.index);
    return {
      code: node.code,
      title: node.title,
      own: shareOf(board.at(row, node.index), node.max),
      best: shareOf(middle?.best, node.max),
      median: shareOf(middle?.median, node.max),
    };
  });
}

function strengthsOf(board: Board, row: number): string[] {
  const group = board.units[row]?.group ?? null;
  return board.nodes
    .flatMap((node) => {
      const points = board.at(row, node.index);
      const middle = board.middle(group, node.index);
      if (!node.leaf || !node.scored || points === undefined || middle === undefined) return [];
      const above = points - middle.median;
      return points === middle.best && above > 0 ? [{ code: node.code, above }] : [];
    })
    .sort((a, b) => b.above - a.above)
    .slice(0, STRENGTHS)
    .map(({ code }) => code);
}

export const seriesPointOf = ({ runId: _, ...point }: LineResult): Omit<LineResult, "runId"> => point;
