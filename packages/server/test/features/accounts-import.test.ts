import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { administrator } from "../running/administrator.js";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { type SmallProvince, smallProvince } from "../running/units.js";
import { type CellContent, filledTemplate, upload } from "../workbook/filled.js";

const TEMPLATE = "/accounts/import/template";
let app: RunningApp;
let units: SmallProvince;
let admin: Person;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  admin = await administrator(app, "quan.tri", units.province);
});
afterAll(() => app.close());

type Row = Readonly<Record<string, CellContent>>;

const officer = (login: string, more: Row = {}): Row => ({
  "Tên đăng nhập": login,
  "Họ và tên": `Cán bộ ${login}`,
  "Vai trò": "Cán bộ kê khai",
  "Mã đơn vị": "so-mot",
  ...more,
});

async function imported(rows: readonly Row[], apply = false) {
  const bytes = await filledTemplate(app, admin, TEMPLATE, rows);
  return upload(app, admin, `/accounts/import?apply=${apply}`, bytes);
}
const countOf = async (q: string): Promise<number> => (await admin.get(`/accounts?q=${q}`)).body.items.length;

describe("importing accounts", () => {
  it("tries first: one person's rows are one account with several roles, and nothing is stored", async () => {
    const answer = await imported([
      officer("thu.mot", { "Thư điện tử": "thu.mot@example.vn" }),
      officer("thu.hai"),
      officer("THU.MOT", { "Họ và tên": null, "Vai trò": "lanh dao don vi", "Mã đơn vị": "SO-HAI" }),
    ]);
    expect(answer.body).toEqual({
      applied: false,
      problems: [],
      passwords: [],
      changes: [
        {
          row: 2,
          action: "create",
          code: "thu.mot",
          name: "Cán bộ thu.mot",
          after: {
            displayName: "Cán bộ thu.mot",
            email: "thu.mot@example.vn",
            grants: "Cán bộ kê khai (so-mot); Lãnh đạo đơn vị (so-hai)",
          },
        },
        {
          row: 3,
          action: "create",
          code: "thu.hai",
          name: "Cán bộ thu.hai",
          after: { displayName: "Cán bộ thu.hai", email: null, grants: "Cán bộ kê khai (so-mot)" },
        },
      ],
    });
    expect(await countOf("thu.")).toBe(0);
  });

  it("refuses an e-mail address that another account has, stored or in a row before", async () => {
    await app.account("chu.thu");
    const stored = { email: "Chu.Thu@example.vn" };
    await app.db.updateTable("account").set(stored).where("login", "=", "chu.thu").execute();
    const answer = await imported(
      [
        officer("lay.thu", { "Thư điện tử": "chu.thu@example.vn" }),
        officer("moi.thu", { "Thư điện tử": "moi@example.vn" }),
        officer("trung.thu", { "Thư điện tử": "MOI@example.vn" }),
        officer("CHU.THU", { "Thư điện tử": "chu.thu@example.vn" }),
      ],
      true,
    );
    expect(answer.body.applied).toBe(false);
    expect(answer.body.problems).toMatchObject([
      {
        cell: "C2",
        message: expect.stringContaining('thư điện tử "chu.thu@example.vn" đã thuộc tài khoản "chu.thu"'),
      },
      {
        cell: "C4",
        message: expect.stringContaining('thư điện tử "MOI@example.vn" đã thuộc tài khoản "moi.thu"'),
      },
    ]);
  });

  it("creates them when told to, with passwords told once that work once", async () => {
    const answer = await imported([officer("that.mot"), officer("that.hai")], true);
    expect(answer.body.applied).toBe(true);
    const [told] = answer.body.passwords;
    expect(told).toMatchObject({ login: "that.mot", displayName: "Cán bộ that.mot" });
    const payload = { login: "that.mot", password: told.temporaryPassword };
    const session = await ask(app, { method: "POST", url: "/api/v1/session", payload });
    expect(session.body).toMatchObject({
      account: { mustChangePassword: true },
      grants: [{ role: "unit-officer", unit: { code: "so-mot" } }],
    });
    const events = await app.db
      .selectFrom("audit_event")
      .where("action", "=", "account.create")
      .selectAll()
      .execute();
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain(told.temporaryPassword);
    const again = (await imported([officer("that.mot"), officer("that.hai")], true)).body;
    expect(again.changes.map(({ action }: { action: string }) => action)).toEqual(["same", "same"]);
    expect(again.passwords).toEqual([]);
  });

  it("adds roles and corrects names of those that are there, and takes no role away", async () => {
    const id = await app.account("co.san", ["unit-officer", units.room], ["observer", units.province]);
    const answer = await imported(
      [officer("co.san", { "Họ và tên": "Tên đúng", "Mã đơn vị": "xa-mot" })],
      true,
    );
    expect(answer.body.changes).toEqual([
      {
        row: 2,
        action: "change",
        code: "co.san",
        name: "Tên đúng",
        before: {
          displayName: "co.san",
          grants: "Lãnh đạo tỉnh (tinh-minh-hoa); Cán bộ kê khai (so-mot-phong-a)",
        },
        after: {
          displayName: "Tên đúng",
          grants: "Lãnh đạo tỉnh (tinh-minh-hoa); Cán bộ kê khai (so-mot-phong-a); Cán bộ kê khai (xa-mot)",
        },
      },
    ]);
    const stored = (await admin.get(`/accounts/${id}`)).body;
    expect(stored).toMatchObject({ displayName: "Tên đúng", version: 2 });
    expect(stored.grants).toHaveLength(3);
  });

  it("tells every problem at once, each with its cell, and stores nothing while one stands", async () => {
    const disabled = await app.account("da.khoa");
    await admin.send("PATCH", `/accounts/${disabled}`, { disabled: true }, { "if-match": '"1"' });
    const answer = await imported(
      [
        officer("loi.tot"),
        officer("loi.tot"),
        officer("loi.khac", { "Mã đơn vị": "khong-co" }),
        officer("lỗi.dấu", { "Thư điện tử": "không phải thư" }),
        officer("loi.vai", { "Vai trò": "Giám đốc" }),
        officer("loi.quan.tri", { "Vai trò": "Quản trị" }),
        officer("loi.thieu", { "Họ và tên": null }),
        officer("loi.nua", { "Mã đơn vị": null }),
        officer("loi.nua.2", { "Vai trò": null }),
        officer("loi.tot", { "Họ và tên": "Người khác", "Mã đơn vị": "so-hai" }),
        officer("da.khoa"),
      ],
      true,
    );
    expect(answer.body.applied).toBe(false);
    expect(answer.body.passwords).toEqual([]);
    const told = answer.body.problems.map(
      ({ sheet, cell, message }: Record<string, string>) => `${sheet} ${cell}: ${message}`,
    );
    expect(told.sort()).toEqual(
      [
        `Tài khoản A3: tên đăng nhập "loi.tot" với cùng vai trò và đơn vị đã có ở dòng 2`,
        `Tài khoản E4: không có đơn vị mã "khong-co"`,
        `Tài khoản A5: tên đăng nhập "lỗi.dấu" có ký tự không dùng được; chỉ dùng chữ không dấu, số và . _ @ -`,
        `Tài khoản C5: "không phải thư" không phải địa chỉ thư điện tử`,
        `Tài khoản D6: không có vai trò "Giám đốc"; xem danh sách ở trang Hướng dẫn của tệp mẫu`,
        "Tài khoản D7: quyền quản trị chỉ cấp ở trang tài khoản, không cấp bằng Excel",
        "Tài khoản B8: thiếu họ và tên của tài khoản mới",
        "Tài khoản E9: có vai trò nhưng thiếu mã đơn vị",
        "Tài khoản D10: có mã đơn vị nhưng thiếu vai trò",
        `Tài khoản B11: khác với dòng 2 của cùng tên đăng nhập "loi.tot"`,
        `Tài khoản A12: tài khoản "da.khoa" đang bị khóa; mở lại ở trang tài khoản trước`,
      ].sort(),
    );
    expect(await countOf("loi.")).toBe(0);
  });

  it("is for administrators: a unit's head adds its officers one by one", async () => {
    await app.account("truong", ["unit-head", units.department]);
    const head = await app.signedIn("truong");
    expect((await head.get(TEMPLATE)).body.code).toBe("forbidden");
    expect((await upload(app, head, "/accounts/import", Buffer.from("x"))).body.code).toBe("forbidden");
  });

  it("refuses a form without a file", async () => {
    const answer = await admin.send("POST", "/accounts/import", { file: "x" });
    expect(answer.body.code).toBe("request-invalid");
  });
});
