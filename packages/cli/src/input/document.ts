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
import { datumName, type Place } from "./place.js";

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
    units: source.units.map((unit, at) => new DocumentUnit(document, unit, ["units", at], file)),
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

type Unit = DataSource["units"][number];

/** A unit of the file; places are worked out only when a problem needs them. */
class DocumentUnit implements DeclaredUnit {
  constructor(
    private readonly document: SourceDocument,
    private readonly source: Unit,
    private readonly path: Path,
    private readonly file: string,
  ) {}

  get unit(): string {
    return this.source.unit;
  }

  get title(): string | undefined {
    return this.source.title;
  }

  get group(): string | undefined {
    return this.source.group;
  }

  get published(): Unit["published"] {
    return this.source.published;
  }

  get evidence(): Unit["evidence"] {
    return this.source.evidence;
  }

  place(): Place {
    return this.placeAt(this.source.unit, ["unit"]);
  }

  *data(): Generator<Datum> {
    for (const [id, value] of Object.entries(this.source.profile ?? {}))
      if (!isEmpty(value)) yield this.datum(PROFILE, id, value, ["profile", id]);
    for (const [code, answer] of Object.entries(this.source.answers ?? {})) {
      if (isEmpty(answer)) continue;
      if (isInputs(answer)) {
        for (const [id, value] of Object.entries(answer))
          if (!isEmpty(value)) yield this.datum(code, id, value, ["answers", code, id]);
      } else yield this.datum(code, undefined, answer, ["answers", code]);
    }
  }

  private datum(code: string, input: string | undefined, value: unknown, path: Path): Datum {
    return { code, input, value, place: () => this.placeAt(datumName(this.unit, code, input), path) };
  }

  private placeAt(at: string, more: Path): Place {
    const { line, column } = this.document.problem(message("", ""), [...this.path, ...more]);
    return { file: this.file, line, column, at };
  }
}

/** Whether an answer gives inputs by their ids, rather than one value or the word that there is none. */
function isInputs(answer: unknown): answer is Readonly<Record<string, unknown>> {
  return (
    typeof answer === "object" && answer !== null && !Array.isArray(answer) && !("not_applicable" in answer)
  );
}
