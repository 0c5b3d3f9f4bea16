import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSet } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { folder, opendti, quangNgaiCase, repository } from "./opendti.js";

const here = folder();
const run = (...args: string[]): ReturnType<typeof opendti> => opendti(here.path, args);
const seed = (name: string): string => join(repository, "packages/documents/test/seeds", name);
const giaLai = seed("003_14f3d891057d036c.txt");
const binhPhuoc = seed("002_1d828423d0ec1a25.txt");
const thousand = seed("001_b9c41333cddc8e0b.txt");
const quangNgai = seed("000_dc041eb7197ce05e.txt");
const inside = (...parts: string[]): string => join(here.path, ...parts);

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

describe("sets import", () => {
  test("reads the plan of Gia Lai into 98 indicators with leads and deadlines, and names its contradictions", async () => {
    const { status, stdout, stderr } = await run("sets", "import", giaLai, "--out", "sau/gia-lai");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("9 chỉ số chính, 98 chỉ số thành phần (119 dòng)");
    expect(filesIn(inside("sau/gia-lai"))).toEqual([
      "cases/tinh-gia-lai-2022.yaml",
      expect.stringMatching(/^plans\/.*\.yaml$/),
      "report.json",
      "report.md",
      "set.yaml",
    ]);
    expect(readdirSync(inside("sau"))).toEqual(["gia-lai"]);
    const check = await run("sets", "check", "sau/gia-lai/set.yaml", "--json");
    const found = (JSON.parse(check.stdout) as { findings: { code: string; at: string }[] }).findings;
    const named = found.map(({ code, at }) => `${code} ${at}`);
    expect(named).toContain("published-above-max 4.2");
    expect(named).toContain("published-sum-mismatch 7");
    expect(named).toContain("max-unreachable 6.4");
    expect(named).toContain("option-duplicate 9.3");
    expect(named.filter((name) => name.startsWith("invalid"))).toEqual([]);
    const plan = readFileSync(
      inside("sau/gia-lai/plans", readdirSync(inside("sau/gia-lai/plans"))[0] ?? ""),
      "utf8",
    );
    expect(plan.match(/^ {2}- code: /gm)).toHaveLength(110);
  });

  test("answers in JSON with these keys and no others", async () => {
    const { status, stdout } = await run("sets", "import", quangNgai, "--out", "qn", "--json");
    expect(status).toBe(0);
    const answer = JSON.parse(stdout) as { indicators: object[]; findings: object[] };
    expect(Object.keys(answer)).toEqual(["indicators", "findings"]);
    expect(answer.indicators).toHaveLength(47);
    for (const one of answer.indicators)
      expect(Object.keys(one)).toEqual(["code", "title", "max", "status", "question"]);
    expect(answer.indicators[2]).toEqual({
      code: "2.1.3",
      title: "Sở, ngành có văn bản chỉ đạo về chuyển đổi số lĩnh vực",
      max: "10",
      status: "certain",
      question: null,
    });
    for (const finding of answer.findings)
      expect(Object.keys(finding).slice(0, 6)).toEqual([
        "severity",
        "code",
        "at",
        "message",
        "expected",
        "found",
      ]);
  });

  test("the written set scores the data of the set encoded by hand to the same digit", async () => {
    // Claims of the unit are no words of the decision: an import has no input for them.
    const data = here.write("case.yaml", readFileSync(quangNgaiCase, "utf8").replaceAll(", e1: true", ""));
    const { status, stdout } = await run("score", "qn/set.yaml", data, "--json");
    const answer = JSON.parse(stdout) as { units: { indicators: { code: string; score: string }[] }[] };
    const score = (code: string) => answer.units[0]?.indicators.find((one) => one.code === code)?.score;
    expect([0, 1]).toContain(status);
    expect(["2.1.3", "2.4.1", "2.4.3", "2.6.17"].map(score)).toEqual(["9.56", "1.76", "1.76", "7"]);
  });

  test("an unchanged import is replaced to the byte, a changed one is kept", async () => {
    expect((await run("sets", "import", thousand, "--out", "nghin")).status).toBe(0);
    const first = readFileSync(inside("nghin/report.json"), "utf8");
    expect((await run("sets", "import", thousand, "--out", "nghin")).status).toBe(0);
    expect(readFileSync(inside("nghin/report.json"), "utf8")).toBe(first);
    writeFileSync(inside("nghin/set.yaml"), `${readFileSync(inside("nghin/set.yaml"), "utf8")}# đã sửa\n`);
    const changed = await run("sets", "import", thousand, "--out", "nghin");
    expect(changed.status).toBe(2);
    expect(changed.stderr).toContain("set.yaml");
    expect(readFileSync(inside("nghin/set.yaml"), "utf8")).toMatch(/# đã sửa\n$/);
  });

  test("of two sets the first stands in the folder and the second inside it; another id is told which there are", async () => {
    expect((await run("sets", "import", binhPhuoc, "--out", "hai")).status).toBe(0);
    const second = readdirSync(inside("hai")).find((name) => name.startsWith("bo-tieu-chi")) ?? "";
    expect(existsSync(inside("hai", second, "set.yaml"))).toBe(true);
    const none = await run("sets", "import", binhPhuoc, "--out", "khong", "--id", "khac");
    expect(none.status).toBe(2);
    expect(none.stderr).toContain(second);
    expect(existsSync(inside("khong"))).toBe(false);
  });

  test("what cannot be read is a finding with exit status 1, and leaves nothing behind", async () => {
    for (const [name, content, code] of [
      ["hong.docx", Buffer.from("PK\u0003\u0004hỏng"), "document-refused"],
      ["thu.txt", "Kính gửi: Ông Bà\n\nNội dung thư.\n", "no-indicator-table"],
    ] as const) {
      const { status, stdout } = await run(
        "sets",
        "import",
        here.write(name, content),
        "--out",
        "trong",
        "--json",
      );
      expect(status).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({ indicators: [], findings: [{ severity: "error", code }] });
      expect(existsSync(inside("trong"))).toBe(false);
    }
  });

  test.each([
    [["sets", "import", "khong-co.docx", "--out", "o"], "khong-co.docx"],
    [["sets", "import", giaLai], "--out"],
    [["sets", "import", giaLai, "--out", giaLai], "--out"],
  ])("%j is misuse", async (args, named) => {
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(named);
  });

  test("speaks English, and its help says where several sets go", async () => {
    const help = await run("sets", "import", "--help", "--lang", "en");
    expect(help.stdout).toContain("each further one in DIR/<id>");
    const said = await run("sets", "import", thousand, "--out", "en", "--lang", "en");
    expect(said.stdout).toContain("6 pillars, 41 indicators");
    expect(readFileSync(inside("en/report.md"), "utf8")).toContain("## Without a printed rule (41)");
  });
});

describe("sets export", () => {
  test("a workbook comes back as the set it was; nothing but .xlsx and .yaml is written", async () => {
    expect((await run("sets", "export", "dti-so-nganh-1000", "--out", "a.xlsx")).status).toBe(0);
    expect((await run("sets", "import", "a.xlsx", "--out", "lai")).status).toBe(0);
    const source = (path: string): unknown => {
      const loaded = loadSet(readFileSync(path, "utf8"));
      return loaded.ok ? loaded.value.source : loaded.problems;
    };
    expect(source(inside("lai/set.yaml"))).toEqual(
      source(join(repository, "sets/dti-so-nganh-1000/set.yaml")),
    );
    expect((await run("sets", "export", "dti-so-nganh-1000", "--out", "a.docx")).status).toBe(2);
  });
});
