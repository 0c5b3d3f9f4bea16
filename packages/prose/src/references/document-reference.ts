import { type Characters, spanOf, textOf } from "./characters.js";
import type { Draft } from "./documents.js";
import { kindBears, kindOfCode } from "./kinds.js";
import { symbolParts } from "./symbols.js";
import type { DocumentReference, LinkReference, ReadPart, ReferenceDoubt, SharedPart } from "./types.js";

/** A draft among its neighbours: which list it belongs to, and what it took. */
export interface Placed {
  readonly draft: Draft;
  readonly list: number;
  /** "Các Quyết định …": what follows the list holds for all of it. */
  readonly plural: boolean;
  readonly shared: SharedPart[];
  readonly doubts: ReferenceDoubt[];
}

/** The reference that a link by itself is. */
export function linkOf(c: Characters, link: { from: number; end: number; url: string }): LinkReference {
  return {
    type: "link",
    ...spanOf(c, link.from, link.end),
    text: textOf(c, link.from, link.end),
    url: link.url,
  };
}

function part<T>(c: Characters, piece: { from: number; end: number } | null, value: T): ReadPart<T> | null {
  return piece && { ...spanOf(c, piece.from, piece.end), value };
}

/** The reference that a draft became, with its doubts. `cited` reads the documents that its title names. */
export function documentOf(
  c: Characters,
  placed: Placed,
  cited: (from: number, end: number) => DocumentReference[],
): DocumentReference {
  const { draft } = placed;
  const { symbol, date, issuer, title, page, section } = draft;
  const tail = symbol && symbol.tail !== "" ? symbol : null;
  const numberPiece = symbol && symbol.number !== "" ? { from: symbol.from, end: symbol.numberEnd } : null;
  return {
    type: "document",
    ...spanOf(c, draft.from, draft.end),
    text: textOf(c, draft.from, draft.end),
    kind: kindOf(c, draft),
    number: part(c, numberPiece, symbol?.number ?? ""),
    symbol: part(c, tail, `${symbol?.number}${symbol?.tail}`),
    date: date && part(c, date, date.value),
    issuer: issuer
      ? { ...spanOf(c, issuer.nameFrom, issuer.nameEnd), value: issuer.name, from: "words" }
      : agencyOf(c, draft),
    title: title && part(c, title, title.value),
    page: page && part(c, page, page.value),
    section: section && part(c, section, section.value),
    links: draft.links.map((link) => ({ ...spanOf(c, link.from, link.end), value: link.url })),
    shared: placed.shared,
    cites: title ? cited(title.from, title.end) : [],
    doubts: [...(date?.doubts ?? []), ...placed.doubts, ...doubtsOf(c, draft)],
  };
}

function kindOf(c: Characters, draft: Draft): DocumentReference["kind"] {
  if (draft.kind) {
    const { kind, from, end, source } = draft.kind;
    return { ...spanOf(c, from, end), value: kind, from: source };
  }
  const code = draft.symbol && symbolParts(draft.symbol).code;
  const known = code && kindOfCode(code.text);
  return known ? { ...spanOf(c, code.from, code.end), value: known.kind, from: "symbol" } : null;
}

/** The agency's abbreviation as it stands in the symbol; "QH15" is the Quốc hội (QH) of its 15th term. */
function agencyOf(c: Characters, draft: Draft): DocumentReference["issuer"] {
  if (!draft.symbol) return null;
  const { code, agency: second } = symbolParts(draft.symbol);
  // The symbol of a công văn has no kind: 233/CT-TTHT is of the Cục Thuế.
  const agency = isOfficialLetter(draft) && code && code.text !== "CV" ? code : second;
  if (!agency) return null;
  const value = agency.text.replace(/^(QH)\d+$/, "$1");
  return { ...spanOf(c, agency.from, agency.end), value, from: "symbol" };
}

const isOfficialLetter = (draft: Draft): boolean => draft.kind?.kind.id === "cong-van";

function doubtsOf(c: Characters, draft: Draft): ReferenceDoubt[] {
  const { symbol, date, kind } = draft;
  const doubts: ReferenceDoubt[] = [];
  if (symbol && symbol.number === "") {
    doubts.push({
      ...spanOf(c, symbol.from, symbol.end),
      code: "number-missing",
      message: { vi: "Số văn bản còn để trống.", en: "The number of the document is left blank." },
    });
  }
  const code = symbol && symbolParts(symbol).code;
  const known = code && kindOfCode(code.text);
  if (kind && known && !isOfficialLetter(draft) && !kindBears(kind.kind, known.code)) {
    doubts.push({
      ...spanOf(c, code.from, code.end),
      code: "kind-disagrees",
      message: {
        vi: `Ghi là ${kind.kind.vi} nhưng ký hiệu ${known.code} là của ${known.kind.vi}.`,
        en: `Called ${kind.kind.vi}, but ${known.code} is the symbol of ${known.kind.vi}.`,
      },
    });
  }
  if (symbol?.year && date && "iso" in date.value && !date.value.iso.startsWith(`${symbol.year}`)) {
    doubts.push({
      ...spanOf(c, symbol.from, symbol.end),
      code: "year-disagrees",
      message: {
        vi: `Số, ký hiệu ghi năm ${symbol.year} nhưng ngày văn bản thuộc năm ${date.value.iso.slice(0, 4)}.`,
        en: `The symbol says ${symbol.year}, the date ${date.value.iso.slice(0, 4)}.`,
      },
    });
  }
  return doubts;
}
