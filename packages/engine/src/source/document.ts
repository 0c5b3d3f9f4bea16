/** YAML (and JSON, which is YAML) read with positions, so that every error has its line and column. */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import { type Message, message } from "../message.js";
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
      uniqueKeys: (a, b) => isScalar(a) && isScalar(b) && keyText(a) === keyText(b),
    });
    const place = (offset: number): Pick<Problem, "file" | "line" | "column" | "at"> => {
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col, at: undefined };
    };
    if (document.errors.length > 0)
      return document.errors.map((error) => ({ message: yamlError(error), ...place(error.pos[0]) }));
    const unsafe = unsafeKeys(document);
    if (unsafe.length > 0)
      return unsafe.map((offset) => ({
        message: message(
          `Không dùng được tên mục "${UNSAFE_KEY}"; đặt tên khác`,
          `A key may not be called "${UNSAFE_KEY}"; give it another name`,
        ),
        ...place(offset),
      }));
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

/** A name that JavaScript objects keep for themselves: readers drop it without a word, so it is refused here. */
const UNSAFE_KEY = "__proto__";

function unsafeKeys(document: Document.Parsed): number[] {
  const found: number[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && keyText(key) === UNSAFE_KEY) found.push(start(key));
    },
  });
  return found;
}

/** A key as it is written: 1.10 and 1.1 are two indicators. */
function keyText(key: Scalar): string {
  return key.type === "PLAIN" && key.source !== undefined ? key.source : String(key.value);
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
