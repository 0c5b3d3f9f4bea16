/**
 * What stands on heavy libraries, each loaded when it is first used: whoever reads a document waits for no writer of Word
 * files, and a process that makes none does not hold them in memory.
 */
import type { Paper } from "./paper/paper.js";
import type { SelfAssessmentReport } from "./reports/self-assessment-input.js";
import type { TemplateCheck } from "./template/check.js";

/** See paper/word/write-docx.ts. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const writer = await import("./paper/word/write-docx.js");
  return writer.writeDocx(paper);
}

/** See template/check.ts. @throws {DocumentRefused} */
export async function checkTemplate(bytes: Uint8Array): Promise<TemplateCheck> {
  const template = await import("./template/check.js");
  return template.checkTemplate(bytes);
}

/** See template/fill.ts. @throws {DocumentRefused} @throws {TemplateFaulty} */
export async function fillTemplate(bytes: Uint8Array, report: SelfAssessmentReport): Promise<Uint8Array> {
  const template = await import("./template/fill.js");
  return template.fillTemplate(bytes, report);
}

/** See template/example.ts. */
export async function exampleTemplate(): Promise<Uint8Array> {
  const template = await import("./template/example.js");
  return template.exampleTemplate();
}
