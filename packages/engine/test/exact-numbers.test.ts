import { dataSchema, formatExact, loadSet, parseExact, readUnit, SourceDocument } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { indicator, written } from "./sets.js";

/** What a file's text holds at `value`, read as the engine reads sets and data. */
function read(text: string): unknown {
  const document = SourceDocument.parse(text, undefined);
  if (Array.isArray(document)) throw new Error(document[0]?.message.en);
  return (document.content() as { value: unknown }).value;
}

const exactly = (cell: unknown): string => {
  const value = parseExact(cell as string | number);
  return value ? formatExact(value) : "unreadable";
};

const MANY = "0.1234567890123456789";

describe("numbers of more digits than a float holds", () => {
  test.each([
    [MANY],
    ["9007199254740993"],
    ["123456789012345678901234567890"],
    ["-9007199254740993.5"],
    ["0.30000000000000004440892098500626"],
    ["1000000000000000.1"],
    ["0.0000001"],
    ["100000000000000000000000"],
  ])("%s stays as written, in YAML and in JSON", (text) => {
    expect(exactly(read(`value: ${text}`))).toBe(text);
    expect(exactly(read(`{ "value": ${text} }`))).toBe(text);
    expect(exactly(read(`value: "${text}"`))).toBe(text);
  });

  test.each([
    ["+9007199254740993", "9007199254740993"],
    [".1234567890123456789", "0.1234567890123456789"],
    ["1234567890123456789e0", "1234567890123456789"],
    ["1.2345678901234567891e3", "1234.5678901234567891"],
    ["0x20000000000001", "9007199254740993"],
  ])("%s is its value or is refused, never a number near it", (text, value) => {
    expect([value, "unreadable"]).toContain(exactly(read(`value: ${text}`)));
  });

  test("zeros at the end change nothing", () => {
    expect(exactly(read("value: 1.50"))).toBe("1.5");
    expect(exactly(read("value: 10.0"))).toBe("10");
    expect(exactly(read("value: 007"))).toBe("7");
  });

  test("in a set are its exact maxima, shares and thresholds", () => {
    const text = JSON.stringify(
      written({ indicators: [{ code: "1", title: "1", max: "MAX", rule: { manual: {} } }] }),
    ).replace('"MAX"', MANY);
    const loaded = loadSet(text);
    expect(loaded.ok && formatExact(loaded.value.set.max)).toBe(MANY);
  });

  test("in data are exact facts", () => {
    const set = indicator({ inputs: { value: "number" }, rule: { proportional: { of: "value" } } });
    const document = SourceDocument.parse(
      `units: [{ unit: u, answers: { "1": { value: ${MANY} } } }]`,
      undefined,
    );
    if (Array.isArray(document)) throw new Error("unread");
    const [unit] = dataSchema.parse(document.content()).units;
    const [value] = unit ? readUnit(set, unit).facts.values : [];
    expect(value && formatExact(value)).toBe(MANY);
  });

  test("longer than any document would print are refused", () => {
    expect(exactly("9".repeat(60))).toBe("9".repeat(60));
    expect(exactly("9".repeat(61))).toBe("unreadable");
  });
});

describe("codes as keys of answers", () => {
  test("2.10 is not 2.1, quoted or not", () => {
    expect(Object.keys(read('value: { "2.10": 5 }') as object)).toEqual(["2.10"]);
    expect(Object.keys(read("value: { 2.10: 5 }") as object)).toEqual(["2.10"]);
    expect(Object.keys(read("value: { 2.1: 4, 2.10: 5 }") as object)).toEqual(["2.1", "2.10"]);
  });
});

describe("exact numbers", () => {
  test.each([
    ["10", "10"],
    ["0.25", "0.25"],
    ["-3", "-3"],
    ["80%", "0.8"],
    ["0.25 %", "0.0025"],
    ["1/2", "0.5"],
    ["-1/3", "-1/3"],
    ["22/23", "22/23"],
    ["1.5 / 4.5", "1/3"],
    ["6/4", "1.5"],
  ])("%s is %s", (text, value) => {
    expect(exactly(text)).toBe(value);
  });

  test.each(["", "x", "1e3", "1,5", ".5", "5.", "1/0", "1/2/3", "%", "50%%", "1 000", "٣", "+1"])(
    '"%s" is none',
    (text) => {
      expect(exactly(text)).toBe("unreadable");
    },
  );
});
