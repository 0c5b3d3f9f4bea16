/** Names of files as people may see and save them. A name is only ever shown: files lie under their hash. */
import { type FileKind, isKnownEnding } from "./file-kind.js";

/** What file systems allow. */
const NAME_BYTES = 255;
const NAMELESS = "tai-lieu";

/**
 * Makes a given name safe: NFC, the last part of a path, without control, bidirectional and other invisible
 * characters, without what Windows forbids in names or a spreadsheet takes for a formula, at most 255 bytes,
 * and with the ending of what the file really is.
 */
export function safeFileName(given: string, kind: FileKind): string {
  const clean = (given.split(/[/\\]/).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .normalize("NFC")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[=+@\-\s.]+|[\s.]+$/gu, "");
  const { base, ending } = split(clean);
  const right = ending !== undefined && kind.endings.includes(ending.toLowerCase()) ? ending : undefined;
  // "bao-cao.docx" that is a PDF becomes "bao-cao.pdf"; "bao-cao v1.2" becomes "bao-cao v1.2.pdf".
  const kept =
    right === undefined && !(ending !== undefined && isKnownEnding(ending.toLowerCase())) ? clean : base;
  const last = `.${right ?? kind.endings[0]}`;
  return `${cut(kept, NAME_BYTES - Buffer.byteLength(last)) || NAMELESS}${last}`;
}

function split(name: string): { readonly base: string; readonly ending: string | undefined } {
  const dot = name.lastIndexOf(".");
  return dot < 0
    ? { base: name, ending: undefined }
    : { base: name.slice(0, dot), ending: name.slice(dot + 1) };
}

/** Whole characters only, as many as fit; marks that combine stay with their letter. */
function cut(text: string, bytes: number): string {
  let kept = "";
  let size = 0;
  for (const { segment } of new Intl.Segmenter("vi").segment(text)) {
    size += Buffer.byteLength(segment);
    if (size > bytes) break;
    kept += segment;
  }
  return kept.trimEnd();
}

/**
 * Content-Disposition (RFC 6266), the name in full for browsers (RFC 8187) and in ASCII for whatever is older.
 * @param name as {@link safeFileName} made it.
 */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name
    .normalize("NFD")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
