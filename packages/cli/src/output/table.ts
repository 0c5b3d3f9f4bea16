/** Tables in plain text that fit the page: fixed columns as wide as their content, the flexible ones share the rest. */
import type { Paint, Style } from "./paint.js";
import { plain, shorten, widthOf, wrap } from "./width.js";

/** Widest line printed. */
export const PAGE = 100;

const GAP = "  ";

export interface Column {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly align: "left" | "right";
  /** Shares the width that is left, in this proportion; absent: as wide as the content. */
  readonly flex?: number;
  /** Most lines of a cell; what is beyond ends in `…`. */
  readonly lines?: number;
}

export interface Row {
  readonly cells: readonly string[];
  readonly style?: Style | undefined;
  /** Style of single cells, by column. */
  readonly styles?: Readonly<Record<number, Style>>;
  /** Columns by which the first flexible cell is moved in. */
  readonly indent?: number;
  /** A line is drawn above it. */
  readonly ruled?: boolean;
}

/** The table's lines, each at most {@link PAGE} columns wide. */
export function layTable(
  columns: readonly Column[],
  rows: readonly Row[],
  paint: Paint,
  page = PAGE,
): string[] {
  const widths = layWidths(columns, rows, page);
  const line = (row: Row): string[] => layRow(columns, widths, row, paint);
  const rule = widths.map((width) => "─".repeat(width)).join(GAP);
  return [
    ...line({ cells: columns.map((column) => column.title) }),
    rule,
    ...rows.flatMap((row) => (row.ruled ? [rule, ...line(row)] : line(row))),
  ];
}

function layWidths(columns: readonly Column[], rows: readonly Row[], page: number): number[] {
  const content = columns.map((column, at) =>
    rows.reduce(
      (most, row) =>
        Math.max(most, widthOf(plain(row.cells[at] ?? "")) + (column.flex ? (row.indent ?? 0) : 0)),
      widthOf(column.title),
    ),
  );
  const fixed = columns.reduce((sum, column, at) => sum + (column.flex ? 0 : (content[at] ?? 0)), 0);
  let left = page - fixed - GAP.length * (columns.length - 1);
  let shares = columns.reduce((sum, column) => sum + (column.flex ?? 0), 0);
  const widths = content.slice();
  // A flexible column that needs less than its share leaves the rest to the others: the smallest are settled first.
  const flexible = columns.flatMap((column, at) => (column.flex ? [{ at, flex: column.flex }] : []));
  flexible.sort((a, b) => (content[a.at] ?? 0) / a.flex - (content[b.at] ?? 0) / b.flex);
  for (const { at, flex } of flexible) {
    const width = Math.max(8, Math.min(content[at] ?? 0, Math.floor((left * flex) / shares)));
    widths[at] = width;
    left -= width;
    shares -= flex;
  }
  return widths;
}

function cut(lines: string[], most: number | undefined, width: number): string[] {
  if (most === undefined || lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${shorten(lines[most - 1] ?? "", width - 1).replace(/…$/, "")}…`];
}

function layRow(columns: readonly Column[], widths: readonly number[], row: Row, paint: Paint): string[] {
  const firstFlexible = columns.findIndex((column) => column.flex !== undefined);
  const cells = columns.map((column, at) => {
    const width = widths[at] ?? 0;
    const indent = at === firstFlexible ? Math.min(row.indent ?? 0, width - 8) : 0;
    const text = row.cells[at] ?? "";
    if (!column.flex) return [plain(text)];
    return cut(wrap(text, width - indent), column.lines, width - indent).map(
      (part) => " ".repeat(Math.max(0, indent)) + part,
    );
  });
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({ length: height }, (_, level) => {
    const parts = columns.map((column, at) => {
      const text = cells[at]?.[level] ?? "";
      const space = " ".repeat(Math.max(0, (widths[at] ?? 0) - widthOf(text)));
      const style = row.styles?.[at] ?? row.style;
      const painted = style === undefined || text === "" ? text : paint(style, text);
      return column.align === "right" ? space + painted : painted + space;
    });
    return parts.join(GAP).replace(/ +$/, "");
  });
}
