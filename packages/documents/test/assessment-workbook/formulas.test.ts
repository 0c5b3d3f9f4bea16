/** The formulas of the workbook, computed by a spreadsheet engine, give what the rules engine gives. */
import { Workbook } from "@cj-tech-master/excelts";
import { HyperFormula, type RawCellContent } from "hyperformula";
import { describe, expect, test } from "vitest";
import { writeAssessmentWorkbook } from "../../src/index.js";
import { Filled } from "./filling.js";
import { drawnFields, formOf, SHIPPED, setOf, shippedSet } from "./shipped.js";
import { differences, type Shown, scoreCells, scored, writtenScores } from "./shown-scores.js";
import { numbersForm, places, strayPoints } from "./written-numbers.js";

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

const inputs = (kind: string, ...ids: readonly string[]) => ids.map((id) => ({ id, label: id, kind }));
const ab = inputs("count", "a", "b");

/** Everything that the language of rules can say and no set that ships does. */
const indicators = [
  { code: "1.1", inputs: ab, rule: { proportional: { of: "min(a, b)/max(a, b)" } } },
  {
    code: "1.2",
    inputs: inputs("number", "a", "b"),
    rule: { proportional: { of: "(a - b)/(a + b)", full_at: "1/3" } },
    not_applicable: "excluded",
  },
  {
    code: "1.3",
    inputs: inputs("yes_no", "p1", "p2", "p3"),
    rule: { per_item: { of: "count(p1, p2 and not p3, p2 or p3)", points: "0.335", cap: 3 } },
  },
  {
    code: "1.4",
    inputs: [...ab, ...inputs("yes_no", "e1")],
    rule: {
      bands: {
        of: "a/b",
        steps: [
          { ge: "2/3", share: 1 },
          { ge: "1/3", lt: "2/3", rule: { proportional: { of: "a*b - sum(a, b)", full_at: 40 } } },
          { gt: 0, lt: "1/3", points: "0.125" },
        ],
      },
    },
    exceptions: [
      { when: "e1 and b = 0", gives: "excluded", sentence: "Không có" },
      { when: "a = 1 or b = 1", gives: { share: "1/3" }, sentence: "Một phần ba" },
    ],
  },
  {
    code: "1.5",
    inputs: ab,
    rule: {
      best_of: [
        { rule: { proportional: { of: "a/b" } } },
        { rule: { parts: [{ share: "1/3", rule: { proportional: { of: "b/a" } } }] } },
      ],
    },
    bonus: true,
  },
  {
    code: "1.6",
    inputs: ab,
    rule: {
      relative: { of: "a/b", to: "range", provisional: { proportional: { of: "b/a", full_at: "3" } } },
    },
    not_applicable: "full",
  },
];

function everyRule(rounding: object): string {
  const children = indicators.map((one, index) => ({ title: `Chỉ số ${one.code}`, max: 3 + index, ...one }));
  return JSON.stringify({
    opendti: 1,
    id: "moi-quy-tac",
    version: 1,
    status: "draft",
    title: "Mọi quy tắc",
    legal_basis: [{ issuer: "Ủy ban", title: "Quyết định" }],
    years: { from: 2022 },
    applies_to: ["so-nganh"],
    rounding,
    indicators: [{ code: "1", title: "Một", children }],
  });
}

describe.each([
  ["rounded scores, half to even", { ratio: { digits: 2, mode: "half-even" }, sum: "rounded" }, "half-even"],
  ["rounded scores, half up", { ratio: "exact", sum: "rounded" }, "half-up"],
  ["exact scores", { ratio: "exact", sum: "exact" }, "half-even"],
] as const)("every kind of rule, adding %s", (_, rounding, mode) => {
  const set = setOf(everyRule({ ...rounding, score: { digits: 2, mode } }));

  test("gives the scores of the rules on twelve sets of data", async () => {
    let unsaid = 0;
    for (let seed = 0; seed < 12; seed += 1) {
      const fields = drawnFields(set, seed * 7919);
      const book = new Workbook();
      await book.xlsx.load(await writeAssessmentWorkbook(formOf(set, { fields })));
      const shown = computedScores(book);
      const found = differences(set, scored(set, fields), shown);
      expect({ seed, wrong: found.wrong }).toEqual({ seed, wrong: [] });
      expect(writtenScores(book)).toEqual(shown);
      unsaid += found.unsaid;
    }
    // Exact scores of which one is left out are not rescaled by a sheet.
    expect(unsaid).toBeLessThan(rounding.sum === "exact" ? 60 : 3);
  });
});

describe("a number that stands in its cell as a text", () => {
  test("counts as the upload reads it where it is plainly one, and shows no points where it is not", async () => {
    const filled = await Filled.open(await writeAssessmentWorkbook(numbersForm));
    for (const { code, text } of places) filled.put(code, "value", text, "@");
    expect(await strayPoints(await filled.bytes(), computedScores(filled.book))).toEqual({
      wrong: [],
      unread: [],
    });
  });

  test("has its points from the start where it was stored with more digits than a cell holds", async () => {
    const [place] = places.filter(({ kind }) => kind === "number");
    const fields = [{ code: place?.code ?? "", input: "value", value: "1234.123456789012345", version: 1 }];
    const book = new Workbook();
    await book.xlsx.load(await writeAssessmentWorkbook({ ...numbersForm, fields }));
    expect(writtenScores(book)).toEqual(computedScores(book));
  });
});
