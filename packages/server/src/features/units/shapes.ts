/** Units on the wire. */
import { z } from "zod";

export const day = z.iso.date();

const code = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u);
const name = z.string().trim().min(1).max(300);
const kind = z.string().min(1).max(100);
const basis = z.string().trim().max(1000);

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
  rankingGroup: z.string().trim().max(100).nullable().optional(),
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
  rankingGroup: z.string().trim().max(100).nullable().optional(),
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
      rankingGroup: z.string().trim().max(100).nullable().optional(),
    }),
  ]),
  on: day,
  legalBasis: basis.min(1),
});
