/** Unit data in YAML or JSON. */
import {
  type DataSource,
  dataSchema,
  explainIssues,
  message,
  type Problem,
  SourceDocument,
} from "@opendti/engine";
import {
  type Datum,
  type DeclaredFile,
  type DeclaredUnit,
  isEmpty,
  PROFILE,
  unreadable,
} from "./declared.js";
import type { Place, PlaceOf } from "./place.js";

type Path = (string | number)[];

/** Reads the text of a data file; every fault with its line and column. */
export function readDocument(text: string, file: string): DeclaredFile {
  const document = SourceDocument.parse(text, file);
  if (Array.isArray(document)) return unreadable(file, document);
  const content = contentOf(document);
  if ("problem" in content) return unreadable(file, [content.problem]);
  const parsed = dataSchema.safeParse(content.value);
  if (!parsed.success)
    return unreadable(
      file,
      explainIssues(parsed.error.issues, content.value).map((issue) =>
        document.problem(issue.text, issue.path),
      ),
    );
  const source = parsed.data;
  return {
    file,
    units: source.units.map((unit, at) => readUnit(document, unit, ["units", at], file)),
    problems: [],
    complete: source.complete,
    set: source.set,
    year: source.year,
  };
}

function contentOf(document: SourceDocument): { value: unknown } | { problem: Problem } {
  try {
    return { value: document.content() };
  } catch {
    // The reader of YAML refuses to unfold aliases beyond a bound.
    return {
      problem: document.problem(
        message(
          "Tệp dùng quá nhiều tham chiếu (*) lồng nhau; hãy ghi thẳng số liệu",
          "The file unfolds too many aliases (*); write the data out",
        ),
        [],
      ),
    };
  }
}

function readUnit(
  document: SourceDocument,
  unit: DataSource["units"][number],
  path: Path,
  file: string,
): DeclaredUnit {
  const placeOf =
    (...more: Path): PlaceOf =>
    () =>
      placeIn(document, [...path, ...more], file);
  const data: Datum[] = [];
  for (const [id, value] of Object.entries(unit.profile ?? {}))
    if (!isEmpty(value)) data.push({ code: PROFILE, input: id, value, place: placeOf("profile", id) });
  for (const [code, answer] of Object.entries(unit.answers ?? {})) {
    if (isEmpty(answer)) continue;
    if (
      typeof answer === "object" &&
      answer !== null &&
      !Array.isArray(answer) &&
      !("not_applicable" in answer)
    ) {
      for (const [id, value] of Object.entries(answer))
        if (!isEmpty(value)) data.push({ code, input: id, value, place: placeOf("answers", code, id) });
    } else data.push({ code, input: undefined, value: answer, place: placeOf("answers", code) });
  }
  return {
    unit: unit.unit,
    title: unit.title,
    group: unit.group,
    data,
    published: unit.published,
    evidence: unit.evidence,
    place: placeOf("unit"),
  };
}

function placeIn(document: SourceDocument, path: Path, file: string): Place {
  const { line, column, at } = document.problem(message("", ""), path);
  return { file, line, column, at };
}
