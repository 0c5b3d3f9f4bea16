/** Backups by the clock: into one folder, the oldest of them making room. */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BackupSchedule } from "../config.js";
import type { Platform } from "../platform.js";
import { backUp } from "./backup.js";

const NAME = /^opendti-\d{8}-\d{4}\.zip$/;

/**
 * Makes a backup and drops those beyond the number that stays. Files of other names are nobody's to drop.
 * @returns figures for the log.
 */
export async function backUpNightly(
  { pool, files, now }: Platform,
  { folder, keep }: BackupSchedule,
): Promise<{ rows: number; files: number; lost: number; dropped: number }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const at = now();
  const client = await pool.connect();
  let failed = true;
  try {
    const manifest = await backUp({ client, files, at, secretKey: undefined }, join(folder, nameOf(at)));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    failed = false;
    const dropped = await dropOldest(folder, keep);
    return { rows, files: manifest.files.length, lost: manifest.lost.length, dropped };
  } finally {
    client.release(failed);
  }
}

async function dropOldest(folder: string, keep: number): Promise<number> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const old = names.slice(0, Math.max(0, names.length - keep));
  for (const name of old) await rm(join(folder, name));
  return old.length;
}

/** `opendti-20261122-0110.zip`: by UTC, so that the order of names is the order of time. */
function nameOf(at: Date): string {
  const [day = "", time = ""] = at.toISOString().split("T");
  return `opendti-${day.replaceAll("-", "")}-${time.slice(0, 5).replace(":", "")}.zip`;
}
