/** The sheet in which units are imported: its columns, its template, and what a row says. */

import { dayIn, textIn } from "../../workbook/cells.js";
import type { CellFault, Column, TableRow } from "../../workbook/table.js";
import { type TemplateColumn, writeTemplate } from "../../workbook/template.js";
import type { UnitKind } from "./unit.js";

export const UNIT_SHEET = "Đơn vị";
export const MOST_UNIT_ROWS = 5000;

type Key = "code" | "name" | "shortName" | "kind" | "parent" | "group" | "from" | "renamedOn" | "basis";

export const UNIT_COLUMNS: readonly (Column<Key> & TemplateColumn)[] = [
  {
    key: "code",
    title: "Mã đơn vị",
    required: true,
    width: 24,
    note: "Chữ, số, dấu chấm, gạch nối, gạch dưới; không dấu cách. Mã đã có thì dòng này sửa đơn vị đó.",
    example: "so-noi-vu",
  },
  {
    key: "name",
    title: "Tên đơn vị",
    required: true,
    width: 44,
    note: "Tên đầy đủ theo quyết định. Khác tên đang lưu thì phải ghi ngày đổi tên và căn cứ.",
    example: "Sở Nội vụ",
  },
  {
    key: "shortName",
    title: "Tên viết tắt",
    width: 20,
    note: "Để trống: đơn vị mới lấy tên đầy đủ, đơn vị đã có giữ nguyên.",
    example: "SNV",
  },
  {
    key: "kind",
    title: "Loại đơn vị",
    required: true,
    width: 22,
    note: "Tên hoặc mã loại, xem danh sách bên dưới.",
    example: "Sở, ban, ngành",
  },
  {
    key: "parent",
    title: "Mã đơn vị cấp trên",
    width: 24,
    note: "Mã của đơn vị đã có hoặc có trong tệp này. Để trống: đơn vị mới không có cấp trên, đơn vị đã có giữ nguyên. Đổi cấp trên có hiệu lực từ hôm nay.",
    example: "tinh-minh-hoa",
  },
  {
    key: "group",
    title: "Nhóm xếp hạng",
    width: 20,
    note: "Để trống nếu không xếp nhóm; đơn vị đã có giữ nguyên.",
    example: "so-nganh",
  },
  {
    key: "from",
    title: "Có từ ngày",
    width: 16,
    note: "Ngày thành lập, dd/mm/yyyy. Để trống: từ hôm nay.",
    example: "01/07/2025",
  },
  {
    key: "renamedOn",
    title: "Đổi tên từ ngày",
    width: 18,
    note: "Chỉ ghi khi tên khác tên đang lưu, dd/mm/yyyy.",
    example: "",
  },
  {
    key: "basis",
    title: "Căn cứ",
    width: 40,
    note: "Văn bản thành lập hoặc đổi tên. Bắt buộc khi đổi tên.",
    example: "Nghị quyết số 12/NQ-HĐND ngày 30/06/2025",
  },
];

/** The template, with the kinds of this system in its notes. */
export function unitTemplate(kinds: readonly UnitKind[]): Promise<Buffer> {
  return writeTemplate({
    sheet: UNIT_SHEET,
    columns: UNIT_COLUMNS,
    notes: [
      `Điền danh sách vào trang "${UNIT_SHEET}", mỗi đơn vị một dòng, không đổi tên cột.`,
      "Hãy chạy thử trước: hệ thống liệt kê mọi lỗi theo ô và mọi thay đổi, chưa lưu gì.",
      "Nhập từ Excel không xóa và không kết thúc đơn vị nào; sáp nhập, kết thúc làm ở trang đơn vị.",
    ],
    lists: [{ heading: "Loại đơn vị", items: kinds.map(({ kind, name }) => [name, kind] as const) }],
  });
}

/** What a row says. Empty cells are undefined. */
export interface UnitRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly shortName: string | undefined;
  readonly parentCode: string | undefined;
  readonly group: string | undefined;
  readonly from: string | undefined;
  readonly renamedOn: string | undefined;
  readonly basis: string | undefined;
  readonly fault: TableRow<Key>["fault"];
}

const LONGEST_NAME = 300;

/** Reads a row; faults when it cannot be used. */
export function readUnitRow(
  row: TableRow<Key>,
  kindOf: (text: string) => UnitKind | undefined,
): UnitRow | readonly CellFault[] {
  const faults: CellFault[] = [];
  const refuse = (key: Key, vi: string, en: string): undefined => {
    // A cell that could not be read has its fault already.
    const cell = row.cell(key);
    if (cell === undefined || !("fault" in cell)) faults.push(row.fault(key, { vi, en }));
    return undefined;
  };
  const short = (key: Key, longest: number): string | undefined => {
    const text = textIn(row.cell(key));
    return text !== undefined && text.length > longest
      ? refuse(key, `dài hơn ${longest} ký tự`, `longer than ${longest} characters`)
      : text;
  };
  const day = (key: Key): string | undefined => {
    if (row.cell(key) === undefined) return undefined;
    return (
      dayIn(row.cell(key)) ??
      refuse(
        key,
        "không phải ngày; ghi dd/mm/yyyy, ví dụ 01/07/2025",
        "no date; write dd/mm/yyyy, as in 01/07/2025",
      )
    );
  };
  const code = textIn(row.cell("code")) ?? refuse("code", "thiếu mã đơn vị", "the code is missing");
  if (code !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(code))
    refuse(
      "code",
      `mã "${code}" có ký tự không dùng được; chỉ dùng chữ, số, dấu chấm, gạch nối, gạch dưới`,
      `the code "${code}" has characters that cannot be used; use letters, digits, dots, hyphens, underscores`,
    );
  const name = short("name", LONGEST_NAME);
  if (row.cell("name") === undefined) refuse("name", "thiếu tên đơn vị", "the name is missing");
  const kindText = textIn(row.cell("kind"));
  const kind = kindText === undefined ? undefined : kindOf(kindText);
  if (kindText === undefined) refuse("kind", "thiếu loại đơn vị", "the kind is missing");
  else if (kind === undefined)
    refuse(
      "kind",
      `không có loại đơn vị "${kindText}"; xem danh sách ở trang Hướng dẫn của tệp mẫu`,
      `there is no kind of unit "${kindText}"; see the list in the template's notes`,
    );
  const read = {
    shortName: short("shortName", LONGEST_NAME),
    parentCode: textIn(row.cell("parent")),
    group: short("group", 100),
    from: day("from"),
    renamedOn: day("renamedOn"),
    basis: short("basis", 1000),
  };
  if (faults.length > 0 || code === undefined || name === undefined || kind === undefined) return faults;
  return { row: row.number, code, name, kind, ...read, fault: row.fault };
}
