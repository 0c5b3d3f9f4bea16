/** docs/command-line-json.md says what the command does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAnswer } from "./answer.js";
import { folder, opendti, quangNgai, repository } from "./opendti.js";

const here = folder();
const page = readFileSync(join(repository, "docs/command-line-json.md"), "utf8");
const [score = "", problems = ""] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text);

test("the sample of scores has every key that there may be, and no other", () => {
  const answer = readAnswer(score);
  expect(Object.keys(answer)).toEqual(["set", "version", "units", "findings", "published"]);
  expect(Object.keys(answer.units[0] ?? {})).toEqual([
    "unit",
    "title",
    "group",
    "total",
    "max",
    "rank",
    "level",
    "pillars",
    "indicators",
    "conditions",
  ]);
});

test("the sample of problems is what the command answers", async () => {
  const file = here.write(
    "data.yaml",
    'units:\n  - unit: a\n    group: g\n    answers:\n      "2.1.3": { b: 23, a: x }\n',
  );
  const { status, stdout, stderr } = await opendti(here.path, ["score", quangNgai, file, "--json"]);
  expect([status, stderr]).toEqual([1, ""]);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(problems));
});

describe("rank is null", () => {
  const ranks = async (...args: string[]): Promise<unknown[]> => {
    const { stdout } = await opendti(here.path, ["score", ...args, "--json"]);
    return readAnswer(stdout).units.map(({ unit, rank }) => [unit, rank]);
  };

  test("for a unit whose condition of ranking does not hold, or cannot be judged; the others close up", async () => {
    const set = here.write(
      "condition.yaml",
      `opendti: 1
id: dieu-kien
version: 1
status: draft
title: Bộ có điều kiện xếp hạng
legal_basis: [{ issuer: Sở, title: Văn bản }]
years: { from: 2024 }
applies_to: [so-nganh]
ranking: { on: rounded }
indicators:
  - { code: "1", title: Điểm, max: 10, rule: { manual: {} } }
  - code: "2"
    title: Điều kiện
    inputs: [{ id: p1, label: An toàn, kind: yes_no }]
    condition: { of: p1, unmet: unranked }
`,
    );
    const data = here.write(
      "condition.csv",
      "unit,1.points,2.p1\nkhong,10,không\nchua-khai,9,\ntot,8,có\nkha,7,có\n",
    );
    expect(await ranks(set, data)).toEqual([
      ["khong", null],
      ["chua-khai", null],
      ["tot", 1],
      ["kha", 2],
    ]);
  });

  test("for a form, which gives no points", async () => {
    const data = here.write("form.yaml", 'units: [{ unit: u, answers: { "III.14": { value: 2 } } }]');
    expect(await ranks("cao-bang-ung-dung-cntt-2020", data)).toEqual([["u", null]]);
  });
});
