import { type DocumentReference, type LinkReference, readReferences } from "@opendti/prose";

/** A reading as one writes it by hand: only the parts that are there. An agency known by its symbol is "~BDT". */
export interface Short {
  kind?: string;
  number?: string;
  symbol?: string;
  date?: string;
  issuer?: string;
  title?: string;
  page?: string;
  section?: string;
  links?: string[];
  shared?: string[];
  cites?: string[];
  doubts?: string[];
  url?: string;
}

export function short(reference: DocumentReference | LinkReference): Short {
  if (reference.type === "link") return { url: reference.url };
  const { kind, number, symbol, date, issuer, title, page, section } = reference;
  const found: Short = {};
  if (kind) found.kind = kind.value.vi;
  if (number) found.number = number.value;
  if (symbol) found.symbol = symbol.value;
  if (date) found.date = "iso" in date.value ? date.value.iso : `? ${date.value.written}`;
  if (issuer) found.issuer = issuer.from === "symbol" ? `~${issuer.value}` : issuer.value;
  if (title) found.title = title.value;
  if (page) found.page = page.value;
  if (section) found.section = section.value;
  if (reference.links.length > 0) found.links = reference.links.map(({ value }) => value);
  if (reference.shared.length > 0) found.shared = [...reference.shared];
  if (reference.cites.length > 0) found.cites = reference.cites.map((one) => one.symbol?.value ?? one.text);
  if (reference.doubts.length > 0) found.doubts = reference.doubts.map(({ code }) => code);
  return found;
}

export const readShort = (text: string): Short[] => readReferences(text).references.map(short);

/** The one document that a text refers to. */
export function theDocument(text: string): DocumentReference {
  const [reference, ...others] = readReferences(text).references;
  if (reference?.type !== "document" || others.length > 0) throw new Error(`not one document: ${text}`);
  return reference;
}
