/** Evidence on the wire. */
import { z } from "zod";
import type { Evidence } from "./repository.js";

const written = (most: number) => z.string().trim().max(most);
/** Absent is "not said"; null is "there is none". */
const part = (most: number) => written(most).nullable().optional();
const place = { page: part(100), section: part(300) };
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a person gives. Of a file its hash and perhaps another name: size and type are what was stored. */
export const givenItem = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("document"),
      text: written(4000).min(1),
      number: part(60),
      symbol: part(100),
      date: part(10),
      issuer: part(300),
      title: part(2000),
      ...place,
    }),
    z.object({ kind: z.literal("link"), url: written(2000).min(1), title: part(500), ...place }),
    z.object({ kind: z.literal("file"), hash, name: written(255).min(1).optional(), ...place }),
  ])
  .meta({ id: "GivenEvidence" });

export type GivenItem = z.output<typeof givenItem>;
export type GivenDocument = Extract<GivenItem, { kind: "document" }>;

const text = z.string().nullable();
const stored = {
  id: z.uuid(),
  code: z.string(),
  version: z.int(),
  by: z.object({ id: z.uuid(), displayName: z.string() }).nullable(),
  at: z.iso.datetime(),
  page: text,
  section: text,
};

export const evidenceSchema = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("document"),
      text: z.string(),
      number: text,
      symbol: text,
      date: text.describe("YYYY-MM-DD, YYYY-MM or YYYY"),
      issuer: text,
      title: text,
      ...stored,
    }),
    z.object({ kind: z.literal("link"), url: z.string(), title: text, ...stored }),
    z.object({
      kind: z.literal("file"),
      hash,
      name: z.string(),
      mediaType: z.string(),
      size: z.int(),
      ...stored,
    }),
  ])
  .meta({ id: "Evidence" });

export const evidenceOf = ({ id, code, version, item, by, at }: Evidence) => ({
  ...item,
  id,
  code,
  version,
  by,
  at: at.toISOString(),
});

export const fileSchema = z
  .object({ hash, name: z.string(), size: z.int(), mediaType: z.string() })
  .meta({ id: "StoredFile" });

export const libraryFileSchema = fileSchema
  .extend({ at: z.iso.datetime(), usedIn: z.array(z.object({ year: z.int(), code: z.string() })) })
  .meta({ id: "LibraryFile" });
