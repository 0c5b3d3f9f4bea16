/** Quyết định công bố kết quả: the campaign's result with its ranking, one appendix for each ranking group. */
import type { Paper, PaperBlock } from "../paper/paper.js";
import { dotsAfter } from "./blanks.js";
import { attachedTo, inSentence, mastheadOf, signingOf } from "./official-parts.js";
import { rankingAppendices, unitsOf } from "./ranking-appendices.js";
import type { ResultDecision } from "./result-decision-input.js";
import { legalBasisWritten, pointsWritten } from "./written.js";

/** Width of a line that is indented, in millimetres. */
const LINE = 150;

/** The decision: its grounds, three articles, who gets it, and the ranking of every group in an appendix of its own. */
export function resultDecision(input: ResultDecision): Paper {
  const { head, results, authority, proposal } = input;
  const summary = `Công bố kết quả ${inSentence(results.campaign.name)}`;
  const document = proposal.document === undefined ? "" : ` tại ${proposal.document}`;
  return {
    title: `Quyết định ${inSentence(summary)}`,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          mastheadOf(head, "QĐ"),
          { kind: "title", name: "Quyết định", summary, authority },
          ...groundsOf(input).map((basis) => ground(`Căn cứ ${basis};`)),
          ground(`Theo đề nghị của ${proposal.by}${document}.`),
          {
            kind: "paragraph",
            text: "QUYẾT ĐỊNH:",
            align: "center",
            bold: true,
            indent: false,
            keepWithNext: true,
          },
          ...articles(input),
          signingOf(head),
        ],
      },
      ...rankingAppendices(results, attachedTo("Quyết định", "QĐ", head, authority)),
    ],
  };
}

/** A decision stands on the laws of its level first: where they are not known there is a line to write them on. */
function groundsOf({ grounds, results }: ResultDecision): string[] {
  const laws = grounds.length === 0 ? [dotsAfter("Căn cứ ;", LINE)] : grounds;
  return [...laws, ...results.set.legalBasis.map(legalBasisWritten)];
}

const ground = (text: string): PaperBlock => ({ kind: "paragraph", text, italic: true });

function articles({ head, results, proposal, carriedOutBy }: ResultDecision): PaperBlock[] {
  const { campaign, set, groups } = results;
  const units = unitsOf(results);
  const ranked = units.filter(({ rank }) => rank !== undefined).length;
  const levels = set.levels.flatMap((level) => {
    const times = units.filter((unit) => unit.level === level).length;
    return times === 0 ? [] : [`${level}: ${times}`];
  });
  const kinds = groups.length < 2 ? "" : `, xếp hạng theo ${groups.length} nhóm`;
  const texts = [
    `Công bố kết quả ${inSentence(campaign.name)} của ${units.length} cơ quan, đơn vị theo ${set.title} (thang ${pointsWritten(set.max)} điểm)${kinds}; trong đó ${ranked} cơ quan, đơn vị được xếp hạng${levels.length === 0 ? "" : ` (xếp loại ${levels.join("; ")})`}. Kết quả chi tiết tại Phụ lục kèm theo Quyết định này.`,
    "Các cơ quan, đơn vị nêu tại Điều 1 căn cứ kết quả được công bố, rà soát các chỉ số đạt điểm thấp, xác định nguyên nhân và có giải pháp khắc phục, nâng cao mức độ chuyển đổi số trong kỳ đánh giá tiếp theo.",
    `Quyết định này có hiệu lực kể từ ngày ký. ${carriedOutBy ?? `Chánh Văn phòng ${head.body}, ${proposal.by}`} và Thủ trưởng các cơ quan, đơn vị nêu tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
  ];
  return texts.map((text, at) => ({
    kind: "paragraph",
    text: [{ text: `Điều ${at + 1}. `, bold: true }, { text }],
  }));
}
