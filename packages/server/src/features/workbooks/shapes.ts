/** Workbooks on the wire. */
import { z } from "zod";
import { answerValue, person } from "../answers/routes.js";
import { rowStates } from "./comparing.js";

const words = z.object({ vi: z.string(), en: z.string() });
const cell = z.object({ sheet: z.string(), cell: z.string() });

const row = {
  row: z.int().describe("its number in the reading, to take it by"),
  place: cell,
  code: z.string(),
  state: z
    .enum(rowStates)
    .describe(
      "same: nothing to take · clears: an empty cell where a value is stored · conflict: what is stored changed after the workbook was made · closed: not yours to fill in, or not now",
    ),
  message: words.nullable().describe("why it cannot be taken, or how it was read"),
  version: z.int().describe("of what is stored, to take it on; of evidence 0"),
};

const fieldRow = z.object({
  kind: z.literal("field"),
  ...row,
  input: z.string().describe('empty: the mark "not applicable", with its reason as the value'),
  value: answerValue,
  stored: answerValue,
  by: person.nullable(),
  at: z.iso.datetime().nullable(),
});

const text = z.string().nullable();

const evidenceRow = z.object({
  kind: z.literal("evidence"),
  ...row,
  item: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("document"),
      text: z.string(),
      number: text,
      symbol: text,
      date: text,
      issuer: text,
      title: text,
      page: text,
      section: text,
    }),
    z.object({ kind: z.literal("link"), url: z.string() }),
  ]),
});

const notes = z.array(
  z.object({
    severity: z.enum(["warning", "information"]),
    code: z.string(),
    message: words,
    place: cell.optional(),
  }),
);

const counts = z.object({
  same: z.int(),
  untouched: z.int().describe("as written into the workbook, while what is stored changed"),
  absent: z.int().describe("fields that the workbook no longer has"),
});

const score = z.object({ answered: z.int(), total: z.string(), max: z.string() });

export const reading = z
  .object({
    id: z.uuid(),
    name: z.string(),
    at: z.iso.datetime(),
    notes,
    counts,
    rows: z.array(z.discriminatedUnion("kind", [fieldRow, evidenceRow])),
    total: z.object({ before: score, after: score }),
  })
  .meta({ id: "WorkbookReading" });

const named = z.object({ id: z.uuid(), name: z.string() });
const common = { id: z.uuid(), name: z.string(), at: z.iso.datetime(), notes, counts };

export const campaignReading = z
  .object({
    ...common,
    rows: z.array(fieldRow.extend({ assessmentId: z.uuid(), unit: named })),
  })
  .meta({ id: "CampaignWorkbookReading" });

const judgement = z.object({
  verdict: z.enum(["agreed", "adjusted"]).nullable(),
  inputs: z.record(z.string(), answerValue).nullable(),
  points: z.string().nullable(),
  reason: z.string().nullable(),
});

export const appraisalReading = z
  .object({
    ...common,
    rows: z.array(
      z.object({
        ...row,
        assessmentId: z.uuid(),
        unit: named,
        given: judgement,
        stored: judgement,
        by: person.nullable(),
        at: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: "AppraisalWorkbookReading" });

/** More than any form has; a campaign's workbook is taken in several turns. */
const MOST_ROWS = 5000;

export const chosen = z.object({
  rows: z
    .array(
      z.object({
        row: z.int().min(0),
        version: z.int().min(0),
      }),
    )
    .min(1)
    .max(MOST_ROWS),
});

export const taken = z.object({ taken: z.int() });
