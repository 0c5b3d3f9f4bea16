/**
 * A package of files written as a stream: one part after another into a ZIP archive, each counted and hashed on its way,
 * so that what describes the parts can come last. The same parts give the same bytes, wherever they are packed.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { PassThrough, type Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import yazl from "yazl";

export interface WrittenPart {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The first moment that a ZIP archive can name. */
const NO_TIME = new Date(1980, 0, 1);
const ATTRIBUTES = { mtime: NO_TIME, mode: 0o100644, forceDosTimestamp: true } as const;
/** Characters handed on at once. */
const PIECE = 65_536;

export class PackageWriter {
  private readonly zip = new yazl.ZipFile();
  private readonly sent: Promise<void>;

  /** @param sink is waited for when it is full, and ended by {@link end}. */
  constructor(sink: Writable) {
    this.sent = pipeline(this.zip.outputStream, sink);
    // Told to whoever waits for a part, or for the end.
    this.sent.catch(() => undefined);
  }

  /** Writes a part, and waits until it is written. */
  async add(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<WrittenPart> {
    const hash = createHash("sha256");
    let bytes = 0;
    const part = new PassThrough();
    this.zip.addReadStream(part, name, ATTRIBUTES);
    const give = async (text: string): Promise<void> => {
      const piece = Buffer.from(text);
      hash.update(piece);
      bytes += piece.length;
      if (!part.write(piece)) await Promise.race([once(part, "drain"), this.broken()]);
    };
    let waiting = "";
    for await (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      await give(waiting);
      waiting = "";
    }
    if (waiting !== "") await give(waiting);
    part.end();
    await Promise.race([finished(part), this.broken()]);
    return { name, bytes, sha256: hash.digest("hex") };
  }

  /** Ends the archive, and the sink with it. */
  async end(): Promise<void> {
    this.zip.end();
    await this.sent;
  }

  /** Nothing more is written: whoever reads the archive sees it broken off. */
  async abandon(cause: unknown): Promise<void> {
    const stream = this.zip.outputStream as PassThrough;
    stream.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    await this.sent.catch(() => undefined);
  }

  /** Fails when the sink does; else it never ends before the archive. */
  private broken(): Promise<never> {
    return this.sent.then(() => {
      throw new Error("the package ended before its last part");
    });
  }
}

/** Writes a package: whatever fails in between breaks it off. */
export async function writePackage(
  sink: Writable,
  write: (to: PackageWriter) => Promise<void>,
): Promise<void> {
  const writer = new PackageWriter(sink);
  try {
    await write(writer);
  } catch (error) {
    await writer.abandon(error);
    throw error;
  }
  await writer.end();
}
