/** What the side thread does with workbooks of one assessment: writes one, or reads one that came back. Pure. */
import {
  type AssessmentForm,
  DocumentRefused,
  type ReadAssessmentWorkbook,
  readAssessmentWorkbook,
  writeAssessmentWorkbook,
} from "@opendti/documents";
import { type CompiledSet, compileSet, type SetSource } from "@opendti/engine";
import type { Words } from "../../http/problem.js";

/** A form as it goes to a thread: the set as data, compiled there. */
export type SentForm = Omit<AssessmentForm, "set"> & { readonly source: SetSource };

export type FormWork =
  | { readonly kind: "write"; readonly form: SentForm }
  | { readonly kind: "read"; readonly form: SentForm; readonly bytes: Uint8Array };

export type FormAnswer =
  | { readonly kind: "written"; readonly bytes: Uint8Array }
  | { readonly kind: "read"; readonly read: ReadAssessmentWorkbook }
  | { readonly kind: "refused"; readonly why: Words };

/** Does one piece of work. A workbook that is none of this assessment's is an answer; nothing is thrown for it. */
export async function workOnForm(work: FormWork): Promise<FormAnswer> {
  const { source, ...rest } = work.form;
  const form = { ...rest, set: compiled(source) };
  if (work.kind === "write") return { kind: "written", bytes: await writeAssessmentWorkbook(form) };
  return refusing(async () => ({ kind: "read", read: await readAssessmentWorkbook(work.bytes, form) }));
}

/** The set, which the server has compiled before. */
export function compiled(source: SetSource): CompiledSet {
  const made = compileSet(source);
  if ("errors" in made) throw new Error(`a set in use does not compile: ${made.errors[0]?.text.en ?? ""}`);
  return made.set;
}

/** Turns the reader's refusal of a file into an answer. */
export async function refusing<Answer>(
  read: () => Promise<Answer>,
): Promise<Answer | { readonly kind: "refused"; readonly why: Words }> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error;
    const { vi, en } = error.text;
    return { kind: "refused", why: { vi, en } };
  }
}
