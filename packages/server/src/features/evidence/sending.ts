/** A stored file as an answer: what it is, what a browser may do with it, the whole or a part. */
import { kindOf, PDF } from "../../files/file-kind.js";
import { contentDisposition } from "../../files/file-name.js";
import type { FileStore } from "../../files/store.js";
import { Raw, type Wire } from "../../http/endpoint.js";
import type { StoredFile } from "./file-repository.js";

/**
 * Nothing in a file runs, loads or sends anything; only our own pages frame it. The reader of PDFs that a browser
 * brings is a page of its own inside the frame: it needs its own styles and the object that holds the document. PDF
 * goes without `sandbox`, under which Safari and older browsers show an empty frame and which newer Chromium takes off
 * before its reader starts; that reader has a sandbox of its own.
 */
const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
const policyOf = (mediaType: string): string =>
  mediaType === PDF.mediaType ? `${POLICY}; object-src 'self'` : `${POLICY}; sandbox`;

/** @param download to be saved, whatever it is. */
export async function sendFile(
  files: FileStore,
  { hash, name, size, mediaType }: StoredFile,
  { request, reply }: Wire,
  download: boolean,
): Promise<Raw> {
  const tag = `"${hash}"`;
  const shown = !download && kindOf(mediaType)?.shown === true;
  const headers = {
    etag: tag,
    // Offices share computers: the browser asks each time whether this person may still see it.
    "cache-control": "private, no-cache",
    "content-disposition": contentDisposition(shown ? "inline" : "attachment", name),
    "content-security-policy": policyOf(mediaType),
    "x-frame-options": "SAMEORIGIN",
    "x-content-type-options": "nosniff",
    "accept-ranges": "bytes",
  };
  if (request.headers["if-none-match"]?.includes(tag)) {
    reply.code(304);
    return new Raw(mediaType, "", headers);
  }
  // Lost bytes are an error of ours, told as one, not an answer that breaks off.
  if (!(await files.has(hash))) throw new Error(`the bytes of file ${hash} are not in the store`);
  const part = rangeOf(request.headers.range, request.headers["if-range"], tag, size);
  if (part === undefined)
    return new Raw(mediaType, await files.read(hash), { ...headers, "content-length": String(size) });
  reply.code(206);
  return new Raw(mediaType, await files.read(hash, part), {
    ...headers,
    "content-length": String(part.end - part.start + 1),
    "content-range": `bytes ${part.start}-${part.end}/${size}`,
  });
}

/**
 * The one part that is asked for (RFC 9110, 14). Undefined, the whole file then: no Range, several parts, one that
 * does not lie in the file, or a part of another version.
 */
function rangeOf(
  range: string | undefined,
  ifRange: string | string[] | undefined,
  tag: string,
  size: number,
): { readonly start: number; readonly end: number } | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "") ?? [];
  if ((from === "" && to === "") || (ifRange !== undefined && ifRange !== tag)) return undefined;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { start, end } : undefined;
}
