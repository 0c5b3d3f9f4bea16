/** The styles of an official document in Word: a person who edits it changes a style, not a hundred paragraphs. */
import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from "docx";
import { INDENT, POINTS } from "../form.js";
import { halfPoints, twips } from "./measures.js";

const FONT = "Times New Roman";

/** Ids of the styles that paragraphs of a document take. */
export const STYLE = {
  body: "VanBan",
  centered: "CanGiua",
  head: "DauVanBan",
  subject: "VeViec",
  place: "DiaDanhNgay",
  rule: "NetKe",
  title: "TenVanBan",
  summary: "TrichYeu",
  appendix: "TenPhuLuc",
  reference: "KemTheo",
  table12: "ChuTrongBang",
  table11: "ChuTrongBangNho",
  recipientsHead: "NoiNhan",
  recipients: "NoiNhanDanhSach",
  signature: "ChuKy",
  signatureNote: "GhiChuChuKy",
  small: "GhiChu",
  pageNumber: "SoTrang",
} as const;

const centered = { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } as const;
const tight = { before: 0, after: 0 } as const;

export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: FONT,
        size: halfPoints(POINTS.body),
        sizeComplexScript: halfPoints(POINTS.body),
        language: { value: "vi-VN", eastAsia: "vi-VN", bidirectional: "ar-SA" },
      },
      paragraph: { spacing: { before: 0, after: 120, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(0, { bold: true }),
    heading2: heading(1, { bold: true }),
    heading3: heading(2, { bold: true, italics: true }),
  },
  paragraphStyles: [
    { id: "Normal", name: "Normal", quickFormat: true },
    named(STYLE.body, "Văn bản", {
      paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: twips(INDENT) } },
    }),
    named(STYLE.centered, "Văn bản căn giữa", { paragraph: centered }),
    named(STYLE.head, "Đầu văn bản", {
      run: { size: halfPoints(POINTS.agency) },
      paragraph: { ...centered, spacing: tight },
    }),
    named(STYLE.subject, "Về việc", {
      run: { size: halfPoints(POINTS.subject) },
      paragraph: { ...centered, spacing: tight },
    }),
    named(STYLE.place, "Địa danh, ngày tháng", {
      run: { size: halfPoints(POINTS.place), italics: true },
      paragraph: { ...centered, spacing: tight },
    }),
    named(STYLE.rule, "Nét kẻ", {
      run: { size: 4 },
      paragraph: { ...centered, spacing: { before: 40, after: 0, line: 60, lineRule: LineRuleType.EXACT } },
    }),
    named(STYLE.title, "Tên văn bản", {
      run: { bold: true },
      paragraph: { ...centered, spacing: { before: 240, after: 0 }, keepNext: true },
    }),
    named(STYLE.summary, "Trích yếu", {
      run: { bold: true },
      paragraph: { ...centered, spacing: tight, keepNext: true },
    }),
    named(STYLE.appendix, "Tên phụ lục", {
      run: { bold: true },
      paragraph: { ...centered, spacing: tight, keepNext: true, outlineLevel: 0 },
    }),
    named(STYLE.reference, "Kèm theo", {
      run: { italics: true },
      paragraph: { ...centered, spacing: tight, keepNext: true },
    }),
    named(STYLE.table12, "Chữ trong bảng", {
      run: { size: 24 },
      paragraph: { spacing: { before: 20, after: 20 } },
    }),
    named(STYLE.table11, "Chữ trong bảng nhiều cột", {
      run: { size: 22 },
      paragraph: { spacing: { before: 20, after: 20 } },
    }),
    named(STYLE.recipientsHead, "Nơi nhận", {
      run: { bold: true, italics: true, size: halfPoints(POINTS.recipientsHead) },
      paragraph: { spacing: tight },
    }),
    named(STYLE.recipients, "Nơi nhận - danh sách", {
      run: { size: halfPoints(POINTS.recipients) },
      paragraph: { spacing: tight },
    }),
    named(STYLE.signature, "Chữ ký", {
      run: { bold: true },
      paragraph: { ...centered, spacing: tight },
    }),
    named(STYLE.signatureNote, "Chữ ký - ghi chú", {
      run: { italics: true, size: halfPoints(POINTS.place) },
      paragraph: { ...centered, spacing: tight },
    }),
    named(STYLE.small, "Ghi chú", { run: { size: halfPoints(POINTS.small) } }),
    named(STYLE.pageNumber, "Số trang", { paragraph: { ...centered, spacing: tight } }),
  ],
};

function heading(outlineLevel: number, run: { bold: boolean; italics?: boolean }) {
  return {
    run: { ...run, font: FONT, size: halfPoints(POINTS.body), color: "000000" },
    paragraph: {
      spacing: { before: 120, after: 120 },
      indent: { firstLine: twips(INDENT) },
      alignment: AlignmentType.BOTH,
      keepNext: true,
      outlineLevel,
    },
  };
}

function named(
  id: string,
  name: string,
  look: Pick<IParagraphStyleOptions, "run" | "paragraph">,
): IParagraphStyleOptions {
  return { id, name, basedOn: "Normal", quickFormat: true, ...look };
}
