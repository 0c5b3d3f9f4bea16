/**
 * Files by content: the name is the SHA-256 of the bytes, so a file is stored once and never changes. What comes in
 * lies beside, in a folder, until it was looked at; then it is kept, whole, or dropped.
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { FolderShelf, flush } from "./folder-shelf.js";
import { S3Shelf } from "./s3-shelf.js";
import type { ByteRange, Shelf } from "./shelf.js";

export interface ReceivedFile {
  /** Where the bytes lie until they are kept or dropped. */
  readonly path: string;
  readonly hash: string;
  readonly size: number;
}

export class FileStore {
  /**
   * @param folder for what comes in.
   * @param shelf for what is kept; the same folder unless said.
   */
  constructor(
    private readonly folder: string,
    private readonly shelf: Shelf = new FolderShelf(folder),
  ) {}

  /** Writes a stream to a temporary place, hashing as it goes. Keep it or drop it. */
  async receive(bytes: Readable): Promise<ReceivedFile> {
    const path = join(this.incoming, randomUUID());
    await mkdir(dirname(path), { recursive: true });
    const digest = createHash("sha256");
    let size = 0;
    // Opened before the bytes are read: a stream that opens it by itself would make it after a failure removed it.
    const file = await open(path, "wx", 0o600);
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
        file.createWriteStream(),
      );
      await flush(path);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, hash: digest.digest("hex"), size };
  }

  /** Brings received bytes to their place. The same bytes twice are one file. Drop them afterwards in any case. */
  keep({ path, hash }: ReceivedFile): Promise<void> {
    return this.shelf.put(path, hash);
  }

  async drop({ path }: ReceivedFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** The bytes of a kept file, or a part of them. Rejects when the store has no such file. */
  read(hash: string, range: ByteRange = {}): Promise<Readable> {
    return this.shelf.read(hash, range);
  }

  has(hash: string): Promise<boolean> {
    return this.shelf.has(hash);
  }

  /** Takes a kept file away, for good. Only where files are forgotten: what units bring as evidence never is. */
  remove(hash: string): Promise<void> {
    return this.shelf.remove(hash);
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

  private get incoming(): string {
    return join(this.folder, "incoming");
  }
}

/**
 * The store that the settings name.
 * @param filesUrl FILES_URL: a bucket (see {@link S3Shelf}); undefined: the folder.
 * @param prefix which part of the bucket.
 * @throws {RangeError} for an address that names no bucket.
 */
export function openFileStore(folder: string, filesUrl: string | undefined, prefix = ""): FileStore {
  return filesUrl === undefined
    ? new FileStore(folder)
    : new FileStore(folder, new S3Shelf(filesUrl, prefix));
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
