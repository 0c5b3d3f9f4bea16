/** Sheets of movement: what became of each unit since its last published result, and which indicators moved it. */

import { wholeText } from "./result-sheets.js";
import type { Column } from "./sheet.js";
import type { CampaignFrame, FrameMovement, MovementParts } from "./types.js";
import type { Say } from "./words.js";

const column = (title: string, kind: Column["kind"], width: number): Column => ({ title, kind, width });

const partColumns = (say: Say): Column[] => [
  column(say("own"), "change", 13),
  column(say("rules"), "change", 13),
  column(say("others"), "change", 13),
];

export const movementColumns = ({ sight }: CampaignFrame, say: Say): Column[] => [
  column(say("group"), "word", 24),
  column(say("unit"), "word", 44),
  column(say("yearBefore"), "whole", 9),
  column(say("nameBefore"), "word", 30),
  column(say("totalBefore"), "points", 11),
  column(say("maxBefore"), "points", 11),
  column(say("rankBefore"), "whole", 9),
  column(say("total"), "points", 11),
  column(say("max"), "points", 11),
  column(say("rank"), "whole", 8),
  column(say("rankChange"), "places", 11),
  column(say("change"), "change", 11),
  ...(sight === "whole" ? [...partColumns(say), column(say("why"), "word", 36)] : []),
];

export function movementRow(
  { sight }: CampaignFrame,
  { unit, from, to, change, parts, why }: FrameMovement,
  group: string,
): (string | null)[] {
  return [
    group,
    unit.name,
    String(from.year),
    from.name === unit.name ? null : from.name,
    from.total,
    from.max,
    wholeText(from.rank),
    to.total,
    to.max,
    wholeText(to.rank),
    from.rank === null || to.rank === null ? null : String(from.rank - to.rank),
    change,
    ...(sight === "whole" ? [...partCells(parts), why] : []),
  ];
}

export const causeColumns = (say: Say): Column[] => [
  column(say("group"), "word", 24),
  column(say("unit"), "word", 44),
  column(say("code"), "word", 10),
  column(say("indicator"), "word", 56),
  ...partColumns(say),
];

/** A row for each indicator that moved, and one for what rounding leaves: together they are the unit's change. */
export function* causeRows(
  { unit, rows, rest }: FrameMovement,
  group: string,
  say: Say,
): Generator<(string | null)[]> {
  for (const { code, title, ...parts } of rows) yield [group, unit.name, code, title, ...partCells(parts)];
  if (rest !== null && [rest.own, rest.rules, rest.others].some((part) => part !== "0"))
    yield [group, unit.name, null, say("rest"), ...partCells(rest)];
}

const partCells = (parts: MovementParts | null): (string | null)[] =>
  parts === null ? [null, null, null] : [parts.own, parts.rules, parts.others];
