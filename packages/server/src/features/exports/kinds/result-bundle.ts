/**
 * The result bundle: set, data, results, references to evidence and the seals of the audit log in one file, which
 * `opendti verify` scores once more. It holds what everybody declared, so it is for those who see that.
 */
import { once } from "node:events";
import type { BundleSource } from "@opendti/documents";
import { streamResults } from "../../runs/results-repository.js";
import { findBundleRun, findSeals, streamEvidence } from "../bundle-repository.js";
import { type ExportKind, type ExportWork, ZIP } from "./kind.js";

export const resultBundle: ExportKind = {
  kind: "result-bundle",
  ending: "zip",
  mediaType: ZIP,
  of: "results",
  open: false,
  ofRun: true,
  async make(work, sink) {
    const { writeBundle } = await import("@opendti/documents");
    for (const piece of await writeBundle(await sourceOf(work)))
      if (!sink.write(piece)) await once(sink, "drain");
    sink.end();
  },
};

async function sourceOf({ db, edition, step }: ExportWork): Promise<BundleSource> {
  if (edition === null || edition.run === null) throw new RangeError("a result bundle is made of a run");
  const { campaign, run } = edition;
  const { set, input, ...stored } = await findBundleRun(db, run.id);
  const settled = run.published?.at ?? run.approved?.at ?? run.compiledAt;
  let done = 0;
  const counted = async function* () {
    for await (const result of streamResults(db, run.id)) {
      step(done, stored.units);
      yield result;
      done += 1;
    }
  };
  return {
    campaign: { id: campaign.id, name: campaign.name, year: campaign.year },
    set,
    run: {
      id: run.id,
      number: run.number,
      state: run.state,
      ...stored,
      resultHash: run.resultHash,
      compiledAt: run.compiledAt.toISOString(),
      approvedAt: run.approved?.at.toISOString() ?? null,
      publishedAt: run.published?.at.toISOString() ?? null,
    },
    input,
    results: counted(),
    evidence: streamEvidence(db, run.id, run.compiledAt),
    audit: await findSeals(db, { from: run.compiledAt, to: settled }),
  };
}
