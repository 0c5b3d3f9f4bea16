/** Bytes of a text file to its text, whatever encoding the program that saved it used. */
import { DocumentRefused } from "./refused.js";

export interface Decoded {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1258" | "windows-1252";
  /** True when no mark in the file says so. */
  readonly guessed: boolean;
}

/** Tone marks as Windows-1258 keeps them: behind their vowel. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const VOWEL_WITH_TONE = /[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/giu;

/**
 * @throws {DocumentRefused} for bytes that are no text, and for the older Vietnamese encodings (TCVN3, VNI), which
 * cannot be told apart safely without the font that they were typed in
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { text: decodeAs("utf-8", bytes.subarray(3)), encoding: "utf-8", guessed: false };
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decodeAs("utf-16le", bytes.subarray(2)), encoding: "utf-16le", guessed: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decodeAs("utf-16be", bytes.subarray(2)), encoding: "utf-16be", guessed: false };
  const wide = wideEncoding(bytes);
  if (wide) return { text: decodeAs(wide, bytes), encoding: wide, guessed: true };
  if (bytes.subarray(0, 65_536).includes(0)) throw noText();
  const utf8 = tryUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8", guessed: false };
  const stated = statedEncoding(bytes);
  if (stated) return { text: decodeAs(stated, bytes).normalize("NFC"), encoding: stated, guessed: false };
  return { text: fromWindows1258(bytes), encoding: "windows-1258", guessed: true };
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  // Streaming: a character cut off by the end of the file is dropped, not refused.
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

function tryUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** What a page says of itself: Word saves HTML in a Western encoding, with Vietnamese letters as numbers of characters. */
function statedEncoding(bytes: Uint8Array): "windows-1252" | "windows-1258" | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const [, name] = /<meta[^>]{1,200}charset=["']?(windows-125[28]|iso-8859-1)/i.exec(head) ?? [];
  if (name === undefined) return undefined;
  return name.endsWith("8") ? "windows-1258" : "windows-1252";
}

/** UTF-16 without its mark: every second byte of spaces, digits, line ends and Latin letters is 0. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = Math.min(bytes.length, 4096) & ~1;
  if (sample < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = sample / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.02) return "utf-16le";
  if (even > pairs * 0.3 && odd < pairs * 0.02) return "utf-16be";
  return undefined;
}

function fromWindows1258(bytes: Uint8Array): string {
  if (hasControls(bytes)) throw noText();
  const text = decodeAs("windows-1258", bytes);
  const tones = text.match(TONES)?.length ?? 0;
  const seated = text.match(VOWEL_WITH_TONE)?.length ?? 0;
  // In a Vietnamese text of this encoding every tone sits on a vowel, and about one letter in eight has one.
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (tones > 0 && seated >= tones * 0.98 && tones >= letters * 0.03) return text.normalize("NFC");
  throw new DocumentRefused("encoding-unknown", {
    vi: "Không nhận ra bảng mã của tệp (có thể là TCVN3 hoặc VNI). Mở bằng Word, Excel hoặc Notepad, chuyển sang Unicode rồi lưu lại dạng .docx, .xlsx hoặc CSV UTF-8.",
    en: "The encoding of the file is not known (perhaps TCVN3 or VNI). Open it in Word, Excel or Notepad, convert it to Unicode and save it as .docx, .xlsx or CSV UTF-8.",
  });
}

/** Pictures and archives have control characters at once; no encoding of text has. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

function noText(): DocumentRefused {
  return new DocumentRefused("not-a-document", {
    vi: "Tệp không phải văn bản, bảng tính hay trang HTML. Chọn tệp .docx, .xlsx, .csv, .html hoặc .txt.",
    en: "The file is no document, workbook or HTML page. Choose a .docx, .xlsx, .csv, .html or .txt file.",
  });
}
