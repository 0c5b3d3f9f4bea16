/** Reads the manifest, and the list of hashes beside it. */
import { z } from "zod";
import type { ContainerPart } from "./container.js";
import type { BundleDifference } from "./difference.js";
import { type BundleManifest, PARTS } from "./format.js";
import { sha256, sumsOf } from "./write-bundle.js";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const unpacked = z.strictObject({ bytes: z.number(), sha256: hash });
const seal = z.strictObject({ number: z.string().regex(/^\d+$/), hash, sealedAt: z.string() });
const moment = z.string();

const manifestSchema = z.strictObject({
  format: z.string(),
  campaign: z.strictObject({ id: z.string(), name: z.string(), year: z.int() }),
  set: z.strictObject({ id: z.string(), version: z.int(), title: z.string(), hash }),
  run: z.strictObject({
    id: z.string(),
    number: z.int(),
    state: z.string(),
    units: z.int(),
    inputHash: hash,
    resultHash: hash,
    compiledAt: moment,
    approvedAt: moment.nullable(),
    publishedAt: moment.nullable(),
  }),
  audit: seal.nullable(),
  parts: z.array(
    z.strictObject({
      name: z.string(),
      bytes: z.number(),
      sha256: hash,
      unpacked: unpacked.exactOptional(),
    }),
  ),
});

/** @returns undefined when it is too large, no JSON, or says something else than a manifest does. */
export function readManifest(bytes: Uint8Array, most: number): BundleManifest | undefined {
  const read = manifestSchema.safeParse(readJson(bytes, most));
  return read.success ? read.data : undefined;
}

/** The value of a part that is JSON; undefined when it is not, or larger than `most`. */
export function readJson(bytes: Uint8Array, most: number): unknown {
  if (bytes.length > most) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Parts whose hash is not the one in the list; the list itself, when it lists anything else. */
export function sumsDifferences(parts: readonly ContainerPart[]): BundleDifference[] {
  const listed = parts.filter(({ name }) => name !== PARTS.sums);
  const stored = parts.find(({ name }) => name === PARTS.sums)?.bytes ?? new Uint8Array();
  const expected = sumsOf(listed);
  if (Buffer.from(stored).equals(expected)) return [];
  const said = new Map(
    Buffer.from(stored)
      .toString("latin1")
      .split("\n")
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const wrong = listed.flatMap(({ name, bytes }): BundleDifference[] => {
    const [is, stated] = [sha256(bytes), said.get(name)];
    return stated === undefined || stated === is || !/^[0-9a-f]{64}$/.test(stated)
      ? []
      : [{ what: "hash", file: name, expected: stated, found: is }];
  });
  return wrong.length > 0 ? wrong : [{ what: "unreadable", file: PARTS.sums, expected: null, found: null }];
}

/** The audit part, as it is read. */
export const auditSchema = z.strictObject({
  head: seal.nullable(),
  batches: z.array(
    z.strictObject({
      ...seal.shape,
      fromXact: z.string().regex(/^\d+$/),
      toXact: z.string().regex(/^\d+$/),
      events: z.string().regex(/^\d+$/),
      previousHash: hash,
    }),
  ),
});
