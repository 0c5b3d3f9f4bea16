import { describe, expect, it } from "vitest";
import {
  type AdjustDraft,
  draftOf,
  keptDraft,
  readDraft,
  rowsOf,
  typedOf,
  verdictOf,
} from "../../src/features/appraisals/judging/adjust-draft.js";
import { outline } from "../assessments/ban-dan-toc.js";

const inputs = outline().byAddress.get("2.1.3")?.inputs ?? [];
const declared = [
  { input: "a", label: "", value: "22", by: null, at: null },
  { input: "b", label: "", value: "23", by: null, at: null },
];
const draft = (part: Partial<AdjustDraft>): AdjustDraft => ({
  by: "inputs",
  typed: {},
  points: "",
  reason: "",
  ...part,
});
const read = (part: Partial<AdjustDraft>) => {
  const whole = draft(part);
  const reading = readDraft(whole, declared, inputs, "vi");
  return { reading, verdict: verdictOf(whole, reading) };
};

describe("an adjustment of values", () => {
  it("sends only what differs from what was declared", () => {
    const { verdict } = read({ typed: { a: "20", b: "23" }, reason: " Hai văn bản không thuộc lĩnh vực " });
    expect(verdict).toEqual({
      verdict: "adjusted",
      inputs: { a: "20" },
      points: null,
      reason: "Hai văn bản không thuộc lĩnh vực",
    });
  });

  it("is none where everything is as declared, or where no reason is given", () => {
    expect(read({ typed: { a: "22" }, reason: "x" })).toMatchObject({
      verdict: null,
      reading: { nothing: true },
    });
    expect(read({ typed: { a: "20" } }).verdict).toBeNull();
  });

  it("names the field that cannot be read, and is not sent", () => {
    const { reading, verdict } = read({ typed: { a: "hai mươi" }, reason: "x" });
    expect(reading.fields).toEqual({ a: "not-a-number" });
    expect(verdict).toBeNull();
  });

  it("empties a declared value", () => {
    expect(read({ typed: { a: "" }, reason: "x" }).reading.inputs).toEqual({ a: null });
  });

  it("takes back a mark of not applicable, and gives one with the reason", () => {
    const marked = [...declared, { input: "", label: "", value: "Không có", by: null, at: null }];
    const back = draft({ typed: { "": false }, reason: "Có áp dụng" });
    expect(readDraft(back, marked, inputs, "vi").inputs).toEqual({ "": null });
    const mark = draft({ typed: { "": true }, reason: "Không phát sinh" });
    expect(readDraft(mark, declared, inputs, "vi").inputs).toEqual({ "": "Không phát sinh" });
  });
});

describe("an adjustment of a table", () => {
  const table = {
    ...(inputs[0] as (typeof inputs)[number]),
    id: "models",
    kind: "table",
    columns: [
      { id: "name", label: "Tên mô hình", kind: "text" },
      { id: "people", label: "Số người", kind: "count" },
    ],
  } as (typeof inputs)[number];
  const rows = [
    { name: "Chợ 4.0", people: "120" },
    { name: "Tổ công nghệ số", people: "1500" },
  ];
  const before = [{ input: "models", label: "", value: rows, by: null, at: null }];
  const reading = (typed: AdjustDraft["typed"]) =>
    readDraft(draft({ typed, reason: "x" }), before, [table], "vi");

  it("opens with its rows as they would be typed, and changes one cell", () => {
    const opened = typedOf(table, rows, "vi");
    expect(opened).toEqual([rows[0], { name: "Tổ công nghệ số", people: "1.500" }]);
    const [first, second] = rowsOf(opened);
    expect(reading({ models: [{ ...first }, { ...second, people: "1.200" }] }).inputs).toEqual({
      models: [rows[0], { name: "Tổ công nghệ số", people: "1200" }],
    });
  });

  it("takes a row away, and is none while its rows are as declared", () => {
    expect(reading({ models: rowsOf(typedOf(table, rows, "vi")).slice(0, 1) }).inputs).toEqual({
      models: [rows[0]],
    });
    expect(reading({ models: typedOf(table, rows, "vi") }).nothing).toBe(true);
    expect(reading({ models: [] }).inputs).toEqual({ models: null });
  });

  it("is not sent with a cell that cannot be read", () => {
    const unread = reading({ models: [{ name: "Chợ 4.0", people: "nhiều" }] });
    expect(unread.fields).toEqual({ models: "not-a-number" });
    expect(verdictOf(draft({ reason: "x" }), unread)).toBeNull();
  });
});

describe("an adjustment of points", () => {
  it("reads them as they are typed in Vietnamese", () => {
    expect(read({ by: "points", points: "7,5", reason: "x" }).verdict).toEqual({
      verdict: "adjusted",
      inputs: null,
      points: "7.5",
      reason: "x",
    });
  });

  it("is not given without points or with what is no number", () => {
    expect(read({ by: "points", reason: "x" }).verdict).toBeNull();
    expect(read({ by: "points", points: "bảy", reason: "x" }).reading.points).toBe("not-a-number");
  });
});

describe("the form opens", () => {
  it("with what was adjusted before, as it would be typed", () => {
    const before = { declared, verdict: "adjusted", inputs: null, points: "7.5", reason: "x" } as const;
    expect(draftOf(before, inputs, "vi")).toEqual({ by: "points", typed: {}, points: "7,5", reason: "x" });
    const values = { declared, verdict: "adjusted", inputs: { a: "20" }, points: null, reason: "y" } as const;
    expect(draftOf(values, inputs, "vi")).toMatchObject({ by: "inputs", typed: { a: "20" }, reason: "y" });
  });

  it("with what was left unsaved in the browser, unless that cannot be read", () => {
    const kept = draft({ typed: { a: "2" }, reason: "dở dang" });
    expect(keptDraft(JSON.stringify(kept))).toEqual(kept);
    expect(keptDraft("{")).toBeNull();
    expect(keptDraft('{"by":"inputs"}')).toBeNull();
    expect(keptDraft("")).toBeNull();
  });
});
