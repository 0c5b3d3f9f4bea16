/** From what a person wrote to what is stored: the parts of a document's reference, web addresses. Pure. */
import { type DocumentReference, type LinkReference, readReferences } from "@opendti/prose/references";
import { Problem } from "../../http/problem.js";
import { link } from "../answers/value.js";
import type { DocumentItem, LinkItem } from "./repository.js";
import type { GivenDocument, GivenItem } from "./schemas.js";

const PARTS = ["number", "symbol", "date", "issuer", "title"] as const;

/**
 * A document as given; when only its text was given, with what can be read in it. Of a text that names several, no
 * part is taken: it would be one document's for all of them.
 * @throws {Problem} `value-unreadable` for a date that no calendar has.
 */
export function documentItem(given: GivenDocument): DocumentItem {
  const only = PARTS.every((name) => given[name] === undefined);
  const documents = only ? readReferences(given.text).references.filter(isDocument) : [];
  const [one] = documents;
  const read = one !== undefined && documents.length === 1 ? partsOf(one) : NOTHING;
  const said = (name: (typeof PARTS)[number]): string | null => (only ? read[name] : clean(given[name]));
  return {
    kind: "document",
    text: words(given.text),
    number: said("number"),
    symbol: said("symbol"),
    date: realDate(said("date")),
    issuer: said("issuer"),
    title: said("title"),
    page: given.page === undefined ? read.page : clean(given.page),
    section: given.section === undefined ? read.section : clean(given.section),
  };
}

/**
 * One piece for each document and link that a text names. Words in none of them stay with the piece before, or the
 * first: nothing that was written is lost.
 */
export function splitItems(text: string): (DocumentItem | LinkItem)[] {
  const { references, rest } = readReferences(text);
  if (references.length === 0) return [documentItem({ kind: "document", text })];
  return references.map((reference, index) => {
    const from = index === 0 ? 0 : reference.start;
    const to = references[index + 1]?.start ?? text.length;
    const strays = rest.some(({ start, joining }) => !joining && start >= from && start < to);
    if (reference.type === "link" && !strays) return linkItem({ kind: "link", url: reference.url });
    const around = strays ? text.slice(from, to).replace(/^[\s;,]+|[\s;,]+$/g, "") : reference.text;
    const parts = reference.type === "link" ? NOTHING : partsOf(reference);
    return { kind: "document", text: words(around), ...parts, date: realDate(parts.date) };
  });
}

/** @throws {Problem} `value-unreadable` for what is no web address. */
export function linkItem(given: Extract<GivenItem, { kind: "link" }>): LinkItem {
  const url = link(given.url);
  if (url === null)
    throw new Problem("value-unreadable", { vi: "Thiếu liên kết.", en: "The link is missing." });
  return {
    kind: "link",
    url,
    title: clean(given.title),
    page: clean(given.page),
    section: clean(given.section),
  };
}

const isDocument = (reference: DocumentReference | LinkReference): reference is DocumentReference =>
  reference.type === "document";

const NOTHING = {
  number: null,
  symbol: null,
  date: null,
  issuer: null,
  title: null,
  page: null,
  section: null,
} as const;

function partsOf(read: DocumentReference): Omit<DocumentItem, "kind" | "text"> {
  const date = read.date?.value;
  return {
    number: clean(read.number?.value),
    symbol: clean(read.symbol?.value),
    date: date !== undefined && "iso" in date ? date.iso : null,
    issuer: clean(read.issuer?.value),
    title: clean(read.title?.value),
    page: clean(read.page?.value),
    section: clean(read.section?.value),
  };
}

/** YYYY, YYYY-MM or YYYY-MM-DD, of a calendar. */
function realDate(written: string | null): string | null {
  if (written === null) return null;
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (
    year === undefined ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(`${year}-${month}-${day}`)
  )
    throw new Problem("value-unreadable", {
      vi: `"${written}" không phải ngày có thật. Ghi ngày, tháng hoặc năm: 2026-12-31, 2026-12, 2026.`,
      en: `"${written}" is no real date. Give a day, a month or a year: 2026-12-31, 2026-12, 2026.`,
    });
  return written;
}

/** Text as PostgreSQL keeps it: composed, without NUL, without halves of characters. */
function words(text: string): string {
  return text
    .replaceAll("\0", "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .normalize("NFC")
    .trim();
}

export function clean(text: string | null | undefined): string | null {
  return text === undefined || text === null ? null : words(text) || null;
}
