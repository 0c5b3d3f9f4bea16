/** One run of the PostgreSQL server: its settings, its start, its end. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { dataArgument, type Ground } from "./cluster.js";
import { EmbeddedDatabaseError } from "./errors.js";
import { errorCode } from "./folder.js";
import { OUR_MARK } from "./orphan.js";
import { identity, programEnvironment, runProgram } from "./program.js";
import { watch } from "./watchdog.js";

export interface Exit {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Postmaster {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Fast shutdown: connections are ended, everything is written out. Resolves when the process is gone. */
  stop(): Promise<void>;
}

/** Where it listens: a unix socket in `run`, with a port in its name only; or 127.0.0.1. */
export type Listen = { readonly socket: string } | { readonly port: number };

/** Recovery after a crash reads at most max_wal_size of log; five minutes are far more than it takes. */
const READY_MILLISECONDS = 300_000;
/** Backends of a server that was killed notice it at once; this long they may take to end. */
const LEFTOVER_MILLISECONDS = 15_000;
/** How long a fast shutdown may take before an immediate one, which loses nothing either. */
const STOP_MILLISECONDS = 30_000;
const SOCKET_PORT = 5432;

/**
 * Every setting that matters is said on the command line, at each start, so a line in postgresql.conf cannot
 * switch durability off. Its log turns over by the day of the week, under pgdata/log.
 */
function settings(listen: Listen): readonly string[] {
  const where =
    "socket" in listen
      ? ["listen_addresses=", `unix_socket_directories=${listen.socket}`, `port=${SOCKET_PORT}`]
      : ["listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${listen.port}`];
  const said = [
    ...where,
    OUR_MARK,
    "unix_socket_permissions=0700",
    "max_connections=60",
    "shared_buffers=64MB",
    "max_wal_size=512MB",
    "fsync=on",
    "full_page_writes=on",
    "synchronous_commit=on",
    "password_encryption=scram-sha-256",
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "lc_messages=C",
    "logging_collector=on",
    "log_directory=log",
    "log_filename=postgresql-%a.log",
    "log_rotation_age=1d",
    "log_rotation_size=0",
    "log_truncate_on_rotation=on",
    "log_min_messages=warning",
  ];
  return said.flatMap((setting) => ["-c", setting]);
}

/**
 * Starts the server and waits until it takes connections, crash recovery included.
 * A server killed a moment ago may leave backends that still hold its shared memory: it is tried again until they end.
 * @throws {EmbeddedDatabaseError} with what the server said, when it does not come up.
 */
export async function startPostmaster(ground: Ground, listen: Listen): Promise<Postmaster> {
  const deadline = Date.now() + LEFTOVER_MILLISECONDS;
  for (;;) {
    const started = await launch(ground, listen);
    if (!("said" in started)) return started;
    const leftover = /shared memory block .* still in use/.test(started.said);
    if (!leftover || Date.now() > deadline)
      throw new EmbeddedDatabaseError(
        `PostgreSQL không khởi động được trên ${ground.folder.data}:`,
        `PostgreSQL does not start on ${ground.folder.data}:\n${started.said}`,
      );
    await pause(50);
  }
}

async function launch(ground: Ground, listen: Listen): Promise<Postmaster | { said: string }> {
  const { folder, binaries, account, enterable, log } = ground;
  const begun = Date.now();
  const child = spawn(
    binaries.postgres,
    ["-D", dataArgument(folder.pgdata, enterable), ...settings(listen)],
    {
      cwd: folder.pgdata,
      // Ctrl-C in a terminal reaches every process of the group: the server is to be stopped by us, in our order.
      detached: true,
      windowsHide: true,
      stdio: ["ignore", "ignore", "pipe"],
      env: programEnvironment(),
      ...identity(account),
    },
  );
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.split(/\r?\n/)) if (line !== "") hear(line);
  });
  function hear(line: string): void {
    said.push(line);
    if (said.length > 50) said.shift();
    // With the logging collector on, this is said at every start.
    if (!/redirecting log output|Future log output/.test(line)) log(`postgres: ${line}`);
  }
  const silent = new Promise((resolve) => child.stderr.once("close", resolve));
  const exited = new Promise<Exit>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", (error) => {
      said.push(error.message);
      resolve({ code: null, signal: null });
    });
  });
  const pid = child.pid;
  if (pid === undefined) {
    await exited;
    return { said: said.join("\n") };
  }
  const dismiss = watch(pid, account);
  void exited.then(dismiss);
  if (!(await becomesReady(folder.pgdata, pid, exited))) {
    // What it said last may arrive after its end; a child of its own could keep the pipe open, so not for ever.
    await Promise.race([silent, pause(1000)]);
    return { said: [...said, ...(await lastLines(folder.pgdata, begun))].join("\n") };
  }
  return { pid, exited, stop: () => stopServer(child, ground, exited) };
}

/** False when the process ended first. The eighth line of postmaster.pid is how pg_ctl knows, too. */
async function becomesReady(pgdata: string, pid: number, exited: Promise<Exit>): Promise<boolean> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  const deadline = Date.now() + READY_MILLISECONDS;
  while (!ended) {
    const text = await readFile(join(pgdata, "postmaster.pid"), "utf8").catch((error: unknown) => {
      // Not yet written; or, on Windows, being written.
      if (errorCode(error) === "ENOENT" || errorCode(error) === "EBUSY") return "";
      throw error;
    });
    const lines = text.split(/\r?\n/);
    if (lines[0] === String(pid) && lines[7]?.trim() === "ready") return true;
    if (Date.now() > deadline) {
      process.kill(pid, "SIGQUIT");
      await exited;
      return false;
    }
    await Promise.race([pause(15), exited]);
  }
  return false;
}

/** What the server wrote to its own log since `begun`, milliseconds: the reason of a start that failed late. */
async function lastLines(pgdata: string, begun: number): Promise<string[]> {
  const folder = join(pgdata, "log");
  const names = await readdir(folder).catch(() => []);
  const recent: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < begun - 1000) continue;
    recent.push(...(await readFile(path, "utf8")).trimEnd().split("\n").slice(-20));
  }
  return recent;
}

async function stopServer(child: ChildProcess, ground: Ground, exited: Promise<Exit>): Promise<void> {
  if (process.platform === "win32")
    // A signal would end the process there without a word.
    await runProgram(ground.binaries.pgCtl, ["stop", "-D", ground.folder.pgdata, "-m", "fast"]);
  else child.kill("SIGINT");
  const impatient = setTimeout(() => {
    ground.log("PostgreSQL dừng quá lâu, buộc dừng / PostgreSQL takes long to stop: immediate shutdown");
    child.kill("SIGQUIT");
  }, STOP_MILLISECONDS);
  await exited;
  clearTimeout(impatient);
}

/** A TCP port on 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port"));
        else resolve(address.port);
      });
    });
  });
}

/** The TCP port of the server that runs on `pgdata`, by its own note; undefined when it listens on a socket only. */
export async function listeningPort(pgdata: string): Promise<number | undefined> {
  const [, , , port, , address = ""] = (await readFile(join(pgdata, "postmaster.pid"), "utf8")).split("\n");
  return address.trim() === "" ? undefined : Number(port);
}
