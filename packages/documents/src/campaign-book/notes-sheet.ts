/** The last sheet: what the book is made of, and how it is to be read. */
import type { Language } from "@opendti/engine";
import { cellText, linesOf } from "./cell-text.js";
import { heightOf, lineXml, type PrintFooter, printXml } from "./sheet.js";
import { styleOf } from "./styles.js";
import type { CampaignFrame } from "./types.js";
import { dayOf, standingLine } from "./words.js";

const TEXT_WIDTH = 110;

/** The whole part. */
export function notesSheetXml(frame: CampaignFrame, language: Language, footer: PrintFooter): string {
  const lines = [...facts(frame, language), ...(language === "vi" ? readingVi(frame) : readingEn(frame))];
  const rows = lines.map(([label, text], place) => {
    const row = place + 3;
    const cell = (column: string, style: "label" | "text", value: string) =>
      `<c r="${column}${row}" s="${styleOf(style)}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
    return `<row r="${row}"${heightOf(linesOf(text, TEXT_WIDTH))}>${cell("A", "label", label)}${cell("B", "text", text)}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="34" customWidth="1"/><col min="2" max="2" width="${TEXT_WIDTH}" customWidth="1"/></cols><sheetData>${lineXml(1, frame.campaign.name, "title")}${rows.join("")}</sheetData>${printXml(footer)}</worksheet>`;
}

type Line = readonly [label: string, text: string];

function facts({ campaign, set, run, unitCount, groups, nodes }: CampaignFrame, language: Language): Line[] {
  const vi = language === "vi";
  const indicators = nodes.filter(({ leaf, scored }) => leaf && scored).length;
  const named = groups.filter(({ code }) => code !== null).length;
  const lines: Line[] = [
    [vi ? "Đợt đánh giá" : "Campaign", `${campaign.name} (${campaign.year})`],
    [
      vi ? "Bộ chỉ số" : "Indicator set",
      `${set.title} (${set.id}, ${vi ? "phiên bản" : "version"} ${set.version})`,
    ],
    [vi ? "Mã băm bộ chỉ số" : "Hash of the set", set.hash],
    [vi ? "Tổng điểm tối đa" : "Maximum", set.max],
    [
      vi ? "Số đơn vị, nhóm, chỉ số" : "Units, groups, indicators",
      vi
        ? `${unitCount} đơn vị, ${named} nhóm xếp hạng, ${indicators} chỉ số thành phần`
        : `${unitCount} units, ${named} ranking groups, ${indicators} indicators`,
    ],
    [vi ? "Tình trạng kết quả" : "State of the results", standingLine(run, language).text],
  ];
  if (run === null) return lines;
  const signed = (label: string, moment: Date | null): Line[] =>
    moment === null ? [] : [[label, dayOf(moment)]];
  return [
    ...lines,
    ...signed(vi ? "Ngày tổng hợp" : "Compiled on", run.compiledAt),
    ...signed(vi ? "Ngày phê duyệt" : "Approved on", run.approvedAt),
    ...signed(vi ? "Ngày công bố" : "Published on", run.publishedAt),
    [vi ? "Mã băm kết quả" : "Hash of the results", run.resultHash],
  ];
}

function readingVi({ sight }: CampaignFrame): Line[] {
  const common: Line[] = [
    [
      "Công nhận",
      "Điểm được tính là kết quả: theo số liệu sau thẩm định, khi đã biết đơn vị cao nhất của nhóm. Các cột tổng điểm, hạng và mức theo điểm này.",
    ],
    [
      "Trạng thái số liệu",
      "Có số liệu: đã tính điểm. Chưa kê khai: không có số liệu nên 0 điểm. Không xác định: phép chia cho 0 mà cách tính không nói đến. Không áp dụng: theo quy định riêng của chỉ số. Chờ chấm: chưa có người chấm.",
    ],
    ["Không nộp phiếu", "Đơn vị không nộp phiếu nên không có điểm, đứng sau các đơn vị có nộp."],
  ];
  if (sight === "public") return common;
  return [
    [
      "Tự đánh giá",
      "Điểm theo số liệu đơn vị kê khai; chỉ số so với đơn vị cao nhất của nhóm lấy điểm tạm tính.",
    ],
    [
      "Thẩm định",
      "Điểm theo số liệu hoặc điểm do người thẩm định ghi; chỉ số so với đơn vị cao nhất của nhóm lấy điểm tạm tính.",
    ],
    ...common,
    [
      "Thay đổi so với năm trước",
      "Ba phần cộng lại đúng bằng thay đổi của tổng điểm: do số liệu của chính đơn vị, do bộ chỉ số hoặc cách tính thay đổi, do kết quả của các đơn vị khác trong nhóm. Số không viết được thành số thập phân hữu hạn được làm tròn bốn chữ số; phần còn lại ghi ở dòng “phần do làm tròn”.",
    ],
  ];
}

function readingEn({ sight }: CampaignFrame): Line[] {
  const common: Line[] = [
    [
      "Final",
      "The points that count: by the appraised data, with the best of the group known. Totals, ranks and levels follow them.",
    ],
    [
      "Status of the data",
      "Scored: there is data. Missing: nothing was declared, so 0 points. Undefined: a division by 0 that the rule does not speak of. Not applicable: as the indicator's own rule says. Pending: nobody has given points yet.",
    ],
    ["Nothing submitted", "The unit submitted nothing: it has no points and stands behind all who did."],
  ];
  if (sight === "public") return common;
  return [
    [
      "Self-score",
      "Points by what the unit declared; where points are relative to the best of the group, the provisional ones.",
    ],
    [
      "Appraised",
      "Points by the values or points that the appraiser put in their place; relative ones are provisional.",
    ],
    ...common,
    [
      "Since last year",
      "The three parts add up to the change of the total exactly: the unit's own data, changed rules, the results of the other units of its group. Numbers without a finite decimal form are rounded to four digits; what that leaves stands in a row of its own.",
    ],
  ];
}
