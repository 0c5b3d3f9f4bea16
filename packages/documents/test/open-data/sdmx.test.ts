import { describe, expect, test } from "vitest";
import { Codes, obsStatus } from "../../src/open-data/sdmx/codes.js";
import { writeSdmx } from "../../src/open-data/sdmx/write-sdmx.js";
import { madeFrame } from "./frame.js";
import { opened, records, written } from "./opened.js";

const { frame, results } = madeFrame(40);
const parts = await opened(await written((sink) => writeSdmx(frame, sink)));
const rows = records(parts.get("data.csv")?.toString("utf8") ?? "");
const message = JSON.parse(parts.get("structure.json")?.toString("utf8") ?? "");
const ID = /^[A-Za-z0-9_@$-]+$/;

describe("SDMX-CSV", () => {
  test("has the columns of version 2.0 first, then every component of the structure", () => {
    const [structure] = message.data.dataStructures;
    const components = structure.dataStructureComponents;
    expect(Object.keys(rows[0] ?? {})).toEqual([
      "STRUCTURE",
      "STRUCTURE_ID",
      "ACTION",
      ...components.dimensionList.dimensions.map(({ id }: { id: string }) => id),
      components.dimensionList.timeDimension.id,
      ...components.measureList.measures.map(({ id }: { id: string }) => id),
      ...components.attributeList.attributes.map(({ id }: { id: string }) => id),
    ]);
    const [flow] = message.data.dataflows;
    for (const row of rows)
      expect([row["STRUCTURE"], row["STRUCTURE_ID"], row["ACTION"], row["TIME_PERIOD"]]).toEqual([
        "dataflow",
        `${flow.agencyID}:${flow.id}(${flow.version})`,
        "I",
        "2026",
      ]);
  });

  test("has one value for each unit, indicator and measure, by codes of the lists alone", () => {
    const keys = rows.map((row) => [row["UNIT"], row["INDICATOR"], row["MEASURE"]].join("."));
    expect(new Set(keys).size).toBe(rows.length);
    expect(rows).toHaveLength(40 * (frame.nodes.length + 2));
    const listOf = (component: string): string[] => {
      const { dimensionList, attributeList } = message.data.dataStructures[0].dataStructureComponents;
      const { localRepresentation } = [...dimensionList.dimensions, ...attributeList.attributes].find(
        ({ id }: { id: string }) => id === component,
      );
      const urn: string = localRepresentation.enumeration;
      const list = message.data.codelists.find(({ agencyID, id, version }: Record<string, string>) =>
        urn.endsWith(`=${agencyID}:${id}(${version})`),
      );
      return list.codes.map(({ id }: { id: string }) => id);
    };
    for (const component of [
      "FREQ",
      "UNIT",
      "INDICATOR",
      "MEASURE",
      "OBS_STATUS",
      "CONF_STATUS",
      "RANKING_GROUP",
    ]) {
      const list = new Set(listOf(component));
      for (const row of rows)
        expect([component, row[component], list.has(row[component] ?? "")]).toEqual([
          component,
          row[component],
          true,
        ]);
      for (const code of list) expect(code).toMatch(ID);
    }
  });

  test("keeps what is missing, what does not apply and a true zero apart", () => {
    const { unit } = results[1] ?? expect.fail();
    const at = (place: number, indicator: string) =>
      rows.find(
        (row) =>
          row["UNIT"] === results[place]?.unit.id &&
          row["INDICATOR"] === indicator &&
          row["MEASURE"] === "SCORE",
      );
    expect(unit.id).toMatch(/1$/);
    expect(at(1, "1_1")).toMatchObject({ OBS_VALUE: "", OBS_STATUS: "M" });
    expect(at(2, "1_1")).toMatchObject({ OBS_VALUE: "", OBS_STATUS: "L" });
    const zero = results.findIndex(
      ({ scores, statuses }) => scores["2.2.1"] === "0" && statuses["2.2.1"] === "scored",
    );
    expect(at(zero, "2_2_1")).toMatchObject({ OBS_VALUE: "0", OBS_STATUS: "A" });
    // It never submitted: nothing of it is a figure.
    expect(results[7]?.submitted).toBe(false);
    expect(at(7, "_T")).toMatchObject({ OBS_VALUE: "", OBS_STATUS: "L" });
    expect(obsStatus("undefined", true)).toBe("O");
    expect(obsStatus("pending", true)).toBe("P");
  });

  test("adds up: the values of indicators without children, bonuses with them, are the total", () => {
    for (const { unit, total, submitted, statuses } of results) {
      // What does not apply has no figure of its own, also where the set gives its points in full.
      if (!submitted || Object.values(statuses).includes("not_applicable")) continue;
      const value = (indicator: string) =>
        Number(
          rows.find((row) => row["UNIT"] === unit.id && row["INDICATOR"] === indicator)?.["OBS_VALUE"] ?? 0,
        );
      const leaves = ["1_1", "1_2", "2_1", "2_2_1", "2_2_2", "3"].reduce((sum, code) => sum + value(code), 0);
      expect(leaves).toBeCloseTo(Number(total), 6);
      expect(value("_T")).toBe(Number(total));
    }
  });

  test("of results that are not published is provisional and not for publication", async () => {
    const { run } = frame;
    const compiled = { ...frame, run: run && { ...run, state: "approved" as const, publishedAt: null } };
    const draft = await opened(await written((sink) => writeSdmx(compiled, sink)));
    for (const row of records(draft.get("data.csv")?.toString("utf8") ?? "")) {
      expect(row["CONF_STATUS"]).toBe("N");
      expect(row["OBS_STATUS"]).not.toBe("A");
    }
  });
});

describe("the structure message", () => {
  test("names units and indicators in its lists, each indicator under the one above", () => {
    const list = (part: string) =>
      message.data.codelists.find(({ id }: { id: string }) => id.startsWith(`CL_DTI_${part}_`)).codes;
    expect(list("UNIT")).toHaveLength(40);
    expect(list("UNIT")[0]).toMatchObject({ name: expect.stringContaining("Đơn vị") });
    expect(list("INDICATOR").map(({ id, parent }: Record<string, string>) => [id, parent])).toEqual([
      ["_T", undefined],
      ["1", "_T"],
      ["1_1", "1"],
      ["1_2", "1"],
      ["2", "_T"],
      ["2_1", "2"],
      ["2_2", "2"],
      ["2_2_1", "2_2"],
      ["2_2_2", "2_2"],
      ["3", "_T"],
    ]);
  });

  test("refers to nothing that is not in it", () => {
    const text = JSON.stringify(message);
    const defined = new Set(
      [...message.data.codelists, ...message.data.dataStructures].map(
        ({ agencyID, id, version }: Record<string, string>) => `${agencyID}:${id}(${version})`,
      ),
    );
    for (const [, target = ""] of text.matchAll(/\.(?:Codelist|DataStructure)=([^"]+)"/g))
      expect(defined.has(target)).toBe(true);
    const concepts = new Set(message.data.conceptSchemes[0].concepts.map(({ id }: { id: string }) => id));
    for (const [, id = ""] of text.matchAll(/Concept=OPENDTI:CS_DTI\(1\.0\.0\)\.([A-Z_]+)"/g))
      expect(concepts.has(id)).toBe(true);
  });
});

test("codes are what SDMX allows, and no two texts share one", () => {
  const codes = new Codes();
  const texts = ["2.1", "2_1", "2-1", "Đ", "đ", "", "_T", "_Z", "2.1"];
  const made = texts.map((text) => codes.of(text));
  for (const code of made) expect(code).toMatch(ID);
  expect(new Set(made).size).toBe(new Set(texts).size);
  expect(made).not.toContain("_T");
  expect(made[8]).toBe(made[0]);
});
