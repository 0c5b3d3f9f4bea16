/** The engine and the workbook in turns: all inputs change, everything is calculated again. */
import { compareScores } from "./compare.js";
import { generate, loadQd922, toChunks } from "./generate.js";
import { MB } from "./machine.js";
import type { Findings, Target } from "./report.js";
import { score, warmUp } from "./scoring.js";
import { SheetContest } from "./sheet-contest.js";
import { median, ratio, timed } from "./statistics.js";

/** Runs of the engine for each of the workbook. */
const SHORT_RUNS = 15;

/** @param rounds of two turns each: away from the campaign and back. */
export async function sheetPart(
  findings: Findings,
  size: number,
  rounds: number,
  target?: Target,
): Promise<void> {
  const campaign = generate(loadQd922(), size);
  const chunks = toChunks(campaign);
  findings.say(`building the workbook of ${size} units`);
  const sheet = await SheetContest.start(size);
  findings.add(
    size,
    `HyperFormula: building ${sheet.built.formulas} formulas`,
    sheet.built.milliseconds / 1000,
    "s",
  );
  warmUp(() => {
    score(campaign, chunks);
  });
  const engine: number[] = [];
  const beside: number[] = [];
  const change: number[] = [];
  const recalculation: number[] = [];
  for (let turn = -2; turn < rounds * 2; turn += 1) {
    const turned = await sheet.turn();
    const runs: number[] = [];
    for (let run = 0; run < SHORT_RUNS; run += 1) runs.push(await timed(() => score(campaign, chunks)));
    if (turn < 0) continue;
    engine.push(...runs);
    beside.push(median(runs));
    change.push(turned.changeMs);
    recalculation.push(turned.recalculateMs);
    findings.say(`turn ${turn + 1} of ${rounds * 2}: ${turned.recalculateMs.toFixed(0)} ms`);
  }
  const { plainMs, bestMs } = await sheet.change();
  const shown = await sheet.scores();
  sheet.close();
  findings.runs(size, "engine", engine);
  findings.runs(size, "HyperFormula: writing all inputs", change);
  findings.runs(size, "HyperFormula: recalculation", recalculation);
  findings.add(size, "HyperFormula: a change, plain", median(plainMs) * 1000, "µs");
  findings.add(size, "HyperFormula: a change that takes the group's best", median(bestMs) * 1000, "µs");
  findings.add(size, "HyperFormula: peak memory", shown.peakBytes / MB, "MB");
  findings.ratio(size, "HyperFormula's recalculation / engine", ratio(recalculation, beside, engine), target);
  const whole = recalculation.map((time, turn) => time + (change[turn] ?? 0));
  findings.ratio(size, "HyperFormula's writing and recalculation / engine", ratio(whole, beside, engine));
  findings.compare(size, "HyperFormula", compareScores(score(campaign, chunks), shown.scores));
}
