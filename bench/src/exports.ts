/**
 * Exports of a whole campaign: `npm run bench -- exports [--quick]`. The product as it is served, over two published
 * years of 4,000 units x 98 indicators in PostgreSQL (the embedded one, or an empty database at DATABASE_URL). Each kind
 * is asked for over HTTP and waited for, while somebody else asks for pages. Exit status 1 when a file is not made, or
 * takes longer or more memory than it may.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { onDatabase } from "./bench-database.js";
import { residentMegabytes, startOpenDti } from "./deadline-processes.js";
import type { Keys } from "./deadline-world.js";
import { type ExportsWorld, seedResults } from "./exports-seed.js";
import { describeMachine, load } from "./machine.js";
import { quantile } from "./statistics.js";

export interface ExportsOptions {
  readonly units: number;
  /** Where the files go; undefined: they are looked at and thrown away. */
  readonly keep: string | undefined;
}

/** What the project promises of each file of 4,000 units. */
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 700;
const POLL = 100;

interface Made {
  readonly kind: string;
  readonly seconds: number;
  readonly megabytes: number;
  /** Of the process while it was made, and before. */
  readonly peak: number;
  readonly before: number;
  /** Of pages that somebody else asked for meanwhile, in milliseconds. */
  readonly pages: readonly [median: number, slowest: number];
}

/** Runs it all. @returns whether every file was made within its limits. */
export const exportsBench = (
  { units, keep }: ExportsOptions,
  say: (text: string) => void,
): Promise<boolean> =>
  onDatabase("exports", say, async ({ url, folder }) => {
    // Makes the schema.
    const first = await startOpenDti({ url, connections: 10, folder });
    await first.stop();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const world = await seedResults(client, units, say);
    await client.end();
    const before = load();
    const made: Made[] = [];
    for (const kind of await kindsOf(url, folder, world))
      made.push(await makeOne({ url, folder, world, kind, keep }));
    print(units, world.indicators, made, before);
    return made.every(({ seconds, peak }) => seconds <= MOST_SECONDS && peak <= MOST_MEGABYTES);
  });

interface Ground {
  readonly url: string;
  readonly folder: string;
  readonly world: ExportsWorld;
}

async function kindsOf(url: string, folder: string, world: ExportsWorld): Promise<string[]> {
  const server = await startOpenDti({ url, connections: 10, folder });
  try {
    const list = await asked<{ kinds: string[] }>(server.port, world.coordinator, exportsOf(world));
    return list.kinds;
  } finally {
    await server.stop();
  }
}

const exportsOf = ({ campaign }: ExportsWorld): string => `/campaigns/${campaign}/exports`;

/** Each kind by a process of its own: its peak is that file's. */
async function makeOne({
  url,
  folder,
  world,
  kind,
  keep,
}: Ground & { readonly kind: string; readonly keep: string | undefined }): Promise<Made> {
  const server = await startOpenDti({ url, connections: 10, folder });
  try {
    await asked(server.port, world.officer, `/campaigns/${world.campaign}/results`);
    const resting = residentMegabytes(server.pid);
    const since = performance.now();
    const { id } = await asked<{ id: string }>(server.port, world.coordinator, exportsOf(world), { kind });
    const pages: number[] = [];
    for (;;) {
      const began = performance.now();
      await asked(server.port, world.officer, "/home");
      pages.push(performance.now() - began);
      const now = await asked<{ state: string; file: { name: string; size: number } | null }>(
        server.port,
        world.coordinator,
        `/exports/${id}`,
      );
      if (now.state === "waiting" || now.state === "working") {
        await pause(POLL);
        continue;
      }
      if (now.file === null) throw new Error(`${kind} ended ${now.state}\n${logOf(folder, server.port)}`);
      const seconds = (performance.now() - since) / 1000;
      if (keep !== undefined) await fetchTo(keep, server.port, world.coordinator, id, now.file.name);
      return {
        kind,
        seconds,
        megabytes: now.file.size / 1e6,
        peak: peakMegabytes(server.pid),
        before: resting,
        pages: [quantile(pages, 0.5), Math.max(...pages)],
      };
    }
  } finally {
    await server.stop();
  }
}

const logOf = (folder: string, port: number): string =>
  readFileSync(join(folder, `server-${port}.log`), "utf8").slice(-2000);

/** The most that a process ever had in memory, threads and all; Linux only. */
function peakMegabytes(pid: number): number {
  const [, kilobytes = "NaN"] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

async function asked<T>(port: number, who: Keys, path: string, body?: object): Promise<T> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      cookie: `opendti_session=${who.token}`,
      "x-csrf-token": who.csrfToken,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}

async function fetchTo(folder: string, port: number, who: Keys, id: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/exports/${id}/file`, {
    headers: { cookie: `opendti_session=${who.token}` },
  });
  writeFileSync(join(folder, name), Buffer.from(await answer.arrayBuffer()));
}

function print(units: number, indicators: number, made: readonly Made[], before: string): void {
  const machine = Object.entries({ ...describeMachine(), "load before": before, "load after": load() });
  const rows = made.map(
    ({ kind, seconds, megabytes, peak, before: resting, pages }) =>
      `| ${kind} | ${seconds.toFixed(1)} | ${peak.toFixed(0)} | ${resting.toFixed(0)} | ${megabytes.toFixed(1)} | ${pages[0].toFixed(0)} | ${pages[1].toFixed(0)} |`,
  );
  console.log(`${machine.map(([name, value]) => `- ${name}: ${value}`).join("\n")}

${units} units x ${indicators} indicators, with last year's; the server's process is all of it, threads included.

| export | s | peak MB | MB before | file MB | page meanwhile, ms (median) | ms (slowest) |
|---|---:|---:|---:|---:|---:|---:|
${rows.join("\n")}

At most ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB.`);
}
