/** Every kind of export, in the order in which they are offered. */
import { campaignBook } from "./campaign-book.js";
import { coinr } from "./coinr.js";
import type { ExportKind } from "./kind.js";
import { openData } from "./open-data.js";
import { resultBundle } from "./result-bundle.js";
import { sdmx } from "./sdmx.js";

export const exportKinds: readonly ExportKind[] = [campaignBook, openData, sdmx, coinr, resultBundle];

/** The kind of a name; undefined when there is none (any more). */
export const exportKind = (name: string): ExportKind | undefined =>
  exportKinds.find(({ kind }) => kind === name);
