/** The whole command from CSV to CSV against a DuckDB process from CSV to CSV, in turns. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CampaignScores, CompiledSet } from "@opendti/engine";
import { type Finished, runNode } from "./child.js";
import { compareScores } from "./compare.js";
import { readScores, writeLong, writeWide } from "./csv.js";
import { csvScript } from "./duckdb.js";
import { generate, loadQd922, toChunks } from "./generate.js";
import { MB } from "./machine.js";
import type { Findings, Target } from "./report.js";
import { score } from "./scoring.js";
import { greatest, median, type Ratio, ratio } from "./statistics.js";

const COMMAND = new URL("../../packages/cli/bin/opendti.js", import.meta.url);
const DUCKDB = new URL("duckdb-csv.js", import.meta.url);

const OURS = "opendti score";

/** Settings of DuckDB's threads; undefined leaves it to DuckDB, which takes all. */
const THREADS = [undefined, 1] as const;

/** Long CSV is passed over when it would take longer than this, in milliseconds. */
const PATIENCE = 120_000;

export interface CliOptions {
  readonly runs: number;
  /** Of the command's time to DuckDB's, wide CSV. */
  readonly target?: Target | undefined;
}

export async function cliPart(findings: Findings, size: number, { runs, target }: CliOptions): Promise<void> {
  await inFolder(async (folder) => {
    const set = loadQd922();
    findings.say(`writing ${size} units`);
    const files = filesIn(folder);
    writeWide(set, size, files.wide);
    const contestants: readonly Contestant[] = [
      { name: OURS, start: () => scoreFile(set, files.wide, files.out), finished: [] },
      ...THREADS.map((threads) => ({
        name: `DuckDB process (${threads === undefined ? "all threads" : `${threads} thread`})`,
        start: () => {
          writeFileSync(files.script, csvScript(set, files.wide, files.duckdb, threads));
          return runNode(DUCKDB, files.script);
        },
        finished: [],
      })),
    ];
    for (let run = -1; run < runs; run += 1)
      for (const { name, start, finished } of contestants) {
        const one = await start();
        if (run < 0) continue;
        finished.push(one);
        findings.say(`run ${run + 1} of ${runs}: ${name} ${one.milliseconds.toFixed(0)} ms`);
      }
    for (const { name, finished } of contestants) {
      findings.runs(size, `${name}, wide CSV to CSV`, times(finished));
      findings.add(
        size,
        `${name}: peak memory`,
        Math.max(...finished.map(({ peakBytes }) => peakBytes)) / MB,
        "MB",
      );
    }
    const [ours, ...others] = contestants as [Contestant, ...Contestant[]];
    const ratios = others.map((duckdb) => ratio(times(ours.finished), times(duckdb.finished)));
    for (const [at, { name }] of others.entries())
      findings.ratio(size, `opendti / ${name}`, ratios[at] as Ratio);
    findings.ratio(size, "opendti / DuckDB at its best", greatest(ratios), target);
    const campaign = generate(set, size);
    const scores = score(campaign, toChunks(campaign));
    findings.compare(size, "opendti score, wide CSV", compareFile(scores, files.out, true));
    findings.compare(size, "DuckDB process", compareFile(scores, files.duckdb, false));
    await longPart(findings, set, scores, files, median(times(ours.finished)));
  });
}

/** Peak memory of the command over a campaign too large for memory. */
export async function millionPart(findings: Findings, size: number, target: Target): Promise<void> {
  await inFolder(async (folder) => {
    const set = loadQd922();
    const files = filesIn(folder);
    findings.say(`writing ${size} units`);
    writeWide(set, size, files.wide);
    findings.say(`scoring ${(statSync(files.wide).size / MB).toFixed(0)} MB`);
    const finished = await scoreFile(set, files.wide, files.out);
    findings.add(size, "opendti score, wide CSV to CSV", finished.milliseconds, "ms");
    findings.add(size, "opendti score: peak memory", finished.peakBytes / MB, "MB", target);
  });
}

async function longPart(
  findings: Findings,
  set: CompiledSet,
  scores: CampaignScores,
  files: Files,
  wideTime: number,
): Promise<void> {
  const size = scores.length;
  writeLong(set, size, files.long);
  const probe = findings.rows.find(({ what, units }) => what === LONG && units < size);
  const expected = probe ? (probe.value * size) / probe.units : wideTime;
  if (expected > PATIENCE) {
    findings.say(
      `long CSV of ${size} units passed over: it would take about ${(expected / 1000).toFixed(0)} s`,
    );
    return;
  }
  const finished = await scoreFile(set, files.long, files.out);
  findings.add(size, LONG, finished.milliseconds, "ms");
  findings.add(size, `${LONG}: peak memory`, finished.peakBytes / MB, "MB");
  findings.compare(size, "opendti score, long CSV", compareFile(scores, files.out, true));
}

const LONG = "opendti score, long CSV to CSV";

interface Contestant {
  readonly name: string;
  readonly start: () => Promise<Finished>;
  readonly finished: Finished[];
}

interface Files {
  readonly wide: string;
  readonly long: string;
  readonly out: string;
  readonly duckdb: string;
  readonly script: string;
}

function filesIn(folder: string): Files {
  return {
    wide: join(folder, "wide.csv"),
    long: join(folder, "long.csv"),
    out: join(folder, "scores.csv"),
    duckdb: join(folder, "duckdb.csv"),
    script: join(folder, "duckdb.sql"),
  };
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "opendti-bench-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function scoreFile(set: CompiledSet, input: string, output: string): Promise<Finished> {
  return runNode(COMMAND, "score", set.id, input, "--out", output);
}

function compareFile(
  scores: CampaignScores,
  path: string,
  exactly: boolean,
): ReturnType<typeof compareScores> {
  return compareScores(scores, readScores(scores, readFileSync(path, "utf8")), exactly);
}

function times(finished: readonly Finished[]): number[] {
  return finished.map(({ milliseconds }) => milliseconds);
}
