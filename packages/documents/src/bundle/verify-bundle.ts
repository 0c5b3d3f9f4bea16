/**
 * Verifies a result bundle by itself, without a server: every byte, every hash, and the scores computed once more from
 * the set's text and the input, compared with what is recorded, character by character.
 */
import { loadSet } from "@opendti/engine";
import { auditDifference } from "./audit.js";
import { type ContainerPart, readContainer } from "./container.js";
import type { BundleDifference } from "./difference.js";
import { evidenceDifference } from "./evidence.js";
import { BUNDLE_FORMAT, type BundleManifest, PARTS, type PartName } from "./format.js";
import { readManifest, sumsDifferences } from "./manifest.js";
import { PackedLines, type UnpackLimits } from "./packed-lines.js";
import { rescore } from "./rescore.js";
import { sha256 } from "./write-bundle.js";

export interface VerifyLimits extends UnpackLimits {
  /** Bytes of the file. */
  readonly file: number;
  /** Bytes of the set's text. */
  readonly set: number;
  /** Bytes of the manifest, and of the audit part. */
  readonly json: number;
  /** Units of the input: each takes some kilobytes until the groups are complete. */
  readonly units: number;
}

/** Many times what a campaign of four thousand units takes. */
export const VERIFY_LIMITS: VerifyLimits = {
  file: 512 * 1024 * 1024,
  bytes: 4 * 1024 * 1024 * 1024,
  line: 8 * 1024 * 1024,
  set: 8 * 1024 * 1024,
  json: 16 * 1024 * 1024,
  units: 200_000,
};

export interface Verification {
  /** Every byte is right, and the scores follow from the data. */
  readonly verified: boolean;
  /** As it stands in the bundle; undefined when it cannot be read. Believe it only when the bundle is verified. */
  readonly manifest: BundleManifest | undefined;
  /** Units whose results were computed again. */
  readonly rescored: number;
  /** The first of each kind, the most telling ones last. None: verified. */
  readonly differences: readonly BundleDifference[];
}

/**
 * Verifies a bundle. Whatever the bytes are, it answers and does not throw; it opens nothing else.
 * @param tell called now and then with how many units were scored so far.
 */
export async function verifyBundle(
  bytes: Uint8Array,
  limits: VerifyLimits = VERIFY_LIMITS,
  tell: (units: number) => void = () => undefined,
): Promise<Verification> {
  if (bytes.length > limits.file) return nothing({ what: "too-large", file: null });
  const container = readContainer(bytes);
  if (container === undefined) return nothing({ what: "not-a-bundle", file: null });
  const { parts, stray } = container;
  const shape = shapeDifference(parts);
  if (shape !== undefined) return nothing(shape);
  const part = (name: PartName): Uint8Array =>
    parts.find((one) => one.name === name)?.bytes ?? new Uint8Array();
  const differences: BundleDifference[] = [];
  if (stray !== undefined)
    differences.push({ what: "container", file: stray.part, byte: stray.at, expected: null, found: null });
  differences.push(...sumsDifferences(parts));
  const manifest = readManifest(part(PARTS.manifest), limits.json);
  if (manifest === undefined || manifest.format !== BUNDLE_FORMAT) {
    differences.push({
      what: "unreadable",
      file: PARTS.manifest,
      expected: BUNDLE_FORMAT,
      found: manifest?.format ?? null,
    });
    return { verified: false, manifest: undefined, rescored: 0, differences };
  }
  const { rescored, found } = await contentDifferences(manifest, part, limits, tell);
  differences.push(...found);
  return { verified: differences.length === 0, manifest, rescored, differences };
}

const nothing = (one: Pick<BundleDifference, "what" | "file"> & Partial<BundleDifference>): Verification => ({
  verified: false,
  manifest: undefined,
  rescored: 0,
  differences: [{ expected: null, found: null, ...one }],
});

/** The parts that must be there, in their order, and no others. */
function shapeDifference(parts: readonly ContainerPart[]): BundleDifference | undefined {
  const names = parts.map(({ name }) => name);
  for (const [place, expected] of Object.values(PARTS).entries()) {
    const found = names[place] ?? null;
    if (found === expected) continue;
    const what = names.includes(expected) ? "part-unknown" : "part-missing";
    return { what, file: expected, expected, found };
  }
  const stray = names[Object.keys(PARTS).length];
  return stray === undefined
    ? undefined
    : { what: "part-unknown", file: null, expected: null, found: printable(stray) };
}

/** A name of a stranger's, fit to be printed. */
const printable = (name: string): string => name.replace(/[^\x21-\x7e]/g, "?");

async function contentDifferences(
  manifest: BundleManifest,
  part: (name: PartName) => Uint8Array,
  limits: VerifyLimits,
  tell: (units: number) => void,
): Promise<{ readonly rescored: number; readonly found: readonly BundleDifference[] }> {
  const found: BundleDifference[] = [];
  const stated = (code: string, expected: unknown, is: unknown): void => {
    if (expected !== is)
      found.push({
        what: "manifest",
        file: PARTS.manifest,
        code,
        expected: String(expected),
        found: String(is),
      });
  };
  for (const [name, described] of describedParts(manifest)) {
    stated(`parts.${name}.bytes`, part(name).length, described?.bytes);
    stated(`parts.${name}.sha256`, sha256(part(name)), described?.sha256);
  }
  stated("set.hash", sha256(part(PARTS.set)), manifest.set.hash);
  const audit = auditDifference(part(PARTS.audit), manifest.audit, limits.json);
  if (audit !== undefined) found.push(audit);
  const setBytes = part(PARTS.set);
  if (setBytes.length > limits.set) return { rescored: 0, found: [...found, tooLarge(PARTS.set)] };
  const loaded = loadSet(new TextDecoder().decode(setBytes), PARTS.set);
  if (!loaded.ok) {
    const [problem] = loaded.problems;
    const said = problem === undefined ? null : problem.message.vi;
    found.push({ what: "set", file: PARTS.set, expected: null, found: said });
    return { rescored: 0, found };
  }
  const { set } = loaded.value;
  stated("set.id", set.id, manifest.set.id);
  stated("set.version", set.version, manifest.set.version);
  stated("set.title", set.source.title, manifest.set.title);
  const input = new PackedLines(part(PARTS.input), limits);
  const results = new PackedLines(part(PARTS.results), limits);
  const scored = await rescore(set, manifest, { input, results }, { most: limits.units, tell });
  found.push(...scored.differences);
  if (scored.readWhole) {
    stated("run.units", scored.units.size, manifest.run.units);
    const [inputText, resultText] = [input.unpacked(), results.unpacked()];
    stated("run.inputHash", inputText.sha256, manifest.run.inputHash);
    stated("run.resultHash", resultText.sha256, manifest.run.resultHash);
    statedUnpacked(stated, manifest, PARTS.input, inputText);
    statedUnpacked(stated, manifest, PARTS.results, resultText);
  }
  const evidence = new PackedLines(part(PARTS.evidence), limits);
  const wrong = await evidenceDifference(evidence, set, scored.units);
  if (wrong !== undefined) found.push(wrong);
  else statedUnpacked(stated, manifest, PARTS.evidence, evidence.unpacked());
  return { rescored: scored.rescored, found };
}

type Stated = (code: string, expected: unknown, is: unknown) => void;

function statedUnpacked(
  stated: Stated,
  { parts }: BundleManifest,
  name: PartName,
  text: { readonly bytes: number; readonly sha256: string },
): void {
  const said = parts.find((one) => one.name === name)?.unpacked;
  stated(`parts.${name}.unpacked.bytes`, text.bytes, said?.bytes);
  stated(`parts.${name}.unpacked.sha256`, text.sha256, said?.sha256);
}

function describedParts({ parts }: BundleManifest) {
  const names = Object.values(PARTS).filter((name) => name !== PARTS.manifest && name !== PARTS.sums);
  return names.map((name) => [name, parts.find((one) => one.name === name)] as const);
}

const tooLarge = (file: string): BundleDifference => ({
  what: "too-large",
  file,
  expected: null,
  found: null,
});
