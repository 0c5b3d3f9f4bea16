/**
 * Rows whose numbers and points stand in the middle of them: where one ends and the next begins is printed nowhere. In
 * each row the lines of its longest cell stand as many above the number as below, and no border cuts a sentence.
 */
import type { SeatedLine } from "./seated-line.js";

const CUTS_SENTENCE = 4;
const CUTS_LIST = 3;
const CUTS_LINE = 1.5;
const BEGINS_LIST = 1;
const BETWEEN_PAGES = 0.5;
const ENDS_RULE = -1.5;
const BEGINS_RULE = -2;
const APART = -3;
/** A line too many on one side of the number; in the longest cell of a row, and in another. */
const UNEVEN = 1.5;
const UNEVEN_OTHER = 0.3;
/** A row that a page cuts has its number where its part on that page has it, or at its top. */
const UNEVEN_AT_PAGE = 0.15;
/** No border is looked for further from the number of its row. */
const FURTHEST = 80;

interface Border {
  readonly start: number;
  cost: number;
  readonly before: Border | undefined;
}

export interface RowStart {
  readonly start: number;
  /** Its upper or its lower border might as well stand elsewhere. */
  readonly unsure: boolean;
}

/** Where each row begins. @param anchors the line of the number or of the points of each, in order. */
export function middleStarts(lines: readonly SeatedLine[], anchors: readonly number[]): RowStart[] {
  const counts = countsOf(lines);
  // For each start of the row of an anchor, the least cost of all before it.
  let best: Border[] = [{ start: 0, cost: 0, before: undefined }];
  for (let at = 1; at < anchors.length; at += 1) {
    const [above, below] = [anchors[at - 1] ?? 0, anchors[at] ?? 0];
    const next: Border[] = [];
    for (let start = Math.max(above + 1, below - FURTHEST); start <= below; start += 1) {
      const { cost, before } = cheapest(lines, counts, best, start, above);
      next.push({ start, cost: cost + borderCost(lines, start), before });
    }
    best = next;
  }
  const starts: number[] = [];
  let found = cheapest(lines, counts, best, lines.length, anchors.at(-1) ?? 0).before;
  for (; found; found = found.before) starts.unshift(found.start);
  const doubtful = starts.map(
    (start, row) => row > 0 && isDoubtful(lines, counts, starts, anchors, row, start),
  );
  return starts.map((start, row) => ({
    start,
    unsure: doubtful[row] === true || doubtful[row + 1] === true,
  }));
}

/** So much worse another border has to be. */
const MARGIN = 0.8;

/** Whether the border above a row could stand elsewhere at hardly more cost, those around it staying. */
function isDoubtful(
  lines: readonly SeatedLine[],
  counts: Counts,
  starts: readonly number[],
  anchors: readonly number[],
  row: number,
  chosen: number,
): boolean {
  const [above, below] = [anchors[row - 1] ?? 0, anchors[row] ?? 0];
  const [from, to] = [starts[row - 1] ?? 0, starts[row + 1] ?? lines.length];
  const costOf = (border: number): number =>
    unevenCost(lines, counts, from, border, above) +
    borderCost(lines, border) +
    unevenCost(lines, counts, border, to, below);
  const own = costOf(chosen);
  for (let border = Math.max(above + 1, below - FURTHEST); border <= below; border += 1)
    if (border !== chosen && costOf(border) < own + MARGIN) return true;
  return false;
}

/** The cheapest way to end a row before a border. */
function cheapest(
  lines: readonly SeatedLine[],
  counts: Counts,
  starts: readonly Border[],
  border: number,
  anchor: number,
): Omit<Border, "start"> {
  let least: Omit<Border, "start"> = { cost: Number.POSITIVE_INFINITY, before: undefined };
  for (const before of starts) {
    const cost = before.cost + unevenCost(lines, counts, before.start, border, anchor);
    if (cost < least.cost) least = { cost, before };
  }
  return least;
}

interface Counts {
  /** For each column, how many lines before a position have words in it. */
  readonly filled: readonly (readonly number[])[];
  /** How many lines before a position, and at it, are the first of their page. */
  readonly pages: readonly number[];
}

function countsOf(lines: readonly SeatedLine[]): Counts {
  const width = Math.max(0, ...lines.slice(0, 1).map(({ texts }) => texts.length));
  const filled = Array.from({ length: width }, (_, column) => {
    const counts = [0];
    for (const { texts } of lines) counts.push((counts.at(-1) ?? 0) + ((texts[column] ?? "") === "" ? 0 : 1));
    return counts;
  });
  const pages: number[] = [];
  for (const { first } of lines) pages.push((pages.at(-1) ?? 0) + (first ? 1 : 0));
  return { filled, pages };
}

/** How much more of each cell stands on one side of the number than on the other. */
function unevenCost(
  lines: readonly SeatedLine[],
  { filled, pages }: Counts,
  start: number,
  end: number,
  anchor: number,
): number {
  if (lines[anchor]?.across && end - start > 1) return CUTS_SENTENCE * (end - start);
  const cut = (pages[end - 1] ?? 0) > (pages[start] ?? 0);
  let longest = 0;
  let uneven = 0;
  let others = 0;
  for (const counts of filled) {
    const above = (counts[anchor] ?? 0) - (counts[start] ?? 0);
    const below = (counts[end] ?? 0) - (counts[anchor + 1] ?? 0);
    const off = Math.max(0, Math.abs(above - below) - 1) + Math.abs(above - below) / 2;
    others += off;
    if (above + below > longest) {
      longest = above + below;
      uneven = off;
    }
  }
  return cut ? uneven * UNEVEN_AT_PAGE : uneven * UNEVEN + (others - uneven) * UNEVEN_OTHER;
}

const BULLET = /^[-+•*–▪]/u;
const SMALL = /^[\p{Ll}),;:]/u;
/** Items that stand under others of the same cell. */
const FURTHER =
  /^(?:[+•▪]|[b-zđ]\d?\s*=|(?:0?[2-9]|1\d)[.)]\s|[b-zđ]\)|(?:[-–]\s*)?(?:Tỷ lệ|Tỉ lệ|Điểm)\s*[=:<>≥≤(]|Mức\s+[2-9])/iu;
const FIRST = /^(?:a\d?\s*=|0?1[.)]\s|a\))/iu;
const RULE_END = /(?:^|[\s:])0\s*điểm[.;)]?$|\*\s*Điểm tối đa\.?$/iu;
/** The case that a list of cases ends with. */
const LAST_CASE = /^[-+•]\s*(?:Chưa|Không|Còn lại|Dưới|Trường hợp khác)/iu;
const UNFINISHED = /[,–-]$|\s(?:và|của|hoặc|theo|cho|các|từ|đến|với|tại|có|được|trong|bằng)$/u;

/** How badly a border before a line cuts the words of the columns. */
function borderCost(lines: readonly SeatedLine[], border: number): number {
  const line = lines[border];
  let cost = line?.apart ? APART : 0;
  if (line?.first) cost += BETWEEN_PAGES;
  const width = line?.texts.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const above = textNear(lines, border - 1, -1, column);
    const below = textNear(lines, border, 1, column);
    if (above !== undefined && below !== undefined) cost += cutCost(above, below);
  }
  return cost;
}

function cutCost(above: string, below: string): number {
  const ends = RULE_END.test(above) ? ENDS_RULE : 0;
  if (/[=:]$/.test(above) || openBracket(above) || (UNFINISHED.test(above) && !BULLET.test(below)))
    return CUTS_SENTENCE;
  if (FIRST.test(below)) return BEGINS_RULE + ends;
  if (FURTHER.test(below)) return CUTS_LIST;
  if (SMALL.test(below)) return CUTS_SENTENCE;
  if (BULLET.test(below))
    return (
      ends +
      (BULLET.test(above) ? BEGINS_LIST : 0) +
      (/[;,]$/.test(above) ? BEGINS_LIST : 0) +
      (LAST_CASE.test(below) ? BEGINS_LIST : 0)
    );
  if (/^\(/.test(below)) return CUTS_LINE;
  return ends + (/[.;:!)]$/.test(above) || above.length < 12 ? 0 : CUTS_LINE / 3);
}

/** Words of one cell stand in lines that follow one another, but for lines that only other columns have. */
const REACH = 2;

function textNear(
  lines: readonly SeatedLine[],
  from: number,
  step: 1 | -1,
  column: number,
): string | undefined {
  for (let count = 0; count < REACH; count += 1) {
    const text = lines[from + count * step]?.texts[column] ?? "";
    if (text !== "") return text;
  }
  return undefined;
}

function openBracket(text: string): boolean {
  return text.lastIndexOf("(") > text.lastIndexOf(")");
}
