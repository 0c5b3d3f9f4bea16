/** A file that is made to be sent: on the disk until it is gone out, so that a slow line holds up nobody who makes one. */
import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

/**
 * @param fill writes the file, piece by piece.
 * @returns the file, to be read once; it is deleted when it has been read or nobody reads on.
 */
export async function sendingFile(
  fill: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), "opendti-workbook-"));
  const drop = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "workbook.xlsx");
    const file = await open(path, "wx", 0o600);
    try {
      await fill((bytes) => file.writeFile(bytes));
    } finally {
      await file.close();
    }
    const stream = createReadStream(path);
    stream.once("close", () => void drop());
    return stream;
  } catch (error) {
    await drop();
    throw error;
  }
}
