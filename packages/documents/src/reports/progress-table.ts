/** The table of a progress report: every assignment with its points, deadline, state and what was reported. */
import { type Fact, formatExact, type OutlineRow } from "@opendti/engine";
import type { PaperColumn, PaperRow, PaperTable } from "../paper/paper.js";
import { type DeadlineState, deadlineStateWords } from "./deadline-state.js";
import { type Assignment, deadlineText, leadWords } from "./plan-rows.js";
import type { ProgressReport, ReportedProgress } from "./progress-report-input.js";
import { pointsWritten } from "./written.js";

/** One assignment that the report follows. */
export interface Followed {
  readonly row: OutlineRow;
  /** The datum, where one is assigned on its own. */
  readonly fact: Fact | undefined;
  readonly assignment: Assignment;
  readonly report: ReportedProgress | undefined;
  readonly state: DeadlineState;
}

/** Of all rows of the plan in the order of the set; 252 mm, for a landscape page. */
export function progressTable(input: ProgressReport, followed: readonly Followed[]): PaperTable {
  const { last, now, lead } = input;
  const heads = [
    ...(last === undefined ? [] : [`Điểm năm ${last.year}`]),
    ...(now === undefined ? [] : ["Điểm hiện tại"]),
  ];
  return {
    kind: "table",
    columns: columnsOf(heads.length, lead === undefined),
    rows: [
      {
        kind: "header",
        cells: [
          "STT",
          "Chỉ số",
          ...(lead === undefined ? ["Cơ quan chủ trì"] : []),
          "Điểm tối đa",
          ...heads,
          "Thời hạn",
          "Tình trạng",
          "Kết quả thực hiện",
          "Khó khăn, kiến nghị",
        ],
      },
      ...rowsOf(input, followed),
    ],
  };
}

const SCORE = 15;

function columnsOf(scores: number, withLead: boolean): PaperColumn[] {
  const free = 252 - 18 - 14 - SCORE * scores - 24 - 22 - (withLead ? 34 : 0);
  const title = Math.floor(free * 0.38);
  const done = Math.floor(free * 0.34);
  return [
    { width: 18, align: "center" },
    { width: title },
    ...(withLead ? [{ width: 34 }] : []),
    { width: 14, align: "right" },
    ...Array.from({ length: scores }, () => ({ width: SCORE, align: "right" as const })),
    { width: 24, align: "center" },
    { width: 22, align: "center" },
    { width: done },
    { width: free - title - done },
  ];
}

/** The rows, under the name of their pillar. */
function rowsOf(input: ProgressReport, followed: readonly Followed[]): PaperRow[] {
  const { set } = input;
  let pillar: number | undefined;
  return followed.flatMap((one) => {
    let top = one.row.node;
    while (top.parent !== undefined) {
      const above = set.nodes[top.parent];
      if (above === undefined) break;
      top = above;
    }
    const rows: PaperRow[] = [];
    if (top.index !== pillar && top.index !== one.row.node.index)
      rows.push({
        kind: "section",
        cells: [top.code, { text: top.title, columns: columnCount(input) - 1 }],
      });
    pillar = top.index;
    rows.push(rowOf(input, one));
    return rows;
  });
}

const columnCount = ({ last, now, lead }: ProgressReport): number =>
  7 + (last === undefined ? 0 : 1) + (now === undefined ? 0 : 1) + (lead === undefined ? 1 : 0);

function rowOf(
  { plan, last, now, lead }: ProgressReport,
  { row, fact, assignment, report, state }: Followed,
): PaperRow {
  const { node, label } = row;
  const points = (of: string | undefined): string =>
    of === undefined || fact !== undefined ? "" : pointsWritten(of);
  return {
    kind: fact === undefined ? "body" : "sub",
    cells: [
      fact === undefined ? node.code : `${node.code}.${fact.id}`,
      fact === undefined ? node.title : { text: fact.label, italic: true },
      ...(lead === undefined ? [leadWords(plan, assignment)] : []),
      fact === undefined && node.scored ? pointsWritten(formatExact(node.max)) : "",
      ...(last === undefined ? [] : [points(last.points[label])]),
      ...(now === undefined ? [] : [points(now[label])]),
      deadlineText(assignment),
      { text: deadlineStateWords[state], bold: state === "overdue" },
      report?.done ?? "",
      [report?.difficulties, report?.proposal].filter((text) => text !== undefined).join("\n"),
    ],
  };
}
