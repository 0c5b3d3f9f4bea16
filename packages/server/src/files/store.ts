/**
 * Files by content: the name is the SHA-256 of the bytes, so a file is stored once and never changes.
 * A folder every server process sees; written beside, flushed, then renamed, so nothing half-written stays.
 */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface ReceivedFile {
  /** Where the bytes lie until they are kept or dropped. */
  readonly path: string;
  readonly hash: string;
  readonly size: number;
}

export class FileStore {
  constructor(private readonly folder: string) {}

  /** Writes a stream to a temporary place, hashing as it goes. Keep it or drop it. */
  async receive(bytes: Readable): Promise<ReceivedFile> {
    const path = join(this.incoming, randomUUID());
    await mkdir(dirname(path), { recursive: true });
    const digest = createHash("sha256");
    let size = 0;
    try {
      await pipeline(
        bytes,
        async function* (source) {
          for await (const chunk of source as AsyncIterable<Buffer>) {
            digest.update(chunk);
            size += chunk.length;
            yield chunk;
          }
        },
        createWriteStream(path, { flags: "wx", mode: 0o600 }),
      );
      await flush(path);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, hash: digest.digest("hex"), size };
  }

  /** Moves received bytes to their place. The same bytes twice are one file. */
  async keep({ path, hash }: ReceivedFile): Promise<void> {
    const place = this.place(hash);
    const made = await mkdir(dirname(place), { recursive: true });
    await rename(path, place);
    await flush(dirname(place));
    if (made !== undefined) await flush(this.folder);
  }

  async drop({ path }: ReceivedFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** The bytes of a kept file, from `start` to `end` inclusive when given. */
  read(hash: string, range: { readonly start?: number; readonly end?: number } = {}): Readable {
    return createReadStream(this.place(hash), range);
  }

  /** Drops what was received before a moment and neither kept nor dropped: its process died on the way. */
  async dropReceivedBefore(moment: Date): Promise<number> {
    let dropped = 0;
    for (const name of await readdir(this.incoming).catch(noneYet)) {
      const path = join(this.incoming, name);
      // Another process may have kept or dropped it meanwhile.
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || found.mtime >= moment) continue;
      await rm(path, { force: true });
      dropped += 1;
    }
    return dropped;
  }

  async has(hash: string): Promise<boolean> {
    const found = await stat(this.place(hash)).catch(() => undefined);
    return found?.isFile() === true;
  }

  private get incoming(): string {
    return join(this.folder, "incoming");
  }

  private place(hash: string): string {
    // A hash is hexadecimal and nothing else, so it cannot climb out of the folder.
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError("not a content hash");
    return join(this.folder, hash.slice(0, 2), hash.slice(2));
  }
}

/** Nothing was ever received. */
function noneYet(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}

/**
 * For the job that tidies up: drops leftovers of uploads that a crash cut off.
 * @param olderThan far enough back that no upload still under way is that old: a day.
 * @returns how many were dropped.
 */
export function dropLeftovers(store: FileStore, olderThan: Date): Promise<number> {
  return store.dropReceivedBefore(olderThan);
}

/** Onto the disk, not only into the operating system's memory. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
