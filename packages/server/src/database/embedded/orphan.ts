/** A server left behind by a process of ours that was killed: found, told from a stranger, and stopped in order. */
import { readFile, readlink, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Ground } from "./cluster.js";
import { DataDirectoryInUse, EmbeddedDatabaseError } from "./errors.js";
import { errorCode, giveTo } from "./folder.js";
import { type Account, runProgram } from "./program.js";

/** In the command line of every server that we start, and so the sign by which we know ours. */
export const OUR_MARK = "cluster_name=opendti";

/** Fast shutdown writes everything out; immediate shutdown leaves it to the next start's recovery. Both lose nothing. */
const ESCALATION: readonly (readonly [NodeJS.Signals, number])[] = [
  ["SIGINT", 30_000],
  ["SIGQUIT", 10_000],
  ["SIGKILL", 10_000],
];

/**
 * Makes room for a new server in the directory whose lock we hold: stops a server of ours whose parent is dead, and
 * disarms a postmaster.pid whose number now belongs to a process that is no such server.
 * @throws {DataDirectoryInUse} when somebody runs a server there that we did not start: it is left alone.
 */
export async function clearOrphan(ground: Ground): Promise<void> {
  const { folder, log } = ground;
  const pid = await postmasterPid(folder.pgdata);
  if (pid === undefined || !exists(pid)) return;
  const kind = await serverAt(pid, ground);
  if (kind === "foreign") throw new DataDirectoryInUse(folder.data, pid);
  if (kind === "ours") {
    log(
      `Dừng PostgreSQL ${pid} còn lại từ lần chạy trước / stopping PostgreSQL ${pid} left by an earlier run`,
    );
    await stopOrphan(pid, ground);
  }
  // A server that ended in order took its file along.
  if (exists(pid) && (await postmasterPid(folder.pgdata)) === pid) await disarm(ground, pid);
}

/** The process number in postmaster.pid, if there is one. */
async function postmasterPid(pgdata: string): Promise<number | undefined> {
  try {
    const [first] = (await readFile(join(pgdata, "postmaster.pid"), "utf8")).split("\n");
    const pid = Number(first);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function stopOrphan(pid: number, ground: Ground): Promise<void> {
  const { folder, binaries, account } = ground;
  for (const [signal, patience] of ESCALATION) {
    if (process.platform === "win32")
      await runProgram(binaries.pgCtl, ["stop", "-D", folder.pgdata, "-m", "fast"], { account });
    else send(pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!exists(pid) || (await serverAt(pid, ground)) === "none") return;
      await pause(20);
    }
  }
  throw new EmbeddedDatabaseError(
    `Không dừng được PostgreSQL ${pid} còn lại từ lần chạy trước trên ${folder.data}.`,
    `PostgreSQL ${pid}, left by an earlier run on ${folder.data}, could not be stopped.`,
  );
}

/**
 * PostgreSQL refuses to start while the number in postmaster.pid is that of any living process of its account, but
 * takes its own parent's for a leftover. So the number becomes ours, the parent's to be; the other lines stay, since
 * by them PostgreSQL still finds backends of the old server that have not ended yet.
 */
async function disarm({ folder, account, log }: Ground, pid: number): Promise<void> {
  const path = join(folder.pgdata, "postmaster.pid");
  log(
    `Bỏ qua postmaster.pid cũ: tiến trình ${pid} không phải PostgreSQL / stale postmaster.pid: ${pid} is no server`,
  );
  const [, ...rest] = (await readFile(path, "utf8")).split("\n");
  const fresh = `${path}.opendti`;
  await writeFile(fresh, [process.pid, ...rest].join("\n"), { mode: 0o600 });
  await giveTo(fresh, account);
  await rename(fresh, path);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== "ESRCH") throw error;
  }
}

/** Whether process `pid` is a PostgreSQL on this directory, and whose. A number alone proves nothing. */
async function serverAt(pid: number, { folder, account }: Ground): Promise<"ours" | "foreign" | "none"> {
  const { pgdata } = folder;
  if (process.platform === "linux") {
    // A postmaster stands in its data directory.
    const where = await standsIn(pid, account);
    if (where !== pgdata) return "none";
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (!command.includes("postgres")) return "none";
    return command.includes(OUR_MARK) ? "ours" : "foreign";
  }
  if (process.platform === "win32") {
    const { stdout } = await runProgram("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]);
    return stdout.toLowerCase().includes("postgres.exe") ? "ours" : "none";
  }
  const { stdout } = await runProgram("ps", ["-ww", "-o", "command=", "-p", String(pid)]);
  if (!stdout.includes("postgres") || !stdout.includes(pgdata)) return "none";
  return stdout.includes(OUR_MARK) ? "ours" : "foreign";
}

/**
 * The directory a process of Linux stands in; undefined for one that has ended, or of an account not ours. Root in a
 * container may lack the right to look (CAP_SYS_PTRACE) where the server's own account has it.
 */
async function standsIn(pid: number, account: Account | undefined): Promise<string | undefined> {
  const link = `/proc/${pid}/cwd`;
  try {
    return await readlink(link);
  } catch (error) {
    if (!account || errorCode(error) !== "EACCES") return undefined;
  }
  const { code, stdout } = await runProgram("readlink", [link], { account, cwd: "/" });
  return code === 0 ? stdout.replace(/\n$/, "") : undefined;
}
