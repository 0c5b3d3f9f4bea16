/** Lines packed and unpacked as streams: a part never stands in memory unpacked. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip, createGzip, constants as zlib } from "node:zlib";

/** A packed part with what it unpacks to. */
export interface Packed {
  readonly bytes: Buffer;
  readonly unpacked: { readonly bytes: number; readonly sha256: string };
}

/** Place of "which system packed this" in a gzip header (RFC 1952, 2.3), and "unknown" there: the same everywhere. */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;

/** Packs text that comes in pieces. */
export async function packedText(pieces: AsyncIterable<string> | Iterable<string>): Promise<Packed> {
  const hash = createHash("sha256");
  let size = 0;
  const counted = async function* () {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      hash.update(bytes);
      size += bytes.length;
      yield bytes;
    }
  };
  const gzip = createGzip({ level: zlib.Z_BEST_COMPRESSION });
  const from = Readable.from(counted());
  from.on("error", (error) => gzip.destroy(error));
  from.pipe(gzip);
  const parts: Buffer[] = [];
  for await (const part of gzip as AsyncIterable<Buffer>) parts.push(part);
  const bytes = Buffer.concat(parts);
  bytes[SYSTEM_AT] = UNKNOWN_SYSTEM;
  return { bytes, unpacked: { bytes: size, sha256: hash.digest("hex") } };
}

/** How far a part may unpack. */
export interface UnpackLimits {
  readonly bytes: number;
  /** Characters of one line. */
  readonly line: number;
}

/** A part that is not to be unpacked: no gzip, cut short, no UTF-8, or more than the limits allow. */
export class Unpackable extends Error {
  constructor(readonly reason: "damaged" | "too-large") {
    super(reason);
  }
}

/** The lines of a packed part, without their ends; what was counted on the way stands in it afterwards. */
export class PackedLines implements AsyncIterable<string> {
  private readonly hash = createHash("sha256");
  private size = 0;

  constructor(
    private readonly packed: Uint8Array,
    private readonly limits: UnpackLimits,
  ) {}

  /** Of what was unpacked; call it once, after the last line. */
  unpacked(): Packed["unpacked"] {
    return { bytes: this.size, sha256: this.hash.digest("hex") };
  }

  /** @throws {Unpackable} */
  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const gunzip = createGunzip();
    Readable.from([this.packed]).pipe(gunzip);
    let rest = "";
    try {
      for await (const chunk of gunzip as AsyncIterable<Buffer>) {
        this.count(chunk);
        const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
        rest = lines.pop() ?? "";
        if (rest.length > this.limits.line) throw new Unpackable("too-large");
        yield* lines;
      }
      rest += decoder.decode();
    } catch (cause) {
      throw cause instanceof Unpackable ? cause : new Unpackable("damaged");
    } finally {
      gunzip.destroy();
    }
    if (rest !== "") yield rest;
  }

  private count(chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > this.limits.bytes) throw new Unpackable("too-large");
    this.hash.update(chunk);
  }
}
