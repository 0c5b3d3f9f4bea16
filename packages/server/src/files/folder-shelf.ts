/** Kept files in a folder. One rename is what makes a file appear, so it is never seen half-written. */
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { type ByteRange, placeOf, type Shelf } from "./shelf.js";

export class FolderShelf implements Shelf {
  /** @param folder on the same file system as what is put. */
  constructor(private readonly folder: string) {}

  async put(path: string, hash: string): Promise<void> {
    const place = this.place(hash);
    const made = await mkdir(dirname(place), { recursive: true });
    await rename(path, place);
    await flush(dirname(place));
    if (made !== undefined) await flush(this.folder);
  }

  async read(hash: string, range: ByteRange): Promise<Readable> {
    const file = await open(this.place(hash), "r");
    return file.createReadStream({ ...range });
  }

  async has(hash: string): Promise<boolean> {
    const found = await stat(this.place(hash)).catch(() => undefined);
    return found?.isFile() === true;
  }

  async remove(hash: string): Promise<void> {
    await rm(this.place(hash), { force: true });
  }

  private place(hash: string): string {
    return join(this.folder, ...placeOf(hash));
  }
}

/** Onto the disk, not only into the operating system's memory. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
