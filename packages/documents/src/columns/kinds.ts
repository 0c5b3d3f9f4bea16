/** What a cell looks like, whatever its column says: a number, a code, a unit of the administration, a date. */

import { readCode } from "./code.js";
import { plain } from "./plain.js";
import type { ColumnRole } from "./types.js";

/** "10", "9,56", "1.000", "95,65%", "10 điểm", "-5". */
export function isNumber(text: string): boolean {
  return /^[+-]?\d[\d.,\s]*(?:%|điểm|đ)?$/iu.test(text.trim().normalize("NFC"));
}

const AGENCY =
  /^(cac )?(so|ubnd|uy ban|van phong|phong|ban|cong an|cuc|chi cuc|trung tam|dai|bao|buu dien|thanh tra|lanh dao|cong chuc|cap uy|chi bo|cap xa|cap huyen|co quan|don vi|doanh nghiep|ngan hang|benh vien|truong|vien|bo|hdnd|mat tran|doan|hoi|kho bac|thue|bao hiem|dien luc|vnpt|viettel|mobifone|to cong nghe)\b/;

export function isAgency(text: string): boolean {
  return text.length < 400 && AGENCY.test(plain(text)) && !/\b(chua|khong) /.test(plain(text));
}

const DEADLINE =
  /^(da hoan thanh|thuong xuyen|hang nam|hang quy|hang thang|hang tuan|quy|nam|thang|truoc|trong|dinh ky|thong ke|den|ngay|tu|het|theo|giai doan|cuoi|chua|dang)\b|^\d{1,2}\/\d{1,2}\/\d{4}$|^20\d\d$|^t?\d{1,2}\/20\d\d$|\bchua (cham diem|danh gia|hoan thanh|trien khai)/;

export function isDeadline(text: string): boolean {
  return text.length < 160 && DEADLINE.test(plain(text));
}

/** Points are spoken of: "0 điểm", "Điểm tối đa", "Điểm=Tỷ lệ*...", "Tỷ lệ = a/b". */
export function speaksOfPoints(text: string): boolean {
  return /\d\s*điểm|điểm\s*(?:tối đa|=|:)|tỷ lệ\s*=|tỉ lệ\s*=|100%\s*[=:]/iu.test(text.normalize("NFC"));
}

/** "Hoàn thành 100% kế hoạch: 2", "Có (5 điểm)": a case and the points that it is given, in one cell. */
export function givesPoints(text: string): boolean {
  const words = text.trim().normalize("NFC");
  return /\p{L}.*[:=]\s*\d{1,4}(?:[.,]\d+)?\s*(?:điểm|đ)?\s*[.;]?$/isu.test(words) || speaksOfPoints(words);
}

/**
 * How badly a text sits in a column of a role: 0 as it should, 1 hardly, 4 it does not belong there.
 * Used to put cells back under their columns where the text has lost them.
 */
export function misfit(role: ColumnRole, text: string): number {
  const empty = text.trim() === "";
  switch (role) {
    case "number":
      if (empty) return 0.2;
      return readCode(text) ? 0 : 4;
    case "max":
    case "count":
      if (empty) return 0.2;
      return isNumber(text) ? 0 : 4;
    case "self_score":
    case "score":
      if (empty) return 0.1;
      return isNumber(text) ? 0 : 3;
    case "title":
    case "group":
      if (empty) return 0.6;
      return isNumber(text) ? 3 : 0;
    case "rule":
      if (empty) return 0.15;
      if (isNumber(text)) return 2;
      if (speaksOfPoints(text)) return 0;
      return isAgency(text) || isDeadline(text) ? 1.2 : 0.4;
    case "lead":
    case "coordinating":
      if (empty) return 0.15;
      if (isNumber(text)) return 3;
      if (speaksOfPoints(text)) return 2.5;
      return isAgency(text) ? 0 : 0.8;
    case "deadline":
      if (empty) return 0.15;
      return isDeadline(text) ? 0 : 1.2;
    case "evidence":
    case "note":
    case "source":
      if (empty) return 0.1;
      return isNumber(text) ? 1.5 : 0.3;
    case "declared":
    case "unit":
    case "unknown":
      return empty ? 0.1 : 0.35;
  }
}
