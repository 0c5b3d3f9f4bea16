/** The campaign book read back: everything in it, numbers as numbers, nothing that runs, charts that name their cells. */
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { type CampaignFrame, writeCampaignBook } from "../../src/index.js";
import { campaignFrame, NAMES } from "./frame.js";

async function bookOf(frame: CampaignFrame, language: "vi" | "en" = "vi"): Promise<Buffer> {
  const sink = new PassThrough();
  const read = buffer(sink);
  await writeCampaignBook(frame, language, sink);
  return read;
}

async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString("utf8"));
  return parts;
}

const sheetOf = (workbook: Workbook, name: string): Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}: ${workbook.worksheets.map((one) => one.name)}`);
  return sheet;
};
const rowsOf = (sheet: Worksheet, from: number): unknown[][] => {
  const rows: unknown[][] = [];
  sheet.eachRow((row, number) => {
    if (number < from) return;
    const cells: unknown[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.value ?? null));
    rows.push(cells);
  });
  return rows;
};
const cents = (value: unknown): number => Math.round(Number(value) * 10_000);

describe("the book of a published campaign", () => {
  const frame = campaignFrame();
  let bytes: Buffer;
  let workbook: Workbook;
  let parts: Map<string, string>;
  beforeAll(async () => {
    bytes = await bookOf(frame);
    workbook = await opened(bytes);
    parts = await partsOf(bytes);
  });

  it("has a ranking for each group, and sheets whose names Excel takes", () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "Xếp hạng Sở, ban, ngành",
      "Xếp hạng Xã phường đặc khu",
      "Xếp hạng Không xếp nhóm",
      "Biểu đồ",
      "Điểm theo nhóm chỉ số",
      "Chi tiết chỉ số",
      "So với năm trước",
      "Thay đổi theo chỉ số",
      "Thuyết minh",
    ]);
  });

  it("goes over the units once and the movements once", () => {
    expect(frame.passes).toEqual({ units: 1, movements: 1 });
  });

  it("has a row for every indicator of every unit, with the points of the frame as numbers", async () => {
    const rows = rowsOf(sheetOf(workbook, "Chi tiết chỉ số"), 2);
    const expected: unknown[][] = [];
    for await (const unit of frame.units())
      for (const [place, { leaf, printed, title }] of frame.nodes.entries()) {
        const score = unit.scores[place];
        if (leaf && score)
          expected.push([
            unit.rank,
            printed,
            title,
            Number(score.declared),
            Number(score.appraised),
            Number(score.final),
          ]);
      }
    expect(rows).toHaveLength(18 * 10);
    expect(rows.map((row) => [row[1], row[4], row[5], row[7], row[8], row[9]])).toEqual(expected);
    for (const row of rows) expect(cents(row[9]) - cents(row[7])).toBe(cents(row[10]));
  });

  it("has sums that agree between its sheets", async () => {
    const byUnit = new Map<string, number>();
    for (const row of rowsOf(sheetOf(workbook, "Chi tiết chỉ số"), 2)) {
      const key = `${row[0]} ${row[2]}`;
      byUnit.set(key, (byUnit.get(key) ?? 0) + cents(row[9]));
    }
    const pillars = rowsOf(sheetOf(workbook, "Điểm theo nhóm chỉ số"), 5);
    expect(pillars).toHaveLength(18);
    for (const row of pillars) {
      const finals = [6, 10, 14, 18, 22].map((place) => cents(row[place]));
      const total = finals.reduce((sum, one) => sum + one, 0);
      expect(total).toBe(cents(row[3]));
      expect(byUnit.get(`${row[0]} ${row[2]}`)).toBe(total);
    }
  });

  it("says of each change what it comes from, adding up to the digit", () => {
    const causes = rowsOf(sheetOf(workbook, "Thay đổi theo chỉ số"), 2);
    const rows = rowsOf(sheetOf(workbook, "So với năm trước"), 5);
    expect(rows).toHaveLength(15);
    for (const row of rows) {
      const parts = row.slice(12, 15).map(cents);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents(row[11]));
      const own = causes.filter((cause) => cause[0] === row[0] && cause[1] === row[1]);
      expect(own.length).toBeGreaterThan(1);
      for (const place of [0, 1, 2])
        expect(own.reduce((sum, cause) => sum + cents(cause[4 + place]), 0)).toBe(parts[place]);
      expect(row[10]).toBe(4 - Number(row[9]));
    }
  });

  it("holds names and reasons as text, whatever they begin with, and no formula at all", () => {
    const names = rowsOf(sheetOf(workbook, "Xếp hạng Sở, ban, ngành"), 5).map((row) => row[1]);
    expect([...names].sort()).toEqual([...NAMES].sort());
    for (const [name, xml] of parts) if (name.startsWith("xl/worksheets/")) expect(xml).not.toMatch(/<f[ >]/);
    const reasons = rowsOf(sheetOf(workbook, "Chi tiết chỉ số"), 2).map((row) => row.at(-1));
    expect(reasons.filter((reason) => String(reason).startsWith("=1+1 không có minh chứng\n"))).not.toEqual(
      [],
    );
    // What Excel would take for the letter A is marked as what it is; what XML cannot say is left out.
    expect(parts.get("xl/worksheets/sheet6.xml")).toContain(">=1+1 không có minh chứng\n_x005F_x0041_ </t>");
  });

  it("keeps the header in sight, filters it, and prints it on every page across", () => {
    const sheet = parts.get("xl/worksheets/sheet6.xml") ?? "";
    expect(sheet).toContain('xSplit="3" ySplit="1"');
    expect(sheet).toContain('<autoFilter ref="A1:N181"/>');
    expect(sheet).toContain('paperSize="9" orientation="landscape"');
    const book = parts.get("xl/workbook.xml") ?? "";
    expect(book).toContain("'Chi tiết chỉ số'!$1:$1");
    expect(book).toContain("'Chi tiết chỉ số'!$A$1:$N$181");
  });

  it("has for each group a net and bars that name cells which say the same", () => {
    const charts = [...parts].filter(([name]) => name.startsWith("xl/charts/"));
    expect(charts).toHaveLength(6);
    for (const [, xml] of charts) {
      const ranges = [
        ...xml.matchAll(
          /<c:f>'((?:[^']|'')+)'!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?<\/c:f>(.*?)<\/c:(?:str|num)Ref>/gs,
        ),
      ];
      expect(ranges.length).toBeGreaterThanOrEqual(3);
      for (const [, name = "", letters = "", from = "", to = from, cache = ""] of ranges) {
        const sheet = sheetOf(workbook, name.replaceAll("''", "'"));
        const cells = [];
        for (let row = Number(from); row <= Number(to); row += 1)
          cells.push(String(sheet.getCell(`${letters}${row}`).value));
        const cached = [...cache.matchAll(/<c:v>(.*?)<\/c:v>/gs)].map(([, text = ""]) =>
          text
            .replaceAll("&lt;", "<")
            .replaceAll("&gt;", ">")
            .replaceAll("&quot;", '"')
            .replaceAll("&amp;", "&"),
        );
        expect(cached).toEqual(cells);
      }
    }
    const types = parts.get("[Content_Types].xml") ?? "";
    for (const name of parts.keys())
      if (!name.endsWith(".rels") && name !== "[Content_Types].xml") expect(types).toContain(`"/${name}"`);
  });

  it("is the same bytes when it is written again", async () => {
    expect((await bookOf(campaignFrame())).equals(bytes)).toBe(true);
  });
});

describe("the book of a first year", () => {
  it.each(["whole", "public"] as const)("says that there is nothing to compare with (%s)", async (sight) => {
    const first: CampaignFrame = {
      ...campaignFrame({ sight }),
      async *movements() {
        yield* [];
      },
    };
    const workbook = await opened(await bookOf(first));
    const told = (name: string) => JSON.stringify(rowsOf(sheetOf(workbook, name), 1));
    const nothing = "Không có kết quả đã công bố của năm trước để so sánh";
    expect(told("So với năm trước")).toContain(nothing);
    if (sight === "whole") expect(told("Thay đổi theo chỉ số")).toContain(nothing);
  });
});

describe("what a book may tell", () => {
  it("a public one has final points, and no word of what was declared or judged", async () => {
    const workbook = await opened(await bookOf(campaignFrame({ sight: "public", groups: ["so-nganh"] })));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "Xếp hạng",
      "Biểu đồ",
      "Điểm theo nhóm chỉ số",
      "Chi tiết chỉ số",
      "So với năm trước",
      "Thuyết minh",
    ]);
    const text = JSON.stringify(workbook.worksheets.map((sheet) => rowsOf(sheet, 1)));
    for (const hidden of ["Tự đánh giá", "Thẩm định", "Đồng ý", "Do số liệu"])
      expect(text).not.toContain(hidden);
    expect(rowsOf(sheetOf(workbook, "So với năm trước"), 5)).toHaveLength(5);
  });

  it("one that is not published says so on every sheet that is printed", async () => {
    const bytes = await bookOf(campaignFrame({ state: "approved" }));
    const parts = await partsOf(bytes);
    const sheets = [...parts].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(9);
    for (const [, xml] of sheets) expect(xml).toMatch(/<oddFooter>[^<]*CHƯA CÔNG BỐ/);
    const ranking = sheetOf(await opened(bytes), "Xếp hạng Sở, ban, ngành");
    expect(ranking.getCell("A2").value).toBe("CHƯA CÔNG BỐ: đã phê duyệt, chưa công bố. Bản tổng hợp số 3.");
  });

  it("one in English has the same figures under English words", async () => {
    const english = await opened(await bookOf(campaignFrame({ groups: ["so-nganh"] }), "en"));
    expect(english.worksheets.map(({ name }) => name)).toContain("Since last year");
    const vietnamese = await opened(await bookOf(campaignFrame({ groups: ["so-nganh"] })));
    const figures = (workbook: Workbook, name: string) =>
      rowsOf(sheetOf(workbook, name), 5).map((row) => row.filter((cell) => typeof cell === "number"));
    expect(figures(english, "Ranking")).toEqual(figures(vietnamese, "Xếp hạng"));
    expect(JSON.stringify(rowsOf(sheetOf(english, "Indicators"), 1))).not.toContain("Tự đánh giá");
  });
});

it("a campaign with nobody in it makes a book that opens", async () => {
  const workbook = await opened(await bookOf(campaignFrame({ groups: [] })));
  expect(workbook.worksheets.map(({ name }) => name)).toContain("Chi tiết chỉ số");
});
