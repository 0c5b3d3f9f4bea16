/** Rows without a number under an indicator: cases of which one holds ("option"), or data and parts that add up ("part"). */
import { givesPoints } from "./kinds.js";
import { plain } from "./plain.js";
import type { OpenRow } from "./rows.js";
import type { ColumnRole } from "./types.js";

const CASE =
  /^(co|khong|da|chua|dat|khong dat|tu|tren|duoi|muc|neu|truong hop|hoan thanh|khong hoan thanh|day du|loai|tot|kha|trung binh|yeu|dung han|cham|qua han|ty le|100%|\d+\s*%|ban hanh|con lai|lon hon|nho hon|bang)\b/;
const BULLET = /^\s*[-+•–*▪≥≤<>]/u;

/** Settles each run of rows without a number that stands under an indicator. */
export function settleUnder(rows: readonly OpenRow[], roles: readonly ColumnRole[]): void {
  const max = roles.indexOf("max");
  const title = roles.indexOf("title");
  const rule = roles.indexOf("rule");
  const filled = roles.flatMap((role, at) =>
    role === "declared" || role === "self_score" || role === "score" ? [at] : [],
  );
  let parent: OpenRow | undefined;
  let run: OpenRow[] = [];
  const settle = (): void => {
    // Without an indicator above, rows without a number are the indicators themselves.
    const kind = parent ? kindOfRun(run, parent, max, title, rule, filled) : "indicator";
    for (const row of run) row.kind = kind;
    run = [];
  };
  for (const row of rows) {
    if (row.kind === "under" && isCapitals(row.cells[title]?.texts.join(" ") ?? "")) row.kind = "group";
    if (row.kind === "under") run.push(row);
    else {
      settle();
      if (row.kind === "indicator") parent = row;
      else parent = undefined;
    }
  }
  settle();
}

/** "NHÓM CHỈ SỐ NỀN TẢNG": the name of a group; "IPV6" is none. */
function isCapitals(text: string): boolean {
  return (
    text.trim().split(/\s+/).length >= 2 &&
    text.length > 8 &&
    text === text.toUpperCase() &&
    /\p{Lu}/u.test(text)
  );
}

function kindOfRun(
  run: readonly OpenRow[],
  parent: OpenRow,
  max: number,
  title: number,
  rule: number,
  filled: readonly number[],
): "part" | "option" {
  if (run.length === 0) return "part";
  const text = (row: OpenRow, column: number): string => row.cells[column]?.texts.join(" ").trim() ?? "";
  if (run.some((row) => filled.some((column) => text(row, column) !== ""))) return "part";
  const whole = decimal(text(parent, max));
  const points = run.map((row) => decimal(text(row, max)));
  if (points.every((value) => value === undefined)) {
    const giving = run.filter((row) => givesPoints(text(row, title))).length;
    return giving > 0 && giving * 2 >= run.length && text(parent, rule) === "" ? "option" : "part";
  }
  const names = run.map((row) => text(row, title) || text(row, rule));
  if (points.some((value) => value === 0)) return "option";
  const sum = points.reduce<number>((all, value) => all + (value ?? 0), 0);
  const most = Math.max(...points.map((value) => value ?? 0));
  if (whole !== undefined && run.length > 1) {
    if (Math.abs(sum - whole) < 1e-9) return "part";
    // The same points on every row are the indicator's own, printed beside each of its data.
    if (points.every((value) => value === whole)) return "part";
    if (most === whole) return "option";
  }
  return names.every((name) => BULLET.test(name) || CASE.test(plain(name))) ? "option" : "part";
}

/** Points as a number, only to compare them. */
function decimal(text: string): number | undefined {
  const digits = /^[+-]?\d+(?:[.,]\d+)?/.exec(text.replace(/\s/g, ""))?.[0];
  return digits === undefined ? undefined : Number(digits.replace(",", "."));
}
