/** Codes on the frame of a set: maxima, counts, numbering, groups, levels. */
import { message } from "../../message.js";
import type { CatalogueGroup } from "./entry.js";

export const structureCodes = {
  "sum-mismatch": {
    severity: "error",
    title: message("Điểm tối đa cộng lại không khớp", "Maxima do not add up"),
    means: message(
      "Điểm tối đa in của một mục khác tổng điểm tối đa của các mục con, hoặc tổng các chỉ số chính khác tổng điểm mà văn bản ghi.",
      "The maximum printed for a row differs from the sum of its children's, or the pillars' sum from the total that the document states.",
    ),
    remedy: message(
      "Đối chiếu từng dòng với văn bản. Nếu chính văn bản in sai thì giữ nguyên và ghi vào SOURCE.md.",
      "Compare each row with the document. If the document itself is wrong, keep it and say so in SOURCE.md.",
    ),
  },
  "count-mismatch": {
    severity: "error",
    title: message("Số lượng mục không khớp", "Counts do not agree"),
    means: message(
      "Số chỉ số chính, chỉ số thành phần hoặc nhóm mà văn bản ghi khác với số dòng trong bảng.",
      "The number of pillars, indicators or groups that the document states differs from the rows of its table.",
    ),
    remedy: message(
      "Tìm dòng thiếu hoặc thừa; nếu bảng đúng như bản in thì ghi mâu thuẫn vào SOURCE.md.",
      "Look for a missing or doubled row; if the table is as printed, note the contradiction in SOURCE.md.",
    ),
  },
  "declared-unknown-pillar": {
    severity: "error",
    title: message("declared.per_pillar nêu mục không có", "declared.per_pillar names no pillar"),
    means: message(
      "Một mã dưới declared.per_pillar không phải là mã của chỉ số chính nào.",
      "A code under declared.per_pillar is not the code of any pillar.",
    ),
    remedy: message("Sửa mã, hoặc thêm chỉ số chính còn thiếu.", "Mend the code, or add the missing pillar."),
  },
  "max-missing": {
    severity: "warning",
    title: message("Thiếu điểm tối đa của một mục", "A maximum is missing"),
    means: message(
      "Các mục cùng cấp đều ghi điểm tối đa, riêng mục này không; hệ thống lấy tổng điểm của các mục con nên không kiểm tra được.",
      "The rows beside it state a maximum and this one does not; the sum of its children is taken, and nothing can be checked.",
    ),
    remedy: message("Chép điểm tối đa đã in vào max.", "Copy the printed maximum into max."),
  },
  "code-duplicate": {
    severity: "error",
    title: message("Mã in hai lần", "A code is printed twice"),
    means: message(
      "Hai dòng khác nhau mang cùng một mã, nên nhắc đến mã đó là không rõ dòng nào.",
      "Two different rows carry the same code, so that a mention of it is ambiguous.",
    ),
    remedy: message(
      "Giữ mã như bản in, đặt key riêng cho dòng sau và ghi vào SOURCE.md.",
      "Keep the code as printed, give the later row a key of its own, and note it in SOURCE.md.",
    ),
  },
  "code-order": {
    severity: "warning",
    title: message("Đánh số nhảy hoặc lùi", "Numbering jumps or goes back"),
    means: message(
      "Mã của một dòng không phải là số kế tiếp của dòng trước, hoặc không bắt đầu bằng mã của mục chứa nó.",
      "A row's code is not the next after the row before, or does not begin with the code of the row that holds it.",
    ),
    remedy: message(
      "Xem có dòng nào bị sót, trùng hoặc đặt sai chỗ; nếu bản in đúng như vậy thì ghi vào SOURCE.md.",
      "See whether a row was lost, doubled or misplaced; if it is printed so, note it in SOURCE.md.",
    ),
  },
  "group-incomplete": {
    severity: "error",
    title: message("Nhóm chỉ số chính thiếu hoặc trùng", "Groups miss or repeat a pillar"),
    means: message(
      "Khi có nhóm, mỗi chỉ số chính có điểm phải thuộc đúng một nhóm, và nhóm chỉ gồm chỉ số chính.",
      "Where there are groups, each scored pillar belongs to exactly one, and groups hold nothing but pillars.",
    ),
    remedy: message("Sửa danh sách pillars của nhóm.", "Mend the group's list of pillars."),
  },
  "level-order": {
    severity: "error",
    title: message("Ngưỡng mức độ không theo thứ tự", "Levels are out of order"),
    means: message(
      "Ngưỡng của các mức độ phải tăng dần hoặc giảm dần, không bằng nhau, và mỗi mức một khóa.",
      "The thresholds of levels must rise, or fall, without two being equal, and each level has a key of its own.",
    ),
    remedy: message("Đối chiếu các ngưỡng với văn bản.", "Compare the thresholds with the document."),
  },
  "level-unreachable": {
    severity: "error",
    title: message("Mức độ không đạt được", "A level cannot be reached"),
    means: message(
      "Ngưỡng của mức cao hơn điểm tối đa của thang điểm.",
      "The level's threshold is above the maximum of the scale.",
    ),
    remedy: message("Kiểm tra ngưỡng và tổng điểm tối đa.", "Check the threshold and the maximum."),
  },
  "level-without-groups": {
    severity: "error",
    title: message("Xếp mức theo nhóm nhưng không có nhóm", "Levels by group without groups"),
    means: message(
      "levels.by là weaker_group nhưng bộ chỉ số không khai groups, nên không đơn vị nào được xếp mức.",
      "levels.by is weaker_group, but the set has no groups, so that no unit is ever given a level.",
    ),
    remedy: message("Khai groups, hoặc dùng by: total.", "Declare groups, or use by: total."),
  },
  "rounding-undeclared": {
    severity: "warning",
    title: message("Chưa khai cách làm tròn", "Rounding is not declared"),
    means: message(
      "Bộ chỉ số có điểm nhưng không khai rounding; hệ thống tạm làm tròn hai chữ số, nửa lên, cộng điểm đã làm tròn.",
      "A scored set without rounding: two digits, half-up, sums of rounded scores are taken.",
    ),
    remedy: message(
      "Khai rounding. Nếu văn bản không nói thì tìm cách cho đúng điểm đã công bố, và ghi ở rounding.note.",
      "Declare rounding. If the document is silent, find the one that gives its published scores, and say so in rounding.note.",
    ),
  },
  "years-reversed": {
    severity: "error",
    title: message("Năm áp dụng ngược", "The years are reversed"),
    means: message("years.to sớm hơn years.from.", "years.to is before years.from."),
    remedy: message("Sửa năm áp dụng.", "Mend the years."),
  },
} as const satisfies CatalogueGroup;
