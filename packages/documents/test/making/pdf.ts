/** What a PDF made by Typst says, page by page: its content streams read through the fonts' own tables of letters. */
import { inflateSync } from "node:zlib";

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | undefined;
}

/** The words of each page, without spaces: where a line ends is the typesetter's affair. */
export function pdfPages(bytes: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(bytes));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const fonts = fontsOf(objects, reference(dictionary, "Resources"));
    const content = objects.get(reference(dictionary, "Contents"))?.stream ?? Buffer.alloc(0);
    return bare(wordsIn(content.toString("latin1"), fonts));
  });
}

/** A text as {@link pdfPages} gives it. */
export function bare(text: string): string {
  return text.normalize("NFC").replace(/[\s\u200B\u00A0]+/g, "");
}

/** Whether a text stands on a page, or, cut by the page's end, goes on on the next. */
export function onPages(pages: readonly string[], text: string): boolean {
  return pages.some((page, at) => {
    if (page.includes(text)) return true;
    let begun = text.length;
    while (begun > 0 && !page.includes(text.slice(0, begun))) begun -= 1;
    return begun > 0 && (pages[at + 1] ?? "").includes(text.slice(begun));
  });
}

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
  const text = bytes.toString("latin1");
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length;
    const end = text.indexOf("\nendobj", from);
    const whole = text.slice(from, end);
    const at = whole.indexOf("\nstream\n");
    const dictionary = at < 0 ? whole : whole.slice(0, at);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const start = from + at + "\nstream\n".length;
    const raw = bytes.subarray(start, start + length);
    const stream = at < 0 ? undefined : /FlateDecode/.test(dictionary) ? inflateSync(raw) : raw;
    objects.set(match[1] ?? "", { dictionary, stream });
  }
  return objects;
}

function reference(dictionary: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1] ?? "";
}

/** By name, what each glyph stands for. */
function fontsOf(objects: Map<string, PdfObject>, resources: string): Map<string, Map<number, string>> {
  const fonts = new Map<string, Map<number, string>>();
  const dictionary = objects.get(resources)?.dictionary ?? "";
  for (const [, name = "", number = ""] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = objects.get(reference(objects.get(number)?.dictionary ?? "", "ToUnicode"))?.stream;
    fonts.set(name, lettersOf(table?.toString("latin1") ?? ""));
  }
  return fonts;
}

function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, glyph = "", text = ""] of table.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>/gi))
    letters.set(Number.parseInt(glyph, 16), Buffer.from(text, "hex").swap16().toString("utf16le"));
  return letters;
}

function wordsIn(content: string, fonts: Map<string, Map<number, string>>): string {
  let letters = new Map<number, string>();
  let words = "";
  for (const token of tokensOf(content)) {
    const font = /^\/(F\d+) /.exec(token)?.[1];
    if (font !== undefined) letters = fonts.get(font) ?? letters;
    else for (const glyph of glyphsOf(token)) words += letters.get(glyph) ?? "";
  }
  return words;
}

/** Names of fonts, and strings with their brackets. */
function* tokensOf(content: string): Generator<string> {
  const next = /\/F\d+ [\d.]+ Tf|\(|<[0-9A-Fa-f]+>/g;
  for (let match = next.exec(content); match !== null; match = next.exec(content)) {
    if (match[0] !== "(") {
      yield match[0];
      continue;
    }
    let depth = 1;
    let at = match.index + 1;
    for (; depth > 0 && at < content.length; at += 1) {
      if (content[at] === "\\") at += 1;
      else if (content[at] === "(") depth += 1;
      else if (content[at] === ")") depth -= 1;
    }
    yield content.slice(match.index, at);
    next.lastIndex = at;
  }
}

/** Two bytes a glyph, written as a literal or in hexadecimal. */
function glyphsOf(token: string): number[] {
  const bytes = token.startsWith("<")
    ? Buffer.from(token.slice(1, -1), "hex")
    : unescaped(token.slice(1, -1));
  return Array.from({ length: Math.floor(bytes.length / 2) }, (_, at) => bytes.readUInt16BE(at * 2));
}

const NAMED: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(literal: string): Buffer {
  const plain = literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, letter?: string) =>
    octal === undefined
      ? (NAMED[letter ?? ""] ?? letter ?? "")
      : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(plain, "latin1");
}
