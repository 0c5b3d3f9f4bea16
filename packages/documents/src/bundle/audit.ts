/**
 * The part on the audit log: batches of its chain, as they were sealed since the run was made. Their events stay in the
 * house, so their hashes cannot be computed again here; that they follow one another can be seen, and a head written
 * down elsewhere can be compared.
 */
import type { BundleDifference } from "./difference.js";
import { type AuditBatch, type AuditPart, type AuditSeal, PARTS } from "./format.js";
import { auditSchema, readJson } from "./manifest.js";

/** The first thing in the part that is not as it must be. */
export function auditDifference(
  bytes: Uint8Array,
  head: AuditSeal | null,
  most: number,
): BundleDifference | undefined {
  const read = auditSchema.safeParse(readJson(bytes, most));
  if (!read.success) return { what: "unreadable", file: PARTS.audit, expected: null, found: null };
  const part: AuditPart = read.data;
  if (JSON.stringify(seal(part.head)) !== JSON.stringify(seal(head)))
    return { what: "audit", file: PARTS.audit, code: "head", expected: told(head), found: told(part.head) };
  for (const [place, batch] of part.batches.entries()) {
    const broken = misfit(batch, part.batches[place - 1], part.head);
    if (broken !== undefined) return { what: "audit", file: PARTS.audit, ...broken };
  }
  return undefined;
}

const seal = (of: AuditSeal | null) => of && [of.number, of.hash, of.sealedAt];
const told = (of: AuditSeal | null): string | null => of && `${of.number} ${of.hash}`;

function misfit(
  batch: AuditBatch,
  before: AuditBatch | undefined,
  head: AuditSeal | null,
): Pick<BundleDifference, "code" | "expected" | "found"> | undefined {
  const unless = (code: string, expected: string, found: string) =>
    expected === found ? undefined : { code: `${batch.number}.${code}`, expected, found };
  if (head === null || BigInt(batch.number) > BigInt(head.number))
    return { code: batch.number, expected: head?.number ?? null, found: batch.number };
  if (batch.number === head.number) {
    const other = unless("hash", head.hash, batch.hash);
    if (other !== undefined) return other;
  }
  if (before === undefined) return undefined;
  return (
    unless("number", String(BigInt(before.number) + 1n), batch.number) ??
    unless("fromXact", before.toXact, batch.fromXact) ??
    unless("previousHash", before.hash, batch.previousHash)
  );
}
