/** Opens a zip only as far as it is safe: sizes are read from its directory before anything is inflated. */
import { inflateRawSync } from "node:zlib";
import { type Message, message } from "@opendti/engine";
import { MOST_INFLATED } from "./limits.js";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Extra field with the sizes that do not fit 32 bits. */
const ZIP64 = 0x0001;

interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Parts by name. A part is inflated when it is asked for; a message when that fails. */
export interface Zip {
  readonly names: readonly string[];
  part(name: string): Buffer | Message | undefined;
}

const broken = (): Message =>
  message(
    "Tệp không phải .xlsx, hoặc đã hỏng; mở bằng phần mềm bảng tính rồi lưu lại dạng .xlsx",
    "The file is no .xlsx or is damaged; open it in a spreadsheet and save it again as .xlsx",
  );

/** Reads the directory of the archive; a message when it is none, is locked, or would inflate beyond {@link MOST_INFLATED}. */
export function openZip(bytes: Buffer): Zip | Message {
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    return message(
      "Tệp là .xls đời cũ hoặc có đặt mật khẩu; bỏ mật khẩu và lưu lại dạng .xlsx",
      "The file is an old .xls or has a password; take the password off and save it as .xlsx",
    );
  const entries = readDirectory(bytes);
  if (!entries) return broken();
  if (entries.some((entry) => entry.encrypted))
    return message(
      "Tệp có đặt mật khẩu; bỏ mật khẩu rồi lưu lại",
      "The file has a password; take it off and save again",
    );
  const inflated = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (inflated > MOST_INFLATED)
    return message(
      `Tệp giải nén ra ${megabytes(inflated)} MB, quá mức ${megabytes(MOST_INFLATED)} MB; chia nhỏ hoặc dùng CSV`,
      `The file inflates to ${megabytes(inflated)} MB, more than ${megabytes(MOST_INFLATED)} MB; split it or use CSV`,
    );
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: [...byName.keys()],
    part: (name) => {
      const entry = byName.get(name);
      return entry && inflate(bytes, entry);
    },
  };
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

function readDirectory(bytes: Buffer): ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    if (extraEnd > bytes.length) return undefined;
    const wide = wideSizes(bytes.subarray(nameEnd, extraEnd));
    const sized = (offset: number): number => {
      const small = bytes.readUInt32LE(at + offset);
      return small === 0xffffffff ? (wide.shift() ?? small) : small;
    };
    // Order of the 64-bit extra field: inflated size, packed size, offset.
    const size = sized(24);
    const packed = sized(20);
    const offset = sized(42);
    entries.push({
      name: bytes
        .toString("utf8", at + 46, nameEnd)
        .replaceAll("\\", "/")
        .replace(/^\//, ""),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed,
      size,
      offset,
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function wideSizes(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64)
      return Array.from({ length: Math.floor(Math.min(length, extra.length - at - 4) / 8) }, (_, index) =>
        Number(extra.readBigUInt64LE(at + 4 + index * 8)),
      );
    at += 4 + length;
  }
  return [];
}

function inflate(bytes: Buffer, entry: ZipEntry): Buffer | Message {
  const { offset, packed, size, method } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return broken();
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data.length === size ? data : broken();
  if (method !== 8) return broken();
  try {
    // A part that inflates beyond its declared size lied about it.
    const part = inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    return part.length === size ? part : broken();
  } catch {
    return broken();
  }
}
