/** Every kind of export, in the order in which they are offered. */
import { appraisalWorkbook } from "./appraisal-workbook.js";
import { campaignBook } from "./campaign-book.js";
import { campaignWorkbook } from "./campaign-workbook.js";
import { coinr } from "./coinr.js";
import type { ExportKind } from "./kind.js";
import { openData } from "./open-data.js";
import { resultBundle } from "./result-bundle.js";
import { sdmx } from "./sdmx.js";

export const exportKinds: readonly ExportKind[] = [
  campaignBook,
  openData,
  sdmx,
  coinr,
  resultBundle,
  campaignWorkbook,
  appraisalWorkbook,
];

/** The kind of a name; undefined when there is none (any more). */
export const exportKind = (name: string): ExportKind | undefined =>
  exportKinds.find(({ kind }) => kind === name);
