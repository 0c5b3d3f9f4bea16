/** The part on evidence: references to what proves the data. Files stay in the house; their hashes say which they were. */
import { type CompiledSet, PROFILE } from "@opendti/engine";
import { z } from "zod";
import type { BundleDifference } from "./difference.js";
import { EVIDENCE_FORMAT, PARTS } from "./format.js";
import { type PackedLines, Unpackable } from "./packed-lines.js";

const text = z.string().nullable().exactOptional();
const unitLine = z.strictObject({
  unit: z.string(),
  evidence: z.array(
    z.strictObject({
      code: z.string(),
      kind: z.enum(["document", "link", "file"]),
      number: text,
      symbol: text,
      date: text,
      issuer: text,
      page: text,
      section: text,
      url: z.string().exactOptional(),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .exactOptional(),
      mediaType: z.string().exactOptional(),
      bytes: z.number().exactOptional(),
    }),
  ),
});

/** The first line that is no evidence of a unit and an indicator that are there; the lines are read to their end. */
export async function evidenceDifference(
  lines: PackedLines,
  set: CompiledSet,
  units: ReadonlySet<string>,
): Promise<BundleDifference | undefined> {
  const at = (line: number, found: string | null): BundleDifference => ({
    what: "evidence",
    file: PARTS.evidence,
    line,
    expected: null,
    found,
  });
  let line = 0;
  try {
    for await (const row of lines) {
      line += 1;
      const read: unknown = JSON.parse(row);
      if (line === 1) {
        const { format } = read as { format?: unknown };
        if (format !== EVIDENCE_FORMAT) return { ...at(line, String(format)), expected: EVIDENCE_FORMAT };
        continue;
      }
      const { unit, evidence } = unitLine.parse(read);
      if (!units.has(unit)) return at(line, unit);
      const stray = evidence.find(({ code }) => code !== PROFILE && !set.nodeOf.has(code));
      if (stray !== undefined) return at(line, stray.code);
    }
  } catch (cause) {
    if (cause instanceof Unpackable)
      return {
        what: cause.reason === "damaged" ? "unreadable" : "too-large",
        file: PARTS.evidence,
        expected: null,
        found: null,
      };
    return { ...at(line, null), what: "unreadable" };
  }
  return line === 0 ? at(0, null) : undefined;
}
