/** Codes on cases: published numbers beside the set. */
import { message } from "../../message.js";
import type { CatalogueGroup } from "./entry.js";

export const caseCodes = {
  "other-set": {
    severity: "error",
    title: message("Tệp thuộc bộ chỉ số khác", "The file belongs to another set"),
    means: message(
      "Trường hợp hoặc kế hoạch ghi set khác với bộ chỉ số đang kiểm tra; phần còn lại của tệp không được kiểm tra.",
      "The case or plan names another set than the one checked; the rest of the file is not checked.",
    ),
    remedy: message(
      "Sửa mục set, hoặc chuyển tệp sang đúng thư mục.",
      "Mend set, or move the file to its own folder.",
    ),
  },
  "case-unknown-code": {
    severity: "error",
    title: message("Trường hợp nhắc mã không có", "A case names no indicator"),
    means: message(
      "Một mã trong trường hợp không có trong bộ chỉ số.",
      "A code of the case is not in the set.",
    ),
    remedy: message("Sửa mã, hoặc thêm chỉ số còn thiếu.", "Mend the code, or add the missing indicator."),
  },
  "case-answer-refused": {
    severity: "error",
    title: message("Số liệu trong trường hợp không nhận được", "A case's answer is refused"),
    means: message(
      "Một số liệu hoặc một điểm công bố của trường hợp không đọc được theo bộ chỉ số.",
      "An answer, or a published number, of the case cannot be read by the set.",
    ),
    remedy: message("Sửa số liệu theo thông báo.", "Mend the answer as the message says."),
  },
  "case-outside-years": {
    severity: "warning",
    title: message("Trường hợp ngoài năm áp dụng", "A case is outside the set's years"),
    means: message(
      "Năm của trường hợp không thuộc years của bộ chỉ số.",
      "The case's year is not among the set's years.",
    ),
    remedy: message("Kiểm tra năm của trường hợp và của bộ chỉ số.", "Check the case's year and the set's."),
  },
  "published-above-max": {
    severity: "error",
    title: message("Điểm công bố vượt điểm tối đa", "A published score is above the maximum"),
    means: message(
      "Điểm đã công bố lớn hơn điểm tối đa của mục đó.",
      "The published score is larger than the row's maximum.",
    ),
    remedy: message(
      "Kiểm tra bản in; nếu in như vậy thì giữ nguyên và ghi ở note. Tổng của mục chứa nó được kiểm tra với điểm tối đa thay cho điểm này.",
      "Check the print; if printed so, keep it and say so in note. The sum above it is checked with the maximum in its place.",
    ),
  },
  "published-max-mismatch": {
    severity: "error",
    title: message("Điểm tối đa trong trường hợp khác bộ chỉ số", "The case prints another maximum"),
    means: message(
      "Điểm tối đa in cạnh điểm công bố khác điểm tối đa trong bộ chỉ số.",
      "The maximum printed beside the published score differs from the set's.",
    ),
    remedy: message(
      "Kiểm tra xem có đúng phiên bản của bộ chỉ số.",
      "Check that this is the right version of the set.",
    ),
  },
  "published-unreachable": {
    severity: "error",
    title: message("Điểm công bố không thể có", "A published score that the rule cannot give"),
    means: message(
      "Với bất kỳ số liệu nào, quy tắc cũng không cho ra điểm đã công bố.",
      "No data whatever gives the published score under the rule.",
    ),
    remedy: message(
      "Đối chiếu quy tắc với văn bản; nếu quy tắc đúng thì điểm công bố sai hoặc văn bản gốc có quy tắc khác.",
      "Compare the rule with the text; if it is right, the published score is wrong or the original had another rule.",
    ),
  },
  "published-sum-mismatch": {
    severity: "error",
    title: message("Điểm công bố cộng lại không khớp", "Published scores do not add up"),
    means: message(
      "Điểm công bố của một mục khác tổng điểm công bố của các mục con, nhiều hơn mức làm tròn có thể giải thích (nửa đơn vị của chữ số cuối cho mỗi số).",
      "A published sum differs from its published parts by more than rounding explains (half a unit of the last digit a number).",
    ),
    remedy: message(
      "Kiểm tra lại bản in; nếu in như vậy thì giữ nguyên và ghi ở note và SOURCE.md.",
      "Check the print; if printed so, keep it and say so in note and SOURCE.md.",
    ),
  },
  "case-score-mismatch": {
    severity: "error",
    title: message("Điểm tính được khác điểm công bố", "The computed score differs from the published"),
    means: message(
      "Từ số liệu của trường hợp, bộ chỉ số cho ra điểm khác điểm đã công bố.",
      "From the case's data the set gives another score than the published one.",
    ),
    remedy: message(
      "Xem quy tắc, cách làm tròn và số liệu. Nếu đơn vị đề nghị điểm mà văn bản không nói, thêm ngoại lệ basis: claim.",
      "Look at the rule, the rounding and the data. If the unit claimed what the text does not say, add an exception with basis: claim.",
    ),
  },
  "case-total-mismatch": {
    severity: "error",
    title: message("Tổng điểm tính được khác tổng công bố", "The computed total differs from the published"),
    means: message(
      "Từng điểm công bố đều khớp nhưng tổng điểm tính được khác tổng đã công bố.",
      "Each published score agrees, but the computed total is not the published one.",
    ),
    remedy: message(
      "Xem rounding.sum (cộng điểm đã hay chưa làm tròn) và các mục không được công bố.",
      "Look at rounding.sum (rounded or exact scores added) and at rows that were not published.",
    ),
  },
  "case-rank-mismatch": {
    severity: "error",
    title: message("Hạng tính được khác hạng công bố", "The computed rank differs from the published"),
    means: message(
      "Khi trường hợp có đủ các đơn vị của nhóm, hạng tính được khác hạng đã công bố.",
      "With all units of the group in the case, the computed rank is not the published one.",
    ),
    remedy: message(
      "Xem ranking (xếp theo gì, xử lý bằng điểm ra sao).",
      "Look at ranking: on what, and how ties are broken.",
    ),
  },
  "case-check-failed": {
    severity: "warning",
    title: message("Số liệu của trường hợp mâu thuẫn", "A case's data contradict each other"),
    means: message(
      "Số liệu của trường hợp không thỏa một kiểm tra mà chính bộ chỉ số đặt ra, hoặc một tỷ lệ lớn hơn 100%.",
      "The case's data fail a check that the set itself states, or a ratio is above 100%.",
    ),
    remedy: message(
      "Đối chiếu số liệu với bản in; nếu in như vậy thì giữ nguyên và ghi ở note để thẩm định hỏi lại.",
      "Compare the data with the print; if printed so, keep them and note it for the appraiser.",
    ),
  },
  "evidence-outside-year": {
    severity: "warning",
    title: message("Minh chứng ngoài năm đánh giá", "Evidence is dated outside the year"),
    means: message(
      "Chỉ số đòi minh chứng trong năm đánh giá, nhưng tài liệu ghi ngày của năm khác.",
      "The indicator wants evidence of the assessed year, and the document is dated in another.",
    ),
    remedy: message(
      "Kiểm tra ngày của tài liệu; nếu in như vậy thì ghi ở note để thẩm định hỏi lại.",
      "Check the document's date; if printed so, note it for the appraiser.",
    ),
  },
} as const satisfies CatalogueGroup;
