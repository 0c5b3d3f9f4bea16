/** A process of its own, so that its peak is the engine's: scores a campaign of so many units with all facts in memory. */
import { CampaignRun, type FactChunk } from "@opendti/engine";
import { batches } from "./csv.js";
import { loadQd922, recallFrom, toChunks } from "./generate.js";

const set = loadQd922();
const chunks: FactChunk[] = [];
for (const batch of batches(set, Number(process.argv[2]))) chunks.push(...toChunks(batch));
const run = new CampaignRun(set, { recall: recallFrom(chunks) });
for (const chunk of chunks) run.add(chunk);
run.finish();
