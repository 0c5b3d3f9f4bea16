/** Units on the wire. */
import { z } from "zod";

export const day = z.iso.date();

const code = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u);
/** No line breaks and no other control characters: names stand in one line, and PostgreSQL keeps no zero byte. */
const oneLine = z
  .string()
  .trim()
  .regex(/^\P{Cc}*$/u);
const name = oneLine.min(1).max(300);
export const kind = oneLine.min(1).max(100);
const basis = oneLine.max(1000);
const rankingGroup = oneLine.max(100).nullable().optional();

export const unitSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    kind: z.string(),
    kindName: z.string(),
    parentId: z.uuid().nullable(),
    name: z.string(),
    shortName: z.string(),
    rankingGroup: z.string().nullable(),
    validFrom: day,
    validTo: day.nullable(),
    version: z.int(),
    childCount: z.int(),
  })
  .meta({ id: "Unit" });

const successionSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(["merged", "split", "replaced"]),
  on: day,
  legalBasis: z.string(),
});

export const unitPageSchema = unitSchema
  .extend({
    closedReason: z.string().nullable(),
    rankingGroupName: z
      .string()
      .nullable()
      .describe("The name that the newest campaign with this ranking group gives it"),
    names: z.array(
      z.object({
        name: z.string(),
        shortName: z.string(),
        from: day,
        to: day.nullable(),
        legalBasis: z.string(),
      }),
    ),
    predecessors: z.array(successionSchema),
    successors: z.array(successionSchema),
    results: z.array(
      z.object({
        campaignId: z.uuid(),
        campaignName: z.string(),
        year: z.int(),
        total: z.string(),
        max: z.string(),
        rank: z.int().nullable(),
        unit: z.object({ id: z.uuid(), name: z.string() }),
      }),
    ),
  })
  .meta({ id: "UnitPage" });

export const unitKindSchema = z.object({ kind: z.string(), name: z.string(), level: z.int() });

export const newUnitSchema = z.strictObject({
  code,
  name,
  shortName: name.optional(),
  kind,
  parentId: z.uuid().nullable(),
  rankingGroup,
  validFrom: day,
  legalBasis: basis.optional(),
});

export const unitChangeSchema = z.strictObject({
  code: code.optional(),
  name: name.optional(),
  shortName: name.optional(),
  kind: kind.optional(),
  parentId: z.uuid().nullable().optional(),
  movedOn: day.optional(),
  rankingGroup,
  validFrom: day.optional(),
  validTo: z.null().optional(),
});

export const renamingSchema = z.strictObject({
  name,
  shortName: name.optional(),
  on: day,
  legalBasis: basis.min(1),
});

export const closingSchema = z.strictObject({ on: day, reason: basis.min(1) });

export const mergerSchema = z.strictObject({
  predecessors: z.array(z.uuid()).min(1).max(200),
  into: z.union([
    z.strictObject({ id: z.uuid() }),
    z.strictObject({
      code,
      name,
      shortName: name.optional(),
      kind,
      parentId: z.uuid().nullable(),
      rankingGroup,
    }),
  ]),
  on: day,
  legalBasis: basis.min(1),
});
