/** A bundle of the made campaign, and the same with something changed and every hash put right again. */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { CampaignScorer, ResultText, type RunUnit, runInputText, type UnitResult } from "@opendti/engine";
import { containerOf, readContainer } from "../../src/bundle/container.js";
import { type AuditPart, type BundleManifest, PARTS, type PartName } from "../../src/bundle/format.js";
import { type BundleSource, sumsOf, writeBundle } from "../../src/bundle/write-bundle.js";
import { set, setText, unitsOf } from "./campaign.js";

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

const campaign = { id: "2b7c1f6e-0000-4000-8000-0000000000aa", name: "Đánh giá năm 2026", year: 2026 };

const batch = (number: number, previousHash: string) => ({
  number: String(number),
  fromXact: String(number * 10),
  toXact: String(number * 10 + 10),
  events: "4",
  previousHash,
  hash: sha256(`batch ${number}`),
  sealedAt: `2026-11-22T0${number}:00:00.000Z`,
});
const batches = [batch(4, sha256("batch 3")), batch(5, sha256("batch 4")), batch(6, sha256("batch 5"))];
const head = { number: "8", hash: sha256("batch 8"), sealedAt: "2026-11-22T09:00:00.000Z" };
const audit: AuditPart = { head, batches };

export function inputOf(units: readonly RunUnit[]): string {
  const setHash = sha256(setText);
  const pieces = units.map((unit, place) => runInputText.unit(unit, place === 0));
  const opening = runInputText.opening({
    campaign: { id: campaign.id, year: campaign.year },
    set: { id: set.id, version: set.version, hash: setHash },
  });
  return opening + pieces.join("") + runInputText.closing;
}

export function resultsOf(units: readonly RunUnit[]): UnitResult[] {
  const scorer = new CampaignScorer(set);
  for (const unit of units) scorer.add(unit);
  return scorer.finish();
}

export function textOf(results: readonly UnitResult[]): string {
  const text = new ResultText();
  return results.map((result) => text.add(result)).join("") + text.end();
}

/** What the bundle of so many units is made of. */
export function sourceOf(count: number): BundleSource {
  const units = unitsOf(count);
  const results = resultsOf(units);
  const input = inputOf(units);
  return {
    campaign,
    set: { id: set.id, version: set.version, title: set.source.title, text: setText },
    run: {
      id: "7d0f2c11-0000-4000-8000-0000000000bb",
      number: 2,
      state: "published",
      units: count,
      inputHash: sha256(input),
      resultHash: sha256(textOf(results)),
      compiledAt: "2026-11-22T03:00:00.000Z",
      approvedAt: "2026-11-22T04:00:00.000Z",
      publishedAt: "2026-11-22T05:00:00.000Z",
    },
    input: gzipSync(input),
    results,
    evidence: units.slice(0, 3).map(({ unit }) => ({
      unit: unit.id,
      evidence: [
        { code: "1.1", kind: "file", sha256: sha256(unit.name), mediaType: "application/pdf", bytes: 1234 },
        { code: "profile", kind: "document", number: "12", symbol: "QĐ-UBND", date: "2026-01-05" },
      ],
    })),
    audit,
  };
}

export async function bundleOf(count: number): Promise<Buffer> {
  return Buffer.concat(await writeBundle(sourceOf(count)));
}

/** A part as it stands in a bundle, unpacked. */
export function partOf(bundle: Uint8Array, name: PartName): Buffer {
  const bytes = readContainer(bundle)?.parts.find((part) => part.name === name)?.bytes;
  if (bytes === undefined) throw new Error(`no ${name}`);
  return name.endsWith(".gz") ? gunzipSync(bytes) : Buffer.from(bytes);
}

/**
 * The bundle with one part changed by somebody who knows the format: hashes, sizes and checksums are put right, in the
 * manifest as well.
 */
export function forged(
  bundle: Uint8Array,
  name: PartName,
  change: (text: string) => string,
  also: (manifest: BundleManifest) => unknown = (manifest) => manifest,
): Buffer {
  const parts = new Map((readContainer(bundle)?.parts ?? []).map((part) => [part.name, part.bytes]));
  const text = change(partOf(bundle, name).toString("utf8"));
  parts.set(name, name.endsWith(".gz") ? gzipSync(text) : Buffer.from(text));
  if (name !== PARTS.manifest) {
    const manifest = JSON.parse(partOf(bundle, PARTS.manifest).toString("utf8")) as BundleManifest;
    const told = manifest.parts.map((part) => {
      const bytes = parts.get(part.name) ?? Buffer.alloc(0);
      const plain = part.name.endsWith(".gz") ? gunzipSync(bytes) : undefined;
      return {
        name: part.name,
        bytes: bytes.length,
        sha256: sha256(bytes),
        ...(plain === undefined ? {} : { unpacked: { bytes: plain.length, sha256: sha256(plain) } }),
      };
    });
    const run = {
      ...manifest.run,
      inputHash: sha256(gunzipSync(parts.get(PARTS.input) ?? Buffer.alloc(0))),
      resultHash: sha256(gunzipSync(parts.get(PARTS.results) ?? Buffer.alloc(0))),
    };
    parts.set(PARTS.manifest, Buffer.from(JSON.stringify(also({ ...manifest, run, parts: told }))));
  }
  const kept = Object.values(PARTS).filter((part) => part !== PARTS.sums);
  const listed = kept.map((part) => ({ name: part, bytes: parts.get(part) ?? Buffer.alloc(0) }));
  return Buffer.concat(containerOf([...listed, { name: PARTS.sums, bytes: sumsOf(listed) }]));
}
