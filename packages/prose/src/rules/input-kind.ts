/** What kind of number a label asks for. */
import type { InputSource } from "@opendti/engine";

const money =
  /kinh phí|ngân sách|tổng chi|\bchi (cho|từ|thường|đầu)|giá trị|doanh thu|số tiền|GRDP|\bvốn\b|mức chi/iu;
const share = /^(tỷ|tỉ) (lệ|trọng|suất)|^mức độ hoàn thành|^phần trăm/iu;
const measured = /điểm (hài lòng )?trung bình|trung bình|diện tích|thời gian|tốc độ|băng thông|^điểm/iu;
const counted = /^(tổng )?số |^số lượng|^dân số|^tổng dân số|^tổng số|^lượng/iu;
const moneyUnit = /đồng$|^(tỷ|triệu|trđ)$/iu;

/** Kind and unit of the input that a label (and the unit printed with it) asks for. */
export function inputKindOf(label: string, unit: string | null): Pick<InputSource, "kind" | "unit"> {
  const text = label.normalize("NFC").trim();
  if (unit !== null && moneyUnit.test(unit))
    return { kind: "money", unit: /đồng$/u.test(unit) ? unit : `${unit} đồng` };
  if (share.test(text)) return { kind: "percent" };
  if (money.test(text) && !/^(tổng )?số (lượng )?(hồ sơ|văn bản|dự án|đơn vị|nhiệm vụ|hệ thống)/iu.test(text))
    return unit === null ? { kind: "money" } : { kind: "money", unit };
  if (measured.test(text) && !counted.test(text))
    return unit === null ? { kind: "number" } : { kind: "number", unit };
  return unit === null || unit === "%" ? { kind: "count" } : { kind: "number", unit };
}
