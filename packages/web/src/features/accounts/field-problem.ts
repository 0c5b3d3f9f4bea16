import { isProblem } from "../../api/problem.js";

/** The fields of an account that another account may have already. */
const fields = ["login", "email"] as const;

/** What the server refused of one field, to be said beside it. */
export interface FieldProblem {
  readonly field: (typeof fields)[number];
  readonly detail: string;
}

/** The field that a refusal is about; null for one that is about the whole. */
export function fieldProblemOf(error: unknown): FieldProblem | null {
  if (!isProblem(error, "already-exists")) return null;
  const field = fields.find((one) => one === error.extensions.field);
  return field === undefined ? null : { field, detail: error.detail };
}
