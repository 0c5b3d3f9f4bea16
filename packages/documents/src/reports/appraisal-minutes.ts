/** Biên bản thẩm định: what one unit declared against what the appraisers found, indicator by indicator, signed by both. */
import { formatExact, type OutlineRow, outlineOf } from "@opendti/engine";
import type { Paper, PaperBlock, Signature, Signing } from "../paper/paper.js";
import { signingLines } from "../paper/signer.js";
import { dateInWords } from "../paper/wording.js";
import type { AppraisalMinutes, Attendant, Judgement } from "./appraisal-minutes-input.js";
import { adjustedTable, everyIndicatorTable, pillarTable } from "./appraisal-tables.js";
import { dotsAfter, dottedLine } from "./blanks.js";
import { attachedTo, mastheadOf, signingOf } from "./official-parts.js";
import { changeWritten, legalBasisWritten, pointsWritten } from "./written.js";

/** Millimetres of a line of the text whose first line is set in. */
const LINE = 150;

/** The minutes: both sides, the sums, what was changed and why, both signatures; every indicator in an appendix. */
export function appraisalMinutes(input: AppraisalMinutes): Paper {
  const { campaign, unit, head } = input;
  const rows = outlineOf(input.set).filter(({ node }) => node.scored);
  // Minutes say when and where they were made in their first lines.
  const { issued: _, ...masthead } = mastheadOf(head, "BB");
  return {
    title: `Biên bản thẩm định kết quả tự đánh giá của ${unit.name}`,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          masthead,
          {
            kind: "title",
            name: "Biên bản",
            summary: `Thẩm định kết quả tự đánh giá của ${unit.name}\n(${campaign.name})`,
          },
          ...presence(input),
          ...findings(input, rows),
          ...conclusion(),
          signatures(input),
        ],
      },
      {
        orientation: "landscape",
        blocks: [
          {
            kind: "appendix",
            label: "Phụ lục",
            title: `Kết quả thẩm định từng chỉ số của ${unit.name}`,
            reference: attachedTo("Biên bản", "BB", head),
          },
          everyIndicatorTable(input, rows),
        ],
      },
    ],
  };
}

const paragraph = (text: string): PaperBlock => ({ kind: "paragraph", text });

/** When, where and who; the hour and the place are written by hand. */
function presence({ head, unit, present, set }: AppraisalMinutes): PaperBlock[] {
  const sides = present ?? {
    appraising: [{ role: "Chủ trì" }, { role: "Thẩm định viên" }, { role: "Thư ký" }],
    unit: [{ role: "Lãnh đạo đơn vị" }, { role: "Cán bộ kê khai" }],
  };
  return [
    paragraph(`Thời gian bắt đầu: …… giờ …… phút, ${dateInWords(head.issued.date)}.`),
    paragraph(`Địa điểm: ${dotsAfter("Địa điểm: ", LINE)}`),
    paragraph("Căn cứ thẩm định:"),
    {
      kind: "list",
      items: [
        ...set.source.legal_basis.map((basis) => `${legalBasisWritten(basis)};`),
        `Phiếu tự đánh giá và tài liệu kiểm chứng của ${unit.name}.`,
      ],
    },
    { kind: "heading", level: 1, text: "I. THÀNH PHẦN THAM DỰ" },
    ...side(`1. Đại diện ${head.body} (cơ quan thẩm định):`, sides.appraising),
    ...side(`2. Đại diện ${unit.name} (đơn vị được thẩm định):`, sides.unit),
  ];
}

function side(heading: string, attendants: readonly Attendant[]): PaperBlock[] {
  return [
    { kind: "paragraph", text: heading, keepWithNext: true },
    {
      kind: "list",
      items: attendants.map(({ role, name }) => `${role}: ${name ?? dotsAfter(`- ${role}: `, LINE)}`),
    },
  ];
}

function findings(input: AppraisalMinutes, rows: readonly OutlineRow[]): PaperBlock[] {
  const { totals, set, declared, appraised, judgements } = input;
  const leaves = rows.filter(({ node }) => node.children.length === 0);
  const judged = new Map(judgements.map((one) => [one.label, one.verdict]));
  const count = (verdict: Judgement["verdict"] | undefined): number =>
    leaves.filter(({ label }) => judged.get(label) === verdict).length;
  const open = count(undefined);
  const max = pointsWritten(formatExact(set.max));
  const change = changeWritten(totals.declared, totals.appraised);
  return [
    { kind: "heading", level: 1, text: "II. NỘI DUNG VÀ KẾT QUẢ THẨM ĐỊNH" },
    { kind: "heading", level: 2, text: "1. Kết quả chung" },
    paragraph(
      `Điểm tự đánh giá: ${pointsWritten(totals.declared)}/${max} điểm; điểm thẩm định: ${pointsWritten(totals.appraised)}/${max} điểm; chênh lệch: ${change} điểm.`,
    ),
    paragraph(
      `Đã thẩm định ${leaves.length - open}/${leaves.length} chỉ số: thống nhất ${count("agreed")} chỉ số, điều chỉnh ${count("adjusted")} chỉ số.${open === 0 ? "" : ` ${open} chỉ số chưa có ý kiến thẩm định được giữ theo số liệu đơn vị kê khai.`}`,
    ),
    pillarTable(
      rows.filter(({ node }) => node.parent === undefined),
      { declared, appraised, totals, max: set.max },
    ),
    { kind: "heading", level: 2, text: "2. Các chỉ số điều chỉnh" },
    adjustedTable(input, leaves) ?? paragraph("Không có chỉ số nào phải điều chỉnh."),
    { kind: "heading", level: 2, text: "3. Ý kiến của đơn vị được thẩm định" },
    ...Array.from({ length: 3 }, () => paragraph(dottedLine(LINE))),
  ];
}

function conclusion(): PaperBlock[] {
  return [
    { kind: "heading", level: 1, text: "III. KẾT LUẬN" },
    paragraph(
      "Kết quả thẩm định nêu tại Biên bản và Phụ lục kèm theo là căn cứ để tổng hợp, trình cấp có thẩm quyền phê duyệt. Biên bản được thông qua các thành phần tham dự, lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản.",
    ),
    paragraph("Cuộc họp kết thúc vào hồi …… giờ …… phút cùng ngày./."),
  ];
}

/** Both sides; the minutes are handed over at the table, and sent to nobody. */
function signatures({ head, unitSigner }: AppraisalMinutes): Signing {
  const unit: Signature = {
    lines: ["ĐẠI DIỆN ĐƠN VỊ", ...signingLines(unitSigner)],
    ...(unitSigner.name === undefined ? {} : { name: unitSigner.name }),
  };
  const appraising = signingOf(head).signatures.map((one) => ({
    ...one,
    lines: ["ĐẠI DIỆN CƠ QUAN THẨM ĐỊNH", ...one.lines],
  }));
  return { kind: "signing", signatures: [unit, ...appraising] };
}
