/** Files of data by their kind, and standard input by what is in it. */
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { type CompiledSet, type Message, message } from "@opendti/engine";
import { Misuse } from "../misuse.js";
import { readCsv } from "./csv.js";
import { type DeclaredFile, unreadable } from "./declared.js";
import { readDocument } from "./document.js";
import { WORKBOOK_LIMITS } from "./limits.js";
import { problemAt } from "./place.js";

type Kind = "document" | "csv" | "xlsx";

const KINDS: ReadonlyMap<string, Kind> = new Map([
  [".yaml", "document"],
  [".yml", "document"],
  [".json", "document"],
  [".csv", "csv"],
  [".tsv", "csv"],
  [".xlsx", "xlsx"],
]);

/** Name of standard input on the command line, and in places. */
const STDIN = "-";

/** Reads one file of data. Refuses, as misuse, a kind of file that it does not know. */
export async function readDataFile(path: string, set: CompiledSet): Promise<DeclaredFile> {
  const kind = path === STDIN ? undefined : kindOf(path);
  const bytes = path === STDIN ? await readStdin() : await readBytes(path, kind);
  if ("vi" in bytes) return unreadable(path, [problemAt({ file: path }, bytes)]);
  const known = kind ?? sniff(bytes);
  if (known === "xlsx") {
    // Loaded only when there is a workbook: it is the slowest part of starting.
    const { readXlsx } = await import("./xlsx.js");
    return readXlsx(bytes, path, set);
  }
  const text = decode(bytes);
  if (typeof text !== "string") return unreadable(path, [problemAt({ file: path }, text)]);
  try {
    return known === "csv" ? readCsv(text, path, set) : readDocument(text, path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreadable(path, [
      problemAt(
        { file: path },
        message("Tệp lồng quá nhiều tầng, không đọc được", "The file is nested too deeply to be read"),
      ),
    ]);
  }
}

/** The kind of a file by its name. */
export function kindOf(path: string): Kind {
  const extension = extname(path).toLowerCase();
  const kind = KINDS.get(extension);
  if (kind) return kind;
  const known = [...KINDS.keys()].join(" ");
  if (extension === ".xls")
    throw new Misuse(
      message(
        `${path}: .xls đời cũ không đọc được; lưu lại dạng .xlsx`,
        `${path}: old .xls is not read; save it as .xlsx`,
      ),
      "score",
    );
  throw new Misuse(
    message(
      `${path}: không biết loại tệp "${extension}"; nhận: ${known}, hoặc - (đọc từ đầu vào chuẩn)`,
      `${path}: unknown kind of file "${extension}"; accepted: ${known}, or - (standard input)`,
    ),
    "score",
  );
}

async function readBytes(path: string, kind: Kind | undefined): Promise<Buffer | Message> {
  try {
    // A workbook beyond the bound is refused before it is read.
    if (kind === "xlsx") {
      const { size } = await stat(path);
      if (size > WORKBOOK_LIMITS.bytes)
        return message(
          `Tệp lớn ${Math.ceil(size / 1_000_000)} MB, quá mức ${WORKBOOK_LIMITS.bytes / 1_000_000} MB; chia nhỏ hoặc dùng CSV`,
          `The file has ${Math.ceil(size / 1_000_000)} MB, more than ${WORKBOOK_LIMITS.bytes / 1_000_000} MB; split it or use CSV`,
        );
    }
    return await readFile(path);
  } catch (error) {
    return fileTrouble(error);
  }
}

/** Why the system did not let us at a file. */
export function fileTrouble(error: unknown): Message {
  const { code = "", message: said = "" } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOENT":
      return message("Không có tệp này", "There is no such file");
    case "EISDIR":
      return message("Đây là thư mục, không phải tệp", "This is a folder, not a file");
    case "ENOTDIR":
      return message("Đường dẫn đi qua một tệp không phải thư mục", "A part of the path is not a folder");
    case "EACCES":
    case "EPERM":
      return message("Không có quyền với tệp này", "No permission for this file");
    case "ENOSPC":
      return message("Đĩa đã đầy", "The disk is full");
    case "ERR_FS_FILE_TOO_LARGE":
      return message("Tệp lớn hơn 2 GB; chia nhỏ ra", "The file is larger than 2 GB; split it");
    default:
      return message(`Không đọc/ghi được (${code || said})`, `Cannot be read or written (${code || said})`);
  }
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Text of a file: UTF-8, or UTF-16 as spreadsheets save "Unicode text". */
export function decode(bytes: Buffer): string | Message {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const before = new TextDecoder(encoding).decode(bytes).split("\ufffd", 1)[0] ?? "";
    const line = before.split("\n").length;
    return message(
      `Chữ ở dòng ${line} không phải UTF-8; trong Excel chọn lưu dạng "CSV UTF-8"`,
      `The text of line ${line} is not UTF-8; in Excel, save as "CSV UTF-8"`,
    );
  }
}

/** YAML and JSON have `units:` or an opening bracket; a first line with separators and no colon before them is CSV. */
function sniff(bytes: Buffer): Kind {
  if (bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") return "xlsx";
  const text = decode(bytes.subarray(0, 64 * 1024));
  const start = typeof text === "string" ? text : bytes.toString("latin1", 0, 64 * 1024);
  if (/^\s*[{[]/.test(start) || /^units\s*:/m.test(start)) return "document";
  const line = start.split(/\r?\n/).find((each) => each.trim() !== "" && !each.startsWith("#")) ?? "";
  return /^[^:]*[,;\t]/.test(line) ? "csv" : "document";
}
