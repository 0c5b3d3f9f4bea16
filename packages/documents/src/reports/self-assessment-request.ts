/** What asked for an assessment, as letters refer to it. */
import type { SelfAssessmentReport } from "./self-assessment-input.js";
import { legalBasisWritten } from "./written.js";

/**
 * "Công văn số 970/STTTT-BCVT&CNTT ngày 05/6/2023 của Sở … về việc …": what the report says, or what the set was issued by.
 * @returns undefined when neither is known
 */
export function requestOf({ request, set }: SelfAssessmentReport): string | undefined {
  const [basis] = set.source.legal_basis ?? [];
  return request ?? (basis?.number === undefined ? undefined : legalBasisWritten(basis));
}
