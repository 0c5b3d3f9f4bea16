/** What a cell "Tài liệu kiểm chứng" names: documents, links, or a statement in words. */
import type { EvidenceSource } from "@opendti/engine";
import { type DocumentReference, readReferences } from "@opendti/prose";
import { oneLine } from "./words.js";

/** The evidence of one cell, in its order; everything the cell says is in the text of one of them. */
export function readEvidence(cell: string): EvidenceSource[] {
  const text = oneLine(cell);
  if (text === "") return [];
  // No list of documents is longer; whatever it is, a person reads it.
  if (text.length > 10_000) return [{ kind: "statement", text }];
  const { references, rest } = readReferences(text);
  if (references.length === 0) return [{ kind: "statement", text }];
  const found = references.map((one): EvidenceSource => {
    if (one.type === "link") return { kind: "link", link: one.url, text: one.text };
    return documentOf(one);
  });
  const words = rest
    .filter((piece) => !piece.joining && /\p{L}{2}/u.test(piece.text))
    .map((piece) => piece.text.replace(/^[\s;:,.–-]+|[\s;,–-]+$/gu, ""))
    .filter((piece) => piece !== "");
  return words.length === 0 ? found : [...found, { kind: "statement", text: words.join(" … ") }];
}

function documentOf(reference: DocumentReference): EvidenceSource {
  const { symbol, date, issuer, title, page, section, links } = reference;
  const place = [section?.value, page ? `trang ${page.value}` : undefined].filter(
    (part) => part !== undefined,
  );
  const [link] = links;
  return {
    kind: "document",
    ...(symbol ? { number: symbol.value } : {}),
    ...(date && date.value.precision === "day" ? { date: date.value.iso } : {}),
    ...(issuer?.from === "words" ? { issuer: issuer.value } : {}),
    ...(title ? { title: title.value } : {}),
    ...(place.length > 0 ? { place: place.join(", ") } : {}),
    ...(link ? { link: link.value } : {}),
    text: oneLine(reference.text),
  };
}
