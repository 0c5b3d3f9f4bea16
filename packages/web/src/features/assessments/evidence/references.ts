/** Free text about documents -> pieces of evidence. Every word typed ends up in one of them. */
import { type AssessedYearDoubt, assessedYearDoubt, readReferences } from "@opendti/prose";
import type { EvidenceItem } from "../../../api/assessment-contract.js";

export type DocumentItem = Extract<EvidenceItem, { kind: "document" }>;
export type LinkItem = Extract<EvidenceItem, { kind: "link" }>;

/** One piece read out of the text, with what is doubtful about it. */
export interface ReadPiece {
  readonly item: DocumentItem | LinkItem;
  readonly doubts: readonly { readonly vi: string; readonly en: string }[];
  /** Dated outside the assessed year, or of no known year. */
  readonly year: AssessedYearDoubt["code"] | null;
  /** No document was recognised in it: kept as it was written. */
  readonly plain: boolean;
}

/** Reads "Quyết định số 1133/QĐ-BDT ngày 31/12/2022; Kế hoạch số 12/KH-BDT": several in one line become several. */
export function readPieces(text: string, year: number): ReadPiece[] {
  const reading = readReferences(text);
  const pieces = reading.references.map((reference): ReadPiece & { readonly start: number } => {
    const doubt = assessedYearDoubt(reference, year);
    if (reference.type === "link") {
      const url = /^[a-z]+:/i.test(reference.url) ? reference.url : `https://${reference.url}`;
      const item: LinkItem = { kind: "link", url, title: null, page: null, section: null };
      return { item, doubts: [], year: null, plain: false, start: reference.start };
    }
    const date = reference.date?.value;
    return {
      start: reference.start,
      item: {
        kind: "document",
        text: reference.text.trim(),
        number: reference.number?.value ?? null,
        symbol: reference.symbol?.value ?? null,
        date: date && date.precision === "day" ? date.iso : null,
        issuer: reference.issuer?.value ?? null,
        title: reference.title?.value ?? null,
        page: reference.page?.value ?? null,
        section: reference.section?.value ?? null,
      },
      doubts: reference.doubts.map(({ message }) => message),
      year: doubt?.code ?? null,
      plain: false,
    };
  });
  const rest = reading.rest.flatMap((piece): (ReadPiece & { readonly start: number })[] => {
    const words = piece.text.trim().replace(/^[;,.\s]+|[;,\s]+$/g, "");
    if (piece.joining || words === "") return [];
    return [{ item: plainDocument(words), doubts: [], year: null, plain: true, start: piece.start }];
  });
  return [...pieces, ...rest].sort((a, b) => a.start - b.start).map(({ start: _start, ...piece }) => piece);
}

/** What only the words of a stored document say, not its parts. */
export interface DocumentWords {
  /** "Quyết định"; null when they do not say. */
  readonly kind: { readonly vi: string; readonly en: string } | null;
  /** "BDT" out of 1133/QĐ-BDT, where they name the issuer no other way. */
  readonly issuerCode: string | null;
}

/** Reads the words of a stored document again. */
export function wordsOfDocument(text: string): DocumentWords {
  const [first] = readReferences(text).references;
  if (first?.type !== "document") return { kind: null, issuerCode: null };
  const { kind, issuer } = first;
  return { kind: kind?.value ?? null, issuerCode: issuer?.from === "symbol" ? issuer.value : null };
}

function plainDocument(text: string): DocumentItem {
  return {
    kind: "document",
    text,
    number: null,
    symbol: null,
    date: null,
    issuer: null,
    title: null,
    page: null,
    section: null,
  };
}
