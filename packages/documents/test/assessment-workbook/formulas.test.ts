/** The formulas of the workbook, computed by a spreadsheet engine, give what the rules engine gives. */
import { Workbook } from "@cj-tech-master/excelts";
import { HyperFormula, type RawCellContent } from "hyperformula";
import { describe, expect, test } from "vitest";
import { writeAssessmentWorkbook } from "../../src/index.js";
import { drawnFields, formOf, SHIPPED, shippedSet } from "./shipped.js";
import { differences, type Shown, scoreCells, scored, writtenScores } from "./shown-scores.js";

/** A workbook, computed anew by another program than the one that wrote its results. */
function computed(book: Workbook): HyperFormula {
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
  return HyperFormula.buildFromSheets(sheets, { licenseKey: "gpl-v3" });
}

function computedScores(book: Workbook): Map<string, Shown> {
  const hyper = computed(book);
  return new Map(
    [...scoreCells(book)].map(([code, { sheet, row, points, remark }]) => {
      const at = (column: number): unknown =>
        hyper.getCellValue({ sheet: hyper.getSheetId(sheet) ?? -1, row: row - 1, col: column - 1 });
      return [code, { points: at(points), remark: at(remark) }];
    }),
  );
}

/** Sets whose rules are more than points that a person gives. */
const RULES = new Set(["qd922-cap-tinh-2022", "quang-ngai-so-nganh-2022", "xa-phuong-dac-khu-2026"]);

describe.each(SHIPPED.filter((id) => shippedSet(id).scored))("%s", (id) => {
  const set = shippedSet(id);

  test.each(RULES.has(id) ? [1, 2] : [1])(
    "scores of drawn data %i are those of the rules, or said to be beyond a spreadsheet",
    async (seed) => {
      const fields = drawnFields(set, seed);
      const book = new Workbook();
      await book.xlsx.load(await writeAssessmentWorkbook(formOf(set, { fields })));
      const shown = computedScores(book);
      const { wrong, unsaid } = differences(set, scored(set, fields), shown);
      expect(wrong).toEqual([]);
      // Amounts that nobody has, in single đồng over hundredths: an indicator or two, what is above them, and the total.
      expect(unsaid).toBeLessThan(9);
      expect(writtenScores(book)).toEqual(shown);
    },
  );
});
