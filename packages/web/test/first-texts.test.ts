import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { catalogue as first } from "../src/app/catalogues/vi.js";
import { catalogue as others } from "../src/app/catalogues/vi-others.js";
import { sourcesOf, textUses } from "./source-texts.js";

const folder = fileURLToPath(new URL("../src", import.meta.url));
const sources = new Map(sourcesOf(folder).map((source) => [source.fileName, source]));

/** The shell, and the pages that are drawn before the other texts have come. */
const pages = [
  "main.tsx",
  "app/shell/shell.tsx",
  "features/home/home-page.tsx",
  "features/home/assessment-list-page.tsx",
  "features/assessments/assessment-page.tsx",
  "features/assessments/review-page.tsx",
  "features/assessments/print-page.tsx",
  "features/sessions/my-account-page.tsx",
  "features/sessions/sign-in-page.tsx",
];

/** The files that a file imports, at once or when they are needed. What routes load is a page of its own. */
function importsOf(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const add = (name: string): void => {
    if (!name.startsWith(".")) return;
    const path = relative(folder, join(folder, dirname(source.fileName), name)).replace(/\.js$/, "");
    const file = [`${path}.ts`, `${path}.tsx`].find((one) => existsSync(join(folder, one)));
    if (file !== undefined) found.push(file);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      add(node.moduleSpecifier.text);
    const [what] = ts.isCallExpression(node) ? node.arguments : [];
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      what !== undefined &&
      ts.isStringLiteral(what) &&
      !/routes?\.ts$/.test(source.fileName)
    )
      add(what.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Everything that the pages reach. */
function reached(entries: readonly string[]): ts.SourceFile[] {
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const source = sources.get(name);
    if (source === undefined || seen.has(name)) continue;
    seen.add(name);
    waiting.push(...importsOf(source));
  }
  return [...seen].map((name) => sources.get(name)).filter((source) => source !== undefined);
}

describe("the pages on which units declare", () => {
  it("say nothing that is loaded only with other pages", () => {
    const files = reached(pages);
    expect(files.length).toBeGreaterThan(100);
    const ids = new Set([...Object.keys(first), ...Object.keys(others)]);
    const later = Object.keys(others);
    const strange = files
      .flatMap((source) => textUses(source, ids))
      .filter(({ id }) =>
        id.endsWith("*") ? later.some((one) => one.startsWith(id.slice(0, -1))) : id in others,
      );
    expect(strange.map(({ at, id }) => `${at}: ${id}`)).toEqual([]);
  });

  it("share no text with the other pages", () => {
    expect(Object.keys(first).filter((id) => id in others)).toEqual([]);
  });
});
