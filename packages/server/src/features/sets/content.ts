/** A set's text read, checked against its cases, and described: what is stored beside it. Pure. */
import {
  checkSet,
  type DataSource,
  dataSchema,
  explainIssues,
  type Finding,
  formatExact,
  SourceDocument,
} from "@opendti/engine";
import { Problem } from "../../http/problem.js";
import type { SetCase, SetContent, SetFinding } from "./repository.js";
import { type SetShelf, setHash } from "./shelf.js";

/**
 * @throws {Problem} `set-has-errors` when the text, or a case, cannot be read at all; what the checks find is content.
 */
export function readContent(shelf: SetShelf, source: string, cases: readonly SetCase[]): SetContent {
  const hash = setHash(source);
  const loaded = shelf.load(source, hash);
  const { set } = loaded;
  const findings = checkSet(loaded, cases.map(readCase));
  return {
    id: set.id,
    setVersion: set.version,
    title: set.source.title,
    source,
    hash,
    max: formatExact(set.max),
    indicatorCount: set.nodes.filter(({ children, scored }) => children.length === 0 && scored).length,
    findings: findings.map(told),
    cases,
  };
}

function readCase({ file, text }: SetCase): { file: string; data: DataSource; document: SourceDocument } {
  const document = SourceDocument.parse(text, file);
  if (Array.isArray(document)) throw new Problem("set-has-errors", undefined, { problems: document });
  const content = document.content();
  const parsed = dataSchema.safeParse(content);
  if (!parsed.success) {
    const problems = explainIssues(parsed.error.issues, content).map(({ text: words, path }) =>
      document.problem(words, path),
    );
    throw new Problem("set-has-errors", undefined, { problems });
  }
  return { file, data: parsed.data, document };
}

function told(finding: Finding): SetFinding {
  return {
    severity: finding.severity,
    code: finding.code,
    at: finding.at,
    message: { vi: finding.message.vi, en: finding.message.en },
    expected: finding.expected ?? null,
    found: finding.found ?? null,
    line: finding.line ?? null,
    column: finding.column ?? null,
  };
}
