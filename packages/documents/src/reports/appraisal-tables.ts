/** The tables of the appraisal minutes: sums, what was changed, and every indicator. */
import { formatExact, type OutlineRow, type Rational } from "@opendti/engine";
import type { PaperRow, PaperTable } from "../paper/paper.js";
import type { AppraisalMinutes, Judgement } from "./appraisal-minutes-input.js";
import type { PointsByLabel } from "./official-head.js";
import { changeWritten, differ, NOTHING, pointsOrNothing, pointsWritten } from "./written.js";

interface Sums {
  readonly declared: PointsByLabel;
  readonly appraised: PointsByLabel;
  readonly totals: AppraisalMinutes["totals"];
  readonly max: Rational;
}

const POINTS_HEADS = ["Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định", "Chênh lệch"];

/** The sums of the pillars and of the whole. */
export function pillarTable(
  pillars: readonly OutlineRow[],
  { declared, appraised, totals, max }: Sums,
): PaperTable {
  return {
    kind: "table",
    columns: [
      { width: 14, align: "center" },
      { width: 63 },
      ...[20, 24, 24, 20].map((width) => ({ width, align: "right" as const })),
    ],
    rows: [
      { kind: "header", cells: ["STT", "Nhóm chỉ số", ...POINTS_HEADS] },
      ...pillars.map(
        (row): PaperRow => ({
          kind: "body",
          cells: [row.node.code, row.node.title, ...points(row, declared, appraised)],
        }),
      ),
      {
        kind: "total",
        cells: [
          { text: "Tổng cộng", columns: 2, align: "center" },
          pointsWritten(formatExact(max)),
          pointsWritten(totals.declared),
          pointsWritten(totals.appraised),
          changeWritten(totals.declared, totals.appraised),
        ],
      },
    ],
  };
}

/** What was changed, with the reason; undefined when nothing was. */
export function adjustedTable(
  { judgements, declared, appraised }: AppraisalMinutes,
  leaves: readonly OutlineRow[],
): PaperTable | undefined {
  const adjusted = new Map(
    judgements.filter(({ verdict }) => verdict === "adjusted").map((one) => [one.label, one]),
  );
  const rows = leaves.flatMap((row): PaperRow[] => {
    const judgement = adjusted.get(row.label);
    if (judgement === undefined) return [];
    return [
      {
        kind: "body",
        cells: [
          row.node.code,
          row.node.title,
          ...points(row, declared, appraised),
          [...said(judgement, row), `(${judgement.role})`].join("\n"),
        ],
      },
    ];
  });
  if (rows.length === 0) return undefined;
  return {
    kind: "table",
    columns: [
      { width: 14, align: "center" },
      { width: 42 },
      ...[14, 17, 17, 16].map((width) => ({ width, align: "right" as const })),
      { width: 45 },
    ],
    rows: [{ kind: "header", cells: ["STT", "Chỉ số", ...POINTS_HEADS, "Lý do điều chỉnh"] }, ...rows],
  };
}

/** Every indicator that gives points, in the order of the set, those above others with their sums. */
export function everyIndicatorTable(input: AppraisalMinutes, rows: readonly OutlineRow[]): PaperTable {
  const { declared, appraised, totals, set } = input;
  const judged = new Map(input.judgements.map((one) => [one.label, one]));
  return {
    kind: "table",
    columns: [
      { width: 16, align: "center" },
      { width: 66 },
      ...[15, 21, 24, 17].map((width) => ({ width, align: "right" as const })),
      { width: 22, align: "center" },
      { width: 29, align: "center" },
      { width: 42 },
    ],
    rows: [
      {
        kind: "header",
        cells: ["STT", "Chỉ số", ...POINTS_HEADS, "Ý kiến thẩm định", "Người thẩm định", "Lý do"],
      },
      ...rows.map((row): PaperRow => {
        const numbers = points(row, declared, appraised);
        if (row.node.children.length > 0)
          return { kind: "section", cells: [row.node.code, row.node.title, ...numbers, "", "", ""] };
        const judgement = judged.get(row.label);
        return {
          kind: "body",
          cells: [
            row.node.code,
            row.node.title,
            ...numbers,
            opinion(judgement),
            judgement?.role ?? NOTHING,
            remark(row, judgement, differ(declared[row.label], appraised[row.label])),
          ],
        };
      }),
      {
        kind: "total",
        cells: [
          { text: "Tổng cộng", columns: 2, align: "center" },
          pointsWritten(formatExact(set.max)),
          pointsWritten(totals.declared),
          pointsWritten(totals.appraised),
          changeWritten(totals.declared, totals.appraised),
          "",
          "",
          "",
        ],
      },
    ],
  };
}

/** Maximum, declared, appraised and how far they are apart. */
function points({ node, label }: OutlineRow, declared: PointsByLabel, appraised: PointsByLabel): string[] {
  return [
    pointsWritten(formatExact(node.max)),
    pointsOrNothing(declared[label]),
    pointsOrNothing(appraised[label]),
    changeWritten(declared[label], appraised[label]),
  ];
}

function opinion(judgement: Judgement | undefined): string {
  if (judgement === undefined) return "Giữ theo kê khai";
  return judgement.verdict === "agreed" ? "Thống nhất" : "Điều chỉnh";
}

function remark(row: OutlineRow, judgement: Judgement | undefined, moved: boolean): string {
  if (judgement?.verdict === "adjusted") return said(judgement, row).join("\n");
  const lines = [
    ...(judgement?.reason === undefined ? [] : [judgement.reason]),
    ...(moved ? ["Điểm tính lại theo số liệu của các đơn vị cùng nhóm."] : []),
  ];
  return lines.join("\n");
}

/** The reason, and what was taken in place of what was declared; an input that is called as its indicator needs no name. */
function said({ reason, values = [] }: Judgement, { node }: OutlineRow): string[] {
  return [
    ...(reason === undefined ? [] : [reason]),
    ...values.map(({ label, declared, taken }) =>
      label === node.title
        ? `Công nhận: ${taken} (kê khai: ${declared})`
        : `${label}: công nhận ${taken} (kê khai ${declared})`,
    ),
  ];
}
