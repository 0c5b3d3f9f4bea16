/** The columns of the sheets of an assessment's workbook. */

import { columnLetters } from "../xlsx/column-letters.js";
import { MARKS, PRINTED_MARKS } from "./keys.js";

export type FormColumn =
  | "key"
  | "code"
  | "label"
  | "max"
  | "value"
  | "format"
  | "rule"
  | "known"
  | "evidence"
  | "score"
  | "remark";

interface ColumnLook {
  readonly heading: string;
  readonly width: number;
  readonly mark: string | undefined;
}

const LOOKS: Readonly<Record<FormColumn, ColumnLook>> = {
  key: { heading: "", width: 4, mark: MARKS.key },
  code: { heading: "Mã", width: 8, mark: PRINTED_MARKS.code },
  label: { heading: "Chỉ số, số liệu kê khai", width: 36, mark: PRINTED_MARKS.label },
  max: { heading: "Điểm tối đa", width: 7, mark: PRINTED_MARKS.max },
  value: { heading: "Số liệu kê khai", width: 18, mark: MARKS.value },
  format: { heading: "Cách ghi", width: 13, mark: undefined },
  rule: { heading: "Cách xác định và tính điểm", width: 38, mark: PRINTED_MARKS.rule },
  known: { heading: "Tài liệu kiểm chứng đã có", width: 20, mark: undefined },
  evidence: {
    heading: "Bổ sung tài liệu kiểm chứng (số, ký hiệu, ngày, cơ quan, trích yếu, trang; hoặc liên kết)",
    width: 26,
    mark: MARKS.evidence,
  },
  score: { heading: "Điểm tạm tính", width: 8, mark: undefined },
  remark: { heading: "Diễn giải", width: 16, mark: undefined },
};

const PROFILE_COLUMNS: readonly FormColumn[] = ["key", "code", "label", "value", "format"];
const SCORED: readonly FormColumn[] = [
  "key",
  "code",
  "label",
  "max",
  "value",
  "format",
  "rule",
  "known",
  "evidence",
  "score",
  "remark",
];
const UNSCORED: readonly FormColumn[] = [
  "key",
  "code",
  "label",
  "value",
  "format",
  "rule",
  "known",
  "evidence",
];

export const lookOf = (column: FormColumn): ColumnLook => LOOKS[column];

export class Columns {
  constructor(readonly names: readonly FormColumn[]) {}

  static of(profile: boolean, scored: boolean): Columns {
    return new Columns(profile ? PROFILE_COLUMNS : scored ? SCORED : UNSCORED);
  }

  has(column: FormColumn): boolean {
    return this.names.includes(column);
  }

  /** From 1. */
  number(column: FormColumn): number {
    return this.names.indexOf(column) + 1;
  }

  address(column: FormColumn, row: number): string {
    return `${columnLetters(this.number(column))}${row}`;
  }

  /** As a formula of another sheet names it. */
  absolute(column: FormColumn, row: number): string {
    return `$${columnLetters(this.number(column))}$${row}`;
  }
}
