import { charactersOf } from "./characters.js";
import { startsReference } from "./heads.js";
import { readTitle } from "./titles.js";
import type { DocumentReference, LinkReference, ReferenceDate } from "./types.js";

/**
 * The regular line of a reference, for printing: "Quyết định số 1133/QĐ-BDT ngày 31/12/2022 của Ban Dân tộc về việc …,
 * mục II.3, trang 2". An agency known only by the abbreviation in its symbol is not repeated; a date that cannot be
 * read is printed as it was written. Reading the line again gives the same values.
 */
export function formatReference(reference: DocumentReference | LinkReference): string {
  if (reference.type === "link") return reference.url;
  const { kind, number, symbol, date, issuer, title, section, page, links } = reference;
  const words: string[] = kind ? [kind.value.vi] : [];
  const numbered = symbol?.value ?? number?.value;
  if (numbered !== undefined) words.push(`số ${number ? numbered : `…${numbered}`}`);
  // Before the date, since nothing else tells where the title of an unnumbered document begins.
  const unnumbered = numbered === undefined && title !== null;
  if (unnumbered && !date) words.push(quoted(title.value));
  else if (unnumbered) words.push(title.value);
  if (date) words.push(dateInWords(date.value));
  if (issuer?.from === "words") words.push(`của ${issuer.value}`);
  if (title && !unnumbered) words.push(`về việc ${fenced(title.value)}`);
  const line = [words.join(" ")];
  if (section) line.push(section.value);
  if (page) line.push(`trang ${page.value}`);
  for (const link of links) line.push(link.value);
  const printed = line.join(", ");
  return `${printed.charAt(0).toUpperCase()}${printed.slice(1)}`;
}

function dateInWords(date: ReferenceDate): string {
  if (date.precision === "unreadable") return `ngày ${date.written}`;
  const [year = "", month = "", day = ""] = date.iso.split("-");
  if (date.precision === "day") return `ngày ${day}/${month}/${year}`;
  return date.precision === "month" ? `tháng ${Number(month)}/${year}` : `năm ${year}`;
}

/** A title that would seem to end too early ("…; …") is set in quotation marks. */
function fenced(title: string): string {
  const c = charactersOf(`về việc ${title}`);
  const read = readTitle(c, 0, {
    startsDocument: (at) => startsReference(c, at),
    bareVerb: false,
    limit: c.size,
  });
  return read?.title === title && !read.quoted && read.end === c.size ? title : quoted(title);
}

/** Marks that the title itself does not use. */
function quoted(title: string): string {
  if (!/[“”„]/u.test(title)) return `“${title}”`;
  return /[«»]/u.test(title) ? `"${title}"` : `«${title}»`;
}
