import { readFileSync } from "node:fs";
import { formatExact, outlineOf, readValue } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { compiled, set } from "./quang-ngai.js";
import { setOf } from "./sets.js";

const rows = outlineOf(set);
const row = (label: string): (typeof rows)[number] => {
  const found = rows.find((each) => each.label === label);
  if (!found) throw new Error(`no row ${label}`);
  return found;
};

describe("the outline of a set, for a form", () => {
  test("has every row in the order of the document, and every input once", () => {
    expect(rows.map(({ node }) => node)).toEqual(set.nodes);
    expect(rows.flatMap(({ inputs }) => inputs.map(({ fact }) => fact.slot))).toEqual(
      set.facts.filter(({ node }) => node !== undefined).map(({ slot }) => slot),
    );
  });

  test("says of an indicator what the decision says", () => {
    const { node, rule, text, inputs, exceptions, evidence } = row("2.5.2");
    expect([node.code, formatExact(node.max), rule]).toEqual(["2.5.2", "10", "proportional"]);
    expect(text).toBe(node.text);
    expect(inputs.map(({ fact }) => fact.id)).toEqual(node.inputs.map(({ id }) => id));
    expect(exceptions.map(({ sentence }) => sentence)).toEqual(
      node.exceptions.map(({ sentence }) => sentence),
    );
    expect(rows.flatMap((each) => each.exceptions).length).toBeGreaterThan(0);
    expect(row("2.1.1").evidence.required).toBe(true);
    expect(row("2.5.9").evidence.withinYear).toBe(true);
    expect(evidence.note).toBeUndefined();
  });

  test("offers the options of a choice that only the rule lists", () => {
    const [choice] = row("2.1.1").inputs;
    expect(choice?.fact.kind).toBe("choice");
    expect(choice?.fact.options.length).toBeGreaterThan(1);
  });

  test("has the columns of tables, pairs, links and notes", () => {
    const form = compiled(
      readFileSync(new URL("../../../sets/cao-bang-ung-dung-cntt-2020/set.yaml", import.meta.url), "utf8"),
    );
    const inputs = outlineOf(form).flatMap((each) => each.inputs);
    for (const { fact, columns } of inputs) expect(columns.length > 0, fact.id).toBe(fact.kind === "table");
    expect(inputs.some(({ pairWith }) => pairWith !== undefined)).toBe(true);
    const labels = outlineOf(form).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("tells apart rows that the document gives one code", () => {
    const twice = setOf({
      indicators: ["a", "b"].map((key) => ({ code: "1", key, title: key, max: 1, rule: { manual: {} } })),
    });
    expect(outlineOf(twice).map(({ label }) => label)).toEqual(["a", "b"]);
  });

  test("a field typed in, kept and read again is the same number", () => {
    const [a] = row("2.6.17").inputs;
    if (!a) throw new Error("2.6.17 has no inputs");
    for (const typed of ["9,56", "51.125.000", "0.125", "1.250.000,5", "1,255", "1/3"]) {
      const value = readValue(a.fact, typed);
      if (!value || "vi" in value) throw new Error(typed);
      expect(readValue(a.fact, formatExact(value), "stored")).toEqual(value);
    }
  });
});
