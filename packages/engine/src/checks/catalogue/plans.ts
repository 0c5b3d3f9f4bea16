/** Codes on plans: who leads what, by when. */
import { message } from "../../message.js";
import type { CatalogueGroup } from "./entry.js";

export const planCodes = {
  "plan-unknown-code": {
    severity: "error",
    title: message("Kế hoạch giao mã không có", "A plan assigns no indicator"),
    means: message(
      "Một mã trong kế hoạch không có trong bộ chỉ số.",
      "A code of the plan is not in the set.",
    ),
    remedy: message("Sửa mã trong kế hoạch.", "Mend the code in the plan."),
  },
  "plan-unknown-input": {
    severity: "error",
    title: message("Kế hoạch giao số liệu không có", "A plan assigns no input"),
    means: message(
      "Dòng phân công nêu một số liệu mà chỉ số không có.",
      "A row of the plan names an input that the indicator does not have.",
    ),
    remedy: message("Sửa mục input của dòng phân công.", "Mend the row's input."),
  },
  "plan-unknown-organisation": {
    severity: "error",
    title: message("Kế hoạch nêu cơ quan chưa khai", "A plan names no organisation"),
    means: message(
      "Cơ quan chủ trì hoặc phối hợp không có trong organisations của kế hoạch.",
      "A leading or coordinating body is not among the plan's organisations.",
    ),
    remedy: message(
      "Thêm cơ quan vào organisations, hoặc sửa tên.",
      "Add it to organisations, or mend the name.",
    ),
  },
  "plan-assigned-twice": {
    severity: "warning",
    title: message("Một mục được giao hai lần", "A row is assigned twice"),
    means: message(
      "Hai dòng phân công cùng nêu một mã (và một số liệu).",
      "Two rows of the plan name the same code (and input).",
    ),
    remedy: message("Gộp hai dòng, hoặc sửa mã.", "Join the two rows, or mend the code."),
  },
  "plan-without-lead": {
    severity: "warning",
    title: message("Có dòng phân công nhưng không có cơ quan chủ trì", "A row without a lead"),
    means: message(
      "Chỉ số có trong kế hoạch nhưng không ai chủ trì: dòng của nó, mục chứa nó và các số liệu của nó đều không nêu đủ cơ quan chủ trì.",
      "The indicator is in the plan and nobody leads it: neither its row, nor one above it, nor rows for all of its inputs.",
    ),
    remedy: message(
      "Hỏi cơ quan ban hành kế hoạch; giao các số liệu còn thiếu.",
      "Ask the issuer of the plan; assign the inputs that are left.",
    ),
  },
  "plan-missing-assignment": {
    severity: "warning",
    title: message("Chỉ số không được giao cho ai", "An indicator is not assigned"),
    means: message(
      "Kế hoạch không có dòng nào cho chỉ số này, cũng không cho mục chứa nó.",
      "The plan has no row for the indicator, nor for one that holds it.",
    ),
    remedy: message("Thêm dòng phân công.", "Add its row."),
  },
  "plan-without-deadline": {
    severity: "warning",
    title: message("Dòng phân công không có thời hạn", "A row without a deadline"),
    means: message(
      "Kế hoạch ghi thời hạn cho phần lớn các dòng, riêng chỉ số này không có.",
      "The plan gives most rows a deadline, and this indicator none.",
    ),
    remedy: message(
      "Hỏi cơ quan ban hành kế hoạch thời hạn của dòng này.",
      "Ask the issuer of the plan for it.",
    ),
  },
  "plan-done-without-score": {
    severity: "warning",
    title: message(
      "Kế hoạch ghi đã hoàn thành nhưng điểm công bố là 0",
      "Done in the plan, 0 points published",
    ),
    means: message(
      "Kế hoạch của chính đơn vị ghi chỉ số đã hoàn thành, trong khi điểm công bố của đơn vị là 0.",
      "The unit's own plan says that the indicator is done, while its published score is 0.",
    ),
    remedy: message(
      "Kiểm tra lại: việc đã làm mà chưa được chấm, hay kế hoạch ghi nhầm.",
      "Check whether the work was not counted, or the plan is mistaken.",
    ),
  },
} as const satisfies CatalogueGroup;
