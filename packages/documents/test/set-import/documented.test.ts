import { readFileSync } from "node:fs";
import { findingCatalogue } from "@opendti/engine";
import { expect, test } from "vitest";
import { importFindingCodes } from "../../src/index.js";

const page = readFileSync(new URL("../../../../docs/set-import.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (error|warning) \|/gm)].map(([, code, severity]) => [
  code,
  severity,
]);

test("every finding of the import is documented with its severity, and no other", () => {
  expect(rows).toEqual(Object.entries(importFindingCodes));
});

test("no code of the import is one of the engine's", () => {
  const engine: string[] = findingCatalogue.map(({ code }) => code);
  expect(Object.keys(importFindingCodes).filter((code) => engine.includes(code))).toEqual([]);
});
