/** The results as one JSON document: texts exactly as they are, decimals as text, as everywhere in the interface. */
import type { CampaignFrame, FrameUnit } from "../campaign-book/types.js";
import { isPublic } from "./about.js";

/** In pieces, a unit a line. */
export async function* resultsJson(frame: CampaignFrame): AsyncGenerator<string> {
  const { campaign, set, run, groups, nodes } = frame;
  const head = {
    campaign: { id: campaign.id, name: campaign.name, year: campaign.year },
    set: { id: set.id, version: set.version, title: set.title, hash: set.hash },
    run: run && {
      number: run.number,
      resultHash: run.resultHash,
      published: isPublic(frame),
      publishedAt: run.publishedAt?.toISOString() ?? null,
    },
    groups: groups.map(({ code, name, units }) => ({ code, name, units })),
    indicators: nodes.map(({ code, printed, title, parent, max, scored, bonus }) => ({
      code,
      printed,
      title,
      parent: parent === null ? null : (nodes[parent]?.code ?? null),
      scored,
      max,
      bonus,
    })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"units":[`;
  let first = true;
  for await (const unit of frame.units()) {
    yield `${first ? "\n" : ",\n"}${JSON.stringify(unitOf(frame, unit))}`;
    first = false;
  }
  yield "\n]}\n";
}

function unitOf({ nodes }: CampaignFrame, unit: FrameUnit): unknown {
  const scored = nodes.flatMap((node, place) => {
    const score = unit.scores[place];
    return node.scored && score !== undefined ? [{ code: node.code, ...score }] : [];
  });
  return {
    id: unit.id,
    name: unit.name,
    kind: unit.kind,
    group: unit.group,
    rank: unit.rank,
    total: unit.total,
    max: unit.max,
    level: unit.level,
    submitted: unit.submitted,
    scores: Object.fromEntries(scored.map(({ code, final }) => [code, final])),
    // Those that say more than the points do.
    statuses: Object.fromEntries(
      scored.flatMap(({ code, status }) => (status === null || status === "scored" ? [] : [[code, status]])),
    ),
  };
}
