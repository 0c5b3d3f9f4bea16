/** YAML (and JSON, which is YAML) read with positions, so that every error has its line and column. */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";
import { type Message, message } from "../message.js";
import { faultsIn } from "./faults.js";
import type { Located } from "./issues.js";
import type { Problem } from "./problem.js";
import { yamlError } from "./yaml-errors.js";

/** Aliases may multiply a small file into a huge one; sets and cases need none to speak of. */
const MAX_ALIASES = 100;

export class SourceDocument {
  private constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
    private readonly file: string | undefined,
  ) {}

  /** Parses the text; on syntax errors, the problems. */
  static parse(text: string, file: string | undefined): SourceDocument | Problem[] {
    const lines = new LineCounter();
    const document = parseDocument(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, {
      lineCounter: lines,
      prettyErrors: false,
      version: "1.2",
      // The reader would compare each key with every other: minutes for a map of some ten thousand.
      uniqueKeys: false,
    });
    const faults = [
      ...document.errors.map((error) => ({ offset: error.pos[0], text: () => yamlError(error) })),
      ...faultsIn(document),
    ].sort((a, b) => a.offset - b.offset);
    if (faults.length > 0)
      return firstOf(faults, file, ({ offset, text }) => {
        const { line, col } = lines.linePos(offset);
        return { message: text(), file, line, column: col, at: undefined };
      });
    return new SourceDocument(document, lines, file);
  }

  /**
   * The content. A number that a float would change (more digits than a float holds) stays the text it was, so that it
   * is read exactly later.
   */
  content(): unknown {
    visit(this.document, {
      Scalar(place, node) {
        if (typeof node.value !== "number" || node.source === undefined) return;
        // A key is a name: the indicator 1.10 is not 1.1.
        if (place === "key" || changed(node.value, node.source)) node.value = node.source;
      },
    });
    return this.document.toJS({ maxAliasCount: MAX_ALIASES });
  }

  /** A problem at a path; the nearest existing node above gives the position. */
  problem(text: Message, path: readonly (string | number)[]): Problem {
    const { line, col } = this.lines.linePos(this.offset(path));
    return { message: text, file: this.file, line, column: col, at: formatPath(path) };
  }

  /** The problems of an answer: the first hundred, and how many more there are. */
  problems(located: readonly Located[]): Problem[] {
    return firstOf(located, this.file, ({ text, path }) => this.problem(text, path));
  }

  private offset(path: readonly (string | number)[]): number {
    let node: unknown = this.document.contents;
    let offset = start(node);
    for (const key of path) {
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key),
        );
        if (!pair) return offset;
        offset = start(pair.key);
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(key)];
        if (node === undefined) return offset;
        offset = start(node);
      } else return offset;
    }
    return offset;
  }
}

/** More than anybody mends before trying again; a file that is no set at all could have one a line. */
const MOST_PROBLEMS = 100;

/** The first of them as problems, and one that counts those left out. */
function firstOf<T>(
  faults: readonly T[],
  file: string | undefined,
  problem: (fault: T) => Problem,
): Problem[] {
  const told = faults.slice(0, MOST_PROBLEMS).map(problem);
  const more = faults.length - told.length;
  if (more === 0) return told;
  const vi = new Intl.NumberFormat("vi").format(more);
  const en = new Intl.NumberFormat("en").format(more);
  const text = message(
    `Còn ${vi} lỗi nữa chưa liệt kê; hãy sửa các lỗi đã nêu rồi thử lại`,
    `${en} more problems are not listed; mend those told and try again`,
  );
  return [...told, { message: text, file, line: undefined, column: undefined, at: undefined }];
}

/** Whether a float lost something of the number as it is written; then its text is kept. */
function changed(value: number, source: string): boolean {
  const written = source.replace(/^\+/, "").replace(/^(-?)\./, "$10.");
  if (/^-?\d+(\.\d*)?$/.test(written)) return !sameDecimal(String(value), written);
  return !Number.isSafeInteger(value);
}

function sameDecimal(a: string, b: string): boolean {
  const trim = (text: string): string =>
    text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
  return trim(a) === trim(b);
}

function start(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

/** `indicators[3].rule.bands` */
function formatPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
}
