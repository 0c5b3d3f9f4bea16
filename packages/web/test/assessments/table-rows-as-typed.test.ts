import { expect, test } from "vitest";
import { sameValue } from "../../src/features/assessments/values/answer-value.js";
import { readRows, typedRows } from "../../src/features/assessments/values/table-rows.js";
import { outline } from "./ban-dan-toc.js";

const services = outline("cao-bang-ung-dung-cntt-2020").indicators.flatMap((item) =>
  item.inputs.filter((input) => input.kind === "table"),
)[1];
const columns = services?.columns ?? [];

test("the table of online services asks for texts, yes or no, and counts", () => {
  expect(new Set(columns.map(({ kind }) => kind))).toEqual(new Set(["text", "yes_no", "count"]));
});

test("a row is read cell by cell, rows with nothing in them are left out", () => {
  const { value, problems } = readRows(
    columns,
    [{ service: "Cấp phép xây dựng", level_4: true, files_online: "1.250" }, {}, { level_3: false }],
    "vi",
  );
  expect(problems).toEqual([]);
  expect(value).toEqual([{ service: "Cấp phép xây dựng", level_4: true, files_online: "1250" }]);
  expect(typedRows(columns, value, "vi")).toEqual([
    { service: "Cấp phép xây dựng", level_4: true, files_online: "1.250" },
  ]);
});

test("a cell that cannot be read is told by its row and column", () => {
  const { problems } = readRows(columns, [{ service: "A" }, { files_online: "nhiều" }], "vi");
  expect(problems).toEqual([{ row: 1, column: "files_online", problem: "not-a-number" }]);
});

test("a table without rows is nothing declared", () => {
  expect(readRows(columns, [{}, {}], "vi").value).toBeNull();
});

test("two tables say the same whatever the order of their columns, not of their rows", () => {
  expect(sameValue([{ a: "1", b: "2" }], [{ b: "2", a: "1" }])).toBe(true);
  expect(sameValue([{ a: "1" }, { a: "2" }], [{ a: "2" }, { a: "1" }])).toBe(false);
  expect(sameValue(null, [])).toBe(false);
  expect(sameValue([1, 2], [1, 2])).toBe(true);
});
