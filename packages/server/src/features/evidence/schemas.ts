/** Evidence on the wire. */
import { z } from "zod";
import type { Evidence } from "./repository.js";

const text = (most: number) => z.string().trim().max(most);
const optional = (most: number) => text(most).nullable().default(null);
const where = { page: optional(100), section: optional(300) };

const documentItem = z.object({
  kind: z.literal("document"),
  text: text(4000).min(1),
  number: optional(60),
  symbol: optional(100),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable()
    .default(null),
  issuer: optional(300),
  title: optional(2000),
  ...where,
});
const linkItem = z.object({
  kind: z.literal("link"),
  url: text(2000).min(1),
  title: optional(500),
  ...where,
});
const fileItem = z.object({
  kind: z.literal("file"),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: text(255).min(1),
  mediaType: z.string(),
  size: z.int(),
  ...where,
});

/** What a person gives: of a file, its hash and perhaps another name; size and type are what was stored. */
export const evidenceItem = z.discriminatedUnion("kind", [
  documentItem,
  linkItem,
  fileItem.omit({ mediaType: true, size: true }),
]);

const stored = {
  id: z.uuid(),
  code: z.string(),
  version: z.int(),
  by: z.object({ id: z.uuid(), displayName: z.string() }).nullable(),
  at: z.iso.datetime(),
};

export const evidenceSchema = z
  .discriminatedUnion("kind", [documentItem.extend(stored), linkItem.extend(stored), fileItem.extend(stored)])
  .meta({ id: "Evidence" });

export const evidenceOf = ({ item, at, ...rest }: Evidence) => ({ ...item, ...rest, at: at.toISOString() });
