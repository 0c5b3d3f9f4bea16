/** The workbooks' part of what the server describes; see contract.ts. */
import type { components } from "./schema.gen.js";

type Schemas = components["schemas"];

/** What a workbook that was filled in would change in an assessment. */
export type WorkbookReading = Schemas["WorkbookReading"];
export type WorkbookRow = WorkbookReading["rows"][number];
/** A field as the workbook has it, beside what is stored. */
export type FieldRow = Omit<Extract<WorkbookRow, { kind: "field" }>, "kind">;
/** The same of a whole campaign, and of what an appraiser judged. */
export type CampaignWorkbookReading = Schemas["CampaignWorkbookReading"];
export type AppraisalWorkbookReading = Schemas["AppraisalWorkbookReading"];
export type WorkbookNote = WorkbookReading["notes"][number];
