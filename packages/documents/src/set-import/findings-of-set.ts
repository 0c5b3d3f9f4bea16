/** What the engine finds in a set that was imported, with the place in the document beside the line of the file. */
import {
  type CaseFile,
  checkSet,
  type Finding,
  loadSet,
  type PlanFile,
  SourceDocument as YamlDocument,
} from "@opendti/engine";
import type { Place } from "../blocks/types.js";
import type { ImportedFile, ImportFinding } from "./types.js";

/** Checks the files as `opendti sets check` would once they are written. Throws when the set does not load: a mistake of ours. */
export function checkedFindings(
  yaml: string,
  cases: readonly ImportedFile<CaseFile["data"]>[],
  plans: readonly ImportedFile<PlanFile["data"]>[],
  places: ReadonlyMap<string, Place>,
): ImportFinding[] {
  const loaded = loadSet(yaml, "set.yaml");
  if (!loaded.ok) {
    const [problem] = loaded.problems;
    throw new Error(`an imported set does not load: ${problem?.message.en ?? ""} (${problem?.at ?? ""})`);
  }
  const located = <Data>({ path, data, yaml: text }: ImportedFile<Data>) => {
    const document = YamlDocument.parse(text, path);
    return { file: path, data, document: Array.isArray(document) ? undefined : document };
  };
  return checkSet(loaded.value, cases.map(located), plans.map(located)).map((finding) =>
    placed(finding, places),
  );
}

function placed(finding: Finding, places: ReadonlyMap<string, Place>): ImportFinding {
  const { severity, code, at, message, expected, found, file, line, column } = finding;
  return { severity, code, at, message, expected, found, place: places.get(at), file, line, column };
}
