/**
 * Contestant (c), a process of its own since its workbook wants several gigabytes. Started by sheet-contest.ts with the number
 * of units; at each `turn` it changes all inputs and calculates again, at `change` single ones, at `scores` it sends what it shows.
 */
import { HyperFormula } from "hyperformula";
import type { OtherScores } from "./compare.js";
import { type Campaign, generate, loadQd922, random } from "./generate.js";
import { inputRows, type Workbook, workbook } from "./sheet.js";
import { tableFacts } from "./sql.js";

export type SheetMessage =
  | { readonly kind: "built"; readonly formulas: number; readonly milliseconds: number }
  | { readonly kind: "turned"; readonly changeMs: number; readonly recalculateMs: number }
  | { readonly kind: "changed"; readonly plainMs: readonly number[]; readonly bestMs: readonly number[] }
  | { readonly kind: "scores"; readonly scores: OtherScores; readonly peakBytes: number };

/** Single changes of each kind. */
const SINGLE_CHANGES = 50;

/** Another campaign of the same units, to change to. */
const OTHER_SEED = 2209;

const campaign = generate(loadQd922(), Number(process.argv[2]));
const book = workbook(campaign);
const inputs = [inputRows(otherCampaign(), book.rows), inputRows(campaign, book.rows)];
const start = performance.now();
const sheets = HyperFormula.buildFromSheets(
  { Inputs: book.inputs, Bests: book.bests, Scores: book.scores },
  { licenseKey: "gpl-v3", undoLimit: 0 },
);
let turns = 0;
process.on("message", (message) => {
  if (message === "turn") turn();
  else if (message === "change") change();
  else if (message === "scores")
    tell({ kind: "scores", scores: scores(book), peakBytes: process.resourceUsage().maxRSS * 1024 });
});
tell({ kind: "built", formulas: book.formulas, milliseconds: performance.now() - start });

/** Changes all inputs: to the other campaign at odd turns, back to the campaign at even ones. */
function turn(): void {
  sheets.suspendEvaluation();
  const before = performance.now();
  sheets.setCellContents(
    { sheet: sheets.getSheetId("Inputs") ?? 0, col: 0, row: 0 },
    inputs[turns % 2] ?? [],
  );
  const changed = performance.now();
  sheets.resumeEvaluation();
  const done = performance.now();
  turns += 1;
  tell({ kind: "turned", changeMs: changed - before, recalculateMs: done - changed });
}

/** Changes single inputs and puts them back: one that only its own unit feels, one by which a unit takes its group's best. */
function change(): void {
  const { set } = campaign;
  const facts = tableFacts(set);
  const next = random(7);
  const column = (chosen: (slot: number, relative: boolean) => boolean): number =>
    facts.findIndex(({ node, slot }) =>
      chosen(
        slot,
        set.relatives.some((one) => one.node === node),
      ),
    );
  const plain = column((slot, relative) => !relative && set.facts[slot]?.kind === "count");
  const best = column((_, relative) => relative);
  const times = (col: number, value: number): number[] =>
    Array.from({ length: SINGLE_CHANGES }, () => {
      const row = Math.floor(next() * book.rows.length);
      const address = { sheet: sheets.getSheetId("Inputs") ?? 0, col, row };
      const start = performance.now();
      sheets.setCellContents(address, value);
      const time = performance.now() - start;
      sheets.setCellContents(address, inputs[1]?.[row]?.[col] ?? null);
      return time;
    });
  tell({ kind: "changed", plainMs: times(plain, 1), bestMs: times(best, 1e7) });
}

function otherCampaign(): Campaign {
  const { set, units, groupOf, groups } = campaign;
  return { ...generate(set, units.length, OTHER_SEED), groupOf, groups };
}

/** What the sheet shows, points with two digits as the cells' format has them. */
function scores({ rows, columnOf, totalColumn }: Workbook): OtherScores {
  const cells = sheets.getSheetValues(sheets.getSheetId("Scores") ?? 0);
  const column = (at: number): Float64Array => {
    const values = new Float64Array(rows.length);
    for (const [place, row] of rows.entries()) {
      const value = cells[place]?.[at];
      if (typeof value !== "number")
        throw new Error(`the sheet holds no number in row ${place + 1}, column ${at + 1}`);
      values[row] = Math.round(value * 100) / 100;
    }
    return values;
  };
  const points = campaign.set.nodes.map((node) => columnOf.get(node.index));
  return {
    scores: points.map((at) => (at === undefined ? undefined : column(at))),
    total: column(totalColumn),
    rank: column(totalColumn + 1),
  };
}

function tell(message: SheetMessage): void {
  if (!process.send) throw new Error("hyperformula.js is started by the benchmark, not by hand");
  process.send(message);
}
