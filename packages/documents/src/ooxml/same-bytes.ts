/** A .docx packed again so that its bytes depend on what is in it alone: no clock, the order of its parts kept. */
import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";
import yazl from "yazl";

/** The first moment that a ZIP archive can name. */
const NO_TIME = new Date(1980, 0, 1);

/** What is still changed in a part before it is packed: its text in, its text out. */
export type Mending = Readonly<Record<string, (text: string) => string>>;

/**
 * @param file a sound archive that this program itself has just made
 * @param mending by the path of the part
 */
export async function sameBytes(file: Uint8Array, mending: Mending = {}): Promise<Uint8Array> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(file.buffer, file.byteOffset, file.byteLength), {
    lazyEntries: true,
    autoClose: false,
  });
  const packed = new yazl.ZipFile();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    const part = await buffer(await zip.openReadStreamPromise(entry));
    const mend = mending[entry.fileName];
    packed.addBuffer(mend ? Buffer.from(mend(part.toString("utf8"))) : part, entry.fileName, {
      mtime: NO_TIME,
      mode: 0o100644,
      forceDosTimestamp: true,
    });
  }
  packed.end();
  return new Uint8Array(await buffer(packed.outputStream));
}
