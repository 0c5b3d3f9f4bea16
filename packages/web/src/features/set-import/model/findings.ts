/** What is to be said of the set as it stands now: the engine's checks anew, and what the reading of the document found. Pure. */
import {
  type CaseFile,
  checkSet,
  dataSchema,
  type Finding,
  findingCatalogue,
  loadSet,
  SourceDocument,
} from "@opendti/engine";
import type { ImportedSet, ImportFinding, Words } from "./import-work.js";
import type { SetSource } from "./set-source.js";

/** The codes that the engine's checks give again for the set as it is now. */
const checked: ReadonlySet<string> = new Set(
  findingCatalogue.flatMap(({ code, topic }) => (topic === "plans" ? [] : [code])),
);

/** What the checks say when the published numbers of the document are not what the rules give. */
const NOT_REPRODUCED = new Set(["case-score-mismatch", "case-total-mismatch", "case-rank-mismatch"]);

/** Whether a finding keeps a set whose cases are kept from being published. */
export const keepsFromPublishing = ({ code }: ImportFinding): boolean => NOT_REPRODUCED.has(code);

/** Errors first; the place in the document beside each, where the reading knows it. */
export function findingsOf(imported: ImportedSet, now: SetSource): ImportFinding[] {
  const places = new Map(imported.rows.map(({ name, place }) => [name, place]));
  const read = imported.findings.filter(({ code }) => !checked.has(code));
  const known = (code: string, at: string): Words | null =>
    imported.findings.find((finding) => finding.code === code && finding.at === at)?.place ??
    places.get(at) ??
    null;
  const findings = [...read, ...engineFindings(imported, now, known)];
  return findings.toSorted((one, other) => rank(one) - rank(other));
}

const rank = ({ severity }: ImportFinding): number => (severity === "error" ? 0 : 1);

function engineFindings(
  imported: ImportedSet,
  now: SetSource,
  placeOf: (code: string, at: string) => Words | null,
): ImportFinding[] {
  const loaded = loadSet(JSON.stringify(now));
  if (!loaded.ok)
    return loaded.problems.map(({ message }) => ({
      severity: "error",
      code: "unreadable",
      at: "",
      message,
      place: null,
    }));
  return checkSet(loaded.value, imported.cases.flatMap(caseOf)).map((finding: Finding) => ({
    severity: finding.severity,
    code: finding.code,
    at: finding.at,
    message: finding.message,
    place: placeOf(finding.code, finding.at),
  }));
}

function caseOf({ file, text }: { readonly file: string; readonly text: string }): CaseFile[] {
  const document = SourceDocument.parse(text, file);
  if (Array.isArray(document)) return [];
  const data = dataSchema.safeParse(document.content());
  return data.success ? [{ file, data: data.data, document }] : [];
}
