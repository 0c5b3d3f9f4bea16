/** Walks the sources of the application for the texts that they hold and the catalogue ids that they use. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** Attributes and properties whose value a person reads. */
const read = new Set([
  "alt",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "caption",
  "confirm",
  "description",
  "detail",
  "error",
  "eyebrow",
  "header",
  "label",
  "note",
  "placeholder",
  "summary",
  "text",
  "title",
]);

/** Names that are the same in every language. */
const names = new Set(["OpenDTI", "Cốc Cốc"]);

/** Files that read Vietnamese words instead of saying them: the units in which sets and people write money. */
const readers = new Set(["features/assessments/values/money.ts"]);

const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/** A text found where no text belongs. */
export interface StrayText {
  /** `file:line` from the folder that was walked. */
  at: string;
  text: string;
}

/** A use of a text: its id (`prefix*` where the end is computed) and the values given, where they are written out. */
export interface TextUse {
  at: string;
  id: string;
  values: string[] | "computed";
}

/** Every .ts and .tsx under a folder, catalogues and generated files left out. */
export function sourcesOf(folder: string): ts.SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/messages\/|\.gen\.ts$/.test(path))
    .map((path) => parse(join(folder, path), relative(folder, join(folder, path))));
}

function parse(path: string, name: string): ts.SourceFile {
  return textSource(name, readFileSync(path, "utf8"));
}

/** A source given as text; what the tests of this walk use. */
export function textSource(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
}

function lineOf(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** The written parts of a string or template; none for anything else. */
function partsOf(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return partsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...partsOf(node.whenTrue), ...partsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return branchesOf(node);
  return [];
}

/** The operands that may become the value: of `a && b` the second, of a comparison none. */
function branchesOf({ left, right, operatorToken }: ts.BinaryExpression): string[] {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return partsOf(right);
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.PlusToken:
      return [...partsOf(left), ...partsOf(right)];
    default:
      return [];
  }
}

function isText(text: string, ids: ReadonlySet<string>): boolean {
  const words = [...names].reduce((rest, name) => rest.replaceAll(name, ""), text);
  return /\p{L}/u.test(words) && !ids.has(text);
}

/** The texts in a source that a person would read and that are in no catalogue. */
export function strayTexts(source: ts.SourceFile, ids: ReadonlySet<string>): StrayText[] {
  const found: StrayText[] = [];
  const add = (node: ts.Node, texts: readonly string[]): void => {
    for (const text of texts) {
      if (isText(text, ids)) found.push({ at: lineOf(source, node), text: text.trim() });
    }
  };
  visit(source, (node) => {
    if (ts.isJsxText(node)) add(node, [node.text]);
    else if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
      add(node, partsOf(node));
    else if (ts.isJsxAttribute(node) && read.has(node.name.getText(source)))
      add(node, partsOf(node.initializer));
    else if (
      ts.isPropertyAssignment(node) &&
      source.fileName.endsWith(".tsx") &&
      read.has(node.name.getText(source).replace(/^"|"$/g, ""))
    )
      add(node, partsOf(node.initializer));
    else if (
      ts.isStringLiteralLike(node) &&
      vietnamese.test(node.text) &&
      !names.has(node.text) &&
      !readers.has(source.fileName)
    )
      found.push({ at: lineOf(source, node), text: node.text });
  });
  return found;
}

/** Every `say(id, values)` of a source, and every other place that writes an id out. */
export function textUses(source: ts.SourceFile, ids: ReadonlySet<string>): TextUse[] {
  const uses: TextUse[] = [];
  visit(source, (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === "say") {
      const [id, values] = node.arguments;
      for (const written of idsOf(id))
        uses.push({ at: lineOf(source, node), id: written, values: valuesOf(values) });
    } else if (ts.isStringLiteralLike(node) && ids.has(node.text)) {
      uses.push({ at: lineOf(source, node), id: node.text, values: "computed" });
    } else if (ts.isTemplateExpression(node) && /^[a-z]+\./.test(node.head.text)) {
      uses.push({ at: lineOf(source, node), id: `${node.head.text}*`, values: "computed" });
    }
  });
  return uses;
}

function idsOf(node: ts.Expression | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...idsOf(node.whenTrue), ...idsOf(node.whenFalse)];
  return [];
}

function valuesOf(node: ts.Expression | undefined): TextUse["values"] {
  if (node === undefined) return [];
  if (!ts.isObjectLiteralExpression(node)) return "computed";
  return node.properties.flatMap((property) =>
    property.name !== undefined && ts.isIdentifier(property.name) ? [property.name.text] : [],
  );
}
