/** The ranking of a group as a decision and a report print it: rank, unit, total, pillars, level, the year before. */
import type { PaperCell, PaperColumn, PaperRow, PaperTable } from "../paper/paper.js";
import { TEXT_WIDTH } from "../paper/paper.js";
import type { CampaignResults, RankedUnit, ResultGroup } from "./result-decision-input.js";
import { NOTHING, pointsOrNothing, pointsWritten } from "./written.js";

const RANK = 14;
const TOTAL = 18;
const LEVEL = 23;
const BEFORE = 15;
/** The narrowest column of a unit's name, the one in which most stand on one line, and the narrowest of a pillar's points. */
const NAME = 40;
const WHOLE_NAME = 62;
const PILLAR = 14;
const WIDEST_PILLAR = 26;
/** Letters of a title that are still read in a column, for each millimetre of it: five lines or so. */
const LETTERS_PER_MM = 2.2;

export interface RankingLayout {
  readonly orientation: "portrait" | "landscape";
  /** Whether the pillars stand by their numbers, explained below the table. */
  readonly numbered: boolean;
  /** Whether there are so many that they do not stand in one table: their points are then left to the campaign's book. */
  readonly withPillars: boolean;
}

/** How the tables of a campaign are laid out: alike for all its groups. */
export function rankingLayout(results: CampaignResults): RankingLayout {
  const { pillars, set, groups } = results;
  const others = RANK + TOTAL + (set.levels.length > 0 ? LEVEL : 0) + (hasBefore(groups) ? BEFORE : 0);
  const needed = others + NAME + pillars.length * PILLAR;
  const withPillars = needed <= TEXT_WIDTH.landscape;
  const wide = withPillars ? needed : others + NAME;
  const orientation = wide <= TEXT_WIDTH.portrait ? "portrait" : "landscape";
  const width = pillarWidth(TEXT_WIDTH[orientation] - others, pillars.length);
  return {
    orientation,
    numbered: pillars.some(({ title }) => title.length > width * LETTERS_PER_MM),
    withPillars,
  };
}

/** The table of one group; its units stand in the order given. */
export function rankingTable(
  results: CampaignResults,
  group: ResultGroup,
  layout: RankingLayout,
): PaperTable {
  const pillars = layout.withPillars ? results.pillars : [];
  const levels = results.set.levels.length > 0;
  const before = hasBefore(results.groups);
  const others = RANK + TOTAL + (levels ? LEVEL : 0) + (before ? BEFORE : 0);
  const free = TEXT_WIDTH[layout.orientation] - others;
  const pillar = pillarWidth(free, pillars.length);
  const number = (width: number): PaperColumn => ({ width, align: "right" });
  const heads = pillars.map(({ label, title }) => (layout.numbered ? `(${label})` : title));
  return {
    kind: "table",
    columns: [
      { width: RANK, align: "center" },
      { width: free - pillar * pillars.length },
      ...pillars.map(() => number(pillar)),
      number(TOTAL),
      ...(levels ? [{ width: LEVEL, align: "center" } as const] : []),
      ...(before ? [{ width: BEFORE, align: "center" } as const] : []),
    ],
    rows: [
      {
        kind: "header",
        cells: [
          "Hạng",
          "Cơ quan, đơn vị",
          ...heads,
          "Tổng điểm",
          ...(levels ? ["Xếp loại"] : []),
          ...(before ? ["Hạng năm trước"] : []),
        ],
      },
      {
        kind: "header",
        cells: [
          { text: "Điểm tối đa", columns: 2, italic: true },
          ...pillars.map(({ max }): PaperCell => ({ text: pointsWritten(max), italic: true })),
          { text: pointsWritten(results.set.max), italic: true },
          ...(levels ? [""] : []),
          ...(before ? [""] : []),
        ],
      },
      ...group.units.map(
        (unit): PaperRow => ({
          kind: "body",
          cells: [
            unit.rank === undefined ? NOTHING : String(unit.rank),
            unit.name,
            ...pillars.map(({ label }) => (unit.submitted ? pointsOrNothing(unit.pillars[label]) : NOTHING)),
            { text: pointsWritten(unit.total), bold: true },
            ...(levels ? [unit.level ?? NOTHING] : []),
            ...(before ? [unit.before === undefined ? NOTHING : String(unit.before)] : []),
          ],
        }),
      ),
    ],
  };
}

/** What stands below the table: what the numbers of pillars mean, and who is not ranked and why. */
export function rankingNotes(results: CampaignResults, group: ResultGroup, layout: RankingLayout): string[] {
  const unranked = (of: (unit: RankedUnit) => boolean): string =>
    group.units
      .filter((unit) => unit.rank === undefined && of(unit))
      .map(({ name }) => name)
      .join("; ");
  const absent = unranked(({ submitted }) => !submitted);
  const unmet = unranked(({ submitted }) => submitted);
  return [
    ...(layout.withPillars && layout.numbered
      ? [results.pillars.map(({ label, title }) => `(${label}) ${title}`).join("; ")]
      : []),
    ...(unmet === "" ? [] : [`Không xếp hạng vì chưa đạt điều kiện của bộ chỉ số: ${unmet}`]),
    ...(absent === "" ? [] : [`Không xếp hạng vì không nộp phiếu đánh giá: ${absent}`]),
  ].map((note) => `${note}.`);
}

/** @param free the width of the unit's name and the pillars together. */
function pillarWidth(free: number, pillars: number): number {
  if (pillars === 0) return 0;
  const beside = (name: number): number => Math.floor((free - name) / pillars);
  return Math.min(WIDEST_PILLAR, Math.max(beside(WHOLE_NAME), Math.min(PILLAR, beside(NAME))));
}

function hasBefore(groups: readonly ResultGroup[]): boolean {
  return groups.some(({ units }) => units.some(({ before }) => before !== undefined));
}
