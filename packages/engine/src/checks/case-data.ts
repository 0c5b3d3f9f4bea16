/** The answers of a case against the set's own checks on data. */
import { checkUnit } from "../data/checks.js";
import { readUnit, type UnitData } from "../data/read.js";
import { message } from "../message.js";
import { unitName } from "./published.js";
import type { CaseCheck, Draft } from "./subject.js";

/** Checks that the set states on declared data, and impossible ratios, that a case does not pass. */
export const caseData: CaseCheck = (subject, file) =>
  file.data.units.flatMap((unit, index) =>
    checkUnit(subject.set, readUnit(subject.set, unit as UnitData).facts).map((failed): Draft => {
      const { indicator, withNumbers } = failed;
      return {
        code: "case-check-failed",
        at: indicator,
        path: ["units", index, "answers", indicator],
        message: message(
          `${unitName(unit)}, chỉ số ${indicator}: ${failed.message.vi} Điều kiện ${failed.text} không thỏa (${withNumbers.vi}). Kiểm tra số liệu của trường hợp; nếu bản in như vậy thì ghi ở note.`,
          `${unitName(unit)}, indicator ${indicator}: ${failed.message.en} Check the case's data; if printed so, say so in note.`,
        ),
        expected: failed.text,
        found: withNumbers.en,
      };
    }),
  );
