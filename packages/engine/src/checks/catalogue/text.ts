/** Codes on a rule beside the text it stands for. */
import { message } from "../../message.js";
import type { CatalogueGroup } from "./entry.js";

export const textCodes = {
  "text-max-mismatch": {
    severity: "error",
    title: message("Điểm trong văn bản khác quy tắc", "The text gives other points than the rule"),
    means: message(
      "Điểm tối đa, số điểm hoặc phần điểm mà lời văn ghi rõ không có trong quy tắc, hoặc ngược lại.",
      "A maximum, points or a share that the text states clearly is not in the rule, or the other way round.",
    ),
    remedy: message("Sửa quy tắc theo lời văn.", "Mend the rule after the text."),
  },
  "text-threshold-mismatch": {
    severity: "error",
    title: message("Ngưỡng trong văn bản khác quy tắc", "The text has other thresholds than the rule"),
    means: message(
      "Một ngưỡng (hoặc dấu của nó) trong lời văn không có trong quy tắc, hoặc ngược lại.",
      "A threshold of the text, or its sign, is not in the rule, or the other way round.",
    ),
    remedy: message("Sửa ngưỡng theo lời văn.", "Mend the threshold after the text."),
  },
  "text-formula-mismatch": {
    severity: "error",
    title: message("Công thức trong văn bản khác quy tắc", "The text has another formula than the rule"),
    means: message(
      'Tỷ lệ viết trong lời văn, như "Tỷ lệ = a/b", khác biểu thức mà quy tắc tính.',
      'The ratio that the text writes, as "Tỷ lệ = a/b", differs from the expression of the rule.',
    ),
    remedy: message("Sửa biểu thức theo lời văn.", "Mend the expression after the text."),
  },
  "rule-missing-for-text": {
    severity: "warning",
    title: message(
      "Văn bản có cách tính nhưng quy tắc là chấm tay",
      "The text states a rule, the set scores by hand",
    ),
    means: message(
      "Quy tắc là manual trong khi lời văn ghi cách tính điểm.",
      "The rule is manual although the text says how the points are computed.",
    ),
    remedy: message("Viết quy tắc theo lời văn.", "Write the rule after the text."),
  },
  "exception-not-in-text": {
    severity: "warning",
    title: message("Ngoại lệ không có trong văn bản", "An exception is not in the text"),
    means: message(
      "Ngoại lệ ghi là của văn bản (basis: decision) nhưng không tìm thấy câu đó trong lời văn.",
      "An exception is said to be the decision's (basis: decision), but its sentence is not found in the text.",
    ),
    remedy: message(
      "Chép đúng câu của văn bản; nếu văn bản không nói thì dùng basis: claim.",
      "Copy the decision's sentence; if it says nothing, use basis: claim.",
    ),
  },
} as const satisfies CatalogueGroup;
