/** The tables of a plan: as an agency hands indicators to its rooms, and as a province hands them to its agencies. */
import { formatExact, type OutlineRow } from "@opendti/engine";
import type { PaperCell, PaperColumn, PaperRow, PaperTable } from "../paper/paper.js";
import type { PlanPart } from "./assignment-plan-input.js";
import { coordinatingWords, deadlineText, leadWords, type PlanRow, planRows } from "./plan-rows.js";
import { legalBasisWritten, pointsWritten } from "./written.js";

/** STT, indicator, maximum, lead, coordinating, note: 165 mm. */
export function roomsTable({ plan, set }: PlanPart): PaperTable {
  return {
    kind: "table",
    columns: [
      { width: 13, align: "center" },
      { width: 66 },
      { width: 15, align: "center" },
      { width: 26, align: "center" },
      { width: 27, align: "center" },
      { width: 18 },
    ],
    rows: [
      {
        kind: "header",
        cells: [
          "STT",
          "Chỉ số/Chỉ số thành phần",
          "Điểm tối đa",
          "Đơn vị chủ trì",
          "Đơn vị phối hợp",
          "Ghi chú",
        ],
      },
      ...planRows(plan, set).flatMap(({ row, assignment, inputs }): PaperRow[] => [
        {
          kind: kindOf(row),
          heads: row.node.children.length > 0,
          cells: [
            row.node.code,
            row.node.title,
            maxWords(row),
            leadWords(plan, assignment),
            coordinatingWords(plan, assignment),
            [deadlineText(assignment), assignment?.note ?? ""].filter((line) => line !== "").join("\n"),
          ],
        },
        ...inputs.map(
          ({ fact, assignment: own }): PaperRow => ({
            kind: "sub",
            cells: [
              fact.id,
              { text: fact.label, italic: true },
              "",
              leadWords(plan, own),
              coordinatingWords(plan, own),
              [deadlineText(own), own.note ?? ""].filter((line) => line !== "").join("\n"),
            ],
          }),
        ),
      ]),
    ],
  };
}

/** With the last score, the target where there is one, the rule and the deadline: 252 mm, for a landscape page. */
export function agenciesTable(part: PlanPart): PaperTable {
  const { plan, set, last, targets } = part;
  const points: readonly Column[] = [
    ...(last === undefined ? [] : [{ head: `Điểm năm ${last.year}`, points: last.points }]),
    ...(targets === undefined ? [] : [{ head: `Mục tiêu năm ${targets.year}`, points: targets.points }]),
  ];
  const [basis] = set.source.legal_basis;
  const width = 7 + points.length;
  return {
    kind: "table",
    columns: agenciesColumns(points.length),
    rows: [
      {
        kind: "header",
        cells: [
          "Số TT",
          "Chỉ số chính/Chỉ số thành phần",
          "Điểm tối đa",
          ...points.map(({ head }) => head),
          "Cách xác định và tính điểm",
          "Cơ quan chủ trì",
          "Cơ quan phối hợp",
          "Thời gian hoàn thành",
        ],
      },
      ...(basis === undefined
        ? []
        : [
            {
              kind: "section" as const,
              cells: [
                {
                  text: `Theo ${legalBasisWritten(basis)}`,
                  columns: width,
                  italic: true,
                  align: "center" as const,
                },
              ],
            },
          ]),
      ...planRows(plan, set).flatMap((planRow) => agenciesRows(part, planRow, points)),
    ],
  };
}

interface Column {
  readonly head: string;
  readonly points: Readonly<Record<string, string>>;
}

function agenciesColumns(points: number): PaperColumn[] {
  return [
    { width: 15, align: "center" },
    { width: 52 },
    { width: 14, align: "right" },
    ...Array.from({ length: points }, () => ({ width: 16, align: "right" as const })),
    { width: 78 - 16 * (points - 1) },
    { width: 33 },
    { width: 37 },
    { width: 23, align: "center" },
  ];
}

function agenciesRows({ plan }: PlanPart, { row, assignment, inputs }: PlanRow, columns: readonly Column[]) {
  const whole: PaperRow = {
    kind: kindOf(row),
    heads: row.node.children.length > 0,
    cells: [
      row.node.code,
      row.node.title,
      maxWords(row),
      ...columns.map(({ points }): PaperCell => scoreWords(points[row.label])),
      row.text?.trim() ?? "",
      leadWords(plan, assignment),
      coordinatingWords(plan, assignment),
      deadlineText(assignment),
    ],
  };
  return [
    whole,
    ...inputs.map(
      ({ fact, assignment: own }): PaperRow => ({
        kind: "sub",
        cells: [
          fact.id,
          { text: fact.label, italic: true },
          "",
          ...columns.map((): PaperCell => ""),
          fact.unit === undefined ? "" : `…… ${fact.unit}`,
          leadWords(plan, own),
          coordinatingWords(plan, own),
          deadlineText(own),
        ],
      }),
    ),
  ];
}

const kindOf = ({ node }: OutlineRow): PaperRow["kind"] =>
  node.parent === undefined ? "section" : node.depth > 1 ? "sub" : "body";

/** Rows that the document lists without points have none to show. */
const maxWords = ({ node }: OutlineRow): string => (node.scored ? pointsWritten(formatExact(node.max)) : "");

const scoreWords = (points: string | undefined): string =>
  points === undefined ? "" : pointsWritten(points);
