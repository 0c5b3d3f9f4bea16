/** The evidence that a cell names: a piece for each document and link, and which of them is stored already. */
import { message } from "@opendti/engine";
import { type DocumentReference, readReferences } from "@opendti/prose";
import type { StoredCell } from "../xlsx/stored-cells.js";
import { textOf, webAddress } from "./read-value.js";
import type { CellPlace, NewEvidence, ReadEvidence, StoredEvidence } from "./types.js";

const LONGEST = 4000;

type NewDocument = Extract<NewEvidence, { kind: "document" }>;

/**
 * Reads one cell of the column of evidence.
 * @param known evidence of the indicator, stored or read before; what is read is added to it.
 */
export function readEvidenceCell(
  code: string,
  place: CellPlace,
  cell: StoredCell,
  open: boolean,
  known: KnownEvidence,
): ReadEvidence[] {
  if (cell.kind === "error" || cell.kind === "no-result") {
    const item = plainDocument(cell.kind === "error" ? cell.error : "");
    const why = message(
      "ô tài liệu kiểm chứng đang báo lỗi; gõ lại bằng chữ",
      "the cell of evidence shows an error; type the text",
    );
    return [{ code, place, state: "fault", item, message: why }];
  }
  return piecesOf(textOf(cell)).map((item): ReadEvidence => {
    if (item.kind === "document" && item.text.length > LONGEST)
      return {
        code,
        place,
        state: "fault",
        item,
        message: message(
          `mô tả một tài liệu dài quá ${LONGEST} ký tự`,
          `the words of one document are longer than ${LONGEST} characters`,
        ),
      };
    const state = known.has(item) ? "known" : open ? "new" : "closed";
    known.add(item);
    return { code, place, state, item };
  });
}

/** Lines of a cell are pieces of their own; a line may name several documents and links. */
function piecesOf(text: string): NewEvidence[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^\s*[-+•*]\s+/, "").trim())
    .filter((line) => line !== "")
    .flatMap(splitLine);
}

/** Words in no reference stay with the piece before, or the first: nothing that was written is lost. */
function splitLine(line: string): NewEvidence[] {
  const { references, rest } = readReferences(line);
  if (references.length === 0) return [addressIn(line) ?? plainDocument(line)];
  return references.map((reference, index) => {
    const from = index === 0 ? 0 : reference.start;
    const to = references[index + 1]?.start ?? line.length;
    const strays = rest.some(({ start, joining }) => !joining && start >= from && start < to);
    if (reference.type === "link" && !strays)
      return addressIn(reference.url) ?? plainDocument(reference.text);
    const around = strays ? line.slice(from, to).replace(/^[\s;,]+|[\s;,]+$/g, "") : reference.text;
    return reference.type === "link" ? plainDocument(around) : { ...partsOf(reference), text: around };
  });
}

function addressIn(text: string): NewEvidence | undefined {
  // A bare word is no address, though a scheme before it would make one.
  const url = /^(?:https?:\/\/|www\.)/i.test(text) ? webAddress(text) : undefined;
  return url === undefined ? undefined : { kind: "link", url, title: null };
}

const plainDocument = (text: string): NewDocument => ({
  kind: "document",
  text,
  number: null,
  symbol: null,
  date: null,
  issuer: null,
  title: null,
  page: null,
  section: null,
});

function partsOf(read: DocumentReference): NewDocument {
  const date = read.date?.value;
  return {
    kind: "document",
    text: read.text,
    number: read.number?.value ?? null,
    symbol: read.symbol?.value ?? null,
    date: date !== undefined && "iso" in date ? date.iso : null,
    issuer: read.issuer?.value ?? null,
    title: read.title?.value ?? null,
    page: read.page?.value ?? null,
    section: read.section?.value ?? null,
  };
}

/** Evidence of one indicator that need not be added again: the same words, the same link, the same symbol and date. */
export class KnownEvidence {
  private readonly marks = new Set<string>();

  constructor(stored: readonly StoredEvidence["item"][]) {
    for (const item of stored) if (item.kind !== "file") this.add(item);
  }

  has(item: Marked): boolean {
    return marksOf(item).some((mark) => this.marks.has(mark));
  }

  add(item: Marked): void {
    for (const mark of marksOf(item)) this.marks.add(mark);
  }
}

type Marked =
  | Extract<StoredEvidence["item"], { kind: "document" }>
  | { readonly kind: "link"; readonly url: string };

function marksOf(item: Marked): string[] {
  if (item.kind === "link") return [`link ${item.url.replace(/\/+$/, "").toLowerCase()}`];
  const words = `text ${fold(item.text)}`;
  return item.symbol !== null && item.date !== null
    ? [words, `symbol ${fold(item.symbol)} ${item.date} ${fold(item.page ?? "")} ${fold(item.section ?? "")}`]
    : [words];
}

const fold = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s.;,]+/g, " ")
    .trim()
    .toLowerCase();
