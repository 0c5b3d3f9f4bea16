/** A province's own template filled with one unit's self-assessment. */
import { sameBytes } from "../ooxml/same-bytes.js";
import type { SelfAssessmentReport } from "../reports/self-assessment-input.js";
import { checkTemplate } from "./check.js";
import { templateHandler } from "./engine.js";
import { TemplateFaulty } from "./faulty.js";
import { valuesOf } from "./values.js";

/**
 * Fills a template. What a person declared is put in as words, whatever it looks like: braces in an answer ask for nothing. The same
 * template and report give the same bytes.
 * @throws {DocumentRefused} for a file that is no sound Word file, or may do harm
 * @throws {TemplateFaulty} when a list is not closed or a brace stands alone
 */
export async function fillTemplate(template: Uint8Array, report: SelfAssessmentReport): Promise<Uint8Array> {
  const { findings } = await checkTemplate(template);
  const faults = findings.filter(({ severity }) => severity === "error");
  if (faults.length > 0) throw new TemplateFaulty(faults);
  // The library knows values of kinds that are not allowed here; ours are texts and lists alone.
  const values = valuesOf(report) as Parameters<ReturnType<typeof templateHandler>["process"]>[1];
  return sameBytes(await templateHandler().process(Buffer.from(template), values));
}
