/** The demo's data files, read and checked. Their shapes are described at the top of each file. */
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { queryOutcomes } from "../database/appraisal-tables.js";
import { assessmentStates, roles, stages } from "../database/schema.js";

const day = z.iso.date();
const unitName = z.object({ name: z.string(), short: z.string(), from: day, basis: z.string().default("") });

const unitsFile = z.object({
  kinds: z.array(z.object({ kind: z.string(), name: z.string(), level: z.int() })),
  groups: z.array(z.object({ code: z.string(), name: z.string() })),
  units: z.array(
    z.object({
      code: z.string(),
      kind: z.string(),
      parent: z.string().optional(),
      name: z.string(),
      short: z.string(),
      group: z.string().optional(),
      from: day,
      to: day.optional(),
      closed: z.string().optional(),
      names: z.array(unitName).optional(),
    }),
  ),
  letterheads: z.array(z.object({ unit: z.string(), to: z.array(z.string()) })),
  succession: z.array(
    z.object({
      from: z.array(z.string()),
      into: z.string(),
      kind: z.enum(["merged", "split", "replaced"]),
      on: day,
      basis: z.string(),
    }),
  ),
});

const accountsFile = z.object({
  accounts: z.array(
    z.object({
      login: z.string(),
      name: z.string(),
      language: z.enum(["vi", "en"]).default("vi"),
      disabled: z.string().optional(),
      grants: z.array(z.object({ role: z.enum(roles), unit: z.string() })),
    }),
  ),
});

const step = z.object({
  to: z.enum(assessmentStates),
  at: z.number(),
  by: z.string().optional(),
  reason: z.string().optional(),
});

const judged = z.object({
  at: z.number(),
  /** Indicators, or what they stand under. */
  agreed: z.array(z.string()).default([]),
  adjusted: z
    .array(
      z.object({
        code: z.string(),
        reason: z.string(),
        inputs: z.record(z.string(), z.unknown()).optional(),
        points: z.string().optional(),
      }),
    )
    .default([]),
});

const asked = z.object({
  code: z.string(),
  by: z.string(),
  at: z.number(),
  due: z.number(),
  body: z.string(),
  answers: z.array(z.object({ by: z.string().optional(), at: z.number(), body: z.string() })).default([]),
  answered: z.boolean().default(false),
  closed: z
    .object({ at: z.number(), outcome: z.enum(queryOutcomes), note: z.string().optional() })
    .optional(),
});

const campaignsFile = z.object({
  campaigns: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      year: z.int(),
      set: z.string(),
      set_version: z.int(),
      status: z.enum(["open", "closed"]),
      opened: z.number(),
      stages: z.array(z.object({ stage: z.enum(stages), opens: z.number(), due: z.number() })),
      groups: z.array(z.string()),
      data: z.string().optional(),
      appraisers: z.record(z.string(), z.array(z.string())).default({}),
      extensions: z
        .array(
          z.object({
            unit: z.string(),
            stage: z.enum(stages),
            due: z.number(),
            reason: z.string(),
            by: z.string(),
            at: z.number(),
          }),
        )
        .default([]),
      everyone: z.object({ steps: z.array(step) }).optional(),
      assessments: z
        .array(
          z.object({
            unit: z.string(),
            steps: z.array(step).default([]),
            case: z.object({ set: z.string(), case: z.string(), unit: z.string() }).optional(),
            profile: z.record(z.string(), z.unknown()).optional(),
            assignments: z.record(z.string(), z.array(z.string())).optional(),
            comments: z
              .array(z.object({ code: z.string(), at: z.number(), by: z.string(), body: z.string() }))
              .default([]),
            appraisals: judged.optional(),
            queries: z.array(asked).default([]),
          }),
        )
        .default([]),
    }),
  ),
});

const plansFile = z.object({
  plans: z.array(
    z.object({
      set: z.string(),
      plan: z.string(),
      since: z.number(),
      organisations: z.record(z.string(), z.string()),
      reports: z.array(
        z.object({
          organisation: z.string(),
          ago: z.int(),
          by: z.string().optional(),
          sent: z.boolean().default(false),
          lines: z.array(
            z.object({
              code: z.string(),
              input: z.string().default(""),
              finished: z.boolean().default(false),
              done: z.string().default(""),
              difficulties: z.string().default(""),
              proposal: z.string().default(""),
            }),
          ),
        }),
      ),
    }),
  ),
});

const evidenceFile = z.looseObject({
  kind: z.string(),
  number: z.string().optional(),
  date: z.string().optional(),
  issuer: z.string().optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  page: z.union([z.string(), z.number()]).optional(),
  section: z.string().optional(),
  text: z.string().optional(),
});

const dataFile = z.looseObject({
  units: z.array(
    z.looseObject({
      unit: z.string(),
      group: z.string().optional(),
      profile: z.record(z.string(), z.unknown()).default({}),
      answers: z.record(z.string(), z.unknown()).default({}),
      evidence: z.record(z.string(), z.array(evidenceFile)).default({}),
    }),
  ),
});

export type DemoUnits = z.output<typeof unitsFile>;
export type DemoAccounts = z.output<typeof accountsFile>;
export type DemoCampaign = z.output<typeof campaignsFile>["campaigns"][number];
export type DemoPlan = z.output<typeof plansFile>["plans"][number];
export type DemoData = z.output<typeof dataFile>["units"][number];
export type DemoEvidence = z.output<typeof evidenceFile>;

const folder = new URL("../../demo/", import.meta.url);
/** The sets that ship with the product. */
export const setsFolder = new URL("../../../../sets/", import.meta.url);

const read = async <T>(place: URL, schema: z.ZodType<T>): Promise<T> =>
  schema.parse(parse(await readFile(place, "utf8")));

export const readUnits = (): Promise<DemoUnits> => read(new URL("units.yaml", folder), unitsFile);
export const readAccounts = (): Promise<DemoAccounts> => read(new URL("accounts.yaml", folder), accountsFile);
export const readCampaigns = async (): Promise<DemoCampaign[]> =>
  (await read(new URL("campaigns.yaml", folder), campaignsFile)).campaigns;

export const readPlans = async (): Promise<DemoPlan[]> =>
  (await read(new URL("plans.yaml", folder), plansFile)).plans;

/** The declared data of a campaign's units, by unit. */
export async function readData(file: string): Promise<Map<string, DemoData>> {
  const { units } = await read(new URL(file, folder), dataFile);
  return new Map(units.map((unit) => [unit.unit, unit]));
}

/** One unit of a case that ships with a set. */
export async function readCase({
  set,
  case: name,
  unit,
}: NonNullable<DemoCampaign["assessments"][number]["case"]>): Promise<DemoData> {
  const { units } = await read(new URL(`${set}/cases/${name}.yaml`, setsFolder), dataFile);
  const found = units.find((one) => one.unit === unit);
  if (found === undefined) throw new Error(`the case ${name} has no unit ${unit}`);
  return found;
}
