/** ZIP archives written byte by byte, so that their directories can lie. */
import { constants, deflateRawSync } from "node:zlib";

export interface ForgedPart {
  readonly name: string;
  /** As deflated. */
  readonly packed: Buffer;
  /** What the directory says that it inflates to. */
  readonly size: number;
  readonly flags?: number;
}

export function forgedZip(parts: readonly ForgedPart[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, flags = 0 } of parts) {
    const bytes = Buffer.from(name, "utf8");
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(bytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(bytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, bytes, packed);
    directory.push(entry, bytes);
    offset += head.length + bytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listed, end]);
}

/** So many megabytes of one sign, deflated a megabyte at a time: the archive is a few hundred kilobytes. */
export function deflatedMegabytes(count: number, before: string, sign: string): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const megabyte = deflateRawSync(Buffer.alloc(1_000_000, sign), flush);
  return Buffer.concat([
    deflateRawSync(Buffer.from(before), flush),
    ...Array.from({ length: count }, () => megabyte),
    deflateRawSync(Buffer.alloc(0)),
  ]);
}
