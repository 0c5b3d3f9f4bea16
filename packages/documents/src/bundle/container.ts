/**
 * The file itself: a ZIP archive that any tool opens, written in one way only. Every part is stored as it is, in a fixed
 * order, without times and attributes of a machine; so the parts alone decide every byte, and a reader can say of every
 * byte whether it is right. A reader that accepts one layout has nothing to guess, and nothing to be tricked with.
 * Layout: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
import { crc32 } from "node:zlib";

export interface ContainerPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** 1980-01-01, the first day that the format knows. */
const DAY = 0x0021;
/** Readable for all, written by "Unix": what tools show, and nothing that they obey. */
const MADE_BY = 0x0314;
const ATTRIBUTES = 0o100644 * 0x10000;
/** Version 1.0: nothing but stored files. */
const NEEDED = 10;
const MOST_PARTS = 16;
const LONGEST_NAME = 64;

/** The file in pieces, in their order. */
export function containerOf(parts: readonly ContainerPart[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const part of parts) {
    const local = localHeader(part);
    directory.push(centralHeader(part, at));
    pieces.push(local, part.bytes);
    at += local.length + part.bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return [...pieces, ...directory, endRecord(parts.length, size, at)];
}

/** A file taken apart. */
export interface Container {
  readonly parts: readonly ContainerPart[];
  /** The first place at which the file around the parts is not as it is written; undefined: every byte is. */
  readonly stray: { readonly at: number; readonly part: string | null } | undefined;
}

/**
 * Takes a file apart: only what {@link containerOf} writes, give or take bytes that it then names as stray.
 * @returns undefined when it is no such file at all: another archive, cut short, entries over each other.
 */
export function readContainer(bytes: Uint8Array): Container | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.length - END_BYTES;
  if (end < 0 || file.readUInt32LE(end) !== END) return undefined;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > MOST_PARTS || at > end) return undefined;
  const parts: ContainerPart[] = [];
  let from = 0;
  for (let place = 0; place < count; place += 1) {
    if (at + CENTRAL_BYTES > end || file.readUInt32LE(at) !== CENTRAL) return undefined;
    const nameLength = file.readUInt16LE(at + 28);
    const size = file.readUInt32LE(at + 24);
    const start = from + LOCAL_BYTES + nameLength;
    if (nameLength > LONGEST_NAME || at + CENTRAL_BYTES + nameLength > end || start + size > end)
      return undefined;
    const name = file.toString("latin1", at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
    parts.push({ name, bytes: file.subarray(start, start + size) });
    from = start + size;
    at += CENTRAL_BYTES + nameLength;
  }
  return { parts, stray: strayIn(file, parts) };
}

function strayIn(file: Buffer, parts: readonly ContainerPart[]): Container["stray"] {
  let at = 0;
  for (const [place, piece] of containerOf(parts).entries()) {
    const part = place < parts.length * 2 ? (parts[place >> 1]?.name ?? null) : null;
    const is = file.subarray(at, at + piece.length);
    if (!is.equals(piece)) {
      const off = piece.findIndex((byte, index) => is[index] !== byte);
      return { at: at + off, part };
    }
    at += piece.length;
  }
  return at === file.length ? undefined : { at, part: null };
}

function localHeader({ name, bytes }: ContainerPart): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES + name.length);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(NEEDED, 4);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt32LE(crc32(bytes), 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt32LE(bytes.length, 22);
  header.writeUInt16LE(name.length, 26);
  header.write(name, LOCAL_BYTES, "latin1");
  return header;
}

function centralHeader({ name, bytes }: ContainerPart, offset: number): Buffer {
  const header = Buffer.alloc(CENTRAL_BYTES + name.length);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(MADE_BY, 4);
  header.writeUInt16LE(NEEDED, 6);
  header.writeUInt16LE(DAY, 14);
  header.writeUInt32LE(crc32(bytes), 16);
  header.writeUInt32LE(bytes.length, 20);
  header.writeUInt32LE(bytes.length, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(ATTRIBUTES, 38);
  header.writeUInt32LE(offset, 42);
  header.write(name, CENTRAL_BYTES, "latin1");
  return header;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(END_BYTES);
  record.writeUInt32LE(END, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
