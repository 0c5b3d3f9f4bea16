/** What an assessment would come to with chosen cells of a workbook. Pure: the engine's own score. */
import type { AnswerValue } from "../../api/assessment-contract.js";
import type { WorkbookRow } from "../../api/workbook-contract.js";
import { NOT_APPLICABLE, PROFILE } from "../assessments/drafts/edit.js";
import type { Declared } from "../assessments/scoring/view-model.js";

/** What is declared, with the chosen cells in their places. */
export function withChosen(
  declared: Declared,
  rows: readonly WorkbookRow[],
  chosen: ReadonlySet<number>,
): Declared {
  const profile: Record<string, AnswerValue> = { ...declared.profile };
  const answers = new Map(declared.answers);
  const notApplicable = new Map(declared.notApplicable);
  for (const row of rows) {
    if (row.kind !== "field" || !chosen.has(row.row)) continue;
    const { code, input, value } = row;
    if (input === NOT_APPLICABLE) {
      if (value === null) notApplicable.delete(code);
      else notApplicable.set(code, String(value));
    } else if (code === PROFILE) profile[input] = value;
    else answers.set(code, { ...answers.get(code), [input]: value });
  }
  return { ...declared, profile, answers, notApplicable };
}
