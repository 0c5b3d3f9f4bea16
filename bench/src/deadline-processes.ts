/** The processes of the deadline benchmark, and what each takes of the machine (Linux: from /proc). */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Job, JobResult } from "./deadline-world.js";

const COMMAND = fileURLToPath(new URL("../../packages/cli/bin/opendti.js", import.meta.url));
const BARE = fileURLToPath(new URL("deadline-bare.js", import.meta.url));
const CLIENT = new URL("deadline-client.js", import.meta.url);
const START_MILLISECONDS = 120_000;
/** Clock ticks of /proc/<pid>/stat in a second. */
const TICKS = 100;

/** Collects its garbage when asked to, so that what it keeps can be told from what it has not thrown away yet. */
const COLLECTOR = `data:text/javascript,${encodeURIComponent('process.on("SIGUSR2", () => globalThis.gc());')}`;

/** As `npm start` sets it: what is freed goes back to the system, not only what lies last. */
const GIVING_BACK = { MALLOC_TRIM_THRESHOLD_: "131072" };

export interface Server {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly url: string;
  readonly connections: number;
  /** Where it may put files and what it says. */
  readonly folder: string;
}

/** A process of the product, as `opendti serve` starts it. */
export function startOpenDti({ url, connections, folder }: ServerOptions): Promise<Server> {
  return start(folder, (port) => [
    ["--expose-gc", `--import=${COLLECTOR}`, COMMAND, "serve", "--port", String(port), "--data", folder],
    {
      DATABASE_URL: url,
      DATABASE_CONNECTIONS: String(connections),
      OPENDTI_SECRET_KEY: Buffer.alloc(32, 7).toString("base64"),
      // One machine asks for thousands of people.
      REQUESTS_PER_MINUTE: "100000000",
    },
  ]);
}

/** The bare handlers. */
export function startBare({ url, connections, folder }: ServerOptions): Promise<Server> {
  return start(folder, (port) => [
    ["--expose-gc", `--import=${COLLECTOR}`, BARE, String(port)],
    { DATABASE_URL: url, DATABASE_CONNECTIONS: String(connections) },
  ]);
}

async function start(
  folder: string,
  how: (port: number) => [args: string[], env: Record<string, string>],
): Promise<Server> {
  const port = await freePort();
  const [args, env] = how(port);
  const log = openSync(join(folder, `server-${port}.log`), "w");
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...GIVING_BACK, ...env },
    stdio: ["ignore", log, log],
  });
  const deadline = Date.now() + START_MILLISECONDS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill();
      throw new Error(
        `the server did not start:\n${readFileSync(join(folder, `server-${port}.log`), "utf8")}`,
      );
    }
    await pause(50);
  }
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/** Whether something answers: the product when its database is ready, the bare server with a 404. */
async function answers(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`);
    await answer.arrayBuffer();
    return answer.status !== 503;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

export class Client {
  private readonly child: ChildProcess;

  constructor(world: string) {
    this.child = fork(CLIENT, [world], { serialization: "advanced" });
  }

  async work(job: Job): Promise<JobResult> {
    this.child.send(job);
    const [result] = (await once(this.child, "message")) as [JobResult];
    return result;
  }

  stop(): void {
    this.child.kill();
  }
}

/** Seconds of a processor that a process has taken; 0 where that cannot be told. */
export function cpuSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [user = "0", system = "0"] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) / TICKS;
  } catch {
    return 0;
  }
}

/** Of the embedded PostgreSQL and all that it started, those that have ended included. */
export function postgresSeconds(data: string): number {
  const file = join(data, "database/cluster/pgdata/postmaster.pid");
  if (!existsSync(file)) return 0;
  const postmaster = Number(readFileSync(file, "utf8").split("\n")[0]);
  let seconds = cpuSeconds(postmaster) + endedChildren(postmaster);
  for (const name of readdirSync("/proc"))
    if (/^\d+$/.test(name) && parentOf(name) === postmaster) seconds += cpuSeconds(Number(name));
  return seconds;
}

function endedChildren(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [user = "0", system = "0"] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(13, 15);
  return (Number(user) + Number(system)) / TICKS;
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}

/** Megabytes that a process has in memory now, files that it shares with others included; or those files alone. */
export function residentMegabytes(pid: number, what: "VmRSS" | "RssFile" = "VmRSS"): number {
  if (!existsSync(`/proc/${pid}/status`)) return Number.NaN;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [, kilobytes = "NaN"] = new RegExp(`^${what}:\\s+(\\d+)`, "m").exec(status) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

/** The same once it has thrown away what it does not need. */
export async function residentAfterCollection(pid: number): Promise<number> {
  for (let times = 0; times < 3; times += 1) {
    process.kill(pid, "SIGUSR2");
    await pause(500);
  }
  return residentMegabytes(pid);
}
