/** Workbooks of a whole campaign: units down, inputs across; and an appraiser's rows. */
import { describe, expect, test } from "vitest";
import {
  type AppraisalRow,
  type CampaignUnit,
  type FieldValue,
  type ReadCampaignRow,
  type ReadJudgement,
  readAppraisalWorkbook,
  readCampaignWorkbook,
  type WorkbookOrigin,
  writeAppraisalWorkbook,
  writeCampaignWorkbook,
} from "../../src/index.js";
import { Filled } from "./filling.js";
import { drawnFields, formOf, shippedSet } from "./shipped.js";

const set = shippedSet("xa-phuong-dac-khu-2026");
const origin: WorkbookOrigin = formOf(set);

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return Buffer.concat(parts);
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const units: readonly CampaignUnit[] = [1, 2, 3].map((number) => ({
  unit: { id: `xa-${number}`, name: `Xã số ${number}` },
  group: number === 3 ? "phuong" : "xa",
  assessment: { id: `phieu-${number}`, revision: 4 },
  open: number !== 2,
  fields: drawnFields(set, number),
}));

/** Tables are left to the workbooks of the units. */
const writtenFields = (unit: CampaignUnit) =>
  unit.fields.filter(({ value }) => !Array.isArray(value) || typeof value[0] === "number").length;

async function readUnits(bytes: Uint8Array, now: readonly CampaignUnit[] = units) {
  const rows: ReadCampaignRow[] = [];
  const known = new Map(now.map((unit) => [unit.assessment.id, unit]));
  const { same, notes } = await readCampaignWorkbook(
    bytes,
    origin,
    async (ids) => new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id) as CampaignUnit]] : []))),
    (row) => rows.push(row),
  );
  return { rows, same, notes };
}

/** The cell of a unit's field in a campaign's workbook. */
function cellOf(filled: Filled, assessment: string, code: string, input: string) {
  for (const page of filled.book.worksheets) {
    let column: number | undefined;
    page.getRow(1).eachCell((cell, at) => {
      if (cell.value === `V|${code}|${input}`) column = at;
    });
    if (column === undefined) continue;
    for (let row = 5; row <= page.rowCount; row += 1)
      if (page.getCell(row, 1).value === assessment) return { page, cell: page.getCell(row, column), row };
  }
  throw new Error(`no cell ${code} ${input}`);
}

describe("the workbook of a campaign", () => {
  test("comes back as it went out, a sheet for each pillar, the same bytes each time", async () => {
    const bytes = await whole(writeCampaignWorkbook(origin, each(units)));
    const { rows, same, notes } = await readUnits(bytes);
    expect({ rows, notes }).toEqual({ rows: [], notes: [] });
    expect(same).toBeGreaterThanOrEqual(units.reduce((sum, unit) => sum + writtenFields(unit), 0));
    const { book } = await Filled.open(bytes);
    const visible = book.worksheets.filter(({ state }) => state === "visible").map(({ name }) => name);
    expect(visible).toHaveLength(1 + set.pillars.length);
    expect(await whole(writeCampaignWorkbook(origin, each(units)))).toEqual(bytes);
  });

  test("gives what was edited, says what is closed, and takes nothing back of rows nobody touched", async () => {
    const bytes = await whole(writeCampaignWorkbook(origin, each(units)));
    const filled = await Filled.open(bytes);
    for (const id of ["phieu-1", "phieu-2"]) cellOf(filled, id, "profile", "population").cell.value = 123_456;
    const edited = await filled.bytes();
    const { rows } = await readUnits(edited);
    expect(rows.map(({ assessment, fields }) => [assessment, fields.map(({ state }) => state)])).toEqual([
      ["phieu-1", [expect.stringMatching(/new|changed/)]],
      ["phieu-2", ["closed"]],
    ]);
    expect(rows[0]?.fields[0]).toMatchObject({ code: "profile", input: "population", value: "123456" });
    // Meanwhile all three were changed: of the edited row a conflict, of the others nothing.
    const later = units.map((unit) => ({
      ...unit,
      assessment: { ...unit.assessment, revision: 5 },
      fields: [
        ...unit.fields.filter(({ input }) => input !== "population" && input !== "households"),
        { code: "profile", input: "population", value: "7", version: 9 },
        { code: "profile", input: "households", value: "3", version: 9 },
      ],
    }));
    const meanwhile = await readUnits(edited, later);
    const states = new Map(
      meanwhile.rows.map(({ assessment, fields }) => [
        assessment,
        [...new Set(fields.map(({ state }) => state))],
      ]),
    );
    expect(states.get("phieu-1")).toEqual(["conflict"]);
    expect(states.get("phieu-3")).toEqual(["untouched"]);
  });

  test("says once which names and headings somebody edited, and takes none of them", async () => {
    const filled = await Filled.open(await whole(writeCampaignWorkbook(origin, each(units))));
    const { page, row, cell } = cellOf(filled, "phieu-1", "profile", "population");
    page.getCell(row, 3).value = "Xã của tôi";
    page.getCell(4, cell.col).value = "Dân số";
    const { rows, notes } = await readUnits(await filled.bytes());
    expect(rows).toEqual([]);
    expect(notes).toMatchObject([
      {
        code: "labels-edited",
        message: { vi: expect.stringMatching(/^2 ô ngoài phần điền.*"Dân số".*"Xã của tôi"/) },
      },
    ]);
  });

  test("passes over units that are not in the campaign, and rows that are copied", async () => {
    const bytes = await whole(writeCampaignWorkbook(origin, each(units)));
    const filled = await Filled.open(bytes);
    const { page, row } = cellOf(filled, "phieu-1", "profile", "population");
    page.getCell(row + 2, 1).value = "phieu-1";
    const { notes } = await readUnits(await filled.bytes(), units.slice(0, 2));
    expect(notes.map(({ code }) => code)).toContain("row-twice");
  });

  test("of some hundred units is written and read in little time and memory", async () => {
    async function* many(): AsyncGenerator<CampaignUnit> {
      for (let number = 0; number < 300; number += 1) {
        const [unit] = units;
        if (unit) yield { ...unit, assessment: { id: `phieu-${number}`, revision: 1 } };
      }
    }
    const bytes = await whole(writeCampaignWorkbook(origin, many()));
    const [first] = units;
    let asked = 0;
    const { notes } = await readCampaignWorkbook(
      bytes,
      origin,
      async (ids) => {
        asked = Math.max(asked, ids.length);
        return new Map(
          ids.flatMap((id) => (first ? [[id, { ...first, assessment: { id, revision: 1 } }]] : [])),
        );
      },
      (row) => expect(row.fields).toEqual([]),
    );
    expect(notes).toEqual([]);
    expect(asked).toBeLessThanOrEqual(200);
    expect(bytes.length).toBeLessThan(2_000_000);
  });
});

const none = { verdict: null, inputs: null, points: null, reason: null, version: 0 } as const;

function rowOf(code: string, more: Partial<AppraisalRow> = {}): AppraisalRow {
  return {
    assessment: "phieu-1",
    unit: { id: "xa-1", name: "Xã số 1" },
    group: "xa",
    code,
    declared: { a: "22", b: "23" } as Record<string, FieldValue | null>,
    selfScore: "9.56",
    evidence: "Quyết định số 12/QĐ-UBND ngày 05/01/2026",
    judgement: none,
    open: true,
    ...more,
  };
}

const appraised: readonly AppraisalRow[] = [
  rowOf("2.1"),
  rowOf("2.2", { judgement: { ...none, verdict: "agreed", version: 1 } }),
  rowOf("2.5", {
    judgement: { ...none, verdict: "adjusted", inputs: { a: "15", b: null }, reason: "Sai số", version: 3 },
  }),
  rowOf("profile", { declared: { population: "900" } }),
];

async function readJudgements(bytes: Uint8Array, now: readonly AppraisalRow[] = appraised) {
  const rows: ReadJudgement[] = [];
  const result = await readAppraisalWorkbook(
    bytes,
    origin,
    async (keys) =>
      now.filter(({ assessment, code }) =>
        keys.some((key) => key.assessment === assessment && key.code === code),
      ),
    (row) => rows.push(row),
  );
  return { ...result, rows };
}

/** Writes into the columns of a row of the appraiser's workbook. */
async function judged(
  code: string,
  cells: Readonly<Record<string, string | number | null>>,
): Promise<Uint8Array> {
  const filled = await Filled.open(await whole(writeAppraisalWorkbook(origin, each(appraised))));
  for (const [mark, value] of Object.entries(cells)) {
    const { page, address } = filled.find(`phieu-1|${code}`, mark);
    page.getCell(address).value = value;
  }
  return filled.bytes();
}

describe("an appraiser's workbook", () => {
  test("comes back as it went out", async () => {
    const { rows, same, notes } = await readJudgements(
      await whole(writeAppraisalWorkbook(origin, each(appraised))),
    );
    expect({ rows, same, notes }).toEqual({ rows: [], same: 4, notes: [] });
  });

  test("says once which titles somebody edited, and takes none of them", async () => {
    const { rows, notes } = await readJudgements(await judged("2.1", { title: "Tên khác", max: 99 }));
    expect(rows).toEqual([]);
    expect(notes).toMatchObject([
      { code: "labels-edited", message: { vi: expect.stringMatching(/^2 ô ngoài phần điền.*"Tên khác"/) } },
    ]);
  });

  test("gives agreement, adjusted points and adjusted values with their reason", async () => {
    const agreed = await readJudgements(await judged("2.1", { verdict: "đồng ý" }));
    expect(agreed.rows).toMatchObject([
      { code: "2.1", state: "new", judgement: { verdict: "agreed", points: null } },
    ]);
    const points = await readJudgements(
      await judged("2.1", { verdict: "Điều chỉnh", points: 4.5, reason: "Thiếu một thôn" }),
    );
    expect(points.rows).toMatchObject([
      {
        state: "new",
        judgement: { verdict: "adjusted", points: "4.5", inputs: null, reason: "Thiếu một thôn" },
      },
    ]);
    const values = await readJudgements(
      await judged("2.1", { verdict: "Điều chỉnh", inputs: "a = 20; b = 51.125.000", reason: "Đếm lại" }),
    );
    expect(values.rows).toMatchObject([
      { state: "new", judgement: { inputs: { a: "20", b: "51125000" }, points: null } },
    ]);
  });

  test.each([
    ["points above the maximum", { verdict: "Điều chỉnh", points: 600, reason: "x" }, /lớn hơn/],
    ["points finer than the set's", { verdict: "Điều chỉnh", points: 1.234, reason: "x" }, /2 chữ số/],
    ["no reason", { verdict: "Điều chỉnh", points: 1 }, /thiếu lý do/],
    ["neither points nor values", { verdict: "Điều chỉnh", reason: "x" }, /một trong hai/],
    ["another word", { verdict: "OK", reason: "x" }, /chọn Đồng ý/],
    ["agreement and points", { verdict: "Đồng ý", points: 1 }, /vẫn ghi điểm/],
    ["an input that is none", { verdict: "Điều chỉnh", inputs: "z = 5", reason: "x" }, /không phải số liệu/],
  ])("with %s is a fault of its cell", async (_, cells, why) => {
    const { rows } = await readJudgements(await judged("2.1", cells));
    expect(rows).toMatchObject([{ code: "2.1", state: "fault" }]);
    expect(rows[0]?.message?.vi).toMatch(why);
    expect(rows[0]?.place.sheet).toBe("Thẩm định");
  });

  test("takes a judgement back when its cells are emptied, and conflicts with what came meanwhile", async () => {
    const bytes = await judged("2.2", { verdict: null });
    expect((await readJudgements(bytes)).rows).toMatchObject([{ code: "2.2", state: "clears" }]);
    const later = appraised.map((row) =>
      row.code === "2.2"
        ? {
            ...row,
            judgement: { ...none, verdict: "adjusted" as const, points: "1", reason: "x", version: 2 },
          }
        : row,
    );
    expect((await readJudgements(bytes, later)).rows).toMatchObject([{ code: "2.2", state: "conflict" }]);
    const closed = appraised.map((row) => ({ ...row, open: false }));
    expect((await readJudgements(bytes, closed)).rows).toMatchObject([{ code: "2.2", state: "closed" }]);
  });
});
