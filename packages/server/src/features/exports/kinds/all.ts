/** Every kind of export, in the order in which they are offered. */
import { campaignBook } from "./campaign-book.js";
import type { ExportKind } from "./kind.js";

export const exportKinds: readonly ExportKind[] = [campaignBook];

/** The kind of a name; undefined when there is none (any more). */
export const exportKind = (name: string): ExportKind | undefined =>
  exportKinds.find(({ kind }) => kind === name);
