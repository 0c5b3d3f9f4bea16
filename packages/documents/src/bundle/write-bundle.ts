/** Writes a result bundle: the parts packed one after another, hashed, and put into one file. */
import { createHash } from "node:crypto";
import { canonicalJson, ResultText, type UnitResult } from "@opendti/engine";
import { type ContainerPart, containerOf } from "./container.js";
import {
  type AuditPart,
  BUNDLE_FORMAT,
  type BundleManifest,
  type BundlePart,
  type BundleRun,
  EVIDENCE_FORMAT,
  PARTS,
  type UnitEvidence,
} from "./format.js";
import { PackedLines, packedText } from "./packed-lines.js";

/** What a bundle is made of. */
export interface BundleSource {
  readonly campaign: BundleManifest["campaign"];
  readonly set: Omit<BundleManifest["set"], "hash"> & { readonly text: string };
  readonly run: BundleRun;
  /** The document that the run was scored from, gzipped, as it is stored. */
  readonly input: Uint8Array;
  /** As they are stored, in the order of the input. */
  readonly results: AsyncIterable<UnitResult> | Iterable<UnitResult>;
  /** Units without evidence need not come. */
  readonly evidence: AsyncIterable<UnitEvidence> | Iterable<UnitEvidence>;
  readonly audit: AuditPart;
}

/**
 * The file in pieces. Of the same source it is the same bytes, whenever and wherever it is made; nothing is asserted
 * that {@link verifyBundle} does not check.
 */
export async function writeBundle(source: BundleSource): Promise<Uint8Array[]> {
  const { run, audit } = source;
  const set = Buffer.from(source.set.text);
  const results = await packedText(resultPieces(source.results));
  const evidence = await packedText(evidencePieces(source.evidence));
  const described = [
    describe(PARTS.set, set),
    { ...describe(PARTS.input, source.input), unpacked: await unpackedOf(source.input) },
    { ...describe(PARTS.results, results.bytes), unpacked: results.unpacked },
    { ...describe(PARTS.evidence, evidence.bytes), unpacked: evidence.unpacked },
  ];
  const auditText = jsonText({ head: audit.head, batches: audit.batches });
  const manifest: BundleManifest = {
    format: BUNDLE_FORMAT,
    campaign: source.campaign,
    set: {
      id: source.set.id,
      version: source.set.version,
      title: source.set.title,
      hash: sha256(set),
    },
    run,
    audit: audit.head,
    parts: [...described, describe(PARTS.audit, auditText)],
  };
  const parts: ContainerPart[] = [
    { name: PARTS.manifest, bytes: jsonText(manifest) },
    { name: PARTS.set, bytes: set },
    { name: PARTS.input, bytes: source.input },
    { name: PARTS.results, bytes: results.bytes },
    { name: PARTS.evidence, bytes: evidence.bytes },
    { name: PARTS.audit, bytes: auditText },
  ];
  return containerOf([...parts, { name: PARTS.sums, bytes: sumsOf(parts) }]);
}

/** Hashes of parts, a line each, as `sha256sum -c` reads them. */
export const sumsOf = (parts: readonly ContainerPart[]): Buffer =>
  Buffer.from(parts.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(""));

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** For people too: members in one order, indented. */
const jsonText = (value: unknown): Buffer =>
  Buffer.from(`${JSON.stringify(JSON.parse(canonicalJson(value)), null, 1)}\n`);

const describe = (name: string, bytes: Uint8Array): BundlePart => ({
  name,
  bytes: bytes.length,
  sha256: sha256(bytes),
});

async function* resultPieces(results: BundleSource["results"]): AsyncGenerator<string> {
  const text = new ResultText();
  for await (const result of results) yield text.add(result);
  yield text.end();
}

async function* evidencePieces(units: BundleSource["evidence"]): AsyncGenerator<string> {
  yield `${canonicalJson({ format: EVIDENCE_FORMAT })}\n`;
  for await (const unit of units) yield `${canonicalJson(unit)}\n`;
}

async function unpackedOf(packed: Uint8Array): Promise<{ bytes: number; sha256: string }> {
  const lines = new PackedLines(packed, {
    bytes: Number.POSITIVE_INFINITY,
    line: Number.POSITIVE_INFINITY,
  });
  for await (const _ of lines);
  return lines.unpacked();
}
