import type { DocumentKind } from "./kinds.js";

/** A stretch of the text as it was given: `text.slice(start, end)`. UTF-16 offsets, as in every JavaScript string. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A value read out of the text, and the stretch it was read from. */
export interface ReadPart<T> extends TextSpan {
  readonly value: T;
}

/** One sentence in both languages of the interface. */
export interface BilingualText {
  readonly vi: string;
  readonly en: string;
}

/**
 * The date of a document: `iso` is "2022-12-31", "2022-12" or "2022", as exactly as the text says it and never more
 * exactly. A date that no calendar has ("31/02/2022") is `unreadable`: kept as `written`, explained by a doubt.
 */
export type ReferenceDate =
  | { readonly precision: "day" | "month" | "year"; readonly iso: string }
  | { readonly precision: "unreadable"; readonly written: string };

/** What is wrong or uncertain in a reference, for the officer who typed it and for the appraiser. */
export interface ReferenceDoubt extends TextSpan {
  readonly code:
    | "date-impossible"
    | "date-year-short"
    | "date-incomplete"
    | "date-shared"
    | "number-missing"
    | "kind-disagrees"
    | "year-disagrees";
  readonly message: BilingualText;
}

/** What a reference took from its neighbours: "Các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 01/02/2022". */
export type SharedPart = "kind" | "symbol" | "date" | "issuer";

/** A reference to a document (văn bản). A part the text does not give is null. Parts lie within the reference's own
 * span, except those named in `shared`, which lie in the neighbour they were taken from. */
export interface DocumentReference extends TextSpan {
  readonly type: "document";
  /** The reference as it was typed. */
  readonly text: string;
  /** Loại văn bản, and whether the words said it ("Quyết định"), a short form did ("QĐ số"), or only the symbol. */
  readonly kind: (ReadPart<DocumentKind> & { readonly from: "words" | "abbreviation" | "symbol" }) | null;
  /** The number as typed, without the symbol: "1133", "07". */
  readonly number: ReadPart<string> | null;
  /** Số, ký hiệu in its regular spelling: "1133/QĐ-BDT", "45/2019/NĐ-CP", "19-CT/TU". Absent for a bare number. */
  readonly symbol: ReadPart<string> | null;
  readonly date: ReadPart<ReferenceDate> | null;
  /** Cơ quan ban hành: named in words, else the abbreviation of the symbol as it stands ("BDT"). */
  readonly issuer: (ReadPart<string> & { readonly from: "words" | "symbol" }) | null;
  /** Trích yếu, without "về việc", "V/v" and without the quotation marks around it. */
  readonly title: ReadPart<string> | null;
  /** "2", "2-3", "2, 4". */
  readonly page: ReadPart<string> | null;
  /** "phần 2, mục I", "khoản 2 Điều 5", "Phụ lục 1". */
  readonly section: ReadPart<string> | null;
  readonly links: readonly ReadPart<string>[];
  readonly shared: readonly SharedPart[];
  /** Documents that the title names: they describe this document and are no evidence of their own. */
  readonly cites: readonly DocumentReference[];
  readonly doubts: readonly ReferenceDoubt[];
}

/** A link that stands by itself. */
export interface LinkReference extends TextSpan {
  readonly type: "link";
  readonly text: string;
  /** As typed, without the punctuation of the sentence around it; "www…" stays without a scheme. */
  readonly url: string;
}

/** A stretch that is in no reference. */
export interface RestPiece extends TextSpan {
  readonly text: string;
  /** True when it only joins or lists references (spaces, ";", "và", "Các", "theo"): nothing to show to a reader. */
  readonly joining: boolean;
}

/** References and rest, each in the order of the text; together they hold every character of it exactly once. */
export interface ReferenceReading {
  readonly references: readonly (DocumentReference | LinkReference)[];
  readonly rest: readonly RestPiece[];
}
