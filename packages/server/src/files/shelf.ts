/** Where kept files lie: a folder that every process sees, or a bucket. */
import type { Readable } from "node:stream";

/** A part of a file, both ends inclusive. */
export interface ByteRange {
  readonly start?: number;
  readonly end?: number;
}

export interface Shelf {
  /** Puts the bytes at `path` under their hash, whole or not at all. May move them. Again is as good as once. */
  put(path: string, hash: string): Promise<void>;
  /** The bytes, from the first one on. Rejects when there are none of that hash. */
  read(hash: string, range: ByteRange): Promise<Readable>;
  has(hash: string): Promise<boolean>;
  /** Again is as good as once. */
  remove(hash: string): Promise<void>;
}

/** Where a hash lies, in parts of an address. It is hexadecimal and nothing else, so it climbs nowhere. */
export function placeOf(hash: string): readonly [string, string] {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError("not a content hash");
  return [hash.slice(0, 2), hash.slice(2)];
}
