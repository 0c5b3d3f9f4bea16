/** The engine, the hand-written loops and DuckDB, in turns, on the same campaign in memory. */
import { CampaignRun, type CampaignScores, type FactChunk } from "@opendti/engine";
import { Baseline } from "./baseline.js";
import { compareScores } from "./compare.js";
import { DuckTable, WAYS } from "./duckdb.js";
import { type Campaign, generate, loadQd922, recallFrom, toChunks } from "./generate.js";
import { settle } from "./machine.js";
import type { Findings, Target } from "./report.js";
import { least, median, ratio, timed } from "./statistics.js";

/** Runs of the engine and of the loops after each run of DuckDB. */
const SHORT_RUNS = 3;

/** Milliseconds of it. */
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
  const ways = WAYS.map((way) => ({
    name: `DuckDB, ${way.name}`,
    way,
    times: [] as number[],
    engine: [] as number[],
  }));
  const engine: number[] = [];
  const loop: number[] = [];
  settle();
  for (const start = performance.now(); performance.now() - start < WARM_UP; loops.run())
    score(campaign, chunks);
  for (const { way } of ways) await table.run(way);
  for (let round = 0; round < rounds; round += 1) {
    for (const { way, times, engine: beside } of ways) {
      times.push(await table.run(way));
      const pairs: number[] = [];
      for (let run = 0; run < SHORT_RUNS; run += 1) {
        pairs.push(await timed(() => score(campaign, chunks)));
        loop.push(await timed(() => loops.run()));
      }
      engine.push(...pairs);
      beside.push(median(pairs));
    }
    findings.say(`round ${round + 1} of ${rounds}`);
  }
  const indicators = campaign.set.nodes.filter((node) => node.plan).length;
  findings.add(size, "engine: units", (size / median(engine)) * 1000, "units/s");
  findings.add(size, "engine: evaluations", (size * indicators * 1000) / median(engine), "evaluations/s");
  findings.runs(size, "engine", engine);
  findings.runs(size, "float64 loops", loop);
  for (const { name, times } of ways) findings.runs(size, name, times);
  findings.ratio(size, "engine / float64 loops", ratio(engine, loop), targets.loops);
  const duckdb = least(ways.map(({ times, engine: beside }) => ratio(times, beside, engine)));
  findings.ratio(size, "DuckDB at its best / engine", duckdb, targets.duckdb);
  const scores = score(campaign, chunks);
  findings.compare(size, "float64 loops", compareScores(scores, loops.run()));
  findings.compare(size, "DuckDB", compareScores(scores, await table.scores()));
  table.close();
}

/** Runs something until it is compiled, the garbage of making the campaign collected. */
export function warmUp(run: () => void): void {
  settle();
  for (const start = performance.now(); performance.now() - start < WARM_UP; ) run();
}

/** One run of the engine over chunks of facts. */
export function score(campaign: Campaign, chunks: readonly FactChunk[]): CampaignScores {
  const run = new CampaignRun(campaign.set, { recall: recallFrom(chunks) });
  for (const chunk of chunks) run.add(chunk);
  return run.finish();
}
