/**
 * An official document as data, laid out by Nghị định 30/2020/NĐ-CP (Phụ lục I). It says what is written and which part of the
 * form it is; fonts, sizes, margins and lines belong to the writers ({@link writeDocx}, {@link writePdf}), which give the same look.
 * It knows nothing of assessments: documents about them are made in `reports/`.
 */

/** Text in one look, or pieces that differ. "\n" begins a new line. */
export type Inline = string | readonly Run[];

/** A piece of a line: text, or a box that is ticked or not. */
export type Run = TextRun | TickRun;

export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly superscript?: boolean;
}

/** A box: ☑ when ticked, ☐ when not. */
export interface TickRun {
  readonly tick: boolean;
}

export type Alignment = "left" | "center" | "right" | "justify";

export interface Paper {
  /** What the file calls itself ("Công văn chấm điểm …"): in its properties and on the window, not on a page. */
  readonly title: string;
  /** Each begins on a new page. */
  readonly sections: readonly PaperSection[];
}

/** Pages of one direction: the letter, an appendix. A4, margins 20 mm above and below, 30 mm left, 15 mm right. */
export interface PaperSection {
  /** The text is 165 mm wide on a portrait page, 252 mm on a landscape one. */
  readonly orientation: "portrait" | "landscape";
  /**
   * Page numbers stand centred at the top. `restarts`: from 1, with none on the section's first page, as the decree numbers a
   * document and each of its appendices. `continues`: goes on from the section before. The first section restarts by itself.
   */
  readonly pages?: "restarts" | "continues";
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock =
  | Masthead
  | DocumentTitle
  | AppendixTitle
  | Addressees
  | PaperParagraph
  | PaperHeading
  | PaperList
  | PaperTable
  | Signing;

/**
 * The head of the first page. Left: the issuing body under the one above it, its line, "Số: …/BDT-VP" and, in a công văn, "V/v …".
 * Right: quốc hiệu, tiêu ngữ with its line, place and date.
 */
export interface Masthead {
  readonly kind: "masthead";
  /** The body above: "UBND TỈNH QUẢNG NGÃI"; printed in capitals. Absent where there is none. */
  readonly superior?: string;
  /** The issuing body: "BAN DÂN TỘC"; printed in capitals, bold. */
  readonly body: string;
  /** "Số:" and what follows it. Absent on documents without a number, such as forms and minutes. */
  readonly number?: DocumentNumber;
  /** What a công văn is about, without "V/v". A document with a name has a {@link DocumentTitle} in place of it. */
  readonly subject?: string;
  /** "Quảng Ngãi, ngày 15 tháng 7 năm 2026". Absent: no such line. */
  readonly issued?: PlaceAndDate;
}

/** `{ number: "12", symbol: "BDT-VP" }` is "Số: 12/BDT-VP"; without a number its place stays free to be written in. */
export interface DocumentNumber {
  readonly number?: string;
  readonly symbol: string;
}

export interface PlaceAndDate {
  readonly place: string;
  readonly date: PaperDate;
}

/** A day that is not known yet is left free: "ngày     tháng 7 năm 2026". */
export interface PaperDate {
  readonly day?: number;
  readonly month?: number;
  readonly year: number;
}

/** The name of a document that has one: "QUYẾT ĐỊNH", its trích yếu with a line below, and who issues it. */
export interface DocumentTitle {
  readonly kind: "title";
  /** "KẾ HOẠCH", "BIÊN BẢN", "BÁO CÁO"; printed in capitals. */
  readonly name: string;
  /** "Công bố kết quả …" */
  readonly summary?: string;
  /** Who decides, below the trích yếu of a decision: "GIÁM ĐỐC SỞ …"; printed in capitals. */
  readonly authority?: string;
}

/** The head of an appendix; opens its section and is a bookmark of the file. */
export interface AppendixTitle {
  readonly kind: "appendix";
  /** "Phụ lục 1"; absent where the document has one table and says so in its title alone. */
  readonly label?: string;
  /** "Thông tin chung" */
  readonly title: string;
  /** "(Kèm theo Công văn số …/BDT-VP ngày … của …)" with its brackets. */
  readonly reference?: string;
}

/** "Kính gửi: …." on one line for one, a list for several. Names without ";" and ".": the writers put them. */
export interface Addressees {
  readonly kind: "addressees";
  readonly to: readonly string[];
}

export interface PaperParagraph {
  readonly kind: "paragraph";
  readonly text: Inline;
  /** `justify` when absent. */
  readonly align?: Alignment;
  /** First line 12.7 mm in. When absent: yes for text set `justify` or `left`. */
  readonly indent?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** As small as a table's text: notes below a table, sources. */
  readonly small?: boolean;
  /** Stays on the page of what follows. */
  readonly keepWithNext?: boolean;
}

/** A heading within the text, with a real style and a bookmark: 1 "I. …", 2 "1. …", 3 "a) …". The number is part of the text. */
export interface PaperHeading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** Items each on their own line, behind a dash when `marker` is absent. */
export interface PaperList {
  readonly kind: "list";
  readonly marker?: "dash" | "plus" | "number" | "letter";
  readonly items: readonly Inline[];
}

export interface PaperTable {
  readonly kind: "table";
  /** From left to right; a table wider than the text is narrowed to it, all columns alike. */
  readonly columns: readonly PaperColumn[];
  /** Rows of kind `header` come first and are repeated on every page. */
  readonly rows: readonly PaperRow[];
  /** `none`: a layout of columns without lines. Lines everywhere when absent. */
  readonly lines?: "none";
  /** On one page: for short tables, such as sums. */
  readonly whole?: boolean;
  /** Stands below the table, on the page of its last rows. */
  readonly note?: Inline;
}

export interface PaperColumn {
  /** In millimetres. */
  readonly width: number;
  /** Of its cells, header rows apart; `left` when absent. */
  readonly align?: Alignment;
}

/**
 * `header`: bold and centred, repeated. `section`: bold, stays with the row that follows. `body`: a row that begins an item.
 * `sub`: one below it, which stays with it where there is room. `total`: bold. Short rows are never cut by a page's end.
 */
export interface PaperRow {
  /** Heads the rows below it: stays on the page of the first. */
  readonly heads?: boolean;
  readonly kind: "header" | "section" | "body" | "sub" | "total";
  /** From left to right, leaving out the places that a cell from above or from the left reaches into. */
  readonly cells: readonly PaperCell[];
}

/** A plain cell may be its text alone. */
export type PaperCell = string | SpanningCell;

export interface SpanningCell {
  readonly text: Inline;
  /** Columns that it covers; 1 when absent. */
  readonly columns?: number;
  /** Rows that it covers; 1 when absent. Never from header rows into others. */
  readonly rows?: number;
  readonly align?: Alignment;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** "Nơi nhận" at the left and who signs at the right; or several who sign side by side. Never alone on a page. */
export interface Signing {
  readonly kind: "signing";
  /** Without dashes, ";" and ".": "Như trên", "Lãnh đạo Ban", and last "Lưu: VT, VP". Absent: no such block. */
  readonly recipients?: readonly string[];
  readonly signatures: readonly Signature[];
}

export interface Signature {
  /** Above the signature, in capitals and bold: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". See {@link signingLines}. */
  readonly lines: readonly string[];
  /** Below these, in italics: "(Ký, ghi rõ họ tên)". */
  readonly note?: string;
  /** Below the place for the signature; left free when absent. */
  readonly name?: string;
  /** "Quảng Ngãi, ngày … tháng …" above a signature of its own date. */
  readonly issued?: PlaceAndDate;
}

/** Width of the text in millimetres. */
export const TEXT_WIDTH = { portrait: 165, landscape: 252 } as const;
