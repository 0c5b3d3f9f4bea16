/** What is thrown in place of a document. */
import type { TemplateFinding } from "./check.js";

/** A template from which no document can be made: its findings say what and where. */
export class TemplateFaulty extends Error {
  override readonly name = "TemplateFaulty";

  constructor(readonly findings: readonly TemplateFinding[]) {
    super(
      findings.map(({ message, at }) => `${message.vi}${at === undefined ? "" : ` ("${at}")`}`).join("; "),
    );
  }
}
