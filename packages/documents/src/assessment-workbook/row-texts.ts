/** What a keyed row says beside its cells to fill in: the same words when it is written and when it comes back. */
import { type CompiledSet, exact } from "@opendti/engine";
import { type FormRow, labelOf } from "./layout.js";

/** Excel keeps no more in a cell. */
export const LONGEST = 32_000;

/** The columns that print the set. */
export const PRINTED = ["code", "label", "max", "rule"] as const;

export type RowTexts = Readonly<Partial<Record<(typeof PRINTED)[number], string | number>>>;

/** The texts of a row by their columns; none where the row leaves a column empty. */
export function textsOf(set: CompiledSet, row: FormRow): RowTexts {
  switch (row.kind) {
    case "node": {
      const { node, text } = row.row;
      return {
        code: node.code,
        label: node.title,
        ...(node.scored ? { max: exact.toNumber(node.max) } : {}),
        ...(text === undefined ? {} : { rule: text.slice(0, LONGEST) }),
      };
    }
    case "field":
    case "options":
      return { ...codeOfField(set, row), label: withNote(labelOf(set, row.fact), row.note) };
    case "table":
      return { ...codeOfField(set, row), label: labelOf(set, row.fact) };
    case "option":
      return { label: `   ${row.place}. ${row.fact.options[row.place - 1] ?? ""}` };
    case "mark":
      return { label: "Không áp dụng: ghi lý do (để trống nếu áp dụng)" };
    case "heading":
      return { label: row.text };
  }
}

const withNote = (label: string, note: string | undefined): string =>
  note === undefined ? label : `${label}\n(${note})`;

/** The profile's facts have printed codes, inputs their letters. */
function codeOfField(
  set: CompiledSet,
  { fact }: Pick<Extract<FormRow, { kind: "field" }>, "fact">,
): RowTexts {
  if (fact.node === undefined) {
    const code = set.source.profile?.find(({ id }) => id === fact.id)?.code ?? "";
    return code === "" ? {} : { code };
  }
  return /^[a-zđ]\d*$/.test(fact.id) ? { code: fact.id } : {};
}
