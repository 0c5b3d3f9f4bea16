/** How the sheets look: plain, printable, what is to be filled in in a colour of its own. */
import type { Borders, Cell, Fill, PageSetup, Worksheet } from "@cj-tech-master/excelts";

const FONT = "Times New Roman";
const INK = "FF1F2937";
const LINE = { style: "thin", color: { argb: "FFB6C2CF" } } as const;
export const BORDER: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const HEADER = solid("FFDCE6F1");
const PILLAR = solid("FFEAF0F7");
const INPUT = solid("FFFFFBE0");
const CLOSED = solid("FFF1F1F1");

/** What a cell is for. */
export type CellRole =
  | "title"
  | "header"
  | "pillar"
  | "group"
  | "plain"
  | "quiet"
  | "input"
  | "closed"
  | "result";

/** @param align numbers to the right, codes in the middle */
export function dress(cell: Cell, role: CellRole, align: "left" | "center" | "right" = "left"): void {
  const bold = role === "title" || role === "header" || role === "pillar" || role === "group";
  cell.font = {
    name: FONT,
    size: role === "title" ? 14 : role === "quiet" ? 10 : 11,
    bold,
    italic: role === "quiet",
    color: { argb: INK },
  };
  cell.alignment = {
    wrapText: true,
    vertical: role === "header" ? "middle" : "top",
    horizontal: role === "header" ? "center" : align,
  };
  if (role === "title") {
    cell.alignment = { vertical: "middle" };
    return;
  }
  cell.border = BORDER;
  if (role === "header") cell.fill = HEADER;
  if (role === "pillar") cell.fill = PILLAR;
  if (role === "input") cell.fill = INPUT;
  if (role === "closed") cell.fill = CLOSED;
  cell.protection = { locked: role !== "input" };
}

const LINE_POINTS = 14.2;
const QUIET_LINE_POINTS = 12.6;
/** Letters to a unit of width, in the ordinary and the smaller size. */
const LETTERS = 1.18;
const QUIET_LETTERS = 1.42;
const TALLEST_ROW = 400;

/**
 * Height of a row in points, by the text of its cells and the widths of their columns: programs do not agree on growing rows by
 * themselves, and none grows a row of merged cells.
 */
export function heightOf(
  cells: readonly { readonly text: string; readonly width: number; readonly quiet?: boolean }[],
): number {
  let height = LINE_POINTS;
  for (const { text, width, quiet = false } of cells) {
    const lines = linesAt(text, width * (quiet ? QUIET_LETTERS : LETTERS));
    height = Math.max(height, lines * (quiet ? QUIET_LINE_POINTS : LINE_POINTS));
  }
  return Math.min(TALLEST_ROW, height + 3);
}

/** Most texts take one line, and large sheets have many. */
function linesAt(text: string, letters: number): number {
  if (!text.includes("\n")) return Math.max(1, Math.ceil(text.length / letters));
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}

/** A4 on its side, as wide as the page; the header on every page. */
export function printSetup(headerRow: number): Partial<PageSetup> {
  return {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.25, footer: 0.25 },
  };
}

/** Locked without a password: against slips, not against people. Columns may be widened, rows too. */
export async function lock(sheet: Worksheet): Promise<void> {
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
  });
}
