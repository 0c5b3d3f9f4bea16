import { Workbook } from "@cj-tech-master/excelts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveOf } from "../files/archive.js";
import { administrator } from "../running/administrator.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type SmallProvince, smallProvince } from "../running/units.js";
import { type CellContent, download, filledTemplate, upload } from "../workbook/filled.js";

const TEMPLATE = "/units/import/template";
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

const commune = (code: string, more: Row = {}): Row => ({
  "Mã đơn vị": code,
  "Tên đơn vị": `Xã ${code}`,
  "Loại đơn vị": "Xã",
  "Mã đơn vị cấp trên": "tinh-minh-hoa",
  ...more,
});

async function imported(rows: readonly Row[], apply = false) {
  const bytes = await filledTemplate(app, admin, TEMPLATE, rows);
  return upload(app, admin, `/units/import?apply=${apply}`, bytes);
}

const countOf = async (q: string): Promise<number> =>
  (await admin.get(`/units?q=${q}&all=true`)).body.items.length;

describe("importing units", () => {
  it("starts from a workbook with Vietnamese columns, and the kinds of this system in its notes", async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await download(app, admin, TEMPLATE));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Đơn vị", "Hướng dẫn"]);
    const [sheet, notes] = workbook.worksheets;
    expect(sheet?.getCell("A1").text).toBe("Mã đơn vị *");
    const written: string[] = [];
    notes?.eachRow((row) => row.eachCell((cell) => written.push(cell.text)));
    expect(written).toContain("Sở, ban, ngành");
  });

  it("tries first: says what would be created and stores nothing", async () => {
    const answer = await imported([
      // The child stands above its parent: the order of rows says nothing.
      commune("thu-thon", { "Loại đơn vị": "phong", "Mã đơn vị cấp trên": "thu-xa" }),
      commune("thu-xa", { "Tên viết tắt": "TX", "Có từ ngày": "01/08/2025", "Nhóm xếp hạng": "xa" }),
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      applied: false,
      problems: [],
      changes: [
        {
          row: 2,
          action: "create",
          code: "thu-thon",
          name: "Xã thu-thon",
          after: {
            name: "Xã thu-thon",
            shortName: "Xã thu-thon",
            kind: "phong",
            parent: "thu-xa",
            rankingGroup: null,
            validFrom: "2026-11-22",
          },
        },
        {
          row: 3,
          action: "create",
          code: "thu-xa",
          name: "Xã thu-xa",
          after: {
            name: "Xã thu-xa",
            shortName: "TX",
            kind: "xa",
            parent: "tinh-minh-hoa",
            rankingGroup: "xa",
            validFrom: "2025-08-01",
          },
        },
      ],
    });
    expect(await countOf("thu")).toBe(0);
  });

  it("stores all of it when told to, and finds the same file the same afterwards", async () => {
    const rows = [
      commune("that-thon", { "Loại đơn vị": "phong", "Mã đơn vị cấp trên": "that-xa" }),
      commune("that-xa", { "Có từ ngày": new Date("2025-08-01T00:00:00Z"), "Căn cứ": "NQ 1" }),
    ];
    expect((await imported(rows, true)).body).toMatchObject({ applied: true, problems: [] });
    const [parent] = (await admin.get("/units?q=that-xa")).body.items;
    expect(parent).toMatchObject({ code: "that-xa", validFrom: "2025-08-01", childCount: 1 });
    expect((await admin.get(`/units/${parent.id}`)).body.names[0].legalBasis).toBe("NQ 1");
    const again = (await imported(rows, true)).body;
    expect(again.changes.map(({ action }: { action: string }) => action)).toEqual(["same", "same"]);
    const events = await app.db
      .selectFrom("audit_event")
      .where("action", "=", "unit.create")
      .selectAll()
      .execute();
    expect(events).toHaveLength(2);
  });

  it("changes what differs, leaves what is left empty, and renames with history", async () => {
    await imported([commune("sua-a", { "Nhóm xếp hạng": "cu" }), commune("sua-b")], true);
    const [stored] = (await admin.get("/units?q=sua-a")).body.items;
    const answer = await imported(
      [
        commune("sua-a", {
          "Tên đơn vị": "Xã Tên Khác",
          "Đổi tên từ ngày": "2026-11-22",
          "Căn cứ": "NQ 2",
          "Nhóm xếp hạng": "moi",
        }),
      ],
      true,
    );
    // Founded today by the import above: it cannot have had another name before.
    expect(answer.body.problems).toMatchObject([{ cell: "H2" }]);
    app.clock.now = new Date("2026-11-23T02:00:00Z");
    admin = await administrator(app, "quan.tri.mai", units.province);
    const later = await imported(
      [
        commune("SUA-A", {
          "Tên đơn vị": "Xã Tên Khác",
          "Đổi tên từ ngày": "23/11/2026",
          "Căn cứ": "NQ 2",
          "Nhóm xếp hạng": "moi",
          "Mã đơn vị cấp trên": "so-mot",
        }),
        commune("sua-b", { "Mã đơn vị cấp trên": null }),
      ],
      true,
    );
    expect(later.body.problems).toEqual([]);
    expect(later.body.changes).toEqual([
      {
        row: 2,
        action: "change",
        code: "SUA-A",
        name: "Xã Tên Khác",
        before: { name: "Xã sua-a", shortName: "Xã sua-a", rankingGroup: "cu", parent: "tinh-minh-hoa" },
        after: {
          name: "Xã Tên Khác",
          shortName: "Xã Tên Khác",
          renamedOn: "2026-11-23",
          rankingGroup: "moi",
          parent: "so-mot",
        },
      },
      { row: 3, action: "same", code: "sua-b", name: "Xã sua-b" },
    ]);
    expect((await admin.get(`/units/${stored.id}`)).body).toMatchObject({
      parentId: units.department,
      rankingGroup: "moi",
      version: 2,
      names: [
        { name: "Xã Tên Khác", legalBasis: "NQ 2" },
        { name: "Xã sua-a", to: "2026-11-22" },
      ],
    });
    const before = await admin.get(`/units?parent=${units.province}&at=2026-11-22&q=sua-a`);
    expect(before.body.items).toHaveLength(1);
  });

  it("tells every problem at once, each with its cell, and stores nothing while one stands", async () => {
    const answer = await imported(
      [
        commune("tot-1"),
        commune("TOT-1"),
        commune("tot-2", { "Mã đơn vị cấp trên": "khong-co" }),
        commune("có dấu cách", { "Loại đơn vị": "Huyện", "Có từ ngày": "31/02/2026" }),
        commune("vong-a", { "Mã đơn vị cấp trên": "vong-b", "Loại đơn vị": "phong" }),
        commune("vong-b", { "Mã đơn vị cấp trên": "vong-a", "Loại đơn vị": "phong" }),
        commune("tot-3", { "Có từ ngày": "30/06/2025" }),
        commune("so-mot", { "Tên đơn vị": "Sở Khác", "Loại đơn vị": "so-nganh", "Mã đơn vị cấp trên": null }),
        commune("tot-4", { "Tên đơn vị": null }),
        commune("tot-5", { "Mã đơn vị cấp trên": "tot-4", "Loại đơn vị": "phong" }),
        commune("tot-6", { "Tên đơn vị": { formula: "A1&B1" } }),
        commune("tot-7", { "Tên đơn vị": { formula: "A1", result: "Xã Bảy" } }),
      ],
      true,
    );
    expect(answer.body.applied).toBe(false);
    const told = answer.body.problems.map(
      ({ sheet, cell, message }: Record<string, string>) => `${sheet} ${cell}: ${message}`,
    );
    expect(told.sort()).toEqual(
      [
        `Đơn vị A3: mã "TOT-1" đã có ở dòng 2`,
        `Đơn vị E4: không có đơn vị mã "khong-co", cả trong hệ thống lẫn trong tệp`,
        `Đơn vị A5: mã "có dấu cách" có ký tự không dùng được; chỉ dùng chữ, số, dấu chấm, gạch nối, gạch dưới`,
        `Đơn vị D5: không có loại đơn vị "Huyện"; xem danh sách ở trang Hướng dẫn của tệp mẫu`,
        `Đơn vị G5: không phải ngày; ghi dd/mm/yyyy, ví dụ 01/07/2025`,
        "Đơn vị E6: đơn vị cấp trên nằm dưới chính đơn vị này (vòng lặp)",
        "Đơn vị E7: đơn vị cấp trên nằm dưới chính đơn vị này (vòng lặp)",
        `Đơn vị E8: đơn vị cấp trên "Tỉnh Minh Họa" chỉ có từ ngày 01/07/2025, sau ngày 30/06/2025.`,
        `Đơn vị B9: khác tên đang lưu "Sở Một"; ghi ngày đổi tên và căn cứ, hoặc sửa lỗi gõ ở trang đơn vị`,
        "Đơn vị B10: thiếu tên đơn vị",
        "Đơn vị B12: công thức chưa có kết quả; hãy mở bằng phần mềm bảng tính, tính lại và lưu, hoặc chép thành giá trị",
      ].sort(),
    );
    expect(answer.body.changes.find(({ code }: { code: string }) => code === "tot-7").name).toBe("Xã Bảy");
    expect(await countOf("tot")).toBe(0);
    // Put right, the same list goes in.
    expect((await imported([commune("tot-1"), commune("tot-2")], true)).body.applied).toBe(true);
    expect(await countOf("tot")).toBe(2);
  });

  it("speaks English to who reads English", async () => {
    await admin.send("PATCH", "/session", { language: "en" });
    const { problems } = (await imported([commune("e", { "Loại đơn vị": "Huyện" })])).body;
    expect(problems[0].message).toMatch(/^there is no kind of unit "Huyện"/);
    await admin.send("PATCH", "/session", { language: "vi" });
  });
});

describe("a workbook that is none, or means harm", () => {
  const sent = (bytes: Buffer) => upload(app, admin, "/units/import", bytes);

  it("is refused with a reason: no workbook, old format, macros, too large", async () => {
    const refusals = [
      [Buffer.from("Mã đơn vị,Tên"), "không phải bảng tính"],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), "đời cũ"],
      [
        archiveOf([
          { name: "xl/workbook.xml", content: "" },
          { name: "xl/vbaProject.bin", content: "x" },
        ]),
        "macro",
      ],
      [archiveOf([{ name: "xl/workbook.xml", content: Buffer.alloc(11 * 1024 * 1024) }]), "10 MB"],
    ] as const;
    for (const [bytes, reason] of refusals) {
      const answer = await sent(bytes);
      expect(answer.status).toBe(415);
      expect(answer.body.detail).toContain(reason);
    }
    const large = await sent(Buffer.alloc(5 * 1024 * 1024 + 1));
    expect(large.body.code).toBe("upload-too-large");
  });

  it("is refused for entities that grow", async () => {
    const bomb = archiveOf([
      { name: "xl/workbook.xml", content: '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>' },
    ]);
    expect((await sent(bomb)).body).toMatchObject({ code: "upload-refused" });
  });

  it("is told what columns it lacks, and which nobody knows", async () => {
    const workbook = new Workbook();
    workbook.addWorksheet("Bảng 1").addRow(["Tên", "Địa chỉ"]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    expect((await sent(bytes)).body.problems).toEqual([
      {
        sheet: "Bảng 1",
        cell: "A1",
        message: `không thấy dòng tiêu đề có các cột "Mã đơn vị", "Tên đơn vị", "Loại đơn vị"; hãy dùng tệp mẫu`,
      },
    ]);
    const more = new Workbook();
    more.addWorksheet("X").addRow(["STT", "MÃ ĐƠN VỊ", "Tên đơn vị", "Loại đơn vị", "Trụ sở"]);
    const unknown = await sent(Buffer.from(await more.xlsx.writeBuffer()));
    expect(unknown.body.problems).toMatchObject([{ sheet: "X", cell: "E1" }]);
  });

  it("is not even read from who may not import", async () => {
    await app.account("can.bo", ["unit-head", units.department]);
    const head = await app.signedIn("can.bo");
    expect((await upload(app, head, "/units/import", Buffer.from("x"))).body.code).toBe("forbidden");
    expect((await head.get(TEMPLATE)).body.code).toBe("forbidden");
  });
});
