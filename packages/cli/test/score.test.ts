import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAnswer } from "./answer.js";
import { folder, opendti, quangNgai, quangNgaiCase, repository } from "./opendti.js";

const here = folder();
const run = (...args: string[]): ReturnType<typeof opendti> => opendti(here.path, args);

describe("the Quảng Ngãi self-assessment", () => {
  test("the table shows every score as published, and 451,26 of 485", async () => {
    const { status, stdout, stderr } = await run("score", quangNgai, quangNgaiCase);
    expect(status).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^2\.1 +Nhận thức số +40 +39,56$/m);
    expect(stdout).toMatch(/^2\.1\.3 .* 10 +9,56 +9,56 +22\/23 = 95,65% × 10 = 9,56 điểm$/m);
    expect(stdout).toMatch(/^2\.4 +Nhân lực số +30 +4,7$/m);
    expect(stdout).toMatch(/^2\.6\.17 .* 10 +7 +7 /m);
    expect(stdout).toMatch(/^ +Tổng +485 +451,26 +451,26 +hạng 1\/1$/m);
    expect(stdout).toContain("Trùng với mọi điểm đã công bố.");
    expect(stdout).not.toContain("≠");
  });

  test("no line is wider than 100 columns, and no escape code is written when nobody looks", async () => {
    const { stdout } = await run("score", quangNgai, quangNgaiCase);
    expect(
      Math.max(...stdout.split("\n").map((line) => [...line.normalize("NFC")].length)),
    ).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain("\u001b");
  });

  test("--json has the shape of the design, with decimal strings", async () => {
    const { status: ended, stdout } = await run("score", quangNgai, quangNgaiCase, "--json");
    const { units, published, findings } = readAnswer(stdout);
    expect(ended).toBe(0);
    const [unit] = units;
    expect(unit).toMatchObject({
      unit: "ban-dan-toc",
      group: "so-nganh",
      total: "451.26",
      max: "485",
      rank: 1,
    });
    expect(unit?.pillars.map(({ code, score }) => [code, score])).toEqual([
      ["2.1", "39.56"],
      ["2.2", "90"],
      ["2.3", "60"],
      ["2.4", "4.7"],
      ["2.5", "100"],
      ["2.6", "157"],
    ]);
    expect(unit?.indicators).toHaveLength(47);
    expect(unit?.indicators[2]).toEqual({
      code: "2.1.3",
      score: "9.56",
      max: "10",
      status: "scored",
      why: "22/23 = 95,65% × 10 = 9,56 điểm",
    });
    expect(published).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({ unit: "ban-dan-toc", at: "2.5.3", severity: "warning" }),
    );
  });

  test("a check that fails shows the declared values with their labels, not bare numbers", async () => {
    const { stdout } = await run("score", quangNgai, quangNgaiCase);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "(b = 1: Tổng số máy chủ trong CQNN; Mục 1.7, Số lượng máy chủ vật lý = 0)",
    );
    expect(stdout).not.toContain("(1 = 0)");
  });

  test("a percent above 100% is shown with how to write it, and is scored", async () => {
    const set = here.write(
      "percent.yaml",
      readFileSync(join(repository, "sets", quangNgai, "set.yaml"), "utf8").replace(
        /^( *)- code: "2.1.1"$/m,
        '$1- code: "2.1.0"\n$1  title: Tỷ lệ\n$1  max: 10\n$1  inputs: [{ id: value, label: Tỷ lệ hồ sơ, kind: percent }]\n$1  rule: { proportional: { of: value } }\n$&',
      ),
    );
    const data = here.write("percent-data.yaml", 'units: [{ unit: u, answers: { "2.1.0": 55 } }]');
    const { status, stdout } = await run("score", set, data);
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain("Nếu là 55% thì viết 55% hay 0,55.");
  });

  test("a published score that the rules do not give is marked and ends with 1", async () => {
    const changed = readFileSync(quangNgaiCase, "utf8").replace(
      "{ score: 9.56, shown: 95.65% }",
      "{ score: 9.57 }",
    );
    const file = here.write("wrong.yaml", changed);
    const table = await run("score", quangNgai, file);
    expect(table.status).toBe(1);
    expect(table.stdout).toMatch(/^2\.1\.3 .* 9,56 +≠ 9,57 /m);
    expect(table.stdout).toContain("ban-dan-toc 2.1.3: tính được 9,56, công bố 9,57");
    const json = await run("score", quangNgai, file, "--json");
    expect(json.status).toBe(1);
    expect(readAnswer(json.stdout).published).toEqual([
      { unit: "ban-dan-toc", code: "2.1.3", score: "9.56", published: "9.57" },
    ]);
  });

  test("--explain prints the steps from the numbers to the sentence of the decision", async () => {
    const { status: ended, stdout } = await run(
      "score",
      quangNgai,
      quangNgaiCase,
      "--explain",
      "ban-dan-toc",
      "2.1.3",
    );
    expect(ended).toBe(0);
    const places = ["a = 22", "b = 23", "0,9565", "9,565 → 9,56", "Điểm=Tỷ lệ*Điểm tối đa"].map((text) =>
      stdout.indexOf(text),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const json = await run("score", quangNgai, quangNgaiCase, "--json", "--explain", "ban-dan-toc", "2.1.3");
    expect(JSON.parse(json.stdout)).toMatchObject({
      unit: "ban-dan-toc",
      code: "2.1.3",
      score: "9.56",
      max: "10",
      status: "scored",
    });
  });

  test("--explain of what is not there says what is near, and ends with 2", async () => {
    const unit = await run("score", quangNgai, quangNgaiCase, "--explain", "ban-dantoc", "2.1.3");
    expect(unit.status).toBe(2);
    expect(unit.stderr).toContain('"ban-dantoc"; gần giống: ban-dan-toc');
    const code = await run(
      "score",
      quangNgai,
      quangNgaiCase,
      "--explain",
      "ban-dan-toc",
      "2.1.33",
      "--lang",
      "en",
    );
    expect(code.status).toBe(2);
    expect(code.stderr).toContain("did you mean 2.1.3");
  });

  test("--lang en speaks English, from anywhere on the line or from OPENDTI_LANG", async () => {
    const { stdout } = await run("--lang", "en", "score", quangNgai, quangNgaiCase);
    expect(stdout).toMatch(/^ +Total +485 +451\.26 +451\.26 +rank 1\/1$/m);
    const byVariable = await opendti(here.path, ["score", quangNgai, quangNgaiCase], {
      env: { OPENDTI_LANG: "en_GB.UTF-8" },
    });
    expect(byVariable.stdout).toBe(stdout);
  });

  test("data for another set are scored, with a warning", async () => {
    const file = here.write("other.yaml", "set: some-other-set\nunits:\n  - unit: a\n");
    const { status: ended, stdout } = await run("score", quangNgai, file, "--json");
    expect(ended).toBe(0);
    expect(readAnswer(stdout).findings[0]).toMatchObject({ code: "other-set", severity: "warning" });
  });
});

describe("results without their data", () => {
  test("the Gia Lai scores are shown beside and not compared", async () => {
    const file = join(quangNgaiCase, "../../../qd922-cap-tinh-2022/cases/gia-lai-2022.yaml");
    const { status: ended, stdout } = await run("score", "qd922-cap-tinh-2022", file);
    expect(ended).toBe(0);
    expect(stdout).toMatch(/^3 +Hạ tầng số +100 +0 +61,99$/m);
    expect(stdout).toContain("không so sánh");
  });
});

describe("several units", () => {
  const header = "unit,group,code,input,value\n";
  const rows = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `u${at},${at % 2 === 0 ? "a" : "b"},2.1.3,a,${at}\nu${at},,2.1.3,b,10\n`,
    ).join("");

  test("up to five have a table each, more only their ranks by group", async () => {
    const few = await run("score", quangNgai, here.write("few.csv", header + rows(2)));
    expect(few.stdout.match(/^2\.1\.3 /gm)).toHaveLength(2);
    const many = await run("score", quangNgai, here.write("many.csv", header + rows(6)));
    expect(many.stdout).not.toMatch(/^2\.1\.3 /m);
    expect(many.stdout).toMatch(
      /Nhóm a\n.*Hạng +Đơn vị +2\.1 .*\n.*\n +1 +u4 +4 .*\n +2 +u2 +2 .*\n +3 +u0 +0 /,
    );
  });

  test("equal totals share a rank and the next is skipped", async () => {
    const file = here.write(
      "ties.csv",
      `${header}a,g,2.1.3,a,1\na,g,2.1.3,b,2\nb,g,2.1.3,a,1\nb,g,2.1.3,b,2\nc,g,2.1.3,a,0\nc,g,2.1.3,b,2\n`,
    );
    const { stdout } = await run("score", quangNgai, file, "--json");
    expect(readAnswer(stdout).units.map(({ unit, rank }) => [unit, rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 3],
    ]);
  });

  test("--provisional and --final decide whether the group's best counts", async () => {
    const relative = "2.4.1,a,%,2.4.1,b,0,2.4.1,c,0,2.4.1,d,0,2.4.1,e,100,2.4.1,f,0";
    const of = (unit: string, a: number): string => {
      const cells = relative.replace("%", String(a)).split(",");
      return Array.from(
        { length: 6 },
        (_, at) => `${unit},g,${cells.slice(at * 3, at * 3 + 3).join(",")}\n`,
      ).join("");
    };
    const file = here.write("relative.csv", `${header}${of("low", 10)}${of("high", 20)}`);
    const scoreOf = async (...options: string[]): Promise<unknown> => {
      const { stdout } = await run("score", quangNgai, file, "--json", ...options);
      return readAnswer(stdout).units[0]?.indicators.find(({ code }) => code === "2.4.1");
    };
    expect(await scoreOf("--provisional")).toMatchObject({ status: "pending", score: "1" });
    expect(await scoreOf("--final")).toMatchObject({ status: "scored", score: "5" });
    expect(await scoreOf()).toMatchObject({ status: "scored", score: "5" });
  });
});

describe("--out", () => {
  test("a wide CSV with a column a node; a unit's name cannot become a formula", async () => {
    const file = here.write(
      "names.yaml",
      'units:\n  - unit: "=1+1"\n    group: g\n    answers: { "2.1.3": { a: 1, b: 2 } }\n  - unit: \'b, "c"\'\n    group: g\n',
    );
    const { status: ended, stderr } = await run("score", quangNgai, file, "--out", "scores.csv");
    expect(ended).toBe(0);
    expect(stderr).toContain("scores.csv");
    const [header, first, second] = readFileSync(join(here.path, "scores.csv"), "utf8")
      .replace("\ufeff", "")
      .split("\n");
    expect(header).toMatch(/^unit,group,rank,total,2\.1,2\.1\.1,2\.1\.2,2\.1\.3,/);
    expect(first).toMatch(/^'=1\+1,g,1,5,5,0,0,5,/);
    expect(second).toMatch(/^"b, ""c""",g,2,0,/);
  });

  test("a JSON file is what --json prints", async () => {
    const { stdout } = await run("score", quangNgai, quangNgaiCase, "--json", "--out", "scores.json");
    expect(readFileSync(join(here.path, "scores.json"), "utf8")).toBe(stdout);
  });
});
