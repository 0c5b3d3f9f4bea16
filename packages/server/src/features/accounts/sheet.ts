/** The sheet in which accounts are imported: its columns, its template, and what a row says. */
import { z } from "zod";
import { foldedText } from "../../database/folded-text.js";
import { type Role, roles } from "../../database/schema.js";
import { textIn } from "../../workbook/cells.js";
import type { CellFault, Column, TableRow } from "../../workbook/table.js";
import { type TemplateColumn, writeTemplate } from "../../workbook/template.js";
import { roleNames } from "./account.js";

export const ACCOUNT_SHEET = "Tài khoản";
/** A password is hashed for each: some seconds for a thousand. */
export const MOST_ACCOUNT_ROWS = 1000;

type Key = "login" | "displayName" | "email" | "role" | "unit";

export const ACCOUNT_COLUMNS: readonly (Column<Key> & TemplateColumn)[] = [
  {
    key: "login",
    title: "Tên đăng nhập",
    required: true,
    width: 26,
    note: "Chữ không dấu, số, dấu chấm, gạch nối, gạch dưới, @. Tên đã có thì dòng này sửa tài khoản đó.",
    example: "canbo.so-noi-vu",
  },
  {
    key: "displayName",
    title: "Họ và tên",
    required: true,
    width: 30,
    note: "Bắt buộc với tài khoản mới; để trống thì tài khoản đã có giữ nguyên.",
    example: "Cán bộ tổng hợp",
  },
  {
    key: "email",
    title: "Thư điện tử",
    width: 32,
    note: "Để trống nếu không có; tài khoản đã có giữ nguyên.",
    example: "canbo@example.vn",
  },
  {
    key: "role",
    title: "Vai trò",
    width: 24,
    note: "Xem danh sách bên dưới. Người có nhiều vai trò: ghi nhiều dòng cùng tên đăng nhập.",
    example: roleNames["unit-officer"].vi,
  },
  {
    key: "unit",
    title: "Mã đơn vị",
    width: 24,
    note: "Mã của đơn vị mà vai trò được cấp trong đó.",
    example: "so-noi-vu",
  },
];

/** Roles that a workbook may give. The administrator's is given by hand. */
const importable = roles.filter((role) => role !== "administrator");

/** The template, with the roles in its notes. */
export function accountTemplate(): Promise<Buffer> {
  return writeTemplate({
    sheet: ACCOUNT_SHEET,
    columns: ACCOUNT_COLUMNS,
    notes: [
      `Điền danh sách vào trang "${ACCOUNT_SHEET}", mỗi vai trò một dòng, không đổi tên cột.`,
      "Hãy chạy thử trước: hệ thống liệt kê mọi lỗi theo ô và mọi thay đổi, chưa lưu gì.",
      "Nhập từ Excel chỉ thêm vai trò, không bớt; bớt vai trò, khóa tài khoản, cấp quyền quản trị làm ở trang tài khoản.",
      "Mật khẩu tạm của tài khoản mới hiện một lần sau khi nhập và phải đổi khi đăng nhập lần đầu.",
    ],
    lists: [{ heading: "Vai trò", items: importable.map((role) => [roleNames[role].vi, role] as const) }],
  });
}

/** What a row says. Empty cells are undefined. */
export interface AccountRow {
  readonly row: number;
  readonly login: string;
  readonly displayName: string | undefined;
  readonly email: string | undefined;
  readonly grant: { readonly role: Role; readonly unitCode: string } | undefined;
  readonly fault: TableRow<Key>["fault"];
}

const roleByText: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) =>
    [role, roleNames[role].vi, roleNames[role].en].map((text) => [foldedText(text), role]),
  ),
);

/** Reads a row; faults when it cannot be used. */
export function readAccountRow(row: TableRow<Key>): AccountRow | readonly CellFault[] {
  const faults: CellFault[] = [];
  const refuse = (key: Key, vi: string, en: string): undefined => {
    // A cell that could not be read has its fault already.
    const cell = row.cell(key);
    if (cell === undefined || !("fault" in cell)) faults.push(row.fault(key, { vi, en }));
    return undefined;
  };
  const login = textIn(row.cell("login"));
  if (login === undefined) refuse("login", "thiếu tên đăng nhập", "the sign-in name is missing");
  else if (!/^[A-Za-z0-9][A-Za-z0-9._@-]{1,99}$/.test(login))
    refuse(
      "login",
      `tên đăng nhập "${login}" có ký tự không dùng được; chỉ dùng chữ không dấu, số và . _ @ -`,
      `the sign-in name "${login}" has characters that cannot be used; use plain letters, digits and . _ @ -`,
    );
  const displayName = textIn(row.cell("displayName"));
  if (displayName !== undefined && displayName.length > 200)
    refuse("displayName", "dài hơn 200 ký tự", "longer than 200 characters");
  const email = textIn(row.cell("email"));
  if (email !== undefined && !z.email().max(200).safeParse(email).success)
    refuse("email", `"${email}" không phải địa chỉ thư điện tử`, `"${email}" is no e-mail address`);
  const grant = readGrant(row, refuse);
  // Cells that could not be read are told by the table; the row is not used then.
  const unreadable = (["login", "displayName", "email", "role", "unit"] as const).some((key) => {
    const cell = row.cell(key);
    return cell !== undefined && "fault" in cell;
  });
  if (faults.length > 0 || unreadable || login === undefined) return faults;
  return { row: row.number, login, displayName, email, grant, fault: row.fault };
}

function readGrant(
  row: TableRow<Key>,
  refuse: (key: Key, vi: string, en: string) => undefined,
): AccountRow["grant"] {
  const roleText = textIn(row.cell("role"));
  const unitCode = textIn(row.cell("unit"));
  if (roleText === undefined && unitCode === undefined) return undefined;
  if (roleText === undefined)
    return refuse("role", "có mã đơn vị nhưng thiếu vai trò", "there is a unit but no role");
  const role = roleByText.get(foldedText(roleText));
  if (role === undefined)
    return refuse(
      "role",
      `không có vai trò "${roleText}"; xem danh sách ở trang Hướng dẫn của tệp mẫu`,
      `there is no role "${roleText}"; see the list in the template's notes`,
    );
  if (role === "administrator")
    return refuse(
      "role",
      "quyền quản trị chỉ cấp ở trang tài khoản, không cấp bằng Excel",
      "the administrator's role is given on the account's page, not by a workbook",
    );
  if (unitCode === undefined)
    return refuse("unit", "có vai trò nhưng thiếu mã đơn vị", "there is a role but no unit");
  return { role, unitCode };
}
