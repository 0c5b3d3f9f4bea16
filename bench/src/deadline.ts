/**
 * Deadline day: `npm run bench -- deadline [--quick]`. A campaign of 4,000 units x 98 indicators in PostgreSQL (the
 * embedded one, or an empty database at DATABASE_URL), asked over HTTP by a process of its own; in turns, in the same
 * run, the product and bare handlers on the same database. Exit status 1 when something stored is not as it was answered.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { onDatabase } from "./bench-database.js";
import { checkStored, countStored } from "./deadline-checks.js";
import { openAndPublish, type Step } from "./deadline-closing.js";
import {
  Client,
  cpuSeconds,
  postgresSeconds,
  residentAfterCollection,
  residentMegabytes,
  type Server,
  startBare,
  startOpenDti,
} from "./deadline-processes.js";
import { seed } from "./deadline-seed.js";
import {
  type Comparison,
  comparisonTable,
  newStretch,
  ratioOf,
  type Stretch,
  table,
} from "./deadline-table.js";
import type { Contestant, Job, Operation } from "./deadline-world.js";
import { describeMachine, load } from "./machine.js";
import { quantile } from "./statistics.js";

export interface DeadlineOptions {
  readonly units: number;
  readonly rounds: number;
  /** Of one round of one contestant. */
  readonly milliseconds: number;
  readonly warmUp: number;
  /** In which a process is asked nothing, before its memory is looked at once more. */
  readonly rest: number;
}

export const FULL: DeadlineOptions = {
  units: 4000,
  rounds: 5,
  milliseconds: 3000,
  warmUp: 10_000,
  rest: 40_000,
};
export const QUICK: DeadlineOptions = { units: 200, rounds: 1, milliseconds: 500, warmUp: 500, rest: 0 };

const CONNECTIONS = [1, 16, 64];
/** Connections to PostgreSQL of each process: the product's own default. */
const POOL = 10;

/** Runs it all. @returns whether everything stored is as it was answered. */
export const deadline = (options: DeadlineOptions, say: (text: string) => void): Promise<boolean> =>
  onDatabase("deadline", say, ({ url, folder, stops }) =>
    new DeadlineRun(url, folder, options, say, stops).whole(),
  );

class DeadlineRun {
  /** Saves that were acknowledged. */
  private saved = 0;

  constructor(
    private readonly url: string,
    private readonly folder: string,
    private readonly options: DeadlineOptions,
    private readonly say: (text: string) => void,
    private readonly stops: (() => Promise<void> | void)[],
  ) {}

  async whole(): Promise<boolean> {
    const server = { url: this.url, connections: POOL, folder: this.folder };
    const first = await this.started(startOpenDti(server));
    const atStart = residentMegabytes(first.pid);
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    this.stops.push(() => client.end());
    const since = performance.now();
    const world = await seed(client, this.options.units, this.say);
    this.say(`stored in ${((performance.now() - since) / 1000).toFixed(0)} s`);
    const file = join(this.folder, "world.json");
    writeFileSync(file, JSON.stringify(world));
    const before = await countStored(client);
    const bare = await this.started(startBare(server));
    const asker = new Client(file);
    this.stops.push(() => asker.stop());
    const loadBefore = load();
    const comparisons = await this.compare(["save", "read"], asker, first, bare);
    const afterwards = residentMegabytes(first.pid);
    await pause(this.options.rest);
    const rested = residentMegabytes(first.pid);
    const collected = await residentAfterCollection(first.pid);
    const second = await this.started(startOpenDti(server));
    const doubled = await this.double(asker, first, second);
    const memory = [first, second].map(({ pid }) => residentMegabytes(pid));
    const ofFiles = residentMegabytes(first.pid, "RssFile");
    const findings = await checkStored(client, before, this.saved, world, first.port);
    const steps = await openAndPublish(client, first.port, world);
    const rankings = await this.compare(["ranking"], asker, first, bare);
    this.print(
      [...comparisons, ...rankings],
      doubled,
      { atStart, afterwards, rested, collected, memory, ofFiles, bare: residentMegabytes(bare.pid) },
      steps,
      findings,
    );
    console.log(`\nLoad before ${loadBefore}, after ${load()}.`);
    return findings.every(({ right }) => right);
  }

  private async started(starting: Promise<Server>): Promise<Server> {
    const server = await starting;
    this.stops.push(() => server.stop());
    return server;
  }

  private async compare(
    operations: readonly Operation[],
    client: Client,
    opendti: Server,
    bare: Server,
  ): Promise<Comparison[]> {
    const { rounds, milliseconds, warmUp } = this.options;
    const comparisons: Comparison[] = [];
    for (const operation of operations) {
      for (const [contestant, { port }] of [
        ["opendti", opendti],
        ["bare", bare],
      ] as const)
        await this.ask(
          client,
          { contestant, operation, ports: [port], connections: 16, milliseconds: warmUp },
          [],
        );
      for (const connections of CONNECTIONS) {
        const comparison = {
          operation,
          connections,
          opendti: newStretch("opendti"),
          bare: newStretch("bare"),
        };
        for (let round = 0; round < rounds; round += 1)
          for (const [contestant, { port, pid }] of [
            ["opendti", opendti],
            ["bare", bare],
          ] as const) {
            const job = { contestant, operation, ports: [port], connections, milliseconds };
            await this.ask(client, job, [pid], comparison[contestant]);
          }
        comparisons.push(comparison);
        this.say(
          `${operation}, ${connections} connections: ${ratioOf(comparison.opendti.rates, comparison.bare.rates).toFixed(2)}`,
        );
      }
    }
    return comparisons;
  }

  /** One process of the product against two, in turns; each for units of its own, as connections stay with a process. */
  private async double(client: Client, first: Server, second: Server): Promise<string[][]> {
    const { rounds, milliseconds, warmUp } = this.options;
    const rows: string[][] = [];
    for (const operation of ["save", "read"] as const) {
      const one = newStretch("opendti");
      const two = newStretch("opendti");
      const job = { contestant: "opendti" as Contestant, operation, connections: 64 };
      const alone: Omit<Job, "milliseconds"> = { ...job, ports: [first.port], half: 0 };
      const both: Omit<Job, "milliseconds"> = { ...job, ports: [first.port, second.port], half: 1 };
      await this.ask(client, { ...both, milliseconds: warmUp }, []);
      for (let round = 0; round < rounds; round += 1) {
        await this.ask(client, { ...alone, milliseconds }, [first.pid], one);
        await this.ask(client, { ...both, milliseconds }, [first.pid, second.pid], two);
      }
      const figures = [one, two].map(({ rates }) => `${quantile(rates, 0.5).toFixed(0)}/s`);
      rows.push([operation, ...figures, `**${ratioOf(two.rates, one.rates).toFixed(2)}**`]);
    }
    return rows;
  }

  private async ask(client: Client, job: Job, pids: readonly number[], into?: Stretch): Promise<void> {
    const used = () => ({
      server: pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0),
      postgres: postgresSeconds(this.folder),
    });
    const before = used();
    const result = await client.work(job);
    const after = used();
    const right = result.latencies.length;
    if (job.operation === "save" && job.contestant === "opendti") this.saved += right;
    if (into === undefined) return;
    into.rates.push(right / result.seconds);
    into.latencies.push(result.latencies);
    into.requests += right;
    into.cpu = {
      server: into.cpu.server + after.server - before.server,
      postgres: into.cpu.postgres + after.postgres - before.postgres,
    };
    for (const [why, count] of Object.entries(result.errors))
      into.errors[why] = (into.errors[why] ?? 0) + count;
  }

  private print(
    comparisons: readonly Comparison[],
    doubled: readonly (readonly string[])[],
    memory: {
      readonly atStart: number;
      readonly afterwards: number;
      readonly rested: number;
      readonly collected: number;
      readonly memory: readonly number[];
      readonly ofFiles: number;
      readonly bare: number;
    },
    steps: readonly Step[],
    findings: readonly { readonly what: string; readonly right: boolean }[],
  ): void {
    const machine = Object.entries(describeMachine()).map(([name, value]) => `${name} ${value}`);
    const megabytes = (value: number) => `${value.toFixed(0)} MB`;
    console.log(
      [
        machine.join(" · "),
        `${this.options.units} units, ${this.options.rounds} rounds of ${this.options.milliseconds / 1000} s each in turns`,
        comparisonTable(comparisons),
        table(["64 connections", "one process", "two processes", "ratio"], doubled),
        `${this.options.units} units: ${steps.map(({ what, seconds }) => `${what} in ${seconds.toFixed(1)} s`).join("; ")}.`,
        `Memory of a process (VmRSS; ${megabytes(memory.ofFiles)} of it are Node's own program, which all processes share): ` +
          `${megabytes(memory.atStart)} at its start, ${megabytes(memory.afterwards)} after the run, ` +
          `${megabytes(memory.rested)} ${this.options.rest / 1000} s later, ${megabytes(memory.collected)} when it is told to collect its garbage; of both at the end ${memory.memory.map(megabytes).join(", ")}; ` +
          `of the bare one ${megabytes(memory.bare)}.`,
        findings.map(({ what, right }) => `* ${right ? "" : "**NOT** "}${what}`).join("\n"),
      ].join("\n\n"),
    );
  }
}
