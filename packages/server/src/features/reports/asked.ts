/** What is asked of every document, and its head. */
import type { OfficialHead, PaperDate } from "@opendti/documents";
import { headUnder, type Letterhead } from "@opendti/documents/pure";
import type { CompiledSet, UnitScore } from "@opendti/engine";
import { formatExact, outlineOf } from "@opendti/engine";
import { DOCX, PDF } from "../../files/file-kind.js";
import { contentDisposition, safeFileName } from "../../files/file-name.js";
import { Raw } from "../../http/endpoint.js";
import { dayOf } from "../units/day.js";
import type { DocumentForm, OrderedDocument } from "./order.js";

/** A document's form, and what of its head is its own. */
export interface Asked {
  readonly form: DocumentForm;
  readonly number?: string | undefined;
  /** `2026-07-15`; absent: the day is written in by hand. */
  readonly day?: string | undefined;
}

/** A document to be made, and what its file is called. */
export interface Loaded {
  readonly document: OrderedDocument;
  readonly title: string;
}

/** The day of a document; of the present month, free, where none was said. */
export function dateOf({ day }: Pick<Asked, "day">, at: Date): PaperDate {
  const [year, month, of] = (day ?? dayOf(at)).split("-").map(Number);
  if (year === undefined || month === undefined || of === undefined) throw new RangeError(`no day: ${day}`);
  return day === undefined ? { year, month } : { year, month, day: of };
}

/** @param letter a công văn, whose symbol names the room that wrote it. */
export function headFor(letterhead: Letterhead, asked: Asked, at: Date, letter = false): OfficialHead {
  return headUnder(letterhead, { number: asked.number, date: dateOf(asked, at), letter });
}

/** Points by the label that the document prints, as decimal text. */
export function pointsByLabel(set: CompiledSet, score: UnitScore): Record<string, string> {
  return Object.fromEntries(
    outlineOf(set).flatMap(({ label, node }) => {
      const own = score.nodes[node.index];
      return own === undefined || !node.scored ? [] : [[label, formatExact(own.score)] as const];
    }),
  );
}

/** The label of an indicator by its address; the address itself of what stands outside of the rows. */
export function labelsByAddress(set: CompiledSet): (address: string) => string {
  const rows = outlineOf(set);
  return (address) => {
    const index = set.nodeOf.get(address);
    return (index === undefined ? undefined : rows[index]?.label) ?? address;
  };
}

/** A document to be saved, under a name that says what it is. */
export function download(title: string, form: DocumentForm, bytes: Buffer): Raw {
  const kind = form === "pdf" ? PDF : DOCX;
  // A dot in a unit's name is not the beginning of an ending.
  const name = safeFileName(`${title}.${form}`, kind);
  return new Raw(kind.mediaType, bytes, {
    "content-disposition": contentDisposition("attachment", name),
    "cache-control": "private, no-store",
  });
}
