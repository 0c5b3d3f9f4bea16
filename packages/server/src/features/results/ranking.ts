/** The ranking of an edition as its answer. */
import type { z } from "zod";
import { type Board, type BoardGroup, pointsText } from "./board.js";
import type { EarlierResult, Edition } from "./repository.js";
import type * as schemas from "./schemas.js";

export type RankingAnswer = z.input<typeof schemas.ranking>;
export type PublicItem = z.input<typeof schemas.publicItem>;
export type RankingItem = z.input<typeof schemas.resultItem>;

/**
 * @param group a code; "-" those in no group; undefined: all.
 * @param declared with what the units scored themselves: theirs, and of those who see all.
 */
export function rankingOf(
  edition: Edition,
  board: Board | undefined,
  earlier: ReadonlyMap<string, EarlierResult>,
  { group, declared }: { readonly group?: string | undefined; readonly declared: boolean },
): RankingAnswer {
  const groups = board === undefined ? [] : chosenGroups(board, group);
  return {
    run: runHeadOf(edition),
    imported: edition.imported,
    campaign: campaignHeadOf(edition),
    groups: groups.map((one) => groupOf(board, one)),
    pillars: board?.pillars.map(indicatorHeadOf) ?? [],
    items:
      board === undefined
        ? []
        : groups.flatMap(({ rows }) => rows.map((row) => itemOf(board, row, earlier, declared))),
  };
}

/** The groups that a filter leaves. */
export function chosenGroups(board: Board, group: string | undefined): readonly BoardGroup[] {
  if (group === undefined) return board.groups;
  return board.groups.filter(({ code }) => (code ?? "-") === group);
}

/** A group with its best and its middle total. */
export function groupOf(board: Board | undefined, group: BoardGroup): RankingAnswer["groups"][number] {
  const totals = board?.totals(group);
  return {
    code: group.code,
    name: group.name,
    units: group.rows.length,
    best: totals === undefined ? null : pointsText(totals.best),
    median: totals === undefined ? null : pointsText(totals.median),
  };
}

/** One unit's line as everybody may read it. */
export function publicItemOf(
  board: Board,
  row: number,
  earlier: ReadonlyMap<string, EarlierResult>,
): PublicItem {
  const unit = board.units[row];
  if (unit === undefined) throw new RangeError(`no unit in row ${row}`);
  const before = earlier.get(unit.id);
  return {
    unit: { id: unit.id, name: unit.name, kind: unit.kind },
    group: unit.group,
    rank: unit.rank,
    of: board.group(unit.group).rows.length,
    total: unit.total,
    max: unit.max,
    level: unit.level,
    submitted: unit.submitted,
    pillars: Object.fromEntries(
      board.pillars.flatMap(({ index, code }) => {
        const value = board.at(row, index);
        return value === undefined ? [] : [[code, pointsText(value)]];
      }),
    ),
    before:
      before === undefined
        ? null
        : {
            campaignId: before.campaignId,
            year: before.year,
            total: before.total,
            max: before.max,
            rank: before.rank,
            of: before.of,
            unitName: before.unitName,
          },
  };
}

/** One unit's line, with what it scored itself for those who may know. */
export function itemOf(
  board: Board,
  row: number,
  earlier: ReadonlyMap<string, EarlierResult>,
  declared: boolean,
): RankingItem {
  const unit = board.units[row];
  return {
    ...publicItemOf(board, row, earlier),
    declaredTotal: declared ? (unit?.declaredTotal ?? null) : null,
    declaredRank: declared ? (unit?.declaredRank ?? null) : null,
  };
}

export const indicatorHeadOf = ({
  code,
  title,
  max,
}: {
  readonly code: string;
  readonly title: string;
  readonly max: number;
}): { code: string; title: string; max: string } => ({ code, title, max: pointsText(max) });

export function runHeadOf({ run }: Edition): RankingAnswer["run"] {
  if (run === null) return null;
  const signed = (one: { readonly as: string | null; readonly at: Date } | null) =>
    one && { as: one.as, at: one.at.toISOString() };
  return {
    id: run.id,
    number: run.number,
    state: run.state,
    setHash: run.setHash,
    resultHash: run.resultHash,
    reason: run.reason,
    compiledAt: run.compiledAt.toISOString(),
    approved: signed(run.approved),
    published: signed(run.published),
    withdrawn: run.withdrawn && { at: run.withdrawn.at.toISOString(), reason: run.withdrawn.reason },
  };
}

export const campaignHeadOf = ({ campaign }: Edition): RankingAnswer["campaign"] => ({
  id: campaign.id,
  name: campaign.name,
  year: campaign.year,
  setId: campaign.set.id,
  setVersion: campaign.set.version,
  setTitle: campaign.set.title,
  status: campaign.status,
});
