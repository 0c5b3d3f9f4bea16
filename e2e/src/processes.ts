/** Processes of this machine that work in a folder, to see that none is left behind. Linux: read from /proc. */
import { readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";

/** The PostgreSQL server of a product's data folder, by its own file. */
export async function postmasterPid(data: string): Promise<number> {
  const text = await readFile(join(pgdata(data), "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}

/** Numbers of the processes whose working directory is the data of a product's PostgreSQL. */
export async function databaseProcesses(data: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    // A process may end while it is looked at.
    const folder = await readlink(`/proc/${name}/cwd`).catch(() => "");
    if (folder === pgdata(data)) found.push(Number(name));
  }
  return found;
}

const pgdata = (data: string): string => join(data, "database/cluster/pgdata");
