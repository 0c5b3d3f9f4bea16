/** Zip archives made by hand, so that a test can make one that lies. */
import { crc32, deflateRawSync } from "node:zlib";

export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** Inflated size to be declared, when not the true one. */
  readonly declared?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** The name in the local header, when not the same. */
  readonly localName?: string;
  /** Lies where the first entry lies. */
  readonly overFirst?: boolean;
  /** Bytes after the end of the packed data, counted to it. */
  readonly trailing?: string;
}

export function archiveOf(parts: readonly Part[], comment = ""): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const method = part.method ?? 8;
    const deflated = method === 8 ? deflateRawSync(content) : content;
    const packed = Buffer.concat([deflated, Buffer.from(part.trailing ?? "")]);
    const name = Buffer.from(part.name, "utf8");
    const localName = Buffer.from(part.localName ?? part.name, "utf8");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(part.flags ?? 0, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(localName.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.flags ?? 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(part.crc ?? crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(part.declared ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(part.overFirst ? 0 : offset, 42);
    directory.push(entry, name);
    if (part.overFirst) continue;
    files.push(local, localName, packed);
    offset += local.length + localName.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...files, listed, end, Buffer.from(comment)]);
}
