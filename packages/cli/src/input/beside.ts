/** What stands beside a set: its cases and its plans. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type CaseFile,
  dataSchema,
  explainIssues,
  type PlanFile,
  type Problem,
  planSchema,
  SourceDocument,
} from "@opendti/engine";
import { decode, fileTrouble } from "./files.js";
import { nearPath } from "./place.js";

export interface Beside {
  readonly cases: CaseFile[];
  readonly plans: PlanFile[];
  /** Files that could not be read as what they should be. */
  readonly problems: Problem[];
}

/** Reads `cases/` and `plans/` in the folder of a set. */
export async function readBeside(folder: string | undefined): Promise<Beside> {
  const found: Beside = { cases: [], plans: [], problems: [] };
  if (folder === undefined) return found;
  for (const path of await filesIn(join(folder, "cases"))) await readCase(path, found);
  for (const path of await filesIn(join(folder, "plans"))) await readPlan(path, found);
  return found;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names
      .filter((name) => /\.(ya?ml|json)$/i.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function readCase(path: string, into: Beside): Promise<void> {
  const read = await readContent(path, into);
  if (!read) return;
  const parsed = dataSchema.safeParse(read.content);
  if (parsed.success) into.cases.push({ file: read.file, data: parsed.data, document: read.document });
  else
    into.problems.push(
      ...explainIssues(parsed.error.issues, read.content).map((issue) =>
        read.document.problem(issue.text, issue.path),
      ),
    );
}

async function readPlan(path: string, into: Beside): Promise<void> {
  const read = await readContent(path, into);
  if (!read) return;
  const parsed = planSchema.safeParse(read.content);
  if (parsed.success) into.plans.push({ file: read.file, data: parsed.data, document: read.document });
  else
    into.problems.push(
      ...explainIssues(parsed.error.issues, read.content).map((issue) =>
        read.document.problem(issue.text, issue.path),
      ),
    );
}

async function readContent(
  path: string,
  into: Beside,
): Promise<{ file: string; document: SourceDocument; content: unknown } | undefined> {
  const file = nearPath(path);
  const refuse = (text: Problem["message"]): undefined => {
    into.problems.push({ message: text, file, line: undefined, column: undefined, at: undefined });
  };
  try {
    const text = decode(await readFile(path));
    if (typeof text !== "string") return refuse(text);
    const document = SourceDocument.parse(text, file);
    if (!Array.isArray(document)) return { file, document, content: document.content() };
    into.problems.push(...document);
    return undefined;
  } catch (error) {
    return refuse(fileTrouble(error));
  }
}
