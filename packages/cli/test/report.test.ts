/** Documents from the command: the set, the data and nothing else. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Block, readDocument } from "@opendti/documents";
import { describe, expect, test } from "vitest";
import { folder, opendti, quangNgai, quangNgaiCase, repository } from "./opendti.js";

const here = folder();
const run = (...args: string[]): ReturnType<typeof opendti> => opendti(here.path, args);
const giaLai = join(repository, "sets/qd922-cap-tinh-2022/plans/gia-lai-2023.yaml");

async function wordsOf(name: string): Promise<string> {
  const { blocks } = await readDocument(readFileSync(join(here.path, name)), name);
  const textOf = (block: Block): string =>
    block.kind === "table"
      ? block.table.rows.map((row) => row.map(({ text }) => text).join("\t")).join("\n")
      : block.text;
  return blocks.map(textOf).join("\n");
}

describe("report self-assessment", () => {
  test("prints the real report under the letterhead that a file completes", async () => {
    here.write(
      "the-thuc.yaml",
      "to: [Sở Thông tin và Truyền thông]\nsigner: { form: deputy, office: Phó Trưởng Ban }\n",
    );
    const ended = await run(
      ...["report", "self-assessment", quangNgai, quangNgaiCase],
      ...["--letterhead", "the-thuc.yaml", "--out", "bao-cao.docx"],
    );
    expect([ended.status, ended.stderr]).toEqual([0, ""]);
    const words = await wordsOf("bao-cao.docx");
    for (const part of ["451,26", "51.125.000", "1133/QĐ-BDT", "BDT-VP", "Sở Thông tin và Truyền thông"])
      expect(words).toContain(part);
    for (const part of ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]) expect(words).toContain(part);
  });

  test("refuses data that scoring refuses, and a letterhead of other words, with their lines", async () => {
    here.write("sai.yaml", `units:\n  - unit: a\n    answers:\n      "2.1.3": { a: hai hai }\n`);
    const ended = await run("report", "self-assessment", quangNgai, "sai.yaml", "--out", "sai.docx");
    expect(ended.status).toBe(1);
    expect(ended.stdout + ended.stderr).toContain("sai.yaml:4");
    here.write("la.yaml", "ky_hieu: BDT\n");
    const strange = await run(
      ...["report", "self-assessment", quangNgai, quangNgaiCase],
      ...["--letterhead", "la.yaml", "--out", "sai.docx"],
    );
    expect(strange.status).toBe(1);
    expect(strange.stdout + strange.stderr).toContain("la.yaml:1");
  });

  test.each([
    [["--unit", "ban-dan-toc"], "--out"],
    [["--unit", "ban-dan-tok", "--out", "a.docx"], "ban-dan-toc"],
    [["--out", "a.txt"], ".docx"],
  ])("%j is misuse, and says what there is", async (options, told) => {
    const ended = await run("report", "self-assessment", quangNgai, quangNgaiCase, ...options);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain(told);
  });
});

describe("report data-form and report plan", () => {
  test("print a blank form as PDF, and a plan with its leads and deadlines", async () => {
    const form = await run(
      "report",
      "data-form",
      "cao-bang-ung-dung-cntt-2020",
      "--out",
      "phieu.pdf",
      "--json",
    );
    expect(JSON.parse(form.stdout)).toMatchObject({ file: "phieu.pdf" });
    expect(readFileSync(join(here.path, "phieu.pdf")).subarray(0, 5).toString("latin1")).toBe("%PDF-");
    const plan = await run("report", "plan", "qd922-cap-tinh-2022", giaLai, "-o", "ke-hoach.docx");
    expect([plan.status, plan.stderr]).toEqual([0, ""]);
    const words = await wordsOf("ke-hoach.docx");
    for (const part of ["Sở Thông tin và Truyền thông", "Thường xuyên", "GIA LAI"])
      expect(words).toContain(part);
  });

  test("a plan of another set is misuse that names both", async () => {
    const ended = await run("report", "plan", quangNgai, giaLai, "-o", "sai.docx");
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain("qd922-cap-tinh-2022");
  });
});
