/**
 * `npm run bench [-- engine change sheet cli memory] [--million] [--quick] [--json]`: the benchmark on the real QĐ 922 set.
 * `npm run bench -- deadline [--quick]`: the running system on deadline day, see deadline.ts.
 * `npm run bench -- exports [--quick] [--keep FOLDER]`: the files of a whole campaign, see exports.ts.
 * Prints one table; exit status 1 when a contestant's result differs from the engine's by more than float noise.
 */
import { parseArgs } from "node:util";
import { runNode } from "./child.js";
import { cliPart, millionPart } from "./cli.js";
import { FULL as DEADLINE, deadline, QUICK as QUICK_DEADLINE } from "./deadline.js";
import { exportsBench } from "./exports.js";
import { incrementalPart } from "./incremental.js";
import { describeMachine, load, MB, stolen } from "./machine.js";
import { agreed, Findings, markdown, type Report } from "./report.js";
import { scoringPart } from "./scoring.js";
import { sheetPart } from "./sheet-part.js";

const SMALL = 4_000;
const LARGE = 100_000;
const HUGE = 1_000_000;

/** Units of a quick run, which looks at results and not at times. */
const QUICK = 600;

type Part = (findings: Findings) => Promise<void> | void;

/** The parts, with the targets of the project. */
const PARTS: Readonly<Record<string, Part>> = {
  async engine(findings) {
    const loops = { bound: "at most", value: 2 } as const;
    await scoringPart(findings, SMALL, 9, { loops, duckdb: { bound: "at least", value: 12 } });
    await scoringPart(findings, LARGE, 5, { loops, duckdb: { bound: "at least", value: 3 } });
  },
  change(findings) {
    incrementalPart(findings, SMALL, 2000, { bound: "at most", value: 20 });
    incrementalPart(findings, LARGE, 1000, { bound: "at most", value: 200 });
  },
  sheet: (findings) => sheetPart(findings, SMALL, 3, { bound: "at least", value: 800 }),
  async cli(findings) {
    await cliPart(findings, SMALL, { runs: 5 });
    await cliPart(findings, LARGE, { runs: 5, target: { bound: "at most", value: 0.6 } });
  },
  async memory(findings) {
    for (const size of [SMALL, LARGE]) {
      const { peakBytes } = await runNode(new URL("memory.js", import.meta.url), String(size));
      findings.add(size, "a process that holds the facts and scores them: peak memory", peakBytes / MB, "MB");
    }
  },
};

const QUICK_PARTS: Readonly<Record<string, Part>> = {
  engine: (findings) => scoringPart(findings, QUICK, 1),
  change: (findings) => incrementalPart(findings, QUICK, 200),
  sheet: (findings) => sheetPart(findings, QUICK, 1),
  cli: (findings) => cliPart(findings, QUICK, { runs: 1 }),
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    million: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    keep: { type: "string" },
  },
});
if (positionals.includes("deadline")) {
  const right = await deadline(options.quick ? QUICK_DEADLINE : DEADLINE, (text) => console.error(text));
  process.exitCode = right ? 0 : 1;
} else if (positionals.includes("exports")) {
  const units = options.quick ? QUICK : SMALL;
  const right = await exportsBench({ units, keep: options.keep }, (text) => console.error(text));
  process.exitCode = right ? 0 : 1;
} else {
  const report = await run(positionals);
  console.log(options.json ? JSON.stringify(report, undefined, 2) : markdown(report));
  process.exitCode = agreed(report) ? 0 : 1;
}

async function run(names: readonly string[]): Promise<Report> {
  const parts = options.quick ? QUICK_PARTS : PARTS;
  const chosen = names.length > 0 || options.million ? names : Object.keys(parts);
  const before = { load: load(), ...stolen() };
  const all: Findings[] = [];
  const log = (text: string): void => console.error(text);
  for (const name of chosen) {
    const part = parts[name];
    if (!part) throw new Error(`there is no part "${name}"; there are: ${Object.keys(parts).join(", ")}`);
    const findings = new Findings(name, log);
    all.push(findings);
    await part(findings);
  }
  if (options.million) {
    const findings = new Findings("cli", log);
    all.push(findings);
    await millionPart(findings, HUGE, { bound: "at most", value: 1500 });
  }
  return {
    machine: { ...describeMachine(), ...busyness(before) },
    rows: all.flatMap(({ rows }) => rows),
    agreements: all.flatMap(({ agreements }) => agreements),
  };
}

/** How much else the machine had to do meanwhile. */
function busyness(before: { load: string; all: number; stolen: number }): Record<string, string> {
  const now = stolen();
  const share = (now.stolen - before.stolen) / Math.max(1, now.all - before.all);
  return {
    "load before (1 and 5 min)": before.load,
    "load after": load(),
    "taken by other machines": `${(share * 100).toFixed(0)}%`,
  };
}
