/** The ranking of a campaign as appendices: one of its own for each group, all laid out alike. */
import type { PaperSection } from "../paper/paper.js";
import { roman } from "../roman.js";
import { rankingLayout, rankingNotes, rankingTable } from "./ranking-table.js";
import type { CampaignResults, RankedUnit } from "./result-decision-input.js";

/** @param reference what the appendices belong to, with its brackets. */
export function rankingAppendices(results: CampaignResults, reference: string): PaperSection[] {
  const layout = rankingLayout(results);
  const { groups, run, campaign } = results;
  return groups.map((group, at) => {
    const notes = [
      ...rankingNotes(results, group, layout),
      ...(run === undefined
        ? []
        : [`Kết quả lấy từ lần tổng hợp số ${run.number}, mã kiểm tra ${run.hash.slice(0, 16)}.`]),
    ];
    return {
      orientation: layout.orientation,
      blocks: [
        {
          kind: "appendix",
          label: groups.length === 1 ? "Phụ lục" : `Phụ lục ${roman(at + 1)}`,
          title: `Kết quả xếp hạng${group.name === "" ? "" : ` – ${group.name}`}\n${campaign.name}`,
          reference,
        },
        {
          ...rankingTable(results, group, layout),
          ...(notes.length === 0 ? {} : { note: `Ghi chú: ${notes.join("\n")}` }),
        },
      ],
    };
  });
}

/** All units of a campaign, group by group. */
export function unitsOf({ groups }: CampaignResults): RankedUnit[] {
  return groups.flatMap(({ units }) => units);
}
