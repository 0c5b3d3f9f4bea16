import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, opendti, quangNgai, quangNgaiCase, repository } from "./opendti.js";

const here = folder();
const run = (...args: string[]): ReturnType<typeof opendti> => opendti(here.path, args);

describe("help", () => {
  test("lists every command, in Vietnamese and in English", async () => {
    const vi = await run("--help");
    const en = await run("--help", "--lang=en");
    expect([vi.status, en.status]).toEqual([0, 0]);
    for (const command of [
      "score SET DATA...",
      "sets list",
      "sets show SET",
      "sets check SET",
      "sets schema",
    ]) {
      expect(vi.stdout).toContain(command);
      expect(en.stdout).toContain(command);
    }
    expect(vi.stdout).toContain("Mã thoát");
    expect(en.stdout).toContain("Exit status");
  });

  test("each command has its own, before or after its name", async () => {
    const after = await run("score", "--help");
    expect(after.status).toBe(0);
    expect(after.stdout).toContain("--explain UNIT CODE");
    expect((await run("--help", "score")).stdout).toBe(after.stdout);
    expect((await run("help", "score")).stdout).toBe(after.stdout);
    expect((await run("sets", "check", "-h")).stdout).toContain("opendti sets check");
  });

  test("the version is that of the package", async () => {
    expect((await run("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("misuse ends with 2 and says on stderr what and where to look", () => {
  test.each([
    [[], "Thiếu lệnh"],
    [["scor"], 'Không có lệnh "scor"; gần giống: score'],
    [["sets"], "list, show, check, import, export, schema"],
    [["sets", "chek"], "gần giống: sets check"],
    [["score"], "thiếu SET"],
    [["score", quangNgai], "thiếu DATA"],
    [
      ["score", quangNgai, "a.yaml", "--explian", "x", "y"],
      "Không có tùy chọn --explian; gần giống: --explain",
    ],
    [["score", quangNgai, "a.yaml", "--explain", "x"], "--explain cần: UNIT CODE"],
    [["score", quangNgai, "a.yaml", "--explain", "x", "--json"], "--explain cần: UNIT CODE"],
    [["score", quangNgai, "a.yaml", "--final", "--provisional"], "Chỉ chọn một"],
    [["score", quangNgai, "a.yaml", "--out", "scores.pdf"], ".csv và .json"],
    [["score", quangNgai, "a.pdf"], 'không biết loại tệp ".pdf"'],
    [["score", quangNgai, "a.xls"], "lưu lại dạng .xlsx"],
    [["score", "quang-ngai-so-nganh-2023", "a.yaml"], "gần giống: quang-ngai-so-nganh-2022"],
    [["sets", "list", "--data"], 'Lệnh "sets list" không có tùy chọn --data'],
    [["sets", "list", "more"], 'không nhận thêm "more"'],
    [["sets", "list", "--lang", "fr"], "không có; chọn vi hoặc en"],
    [["sets", "list", "--json=yes"], "--json không nhận giá trị"],
  ])("opendti %j", async (args, said) => {
    const { status, stdout, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/--help/);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

test("the command works through the link that npm makes", async () => {
  const { status, stdout } = await opendti(here.path, ["sets", "list", "--json"], {
    through: join(repository, "node_modules/.bin/opendti"),
  });
  expect(status).toBe(0);
  expect(stdout).toContain(quangNgai);
});

test("a reader that leaves early ends the command quietly", async () => {
  const child = spawn(
    process.execPath,
    [join(repository, "packages/cli/bin/opendti.js"), "score", quangNgai, quangNgaiCase, "--json"],
    { cwd: here.path },
  );
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on("close", resolve));
  expect(Buffer.concat(said).toString()).toBe("");
  expect(status).toBe(0);
});
