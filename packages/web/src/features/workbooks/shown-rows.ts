/** The rows of an assessment's workbook in words. */
import type { AnswerValue } from "../../api/assessment-contract.js";
import type { FieldRow, WorkbookRow } from "../../api/workbook-contract.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { NOT_APPLICABLE, PROFILE } from "../assessments/drafts/edit.js";
import type { FormInput } from "../assessments/scoring/inputs.js";
import type { SetOutline } from "../assessments/scoring/set-outline.js";
import { useValueText } from "../assessments/screen/value-text.js";
import type { ShownRow } from "./row-sections.js";

/** What names an indicator and writes a value of one of its inputs. */
export function useSayField(outline: SetOutline | undefined) {
  const say = useText();
  const valueText = useValueText();
  const inputOf = (code: string, input: string): FormInput | undefined => {
    const inputs = code === PROFILE ? outline?.profile : outline?.byAddress.get(code)?.inputs;
    return inputs?.find(({ id }) => id === input);
  };
  return {
    about(code: string): string {
      if (code === PROFILE) return say("assessments.profile.title");
      const item = outline?.byAddress.get(code);
      return item === undefined ? code : `${item.node.code} ${item.title}`;
    },
    label(code: string, input: string): string {
      if (input === NOT_APPLICABLE) return say("workbooks.mark");
      const found = inputOf(code, input);
      if (found === undefined) return input;
      return found.lettered ? `${found.id}. ${found.label}` : found.label;
    },
    value(code: string, input: string, value: AnswerValue): string {
      if (value === null) return say("workbooks.empty");
      const found = inputOf(code, input);
      return found === undefined || input === NOT_APPLICABLE ? String(value) : valueText(found, value);
    },
  };
}

/** The function that says who stored what stands there, and when. */
export function useSayer(): (
  by: { readonly displayName: string } | null,
  at: string | null,
) => string | null {
  const say = useText();
  const { dateTime } = useFormat();
  return (by, at) =>
    at === null
      ? null
      : say("workbooks.savedBy", { name: by?.displayName ?? say("shared.system"), at: dateTime(at) });
}

/** The function that writes the row of a field. */
export function useShownField(field: ReturnType<typeof useSayField>): (row: FieldRow) => ShownRow {
  const { language } = useFormat();
  const savedBy = useSayer();
  return ({ row, state, place, code, input, value, stored, version, by, at, message }) => ({
    row,
    state,
    place,
    version,
    about: field.about(code),
    label: field.label(code, input),
    stored: field.value(code, input, stored),
    given: field.value(code, input, value),
    savedBy: savedBy(by, at),
    message: message?.[language] ?? null,
  });
}

/** The function that writes a row of an assessment's workbook. */
export function useShownRow(outline: SetOutline): (row: WorkbookRow) => ShownRow {
  const say = useText();
  const { language } = useFormat();
  const field = useSayField(outline);
  const shownField = useShownField(field);
  return (row) => {
    if (row.kind === "field") return shownField(row);
    const { row: number, state, version, place, code, item, message } = row;
    return {
      row: number,
      state,
      place,
      version,
      about: field.about(code),
      label: say("workbooks.evidence"),
      stored: say("workbooks.empty"),
      given: item.kind === "link" ? item.url : item.text,
      savedBy: null,
      message: message?.[language] ?? null,
    };
  };
}
