/**
 * Runs contestant (c) in a process of its own (its workbook wants several gigabytes), started by main.ts with the number of units.
 * Every run changes all inputs and calculates; the last one stands at the campaign, and its results are sent back.
 */
import { HyperFormula } from "hyperformula";
import type { OtherScores } from "./compare.js";
import { generate, loadQd922 } from "./generate.js";
import { inputRows, workbook } from "./sheet.js";

export interface SheetReport {
  readonly size: number;
  readonly formulas: number;
  readonly buildMs: number;
  /** Writing all inputs into the sheet, evaluation suspended. */
  readonly changeMs: readonly number[];
  /** Calculating again after it. */
  readonly recalculateMs: readonly number[];
  readonly peakBytes: number;
  readonly scores: OtherScores;
}

/** Another campaign of the same units, to change to. */
const OTHER_SEED = 2209;

const [size = 4000, runs = 3] = process.argv.slice(2).map(Number);
process.send?.(run(size, runs));

function run(units: number, repeat: number): SheetReport {
  const set = loadQd922();
  const campaign = generate(set, units);
  const other = { ...generate(set, units, OTHER_SEED), groupOf: campaign.groupOf, groups: campaign.groups };
  const book = workbook(campaign);
  const contents = [inputRows(other, book.rows), inputRows(campaign, book.rows)];
  const built = performance.now();
  const engine = HyperFormula.buildFromSheets(
    { Inputs: book.inputs, Bests: book.bests, Scores: book.scores },
    { licenseKey: "gpl-v3", undoLimit: 0 },
  );
  const buildMs = performance.now() - built;
  const inputs = engine.getSheetId("Inputs") ?? 0;
  const changeMs: number[] = [];
  const recalculateMs: number[] = [];
  for (let turn = 0; turn < repeat * 2; turn += 1) {
    engine.suspendEvaluation();
    const start = performance.now();
    engine.setCellContents({ sheet: inputs, col: 0, row: 0 }, contents[turn % 2] ?? []);
    const changed = performance.now();
    engine.resumeEvaluation();
    recalculateMs.push(performance.now() - changed);
    changeMs.push(changed - start);
  }
  const sheet = engine.getSheetValues(engine.getSheetId("Scores") ?? 0);
  const column = (at: number | undefined, round: boolean): Float64Array => {
    const values = new Float64Array(units);
    for (const [place, row] of book.rows.entries()) {
      const value = sheet[place]?.[at ?? -1];
      if (typeof value !== "number") throw new Error(`the sheet holds no number in row ${place + 1}, column ${at}`);
      values[row] = round ? Math.round(value * 100) / 100 : value;
    }
    return values;
  };
  const scores: OtherScores = {
    scores: set.nodes.map((node) => (book.columnOf.has(node.index) ? column(book.columnOf.get(node.index), true) : undefined)),
    total: column(book.totalColumn, false),
    rank: column(book.totalColumn + 1, false),
  };
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { size: units, formulas: book.formulas, buildMs, changeMs, recalculateMs, peakBytes, scores };
}
