/**
 * Looks into a zip archive that a stranger sent before anything else does: the directory is read, every entry is
 * inflated once into nothing while its bytes are counted, and only an archive that keeps its word is handed on.
 * What is handed on gives its parts itself, so that no second reader of zips can see another archive in the same bytes.
 */
import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import type { Words } from "../http/problem.js";

export interface ZipLimits {
  /** Most entries, folders included. */
  readonly entries: number;
  /** Most bytes that all entries together may inflate to. */
  readonly inflatedBytes: number;
}

export type ZipFault =
  /** no zip archive at all */
  | "no-zip"
  /** the directory, an entry or its checksum does not hold; entries lie over each other */
  | "damaged"
  /** a password, or a way of packing other than stored and deflate */
  | "locked"
  /** two entries of one name, or a name that climbs out of its folder */
  | "unsafe-names"
  | "too-many-entries"
  | "inflates-too-far";

/** An archive that was counted through. */
export interface GuardedZip {
  readonly names: readonly string[];
  /** What all entries inflate to, counted, not believed. */
  readonly inflatedBytes: number;
  /** The bytes of an entry; undefined when there is none of that name. */
  part(name: string): Promise<Buffer | undefined>;
}

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
/** "Look in the 64-bit field": no archive that comes here needs one for its offsets. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffffffff;
/** The extra field with 64-bit sizes; some programs write it for small files too. */
const ZIP64 = 0x0001;
/** Encrypted, patched, strongly encrypted, masked headers. */
const LOCKED_FLAGS = 0x0001 | 0x0020 | 0x0040 | 0x2000;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** An entry with its packed bytes. */
interface Located extends Entry {
  readonly data: Buffer;
}

/**
 * Counts an archive through.
 * @returns the archive, or why it is not to be opened. Never more than `limits.inflatedBytes` are inflated, and none
 * of them are kept.
 */
export async function guardZip(
  bytes: Buffer,
  limits: ZipLimits,
): Promise<GuardedZip | { readonly fault: ZipFault }> {
  const directory = readDirectory(bytes, limits);
  if ("fault" in directory) return directory;
  const { entries } = directory;
  if (entries.some(isLocked)) return { fault: "locked" };
  if (!haveSafeNames(entries)) return { fault: "unsafe-names" };
  // What the directory says is enough to refuse an honest bomb; a liar is caught while counting.
  if (sumOf(entries) > limits.inflatedBytes) return { fault: "inflates-too-far" };
  const located = locate(bytes, entries, directory.start);
  if (located === undefined) return { fault: "damaged" };
  let counted = 0;
  for (const entry of located) {
    const size = await countInflated(entry, limits.inflatedBytes - counted);
    if (typeof size === "string") return { fault: size };
    counted += size;
  }
  const byName = new Map(located.map((entry) => [entry.name, entry]));
  return {
    names: [...byName.keys()],
    inflatedBytes: counted,
    part: async (name) => {
      const entry = byName.get(name);
      return entry === undefined ? undefined : inflated(entry);
    },
  };
}

/** What to tell the person who sent it. */
export function zipFaultWords(fault: ZipFault, limits: ZipLimits): Words {
  const megabytes = Math.floor(limits.inflatedBytes / 1024 / 1024);
  switch (fault) {
    case "no-zip":
      return {
        vi: "Tệp không đúng định dạng: bên trong không phải là gói nén.",
        en: "The file is not what it says: there is no archive in it.",
      };
    case "damaged":
      return {
        vi: "Tệp bị hỏng. Hãy mở bằng phần mềm đã tạo ra nó, lưu lại rồi gửi tệp mới.",
        en: "The file is damaged. Open it in the program that made it, save it again and send that.",
      };
    case "locked":
      return {
        vi: "Tệp có đặt mật khẩu hoặc dùng kiểu nén lạ. Hãy bỏ mật khẩu và lưu lại.",
        en: "The file has a password or an unusual compression. Take the password off and save it again.",
      };
    case "unsafe-names":
      return {
        vi: "Gói nén chứa tên tệp không an toàn nên không được mở.",
        en: "The archive holds unsafe file names and was not opened.",
      };
    case "too-many-entries":
      return {
        vi: `Gói nén chứa hơn ${limits.entries} tệp con nên không được mở.`,
        en: `The archive holds more than ${limits.entries} files and was not opened.`,
      };
    case "inflates-too-far":
      return {
        vi: `Nội dung sau khi giải nén vượt quá ${megabytes} MB nên không được mở.`,
        en: `The content inflates to more than ${megabytes} MB and was not opened.`,
      };
  }
}

interface Directory {
  readonly entries: readonly Entry[];
  /** Where the directory begins, and so where the entries end. */
  readonly start: number;
}

function readDirectory(bytes: Buffer, limits: ZipLimits): Directory | { readonly fault: ZipFault } {
  const end = findEnd(bytes);
  if (end === undefined) return { fault: "no-zip" };
  const disks = bytes.readUInt16LE(end + 4) + bytes.readUInt16LE(end + 6);
  const count = bytes.readUInt16LE(end + 10);
  const length = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (count === ELSEWHERE_16 || count > limits.entries) return { fault: "too-many-entries" };
  if (disks !== 0 || start === ELSEWHERE_32 || start + length > end) return { fault: "damaged" };
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(bytes, at, start + length);
    if (read === undefined) return { fault: "damaged" };
    entries.push(read.entry);
    at = read.next;
  }
  // Something between the last entry and the end that other readers might take for entries.
  return at === start + length ? { entries, start } : { fault: "damaged" };
}

/** The end record: the last one whose comment runs exactly to the end of the file. */
function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1)
    if (bytes.readUInt32LE(at) === END && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  return undefined;
}

function readEntry(
  bytes: Buffer,
  at: number,
  end: number,
): { readonly entry: Entry; readonly next: number } | undefined {
  if (at + ENTRY_BYTES > end || bytes.readUInt32LE(at) !== ENTRY) return undefined;
  const nameEnd = at + ENTRY_BYTES + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > end) return undefined;
  const wide = wideSizes(bytes.subarray(nameEnd, extraEnd));
  // The 64-bit field holds only what did not fit, in this order: size, packed size, offset.
  const sized = (offset: number): number => {
    const small = bytes.readUInt32LE(at + offset);
    return small === ELSEWHERE_32 ? (wide.shift() ?? small) : small;
  };
  const size = sized(24);
  const packed = sized(20);
  const offset = sized(42);
  return {
    entry: {
      name: nameOf(bytes.toString("utf8", at + ENTRY_BYTES, nameEnd)),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed,
      size,
      offset,
    },
    next,
  };
}

/** Some programs write `xl\workbook.xml` or `/xl/workbook.xml`. */
function nameOf(raw: string): string {
  return raw.replaceAll("\\", "/").replace(/^\//, "");
}

function wideSizes(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64) {
      const whole = Math.floor(Math.min(length, extra.length - at - 4) / 8);
      return Array.from({ length: whole }, (_, index) => Number(extra.readBigUInt64LE(at + 4 + index * 8)));
    }
    at += 4 + length;
  }
  return [];
}

function isLocked({ flags, method }: Entry): boolean {
  return (flags & LOCKED_FLAGS) !== 0 || (method !== STORED && method !== DEFLATED);
}

function haveSafeNames(entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return (
    names.size === entries.length &&
    entries.every(
      ({ name }) =>
        name !== "" &&
        !name.startsWith("/") &&
        !name.includes("\0") &&
        !/^[a-z]:/i.test(name) &&
        !name.split("/").includes(".."),
    )
  );
}

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** Each entry's packed bytes; undefined when one lies outside the archive or over another. */
function locate(bytes: Buffer, entries: readonly Entry[], directory: number): Located[] | undefined {
  const located: Located[] = [];
  let free = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    const { offset } = entry;
    if (offset < free || offset + LOCAL_BYTES > directory) return undefined;
    if (bytes.readUInt32LE(offset) !== LOCAL) return undefined;
    const nameEnd = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26);
    const start = nameEnd + bytes.readUInt16LE(offset + 28);
    if (start > directory) return undefined;
    // A reader that goes by local headers would see another file.
    if (nameOf(bytes.toString("utf8", offset + LOCAL_BYTES, nameEnd)) !== entry.name) return undefined;
    if (bytes.readUInt16LE(offset + 8) !== entry.method) return undefined;
    free = start + entry.packed;
    if (free > directory) return undefined;
    located.push({ ...entry, data: bytes.subarray(start, free) });
  }
  return located;
}

/** Inflates an entry into nothing, up to what is left; its true size when it keeps its word. */
async function countInflated(entry: Located, left: number): Promise<number | ZipFault> {
  if (entry.method === STORED && entry.packed !== entry.size) return "damaged";
  let size = 0;
  let crc = 0;
  try {
    for await (const chunk of inflating(entry)) {
      size += chunk.length;
      if (size > left) return "inflates-too-far";
      // It said less than it holds: whatever it is, it is no archive of an honest program.
      if (size > entry.size) return "damaged";
      crc = crc32(chunk, crc);
    }
  } catch {
    // Not deflate data; zlib's words for it help nobody.
    return "damaged";
  }
  return size === entry.size && crc === entry.crc ? size : "damaged";
}

async function inflated(entry: Located): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of inflating(entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The bytes of an entry piece by piece; stopping early stops the inflating. */
async function* inflating({ method, data }: Located): AsyncGenerator<Buffer> {
  if (method === STORED) {
    yield data;
    return;
  }
  const inflate = createInflateRaw();
  try {
    for await (const chunk of Readable.from([data]).pipe(inflate)) yield chunk as Buffer;
    if (inflate.bytesWritten !== data.length) throw new RangeError("bytes after the end of the entry");
  } finally {
    inflate.destroy();
  }
}
