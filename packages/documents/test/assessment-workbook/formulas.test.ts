/** The formulas of the workbook, computed by a spreadsheet engine, give what the rules engine gives. */
import { Workbook } from "@cj-tech-master/excelts";
import { type CompiledSet, formatExact, readUnit, scoreUnit, type UnitScore } from "@opendti/engine";
import { HyperFormula, type RawCellContent } from "hyperformula";
import { describe, expect, test } from "vitest";
import { type StoredField, writeAssessmentWorkbook } from "../../src/index.js";
import { drawnFields, formOf, SHIPPED, shippedSet } from "./shipped.js";

/** Points and remark of a row, as cells hold them. */
interface Shown {
  readonly points: unknown;
  readonly remark: unknown;
}

/** A workbook, computed anew by another program than the one that wrote its results. */
async function computed(bytes: Uint8Array): Promise<{ hyper: HyperFormula; book: Workbook }> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const sheets: Record<string, RawCellContent[][]> = {};
  for (const page of book.worksheets) {
    const rows: RawCellContent[][] = [];
    page.eachRow((row, number) => {
      const cells: RawCellContent[] = [];
      row.eachCell((cell, column) => {
        const { value } = cell;
        cells[column - 1] =
          value !== null && typeof value === "object" && "formula" in value
            ? `=${value.formula}`
            : typeof value === "string"
              ? `'${value}`
              : (value as RawCellContent);
      });
      rows[number - 1] = Array.from(cells, (cell) => cell ?? null);
    });
    sheets[page.name] = Array.from(rows, (row) => row ?? []);
  }
  return { hyper: HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3" }), book };
}

/** What stands beside each indicator, in the written results and as computed. */
function shownScores(
  hyper: HyperFormula,
  book: Workbook,
): { cached: Map<string, Shown>; live: Map<string, Shown> } {
  const cached = new Map<string, Shown>();
  const live = new Map<string, Shown>();
  for (const page of book.worksheets) {
    const headings = new Map<unknown, number>();
    page.getRow(3).eachCell((cell, column) => headings.set(cell.value, column));
    const points = headings.get("Điểm tạm tính");
    const remark = headings.get("Diễn giải");
    const sheet = hyper.getSheetId(page.name);
    if (points === undefined || remark === undefined || sheet === undefined) continue;
    page.eachRow((row, number) => {
      const key =
        page.name === "Tổng hợp" && row.getCell(2).value === "Tổng điểm" ? "N|" : row.getCell(1).value;
      if (typeof key !== "string" || !key.startsWith("N|") || row.getCell(points).formula === undefined)
        return;
      const code = key.slice(2);
      cached.set(code, {
        points: row.getCell(points).result ?? "",
        remark: row.getCell(remark).result ?? "",
      });
      live.set(code, {
        points: hyper.getCellValue({ sheet, row: number - 1, col: points - 1 }),
        remark: hyper.getCellValue({ sheet, row: number - 1, col: remark - 1 }),
      });
    });
  }
  return { cached, live };
}

function scored(set: CompiledSet, fields: readonly StoredField[]): UnitScore {
  const profile: Record<string, unknown> = {};
  const answers: Record<string, Record<string, unknown>> = {};
  for (const { code, input, value } of fields)
    if (code === "profile") profile[input] = value;
    else answers[code] = { ...answers[code], [input === "" ? "not_applicable" : input]: value };
  return scoreUnit(set, readUnit(set, { unit: "u", profile, answers }, "stored").facts);
}

const UNSAID = /Bảng tính không tính|đúng dạng/;

describe.each(SHIPPED.filter((id) => shippedSet(id).scored))("%s", (id) => {
  const set = shippedSet(id);

  test.each([1, 2])(
    "scores of drawn data %i are those of the rules, or said to be beyond a spreadsheet",
    async (seed) => {
      const fields = drawnFields(set, seed);
      const { hyper, book } = await computed(await writeAssessmentWorkbook(formOf(set, { fields })));
      const { cached, live } = shownScores(hyper, book);
      const score = scored(set, fields);
      const wrong: unknown[] = [];
      let unsaid = 0;
      for (const node of set.nodes) {
        if (!node.scored) continue;
        const code = set.nodeOf.get(node.code) === node.index ? node.code : node.key;
        const found = live.get(code);
        const own = score.nodes[node.index];
        if (UNSAID.test(String(found?.remark))) unsaid += 1;
        else if (!own || formatExact(own.score) !== String(found?.points || 0))
          wrong.push({ code, found, status: own?.status, score: own && formatExact(own.score) });
      }
      const total = live.get("N|".slice(2));
      if (!UNSAID.test(String(total?.remark)) && String(total?.points) !== formatExact(score.total))
        wrong.push({ total, score: formatExact(score.total) });
      expect(wrong).toEqual([]);
      expect(unsaid).toBeLessThan(6);
      expect(cached).toEqual(live);
    },
  );
});
