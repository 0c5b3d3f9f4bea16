/** `datapackage.json`: the package described by Data Package 2.0 (datapackage.org). */
import type { CampaignFrame } from "../campaign-book/types.js";
import { descriptionOf, isPublic, issuedAt, PUBLISHER, type Publication, TERMS, titleOf } from "./about.js";
import type { WrittenPart } from "./package-writer.js";
import { tables } from "./tables.js";

/** @param parts as they were written, by name. */
export function descriptorOf(
  frame: CampaignFrame,
  { publisher, homepage }: Publication,
  parts: ReadonlyMap<string, WrittenPart>,
): unknown {
  const { campaign, set, run } = frame;
  const created = issuedAt(frame);
  const described = descriptionOf(frame);
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `opendti-${campaign.id}`,
    id: `urn:uuid:${campaign.id}`,
    title: titleOf(frame).vi,
    description: `${described.vi}\n\n${described.en}`,
    ...(homepage === null ? {} : { homepage }),
    ...(run === null ? {} : { version: `${campaign.year}.${run.number}.0` }),
    ...(created === undefined ? {} : { created: created.toISOString() }),
    keywords: ["chuyển đổi số", "bộ chỉ số", "xếp hạng", "digital transformation", "composite indicator"],
    contributors: [{ title: publisher ?? PUBLISHER.vi, roles: ["publisher"] }],
    sources: [{ title: set.title, version: String(set.version) }],
    ...(isPublic(frame)
      ? { licenses: [{ name: "other-open", title: `${TERMS.vi} / ${TERMS.en}`, path: "README.md" }] }
      : {}),
    opendti: {
      campaign: campaign.id,
      year: campaign.year,
      published: isPublic(frame),
      set: { id: set.id, version: set.version, hash: set.hash },
      run: run && { id: run.id, number: run.number, state: run.state, resultHash: run.resultHash },
    },
    resources: [
      ...tables.map(({ name, path, title, fields, primaryKey, foreignKeys }) => ({
        name,
        type: "table",
        path,
        title: `${title.vi} / ${title.en}`,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        ...sizeOf(parts.get(path)),
        schema: {
          $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
          fields,
          missingValues: [""],
          primaryKey,
          ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
        },
      })),
      {
        name: "results",
        path: "data/results.json",
        title: "Toàn bộ kết quả / All results",
        format: "json",
        mediatype: "application/json",
        encoding: "utf-8",
        ...sizeOf(parts.get("data/results.json")),
      },
    ],
  };
}

const sizeOf = (part: WrittenPart | undefined): object =>
  part === undefined ? {} : { bytes: part.bytes, hash: `sha256:${part.sha256}` };
