/** What a document says of points outside the rows of its tables. */
import { importFile } from "@opendti/documents";
import { expect, test } from "vitest";

const rowsOf = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((one) => `<td colspan="${cells.length === 1 ? 4 : 1}">${one}</td>`).join("")}</tr>`).join("")}</table>`;
const TABLE = [
  ["TT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
  ["1", "Có kế hoạch", "10", "- Có: 10 điểm;<br>- Không: 0 điểm"],
  ["2", "Có chuyên mục", "10", "- Có: 10 điểm;<br>- Không: 0 điểm"],
];
const NOTE = "Ghi chú: Đơn vị không có trang tin được tính điểm tối đa của tiêu chí 2.";

async function imported(body: string) {
  const { sets, findings } = await importFile(Buffer.from(`<html><body>${body}</body></html>`), {
    name: "a.html",
  });
  return {
    statuses: sets.flatMap(({ indicators }) => indicators.map(({ code, status }) => `${code} ${status}`)),
    findings: [...findings, ...sets.flatMap((set) => set.findings)].map(({ code, found }) => [code, found]),
  };
}

test.each([
  ["under the table", `${rowsOf(TABLE)}<p>${NOTE}</p>`],
  ["in a row of it", rowsOf([...TABLE, [NOTE]])],
])("a note %s that changes points is a question of the indicator that it speaks of", async (_, body) => {
  const { statuses, findings } = await imported(body);
  expect(statuses).toEqual(["1 certain", "2 doubtful"]);
  expect(findings).toContainEqual(["note-below", NOTE]);
});

test("a note on rounding changes no rule", async () => {
  const { statuses, findings } = await imported(
    `${rowsOf(TABLE)}<p>Ghi chú: Điểm được làm tròn đến hai chữ số.</p>`,
  );
  expect(statuses).toEqual(["1 certain", "2 certain"]);
  expect(findings.map(([code]) => code)).not.toContain("note-below");
});

test("criteria in paragraphs are told of, beside a table and without one", async () => {
  const words = ["3. Mạng nội bộ (tối đa 10 điểm):", "a) Có: 10 điểm;", "b) Không: 0 điểm."];
  const prose = words.map((text) => `<p>${text}</p>`).join("");
  const beside = await imported(`${rowsOf(TABLE)}<p>Điều 5. Hạ tầng số</p>${prose}`);
  expect(beside.findings).toContainEqual(["indicators-in-prose", words[0]]);
  expect(await imported(prose)).toEqual({ statuses: [], findings: [["no-indicator-table", words[0]]] });
});

test("points behind titles are maxima; with none anywhere the document says that its rules were not read", async () => {
  const without = (title: (at: number) => string) =>
    rowsOf([
      ["TT", "Tiêu chí", "Cách tính điểm"],
      ["I", title(20), ""],
      ...TABLE.slice(1).map(([number = "", , max, rule = ""]) => [number, title(Number(max)), rule]),
    ]);
  const { sets } = await importFile(
    Buffer.from(`<html>${without((max) => `Nội dung ${max} (tối đa ${max} điểm)`)}</html>`),
    {
      name: "a.html",
    },
  );
  expect(sets[0]?.set.indicators.map(({ max }) => max)).toEqual([20]);
  expect(sets[0]?.indicators.map(({ code, max, status }) => [code, max, status])).toEqual([
    ["1", "10", "certain"],
    ["2", "10", "certain"],
  ]);
  const { findings } = await imported(without((max) => `Nội dung ${max}`));
  expect(findings.map(([code]) => code)).toContain("max-nowhere");
});

test("rules are no titles, in a table whose header stands on another page", async () => {
  const { statuses } = await imported(rowsOf(TABLE.slice(1)));
  expect(statuses).toEqual(["1 certain", "2 certain"]);
});
