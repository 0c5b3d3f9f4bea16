/** Plans and the reports on them, on the wire. */
import { deadlineStateWords } from "@opendti/documents/pure";
import { z } from "zod";

const finding = z
  .object({
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    at: z.string(),
    message: z.object({ vi: z.string(), en: z.string() }),
    line: z.int().nullable(),
  })
  .meta({ id: "PlanFinding" });

export const head = z
  .object({
    id: z.uuid(),
    set: z.object({ id: z.string(), version: z.int() }),
    key: z.string(),
    title: z.string(),
    issuer: z.string(),
    year: z.int().nullable(),
    reporting: z.string().nullable(),
    assignments: z.int(),
    findings: z.array(finding),
    createdAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: "PlanHead" });

export const detail = head
  .extend({
    setTitle: z.string(),
    /** Whose points may stand beside the indicators, newest first. */
    assessments: z.array(z.object({ id: z.uuid(), unit: z.string(), campaign: z.string(), year: z.int() })),
    lines: z.array(
      z.object({
        code: z.string(),
        input: z.string().nullable(),
        title: z.string().nullable(),
        lead: z.array(z.string()),
        coordinating: z.array(z.string()),
        deadline: z.object({ text: z.string(), due: z.iso.date().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: "Plan" });

const period = z.object({ year: z.int(), quarter: z.int().min(1).max(4) });

export const concernedPlan = z
  .object({
    id: z.uuid(),
    title: z.string(),
    issuer: z.string(),
    year: z.int().nullable(),
    reporting: z.string().nullable(),
    assignments: z.int(),
    own: z.boolean().describe("A unit of the account reports on it"),
    due: period
      .extend({ dueOn: z.iso.date(), late: z.boolean(), expected: z.int(), sent: z.int() })
      .nullable()
      .describe("The reports on a quarter that are not all there yet"),
  })
  .meta({ id: "ConcernedPlan" });

const unit = z.object({ id: z.uuid(), name: z.string() }).nullable();

export const organisations = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        leads: z.int(),
        unit,
        suggested: unit.describe("Of the same code or name"),
      }),
    ),
    version: z.int(),
  })
  .meta({ id: "PlanOrganisations" });

export const reportState = z.enum(["open", "sent"]);

const told = period.extend({
  finished: z.boolean(),
  done: z.string(),
  difficulties: z.string(),
  proposal: z.string(),
});
const person = z.object({ id: z.uuid(), displayName: z.string() }).nullable();

export const entrySchema = told
  .extend({ version: z.int(), by: person, at: z.iso.datetime() })
  .meta({ id: "ProgressEntry" });

const states = Object.keys(deadlineStateWords) as (keyof typeof deadlineStateWords)[];

const lead = z
  .object({
    organisation: z.string(),
    name: z.string(),
    unit,
    own: z.boolean(),
    report: z.object({
      state: reportState,
      reason: z.string().nullable().describe("Why it was given back"),
      version: z.int(),
      by: person.describe("Who sent it or gave it back"),
      at: z.iso.datetime().nullable(),
    }),
    expected: z.boolean(),
    late: z.boolean(),
    may: z.object({ write: z.boolean(), giveBack: z.boolean() }),
  })
  .meta({ id: "PlanLead" });

const line = z
  .object({
    organisation: z.string(),
    code: z.string(),
    input: z.string(),
    title: z.string().nullable(),
    pillar: z.string().nullable(),
    max: z.string().nullable(),
    note: z.string().nullable(),
    others: z.array(z.string()).describe("Who leads it too"),
    coordinating: z.array(z.string()),
    deadline: z.object({ text: z.string(), due: z.iso.date().nullable() }).nullable(),
    state: z.enum(states),
    entry: entrySchema.nullable(),
    before: z.array(told),
  })
  .meta({ id: "ProgressLine" });

export const board = z
  .object({
    plan: z.object({ id: z.uuid(), title: z.string(), issuer: z.string(), reporting: z.string().nullable() }),
    period,
    on: z.iso.date().describe("The day on which deadlines are looked at"),
    periods: z.array(period),
    leads: z.array(lead),
    lines: z.array(line),
  })
  .meta({ id: "PlanProgress" });
