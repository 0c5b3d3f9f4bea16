/** Letterheads and templates on the wire, and what is asked of every document. */
import { z } from "zod";

/** No line breaks and no other control characters. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u);
const lines = z.array(line(300).min(1)).max(30);

export const letterheadContent = z
  .object({
    fullName: line(300),
    shortName: line(300),
    superior: line(300),
    body: line(300),
    symbol: line(60),
    room: line(60),
    place: line(100),
    to: lines,
    recipients: lines,
    kept: line(200),
    signer: z.object({
      form: z.enum(["head", "acting", "deputy", "ordered", "delegated"]),
      collective: line(200),
      head: line(200),
      office: line(200),
      name: line(200),
    }),
  })
  .meta({ id: "Letterhead" });

export const letterheadView = z
  .object({ letterhead: letterheadContent, version: z.int(), mayChange: z.boolean() })
  .meta({ id: "LetterheadView" });

/** Of every document: its form, and what is its own in its head. */
export const documentQuery = z.object({
  form: z.enum(["docx", "pdf"]).default("docx"),
  number: line(40).optional(),
  /** A whole day; absent: this month's, the day left free. */
  day: z.iso.date().optional(),
});

const templateFinding = z
  .object({
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    message: z.object({ vi: z.string(), en: z.string() }),
    /** The words of the paragraph in which it stands; null for what is missing from the whole. */
    at: z.string().nullable(),
  })
  .meta({ id: "TemplateFinding" });

export const templateHead = z
  .object({
    id: z.uuid(),
    name: z.string(),
    findings: z.array(templateFinding),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "ReportTemplate" });
