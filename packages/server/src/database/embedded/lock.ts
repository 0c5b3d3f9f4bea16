/**
 * Who holds the data directory. One file, `lock`, names the holder; the holder listens on a socket that only it can
 * have, so it lives exactly as long as the socket answers: kill -9, a power cut or a process number given to
 * somebody else leave a lock that is seen to be dead, and a holder that is merely busy still counts as alive.
 *
 * Node has no flock. The file appears by link(2) of a file already written, so it is never half there; a dead one is
 * moved aside by rename(2), which only one of several can win. PostgreSQL's own postmaster.pid guards below this.
 */
import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, unlink, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { join } from "node:path";
import { DataDirectoryInUse, EmbeddedDatabaseError } from "./errors.js";
import { errorCode, type Folder, giveTo, isRunFolder, reason } from "./folder.js";
import type { Account } from "./program.js";

interface Holder {
  readonly pid: number;
  /** Socket or, on Windows, named pipe. */
  readonly socket: string;
  readonly run: string;
  /** Tells two processes of one number apart where the system can say it (Linux), else empty. */
  readonly birth: string;
}

export interface Lock {
  /** The folder for the sockets of this run; goes with the lock. */
  readonly run: string;
  /**
   * Before anything that only the holder may do. Of three that take over one dead lock in the same instant, two may
   * believe for a moment that they have it: the one whose lock the file does not show steps back here.
   * @throws {DataDirectoryInUse} when another has it.
   */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

const ATTEMPTS = 20;

/**
 * Takes the directory for this process, from nobody or from a holder that has died.
 * @param makeRun makes the folder for the sockets of this run, once the first look found no living holder.
 * @throws {DataDirectoryInUse} at once, when a living process (this one too) holds it.
 */
export async function takeLock(
  folder: Folder,
  account: Account | undefined,
  makeRun: () => Promise<string>,
): Promise<Lock> {
  const current = await readHolder(folder.lock);
  if (current?.holder && (await isAlive(current.holder)))
    throw new DataDirectoryInUse(folder.data, current.holder.pid);
  const run = await makeRun();
  const nonce = randomBytes(6).toString("hex");
  const socket = process.platform === "win32" ? `\\\\.\\pipe\\opendti-${nonce}` : join(run, "holder");
  const holder: Holder = { pid: process.pid, socket, run, birth: await birthOf(process.pid) };
  const claim = `${folder.lock}.${nonce}`;
  const mine = JSON.stringify(holder);
  let server: Server | undefined;
  try {
    server = await listen(socket);
    await writeFile(claim, mine, { mode: 0o600 });
    await giveTo(claim, account);
    await putInPlace(folder, claim, `${folder.lock}.dead-${nonce}`);
  } catch (error) {
    server?.close();
    await rm(run, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(claim, { force: true });
  }
  const listening = server;
  return {
    run,
    async confirm() {
      const found = await readHolder(folder.lock);
      if (found?.holder && found.text !== mine) throw new DataDirectoryInUse(folder.data, found.holder.pid);
    },
    async release() {
      // Only our own: a lock that somebody took from us is his.
      if ((await readHolder(folder.lock))?.text === mine) await rm(folder.lock, { force: true });
      await new Promise((resolve) => listening.close(resolve));
      await rm(run, { recursive: true, force: true });
    },
  };
}

/** The folder of the sockets of the living process that holds the directory; undefined when nobody does. */
export async function heldRun(lock: string): Promise<string | undefined> {
  const holder = (await readHolder(lock))?.holder;
  return holder !== undefined && (await isAlive(holder)) ? holder.run : undefined;
}

async function putInPlace(folder: Folder, claim: string, aside: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      await link(claim, folder.lock);
      return;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
    const found = await readHolder(folder.lock);
    if (!found) continue;
    if (found.holder && (await isAlive(found.holder)))
      throw new DataDirectoryInUse(folder.data, found.holder.pid);
    await moveAside(folder.lock, aside, found.text);
    if (found.holder && isRunFolder(found.holder.run))
      await rm(found.holder.run, { recursive: true, force: true });
  }
  throw new EmbeddedDatabaseError(
    `Không khóa được thư mục dữ liệu ${folder.data}: nhiều tiến trình cùng khởi động. Hãy thử lại.`,
    `The data directory ${folder.data} could not be locked: several processes start at once. Try again.`,
  );
}

/** Removes the dead lock whose text is `dead`; puts back a fresh one that took its place in between. */
async function moveAside(lock: string, aside: string, dead: string): Promise<void> {
  try {
    await rename(lock, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  if ((await readFile(aside, "utf8")) !== dead)
    await link(aside, lock).catch((error: unknown) => {
      if (errorCode(error) !== "EEXIST") throw error;
    });
  await unlink(aside);
}

async function readHolder(lock: string): Promise<{ text: string; holder: Holder | undefined } | undefined> {
  let text: string;
  try {
    text = await readFile(lock, "utf8");
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return undefined;
    throw new EmbeddedDatabaseError(
      `Không đọc được khóa ${lock}: ${reason(cause)}. Thư mục dữ liệu có thể thuộc một tài khoản khác.`,
      `The lock ${lock} cannot be read: ${reason(cause)}. The data directory may belong to another account.`,
      { cause },
    );
  }
  return { text, holder: parseHolder(text) };
}

/** Undefined for a text that no holder wrote whole: a power cut can leave an empty file. */
function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, socket, run, birth } = JSON.parse(text) as Partial<Holder>;
    if (typeof pid !== "number" || typeof socket !== "string") return undefined;
    return { pid, socket, run: run ?? "", birth: birth ?? "" };
  } catch {
    return undefined;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  const answer = await knock(holder.socket);
  if (answer === "answered") return true;
  // A cleaner of temporary files may have taken the socket of a living holder.
  return answer === "absent" && holder.birth !== "" && holder.birth === (await birthOf(holder.pid));
}

function knock(socket: string): Promise<"answered" | "refused" | "absent"> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    probe.once("connect", () => {
      probe.destroy();
      resolve("answered");
    });
    probe.once("error", (error) => {
      const code = errorCode(error);
      if (code === "ENOENT") resolve("absent");
      // Whatever else went wrong (no right to connect, a full queue), somebody is there.
      else resolve(code === "ECONNREFUSED" || code === "ENOTSOCK" ? "refused" : "answered");
    });
  });
}

function listen(socket: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.once("error", reject);
    server.listen(socket, () => {
      // The lock alone does not keep a process running.
      server.unref();
      resolve(server);
    });
  });
}

/** Boot and clock tick at which a process began, on Linux; empty where it cannot be known. */
async function birthOf(pid: number): Promise<string> {
  try {
    const [boot, line] = await Promise.all([
      readFile("/proc/sys/kernel/random/boot_id", "utf8"),
      readFile(`/proc/${pid}/stat`, "utf8"),
    ]);
    // The second field, the name in brackets, may hold spaces and brackets; the start time is the 22nd.
    const ticks = line.slice(line.lastIndexOf(")") + 2).split(" ")[19];
    return `${boot.trim()} ${ticks}`;
  } catch {
    return "";
  }
}
