/**
 * What a received file is, by its content alone: neither the name nor the declared type is asked. A file that two
 * programs would read as two different things is refused.
 *
 * Scripts and attachments inside a PDF are not looked for: they can be packed so that no search for words finds them,
 * and a browser's own reader, in which they are shown, runs them in a sandbox without network. Looking for viruses is
 * clamd's work, to be asked here.
 */
import { open, readFile } from "node:fs/promises";
import { Problem, type Words } from "../http/problem.js";
import { type FileKind, JPEG, PDF, PNG } from "./file-kind.js";
import { officeKind } from "./office.js";
import { Turns } from "./turns.js";

/** Archives are counted through in memory; more at once would be a way to fill it. */
const archives = new Turns(2);

/**
 * @param path of the received bytes.
 * @throws {Problem} `upload-refused` saying what was found and what is accepted.
 */
export async function inspectFile(path: string): Promise<FileKind> {
  // Archives first, and by our own reader alone: it knows what may be inflated.
  if (await beginsLikeArchive(path)) return archives.take(async () => officeKind(await readFile(path)));
  const { fileTypeFromFile } = await import("file-type");
  const type = await fileTypeFromFile(path);
  const kind = [PDF, JPEG, PNG].find(({ mediaType }) => mediaType === type?.mime);
  if (kind === undefined) throw new Problem("upload-refused", notAccepted(type?.ext));
  const tail = await lastBytes(path);
  if (holdsArchive(tail)) throw new Problem("upload-refused", TWO_IN_ONE);
  if (kind === PNG && !endsLikePng(tail)) throw new Problem("upload-refused", BROKEN_PICTURE);
  return kind;
}

/** An archive's end record with its longest comment, twice over for a directory before it. */
const TAIL = 2 * 65_557;

async function beginsLikeArchive(path: string): Promise<boolean> {
  return (await bytesOf(path, () => ({ from: 0, length: 2 }))).toString("latin1") === "PK";
}

function lastBytes(path: string): Promise<Buffer> {
  return bytesOf(path, (size) => ({ from: Math.max(0, size - TAIL), length: Math.min(size, TAIL) }));
}

async function bytesOf(
  path: string,
  where: (size: number) => { readonly from: number; readonly length: number },
): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { from, length } = where((await file.stat()).size);
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, from);
    return bytes;
  } finally {
    await file.close();
  }
}

/** Whether a reader of archives, which starts at the end, would find one. */
function holdsArchive(tail: Buffer): boolean {
  for (let at = tail.indexOf("PK\x05\x06"); at >= 0; at = tail.indexOf("PK\x05\x06", at + 1)) {
    if (at + 22 > tail.length) return false;
    // Disk numbers, which are 0: four letters alone come about by chance in a picture.
    if (tail.readUInt32LE(at + 4) !== 0) continue;
    const directory = at - tail.readUInt32LE(at + 12);
    // A directory that begins before these bytes cannot be looked at: then the end record alone decides.
    if (directory < 0 || tail.indexOf("PK\x01\x02", directory) === directory) return true;
  }
  return false;
}

/** Nothing follows the last piece, and the file came to its end: length 0, IEND, and its checksum. */
function endsLikePng(tail: Buffer): boolean {
  return tail.subarray(-12).toString("hex") === "0000000049454e44ae426082";
}

function notAccepted(ending: string | undefined): Words {
  if (ending === "cfb") return OLD_OFFICE;
  const vi = ending === undefined ? "Nội dung tệp không thuộc loại được nhận" : `Nội dung tệp là .${ending}`;
  const en = ending === undefined ? "The content is of no accepted kind" : `The content is .${ending}`;
  return {
    vi: `${vi}. Chỉ nhận PDF, DOCX, XLSX, JPG, PNG; đổi đuôi tên tệp không đổi được loại tệp.`,
    en: `${en}. Only PDF, DOCX, XLSX, JPG and PNG are accepted; another name does not make another file.`,
  };
}

const OLD_OFFICE: Words = {
  vi: "Tệp Word, Excel kiểu cũ (.doc, .xls) hoặc có đặt mật khẩu. Hãy lưu lại thành .docx, .xlsx hoặc PDF, không mật khẩu.",
  en: "The file is of old Word or Excel (.doc, .xls) or has a password. Save it as .docx, .xlsx or PDF without one.",
};
const TWO_IN_ONE: Words = {
  vi: "Cuối tệp có ghép một gói nén. Hãy gửi riêng tài liệu, không ghép tệp khác vào.",
  en: "An archive is appended to the file. Send the document alone.",
};
const BROKEN_PICTURE: Words = {
  vi: "Ảnh PNG không trọn vẹn hoặc có dữ liệu thừa ở cuối. Hãy mở ảnh, lưu lại rồi gửi tệp mới.",
  en: "The PNG picture is cut off or followed by other data. Open it, save it again and send that.",
};
