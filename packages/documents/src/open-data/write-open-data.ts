/** The open data of a campaign: tables in CSV, all of it in JSON, and what describes them to programs and catalogues. */
import type { Writable } from "node:stream";
import type { CampaignFrame } from "../campaign-book/types.js";
import type { Publication } from "./about.js";
import { catalogueOf } from "./catalogue.js";
import { descriptorOf } from "./descriptor.js";
import { type WrittenPart, writePackage } from "./package-writer.js";
import { openDataReadme } from "./readme.js";
import { resultsJson } from "./results-json.js";
import { csvOf, TABLE_PASSES, tables } from "./tables.js";

/** How often {@link writeOpenData} goes over the units. */
export const OPEN_DATA_PASSES = TABLE_PASSES + 1;

/**
 * Writes the package into the sink and ends it: final points alone, whatever the frame may tell. The same results give
 * the same bytes.
 */
export function writeOpenData(frame: CampaignFrame, publication: Publication, sink: Writable): Promise<void> {
  return writePackage(sink, async (to) => {
    const parts: WrittenPart[] = [];
    for (const table of tables) parts.push(await to.add(table.path, csvOf(table, frame)));
    parts.push(await to.add("data/results.json", resultsJson(frame)));
    const byName = new Map(parts.map((part) => [part.name, part]));
    await to.add("datapackage.json", [jsonText(descriptorOf(frame, publication, byName))]);
    await to.add("dcat.jsonld", [jsonText(catalogueOf(frame, publication, parts))]);
    await to.add("README.md", [openDataReadme(frame)]);
  });
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
