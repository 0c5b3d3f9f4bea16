/** What a kind of export is called, and what it is good for. */
import type { TextId } from "../../shared/text.js";

interface KindWords {
  title: TextId;
  note: TextId;
}

const kinds: Readonly<Record<string, KindWords>> = {
  "campaign-book": { title: "exports.kind.campaign-book", note: "exports.note.campaign-book" },
  "open-data": { title: "exports.kind.open-data", note: "exports.note.open-data" },
  sdmx: { title: "exports.kind.sdmx", note: "exports.note.sdmx" },
  coinr: { title: "exports.kind.coinr", note: "exports.note.coinr" },
  "result-bundle": { title: "exports.kind.result-bundle", note: "exports.note.result-bundle" },
  "campaign-workbook": { title: "exports.kind.campaign-workbook", note: "exports.note.campaign-workbook" },
  "appraisal-workbook": { title: "exports.kind.appraisal-workbook", note: "exports.note.appraisal-workbook" },
};

/** The words of a kind; undefined for one that this page does not know yet. */
export const wordsOfKind = (kind: string): KindWords | undefined => kinds[kind];
