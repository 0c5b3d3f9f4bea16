/** A database for a bench of the whole product, a folder beside it, and an end to whatever was started. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@opendti/server";

export interface BenchGround {
  /** Of PostgreSQL: the embedded one, started for this alone, or an empty database at DATABASE_URL. */
  readonly url: string;
  /** For files; thrown away at the end. */
  readonly folder: string;
  /** What is to be stopped at the end, the last first. */
  readonly stops: (() => Promise<void> | void)[];
}

/** Runs `work` on a ground of its own; what was started is stopped however it ends. */
export async function onDatabase<T>(
  name: string,
  say: (text: string) => void,
  work: (ground: BenchGround) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `opendti-${name}-`));
  const stops: BenchGround["stops"] = [];
  try {
    const given = process.env.DATABASE_URL;
    if (given !== undefined && given !== "") return await work({ url: given, folder, stops });
    const embedded = await startEmbedded({ data: join(folder, "database"), log: say });
    stops.push(() => embedded.stop());
    return await work({ url: embedded.url, folder, stops });
  } finally {
    for (const stop of stops.reverse()) await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
