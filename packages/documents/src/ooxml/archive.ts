/**
 * A .docx or .xlsx opened as a ZIP archive. Its directory is judged before anything is inflated; parts are inflated
 * one at a time, as a stream, and counted while they come: what the directory says may be a lie.
 */
import type { Readable } from "node:stream";
import yauzl from "yauzl";
import { type Budget, inflatesTooMuch } from "../blocks/budget.js";
import { DocumentRefused } from "../blocks/refused.js";

/** XML packs up to about 60:1. Beyond this ratio, and above the size, nobody wrote it. */
const RATIO = 250;
const RATIO_ABOVE = 4_000_000;

export interface Archive {
  readonly names: ReadonlySet<string>;
  /** The part's bytes as a stream; undefined when there is no such part. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** @throws {DocumentRefused} for archives that are damaged, locked, or unpack to more than the limits allow */
export async function openArchive(bytes: Uint8Array, budget: Budget): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl
    .fromBufferPromise(buffer, { lazyEntries: true, autoClose: false })
    .catch((cause: unknown) => {
      throw damagedArchive(cause);
    });
  if (zip.entryCount > budget.limits.parts)
    throw new DocumentRefused("too-many-parts", {
      vi: `Tệp chứa ${zip.entryCount} tệp con, quá ${budget.limits.parts}. Mở bằng Word hoặc Excel rồi lưu lại thành tệp mới.`,
      en: `The file holds ${zip.entryCount} parts, more than ${budget.limits.parts}. Open it in Word or Excel and save it as a new file.`,
    });
  const entries = await entriesOf(zip, budget);
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return undefined;
      const stream = await zip.openReadStreamPromise(entry).catch((cause: unknown) => {
        throw damagedArchive(cause);
      });
      return counted(stream, budget);
    },
  };
}

async function entriesOf(zip: yauzl.ZipFile, budget: Budget): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let inflated = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      budget.step();
      inflated += entry.uncompressedSize;
      if (entry.isEncrypted())
        throw new DocumentRefused("encrypted", {
          vi: "Tệp có đặt mật khẩu. Bỏ mật khẩu rồi lưu lại.",
          en: "The file has a password. Take it off and save it again.",
        });
      if (inflated > budget.limits.inflated || isBomb(entry)) throw inflatesTooMuch(budget.limits.inflated);
      entries.set(entry.fileName.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase(), entry);
    }
  } catch (cause) {
    throw cause instanceof DocumentRefused ? cause : damagedArchive(cause);
  }
  return entries;
}

function isBomb(entry: yauzl.Entry): boolean {
  return entry.uncompressedSize > RATIO_ABOVE && entry.uncompressedSize > entry.compressedSize * RATIO;
}

async function* counted(stream: Readable, budget: Budget): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      budget.inflate(chunk.length);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof DocumentRefused ? cause : damagedArchive(cause);
  } finally {
    stream.destroy();
  }
}

function damagedArchive(cause: unknown): DocumentRefused {
  return damaged(cause instanceof Error ? cause.message : "");
}

/** @param what where it broke, for the person who looks after the system */
export function damaged(what: string): DocumentRefused {
  const where = what === "" ? "" : ` (${what})`;
  return new DocumentRefused("damaged", {
    vi: `Tệp bị hỏng hoặc bị cắt giữa chừng${where}. Mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi thử lại.`,
    en: `The file is damaged or cut short${where}. Open it in Word or Excel, save it as a new file and try again.`,
  });
}
