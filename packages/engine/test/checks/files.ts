/** Sets, cases and plans from files, as the checker takes them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type CaseFile,
  dataSchema,
  type LoadedSet,
  loadSet,
  type PlanFile,
  planSchema,
  SourceDocument,
} from "@opendti/engine";

export const repository = fileURLToPath(new URL("../../../../", import.meta.url));

export interface Checked {
  readonly loaded: LoadedSet;
  readonly cases: readonly CaseFile[];
  readonly plans: readonly PlanFile[];
}

/** A set that ships, with all its cases and plans. */
export function shipped(id: string): Checked {
  const folder = `${repository}sets/${id}`;
  const texts = (kind: string): { file: string; text: string }[] => {
    const inside = `${folder}/${kind}`;
    if (!existsSync(inside)) return [];
    return readdirSync(inside).map((name) => ({
      file: `${kind}/${name}`,
      text: readFileSync(`${inside}/${name}`, "utf8"),
    }));
  };
  return {
    loaded: loaded(readFileSync(`${folder}/set.yaml`, "utf8"), "set.yaml"),
    cases: texts("cases").map(({ file, text }) => caseFile(text, file)),
    plans: texts("plans").map(({ file, text }) => planFile(text, file)),
  };
}

/** The set of a text that must load. */
export function loaded(text: string, file: string): LoadedSet {
  const outcome = loadSet(text, file);
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ line, message }) => `${file}:${line} ${message.en}`).join("\n"));
}

export function caseFile(text: string, file: string): CaseFile {
  const document = parsed(text, file);
  return { file, data: dataSchema.parse(document.content()), document };
}

export function planFile(text: string, file: string): PlanFile {
  const document = parsed(text, file);
  return { file, data: planSchema.parse(document.content()), document };
}

export function parsed(text: string, file: string): SourceDocument {
  const document = SourceDocument.parse(text, file);
  if (document instanceof SourceDocument) return document;
  throw new Error(document.map(({ message }) => message.en).join("\n"));
}
