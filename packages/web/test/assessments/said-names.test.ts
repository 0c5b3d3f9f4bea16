import { readdirSync } from "node:fs";
import { explainNode } from "@opendti/engine";
import { describe, expect, it } from "vitest";
import { repeatedFacts } from "../../src/features/assessments/scoring/from-profile.js";
import { shortName, withPlaces, withShortNames } from "../../src/features/assessments/scoring/said-names.js";
import { type Declared, viewOf } from "../../src/features/assessments/scoring/view-model.js";
import { banDanToc, outline } from "./ban-dan-toc.js";

const nothing: Declared = {
  profile: {},
  answers: new Map(),
  notApplicable: new Map(),
  evidence: new Map(),
  year: 2022,
};
const shipped = readdirSync(new URL("../../../../sets/", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Every sentence of a set, as the line under the form says it and as the steps do. */
function sentences(id: string, declared: Declared): string[] {
  const view = viewOf(outline(id), declared);
  const { set } = view.outline;
  const stepped = withPlaces(set, (kind, number) =>
    kind === "part" ? `Ý ${number}` : `Trường hợp ${number}`,
  );
  return set.nodes.flatMap(({ index, inputs }) => {
    if (inputs.length === 0) return [];
    const line = explainNode(withShortNames(set), view.score, index, view.facts).why.vi;
    const told = explainNode(stepped, view.score, index, view.facts).steps.map(({ vi }) => vi);
    // The decision's own words, quoted last, may letter things as they like.
    return [line, ...told.filter((step) => !step.includes("\n"))];
  });
}

describe("the sentences of an assessment", () => {
  it.each(shipped)("of %s name no input by an id that no document prints", (id) => {
    const said = sentences(id, nothing);
    expect(said.filter((sentence) => /\b[pe]\d+\b/.test(sentence))).toEqual([]);
  });

  it("say the same points whatever inputs are called", () => {
    const view = viewOf(outline(), banDanToc());
    const { set } = view.outline;
    for (const { index, inputs } of set.nodes) {
      if (inputs.length === 0) continue;
      const plain = explainNode(set, view.score, index, view.facts);
      const named = explainNode(withShortNames(set), view.score, index, view.facts);
      expect(named.score).toEqual(plain.score);
      expect(named.status).toBe(plain.status);
    }
  });

  it("name what is missing by the beginning of its label, after its letter", () => {
    const line = sentences("quang-ngai-so-nganh-2022", nothing).find((one) => one.includes("a ("));
    expect(line).toMatch(/^Chưa khai: a \(.{1,40}\), b \(.{1,40}\)/);
  });
});

describe("the name of an input inside a sentence", () => {
  it("is its label, ended after a whole word where it is long", () => {
    expect(shortName("Tổng số công chức")).toBe("Tổng số công chức");
    const long = shortName("Số lượng văn bản do người đứng đầu cơ quan ký trong năm");
    expect(long).toBe("Số lượng văn bản do người đứng đầu cơ…");
    expect(long.length).toBeLessThanOrEqual(40);
  });
});

describe("an input that repeats a fact of the profile", () => {
  const { set } = outline();
  const repeated = (code: string) =>
    [...repeatedFacts(set, set.nodeOf.get(code) ?? -1)].map(([input, { id }]) => [input, id]);

  it("is one that a check of the set holds equal to it", () => {
    expect(repeated("2.4.1")).toEqual([
      ["e", "civil_servants"],
      ["f", "public_employees"],
    ]);
  });

  it("is none that only looks like it", () => {
    expect(repeated("2.1.3")).toEqual([]);
  });
});
