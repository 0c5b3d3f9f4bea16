import type { AskedQuery } from "../../api/appraisal-contract.js";

/** Whether the reader writes for the unit: answers a question put to it, or complains on its behalf. */
export function onUnitSide({ kind, may }: Pick<AskedQuery, "kind" | "may">): boolean {
  if (kind === "explanation") return may.write && !may.close && !may.extend;
  return may.write && !may.answer && !may.close;
}
