/** The engine, the hand-written loops and DuckDB, in turns, on the same campaign in memory. */
import { CampaignRun, type CampaignScores, type FactChunk } from "@opendti/engine";
import { Baseline } from "./baseline.js";
import { compareScores } from "./compare.js";
import { DuckTable, WAYS } from "./duckdb.js";
import { type Campaign, generate, loadQd922, recallFrom, toChunks } from "./generate.js";
import { settle } from "./machine.js";
import type { Findings, Target } from "./report.js";
import { measured, type Sample, type Summary, summary } from "./statistics.js";

/** Runs of the engine and of the loops for each run of DuckDB. */
const SHORT_RUNS = 4;

/** Milliseconds for which the engine and the loops run before they are timed, so that both are compiled. */
const WARM_UP = 2000;

export interface ScoringTargets {
  readonly loops?: Target;
  readonly duckdb?: Target;
}

/** Times and compares the three on a campaign of `size` units. */
export async function scoringPart(
  findings: Findings,
  size: number,
  rounds: number,
  targets: ScoringTargets = {},
): Promise<void> {
  findings.say(`generating ${size} units`);
  const campaign = generate(loadQd922(), size);
  const chunks = toChunks(campaign);
  const loops = new Baseline(campaign);
  const table = await DuckTable.load(campaign);
  const ways = WAYS.map((way) => ({ way, samples: [] as Sample[] }));
  const engineSamples: Sample[] = [];
  const loopSamples: Sample[] = [];
  for (const start = performance.now(); performance.now() - start < WARM_UP; loops.run())
    score(campaign, chunks);
  for (const { way } of ways) await table.run(way);
  for (let round = 0; round < rounds; round += 1) {
    for (const { way, samples } of ways) samples.push(await table.run(way));
    settle();
    for (let run = 0; run < SHORT_RUNS; run += 1) {
      engineSamples.push(await measured(() => score(campaign, chunks)));
      loopSamples.push(await measured(() => loops.run()));
    }
    findings.say(`round ${round + 1} of ${rounds}`);
  }
  const duckdb = ways.map(({ way, samples }) => ({ name: `DuckDB, ${way.name}`, of: summary(samples) }));
  reportTimes(findings, size, summary(engineSamples), summary(loopSamples), duckdb, targets);
  const scores = score(campaign, chunks);
  findings.compare(size, "float64 loops", compareScores(scores, loops.run()));
  findings.compare(size, "DuckDB", compareScores(scores, await table.scores()));
  table.close();
}

/** One run of the engine over chunks of facts. */
export function score(campaign: Campaign, chunks: readonly FactChunk[]): CampaignScores {
  const run = new CampaignRun(campaign.set, { recall: recallFrom(chunks) });
  for (const chunk of chunks) run.add(chunk);
  return run.finish();
}

interface Named {
  readonly name: string;
  readonly of: Summary;
}

function reportTimes(
  findings: Findings,
  size: number,
  engine: Summary,
  loops: Summary,
  duckdb: readonly Named[],
  targets: ScoringTargets,
): void {
  const indicators = loadQd922().nodes.filter((node) => node.plan).length;
  findings.add(size, "engine: units", (size / engine.median) * 1000, "units/s");
  findings.add(size, "engine: evaluations", (size * indicators * 1000) / engine.median, "evaluations/s");
  const all = [{ name: "engine", of: engine }, { name: "float64 loops", of: loops }, ...duckdb];
  for (const { name, of } of all) {
    findings.add(size, name, of.median, "ms");
    findings.add(size, `${name}: fastest run`, of.fastest, "ms");
    findings.add(size, `${name}: processor time`, of.cpu, "ms");
  }
  const best = (by: keyof Summary): number => Math.min(...duckdb.map(({ of }) => of[by]));
  findings.add(size, "engine / float64 loops", engine.median / loops.median, "x", targets.loops);
  findings.add(size, "engine / float64 loops: fastest runs", engine.fastest / loops.fastest, "x");
  findings.add(size, "engine / float64 loops: processor time", engine.cpu / loops.cpu, "x");
  findings.add(size, "DuckDB at its best / engine", best("median") / engine.median, "x", targets.duckdb);
  findings.add(size, "DuckDB at its best / engine: fastest runs", best("fastest") / engine.fastest, "x");
  findings.add(size, "DuckDB at its best / engine: processor time", best("cpu") / engine.cpu, "x");
}
