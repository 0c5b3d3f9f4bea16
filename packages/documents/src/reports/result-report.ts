/** Báo cáo kết quả and Tờ trình: what the coordinator puts before whoever decides on a campaign's result. */
import { type Paper, type PaperBlock, type PaperRow, type PaperTable, TEXT_WIDTH } from "../paper/paper.js";
import { dottedLine } from "./blanks.js";
import type { OfficialHead } from "./official-head.js";
import { attachedTo, inSentence, mastheadOf, signingOf } from "./official-parts.js";
import { rankingAppendices, unitsOf } from "./ranking-appendices.js";
import type { CampaignResults } from "./result-decision-input.js";
import { pillarSpread, totalsOf } from "./result-statistics.js";
import { legalBasisWritten, pointsOrNothing, pointsWritten } from "./written.js";

export interface ResultReport {
  /** The coordinator's. */
  readonly head: OfficialHead;
  /** "Kính gửi": who decides. */
  readonly to: readonly string[];
  readonly results: CampaignResults;
}

/** Millimetres of a line of the text whose first line is set in. */
const LINE = 150;

/** The report: how it was carried out, the results by group, level and pillar, room for the assessment of them; the ranking. */
export function resultReport({ head, to, results }: ResultReport): Paper {
  const summary = `Kết quả ${inSentence(results.campaign.name)}`;
  const units = unitsOf(results);
  const submitted = units.filter((unit) => unit.submitted).length;
  return {
    title: `Báo cáo ${inSentence(summary)}`,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          mastheadOf(head, "BC"),
          { kind: "title", name: "Báo cáo", summary },
          { kind: "addressees", to },
          heading("I. TÌNH HÌNH TRIỂN KHAI"),
          paragraph(
            `Thực hiện ${results.set.legalBasis.map(legalBasisWritten).join("; ")}, ${head.body} đã tổ chức ${inSentence(results.campaign.name)} theo ${results.set.title} (thang ${pointsWritten(results.set.max)} điểm).`,
          ),
          paragraph(
            `Có ${submitted}/${units.length} cơ quan, đơn vị nộp phiếu tự đánh giá; số liệu và tài liệu kiểm chứng đã được thẩm định theo từng chỉ số.`,
          ),
          heading("II. KẾT QUẢ"),
          { kind: "heading", level: 2, text: "1. Kết quả chung" },
          groupTable(results),
          { kind: "heading", level: 2, text: "2. Kết quả theo nhóm chỉ số" },
          pillarTable(results),
          ...levelBlocks(results),
          heading("III. ĐÁNH GIÁ CHUNG"),
          ...["1. Ưu điểm", "2. Tồn tại, hạn chế và nguyên nhân"].flatMap((text): PaperBlock[] => [
            { kind: "heading", level: 2, text },
            paragraph(dottedLine(LINE)),
            paragraph(dottedLine(LINE)),
          ]),
          heading("IV. ĐỀ XUẤT, KIẾN NGHỊ"),
          paragraph(
            `${head.body} kính đề nghị ${to.join(", ")} xem xét, công bố ${inSentence(summary)} (chi tiết tại Phụ lục kèm theo)./.`,
          ),
          signingOf(head),
        ],
      },
      ...rankingAppendices(results, attachedTo("Báo cáo", "BC", head)),
    ],
  };
}

/** The proposal: why, what is asked to be decided, and what comes with it. */
export function resultProposal({ head, to, results }: ResultReport): Paper {
  const summary = `Về việc công bố kết quả ${inSentence(results.campaign.name)}`;
  const units = unitsOf(results);
  const ranked = units.filter(({ rank }) => rank !== undefined).length;
  return {
    title: `Tờ trình ${inSentence(summary)}`,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          mastheadOf(head, "TTr"),
          { kind: "title", name: "Tờ trình", summary },
          { kind: "addressees", to },
          ...results.set.legalBasis.map((basis) => paragraph(`Căn cứ ${legalBasisWritten(basis)};`)),
          paragraph(
            `${head.body} đã tổ chức ${inSentence(results.campaign.name)} đối với ${units.length} cơ quan, đơn vị. Việc thẩm định đã hoàn thành, kết quả được tổng hợp và xếp hạng đối với ${ranked} cơ quan, đơn vị.`,
          ),
          paragraph(
            `${head.body} kính trình ${to.join(", ")} xem xét, ban hành Quyết định công bố kết quả ${inSentence(results.campaign.name)}.`,
          ),
          paragraph("Hồ sơ kèm theo Tờ trình gồm: dự thảo Quyết định; Báo cáo kết quả đánh giá./."),
          signingOf(head),
        ],
      },
    ],
  };
}

const paragraph = (text: string): PaperBlock => ({ kind: "paragraph", text });
const heading = (text: string): PaperBlock => ({ kind: "heading", level: 1, text });

/** How many and how high, group by group. */
function groupTable({ groups }: CampaignResults): PaperTable {
  return {
    kind: "table",
    columns: [{ width: 65 }, ...Array.from({ length: 5 }, () => ({ width: 20, align: "center" as const }))],
    rows: [
      {
        kind: "header",
        cells: ["Nhóm", "Tổng số", "Xếp hạng", "Cao nhất", "Trung bình", "Thấp nhất"],
      },
      ...groups.map(({ name, units }): PaperRow => {
        const spread = totalsOf(units);
        return {
          kind: "body",
          cells: [
            name === "" ? "Tất cả" : name,
            String(units.length),
            String(units.filter(({ rank }) => rank !== undefined).length),
            ...[spread.best, spread.mean, spread.lowest].map(pointsOrNothing),
          ],
        };
      }),
    ],
  };
}

/** How many at each level, group by group; nothing where the set has no levels. */
function levelBlocks({ groups, set }: CampaignResults): PaperBlock[] {
  if (set.levels.length === 0) return [];
  const width = Math.min(30, Math.floor((TEXT_WIDTH.portrait - 45) / set.levels.length));
  return [
    { kind: "heading", level: 2, text: "3. Kết quả xếp loại" },
    {
      kind: "table",
      columns: [
        { width: TEXT_WIDTH.portrait - width * set.levels.length },
        ...set.levels.map(() => ({ width, align: "center" as const })),
      ],
      rows: [
        { kind: "header", cells: ["Nhóm", ...set.levels] },
        ...groups.map(
          ({ name, units }): PaperRow => ({
            kind: "body",
            cells: [
              name === "" ? "Tất cả" : name,
              ...set.levels.map((level) => String(units.filter((unit) => unit.level === level).length)),
            ],
          }),
        ),
      ],
    },
  ];
}

/** How far each pillar was reached by all. */
function pillarTable(results: CampaignResults): PaperTable {
  return {
    kind: "table",
    columns: [
      { width: 15, align: "center" },
      { width: 62 },
      ...Array.from({ length: 4 }, () => ({ width: 22, align: "right" as const })),
    ],
    rows: [
      {
        kind: "header",
        cells: ["STT", "Nhóm chỉ số", "Điểm tối đa", "Cao nhất", "Trung bình", "Thấp nhất"],
      },
      ...results.pillars.map(({ label, title, max }): PaperRow => {
        const spread = pillarSpread(results, label);
        return {
          kind: "body",
          cells: [
            label,
            title,
            pointsWritten(max),
            ...[spread.best, spread.mean, spread.lowest].map(pointsOrNothing),
          ],
        };
      }),
    ],
  };
}
