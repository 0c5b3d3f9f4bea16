/** The columns of the content sheet: a key of an indicator each, with the heading that people read. */

export type CellKind = "text" | "number" | "yes_no" | "json";

export interface SetColumn {
  readonly key: string;
  readonly heading: string;
  readonly kind: CellKind;
  readonly width: number;
}

/** Depth in the tree: 1 for pillars. */
export const LEVEL: SetColumn = { key: "level", heading: "Cấp", kind: "number", width: 6 };

/** In the order of the sheet; whatever else an indicator holds stands in the last one. */
export const SET_COLUMNS: readonly SetColumn[] = [
  { key: "code", heading: "Mã", kind: "text", width: 10 },
  { key: "title", heading: "Chỉ số", kind: "text", width: 48 },
  { key: "max", heading: "Điểm tối đa", kind: "number", width: 10 },
  { key: "text", heading: "Cách xác định và tính điểm", kind: "text", width: 60 },
  { key: "rule", heading: "Quy tắc (JSON)", kind: "json", width: 40 },
  { key: "inputs", heading: "Số liệu (JSON)", kind: "json", width: 40 },
  { key: "exceptions", heading: "Ngoại lệ (JSON)", kind: "json", width: 24 },
  { key: "not_applicable", heading: "Khi không áp dụng", kind: "text", width: 14 },
  { key: "scored", heading: "Có chấm điểm", kind: "yes_no", width: 10 },
  { key: "bonus", heading: "Điểm thưởng", kind: "yes_no", width: 10 },
  { key: "heading", heading: "Tiêu đề in phía trên", kind: "text", width: 24 },
  { key: "note", heading: "Ghi chú của người mã hóa", kind: "text", width: 40 },
  { key: "key", heading: "Khóa", kind: "text", width: 10 },
  { key: "continues", heading: "Tiếp nối", kind: "text", width: 16 },
  { key: "rest", heading: "Mục khác (JSON)", kind: "json", width: 30 },
];

export const META_SHEET = "_meta";
export const CONTENT_SHEET = "Bộ chỉ số";
/** In place of a level: the row goes on with the texts of the row above. */
export const GOES_ON = "…";
/** The first key of the meta sheet, which tells such a workbook from any other. */
export const MARK = "opendti";
