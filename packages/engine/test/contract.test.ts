import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import * as engine from "@opendti/engine";
import ts from "typescript";
import { expect, test } from "vitest";
import { setText } from "./quang-ngai.js";

/** The compiler proves that index.ts implements the contract. */
const check: engine.Engine = engine;

/** Every member of the contract: the compiler refuses one too many and one too few. */
const members: Record<keyof engine.Engine, true> = {
  loadSet: true,
  outlineOf: true,
  setJsonSchema: true,
  checkSet: true,
  readUnit: true,
  readValue: true,
  scoreUnit: true,
  explainNode: true,
  checkUnit: true,
  checkEvidence: true,
  FactChunk: true,
  CampaignRun: true,
  LiveCampaign: true,
  carriedNodes: true,
  carryFacts: true,
  bridgeBetween: true,
  pendingRanks: true,
  WeightDraws: true,
  formatExact: true,
  formatNumber: true,
  formatPercent: true,
};

test("index.ts exports all that the contract names", () => {
  expect(Object.keys(members).filter((name) => typeof Reflect.get(check, name) !== "function")).toEqual([]);
});

test("the contract is types only", () => {
  const source = readFileSync(new URL("../src/contract.ts", import.meta.url), "utf8");
  expect(
    javascript(source, ts.ModuleKind.ESNext)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .trim(),
  ).toBe("export {};");
});

test("the README's example gives what the README says", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line);
  const module: { exports: { example?: (text: string) => string[] } } = { exports: {} };
  const load = (name: string): unknown => {
    if (name !== "@opendti/engine")
      throw new Error(`the example imports ${name}${isBuiltin(name) ? ", a node module" : ""}`);
    return engine;
  };
  new Function("module", "exports", "require", javascript(code, ts.ModuleKind.CommonJS))(
    module,
    module.exports,
    load,
  );
  expect(module.exports.example?.(setText)).toEqual(said);
  expect(said).toHaveLength(3);
});

test("the README lists every code of a finding on data", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const codes: Record<engine.DataFinding["code"] | engine.EvidenceFinding["code"], true> = {
    "check-failed": true,
    "ratio-above-one": true,
    "out-of-range": true,
    "evidence-missing": true,
    "evidence-outside-year": true,
  };
  expect([...readme.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code)).toEqual(Object.keys(codes));
});

function javascript(source: string, module: ts.ModuleKind): string {
  return ts.transpileModule(source, { compilerOptions: { module, target: ts.ScriptTarget.ES2023 } })
    .outputText;
}
