/** The tables of the open data: which columns each has, how they are described, and the rows. */
import type { CampaignFrame, FrameNode, FrameUnit } from "../campaign-book/types.js";
import { csvRow, personText } from "./csv-row.js";

type Cell = string | number | boolean | null;

interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly title: string;
  readonly description: string;
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** A table as `datapackage.json` describes it (Table Schema 2.0). */
export interface Table {
  readonly name: string;
  readonly path: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
  }[];
  rows(frame: CampaignFrame): AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
}

const required = { required: true } as const;
const field = (
  name: string,
  type: Field["type"],
  vi: string,
  en: string,
  constraints?: Field["constraints"],
): Field => ({
  name,
  type,
  title: vi,
  description: `${vi} / ${en}`,
  ...(constraints === undefined ? {} : { constraints }),
});

const UNIT_ID = field("unit_id", "string", "Mã định danh đơn vị", "Unit id", required);
const CODE = field(
  "indicator_code",
  "string",
  "Mã chỉ số trong dữ liệu",
  "Indicator code in the data",
  required,
);
const GROUP = field("group_code", "string", "Mã nhóm xếp hạng", "Ranking group code");

const STATUSES = ["scored", "missing", "not_applicable", "undefined", "pending"];

const groups: Table = {
  name: "groups",
  path: "data/groups.csv",
  title: { vi: "Nhóm xếp hạng", en: "Ranking groups" },
  fields: [
    field("group_code", "string", "Mã nhóm xếp hạng", "Ranking group code", { required: true, unique: true }),
    field("group_name", "string", "Tên nhóm", "Name"),
    field("units", "integer", "Số đơn vị", "Units", { minimum: 0 }),
  ],
  primaryKey: ["group_code"],
  foreignKeys: [],
  *rows(frame) {
    for (const { code, name, units } of frame.groups)
      if (code !== null) yield [code, personText(name), units];
  },
};

const units: Table = {
  name: "units",
  path: "data/units.csv",
  title: { vi: "Đơn vị, tổng điểm và hạng", en: "Units, totals and ranks" },
  fields: [
    { ...UNIT_ID, constraints: { required: true, unique: true } },
    field("unit_name", "string", "Tên đơn vị khi có kết quả", "Name when the result was made", required),
    field("unit_kind", "string", "Loại đơn vị", "Kind of unit"),
    GROUP,
    field(
      "submitted",
      "boolean",
      "Đã nộp phiếu; nếu chưa thì không tính điểm",
      "Submitted; if not, nothing counts",
      required,
    ),
    field(
      "rank",
      "integer",
      "Hạng trong nhóm; trống: không xếp hạng",
      "Rank within the group; empty: not ranked",
      { minimum: 1 },
    ),
    field("total", "number", "Tổng điểm được công nhận", "Total of the final points", required),
    field("max", "number", "Tổng điểm tối đa", "Maximum", required),
    field("level", "string", "Mức xếp loại", "Level"),
  ],
  primaryKey: ["unit_id"],
  foreignKeys: [{ fields: ["group_code"], reference: { resource: "groups", fields: ["group_code"] } }],
  async *rows(frame) {
    for await (const unit of frame.units()) yield unitRow(unit);
  },
};

const unitRow = (unit: FrameUnit): Cell[] => [
  unit.id,
  personText(unit.name),
  personText(unit.kind),
  unit.group,
  unit.submitted,
  unit.rank,
  unit.total,
  unit.max,
  unit.level === null ? null : personText(unit.level),
];

const indicators: Table = {
  name: "indicators",
  path: "data/indicators.csv",
  title: { vi: "Chỉ số", en: "Indicators" },
  fields: [
    { ...CODE, constraints: { required: true, unique: true } },
    field("printed_code", "string", "Mã in trong văn bản", "Code as printed in the decision", required),
    field("title", "string", "Tên chỉ số", "Title", required),
    field("parent_code", "string", "Chỉ số cấp trên", "Indicator above"),
    field("pillar_code", "string", "Chỉ số chính (nhóm)", "Pillar", required),
    field("depth", "integer", "Cấp, từ 0", "Depth, from 0", { required: true, minimum: 0 }),
    field("leaf", "boolean", "Không có chỉ số con", "Has no indicators below it", required),
    field("scored", "boolean", "Có chấm điểm", "Gives points", required),
    field("bonus", "boolean", "Điểm thưởng, ngoài thang điểm", "Bonus, beyond the scale", required),
    field(
      "relative",
      "boolean",
      "Tính so với đơn vị tốt nhất trong nhóm",
      "Measured against the group's best",
      required,
    ),
    field("max", "number", "Điểm tối đa", "Maximum", { required: true, minimum: 0 }),
  ],
  primaryKey: ["indicator_code"],
  foreignKeys: [
    { fields: ["parent_code"], reference: { fields: ["indicator_code"] } },
    { fields: ["pillar_code"], reference: { fields: ["indicator_code"] } },
  ],
  *rows({ nodes }) {
    for (const node of nodes) yield indicatorRow(node, nodes);
  },
};

const indicatorRow = (node: FrameNode, nodes: readonly FrameNode[]): Cell[] => [
  node.code,
  personText(node.printed),
  personText(node.title),
  node.parent === null ? null : (nodes[node.parent]?.code ?? null),
  nodes[node.pillar]?.code ?? null,
  node.depth,
  node.leaf,
  node.scored,
  node.bonus,
  node.relative,
  node.max,
];

const scores: Table = {
  name: "scores",
  path: "data/scores.csv",
  title: { vi: "Điểm từng chỉ số của từng đơn vị", en: "Points of every indicator of every unit" },
  fields: [
    UNIT_ID,
    CODE,
    field(
      "score",
      "number",
      "Điểm được công nhận, gồm cả điểm cộng dồn của nhóm; thiếu số liệu thì tính 0",
      "Final points, sums included; what is missing counts as 0",
    ),
    field(
      "status",
      "string",
      "Trạng thái: có điểm, thiếu số liệu, không áp dụng, không xác định (0/0), chưa đủ nhóm",
      "Status: scored, missing, not applicable, undefined (0/0), pending; empty: not recorded",
      { enum: STATUSES },
    ),
  ],
  primaryKey: ["unit_id", "indicator_code"],
  foreignKeys: [
    { fields: ["unit_id"], reference: { resource: "units", fields: ["unit_id"] } },
    { fields: ["indicator_code"], reference: { resource: "indicators", fields: ["indicator_code"] } },
  ],
  async *rows({ nodes, units: stream }) {
    for await (const unit of stream())
      for (const [place, node] of nodes.entries()) {
        const score = unit.scores[place];
        if (node.scored && score !== undefined) yield [unit.id, node.code, score.final, score.status];
      }
  },
};

export const tables: readonly Table[] = [groups, units, indicators, scores];

/** How often the tables go over the units. */
export const TABLE_PASSES = 2;

/** A table as CSV, row by row. */
export async function* csvOf(table: Table, frame: CampaignFrame): AsyncGenerator<string> {
  yield csvRow(table.fields.map(({ name }) => name));
  for await (const row of table.rows(frame)) yield csvRow(row);
}
