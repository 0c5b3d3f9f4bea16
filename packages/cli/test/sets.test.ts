import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, opendti, quangNgai, repository } from "./opendti.js";

const here = folder();
const run = (...args: string[]): ReturnType<typeof opendti> => opendti(here.path, args);
const shipped = readdirSync(join(repository, "sets"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const finding = {
  severity: expect.stringMatching(/^(error|warning)$/),
  code: expect.stringMatching(/^[a-z-]+$/),
  at: expect.any(String),
  message: expect.stringMatching(/./),
};

describe("sets list", () => {
  test("names every set that ships, with its maximum and its indicators", async () => {
    const table = await run("sets", "list");
    expect(table.status).toBe(0);
    for (const id of shipped) expect(table.stdout).toContain(id);
    expect(table.stdout).toMatch(/^quang-ngai-so-nganh-2022 .* 2022 +47 +485$/m);
    const { sets } = JSON.parse((await run("sets", "list", "--json")).stdout);
    expect(sets.map((set: { id: string }) => set.id)).toEqual(shipped.toSorted());
    expect(sets).toContainEqual(
      expect.objectContaining({ id: "qd922-cap-tinh-2022", version: 1, max: "1000", indicators: 98 }),
    );
    expect(sets).toContainEqual(
      expect.objectContaining({ id: "cao-bang-ung-dung-cntt-2020", kind: "form", max: null }),
    );
  });
});

describe.each(shipped)("%s", (id) => {
  test("sets show prints its tree, by id as text and by path as JSON", async () => {
    const text = await run("sets", "show", id);
    expect(text.status).toBe(0);
    const json = await run("sets", "show", join(repository, "sets", id), "--json");
    const set = JSON.parse(json.stdout);
    expect(set).toMatchObject({ id, version: 1 });
    for (const fact of set.profile)
      expect(text.stdout).not.toMatch(new RegExp(`^${fact.id} .*  ${fact.kind}(,|$)`, "m"));
    for (const { code, title } of set.indicators)
      expect(text.stdout).toMatch(new RegExp(`^${code} +${title.slice(0, 10)}`, "m"));
  });

  test("sets check runs to its end; its exit status says whether there are findings", async () => {
    const { status, stdout } = await run("sets", "check", id, "--json");
    const { findings, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({});
    expect(status).toBe(findings.length > 0 ? 1 : 0);
    for (const each of findings) {
      expect(each).toMatchObject(finding);
      expect(Object.keys(each).slice(0, 6)).toEqual([
        "severity",
        "code",
        "at",
        "message",
        "expected",
        "found",
      ]);
    }
  });
});

describe("sets check", () => {
  const source = readFileSync(join(repository, "sets", quangNgai, "set.yaml"), "utf8");

  test("a file that is no YAML is a finding with its line and column", async () => {
    const file = here.write("broken.yaml", "opendti: 1\nid: [x\nversion: 1\n");
    const { status, stdout } = await run("sets", "check", file, "--json");
    expect(status).toBe(1);
    const { findings } = JSON.parse(stdout);
    expect(findings[0]).toMatchObject({
      ...finding,
      severity: "error",
      code: "invalid-set",
      file,
      line: expect.any(Number),
      column: expect.any(Number),
    });
  });

  test("an unknown rule kind is a finding at its place, as text too", async () => {
    const file = here.write(
      "unknown.yaml",
      source.replace("proportional: { of: a/b }", "proportionel: { of: a/b }"),
    );
    const line = source.slice(0, source.indexOf("proportional: { of: a/b }")).split("\n").length;
    const { status, stdout } = await run("sets", "check", file);
    expect(status).toBe(1);
    expect(stdout).toContain("invalid-set");
    expect(stdout).toContain(`unknown.yaml:${line}:`);
  });

  test("an expression over an input that is not declared is a finding", async () => {
    const file = here.write(
      "input.yaml",
      source.replace("proportional: { of: a/b }", "proportional: { of: a/z }"),
    );
    const { findings } = JSON.parse((await run("sets", "check", file, "--json")).stdout);
    expect(findings[0]).toMatchObject({ code: "invalid-set", severity: "error" });
    expect(findings[0].message).toContain("z");
  });

  test("cases beside the set are read; one that is no data is a finding", async () => {
    mkdirSync(join(here.path, "own/cases"), { recursive: true });
    writeFileSync(join(here.path, "own/set.yaml"), source);
    writeFileSync(join(here.path, "own/cases/x.yaml"), "units: 3\n");
    const { status, stdout } = await run("sets", "check", "own", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({ code: "invalid-data", file: "own/cases/x.yaml", line: 1 }),
    );
  });

  test("places are relative to the working directory, and no line passes 100 columns", async () => {
    const deep = "mot-thu-muc-co-ten-that-la-dai/".repeat(4);
    mkdirSync(join(here.path, deep, "cases"), { recursive: true });
    mkdirSync(join(here.path, "beside"), { recursive: true });
    writeFileSync(join(here.path, deep, "set.yaml"), source);
    writeFileSync(join(here.path, deep, "cases/x.yaml"), "units: 3\n");
    for (const [from, path] of [
      [here.path, join(here.path, deep)],
      [join(here.path, "beside"), join("..", deep)],
    ] as const) {
      const { stdout } = await opendti(from, ["sets", "check", path]);
      const lines = stdout.split("\n");
      expect(Math.max(...lines.map((line) => [...line.normalize("NFC")].length))).toBeLessThanOrEqual(100);
      expect(stdout).not.toContain(here.path);
      const { findings } = JSON.parse((await opendti(from, ["sets", "check", path, "--json"])).stdout);
      expect(findings.map(({ file }: { file: string }) => file)).toContain(
        join(from === here.path ? "" : "..", deep, "cases/x.yaml"),
      );
    }
  });

  test("a set that is not there is misuse", async () => {
    expect((await run("sets", "check", "no-such-set.yaml")).status).toBe(2);
  });
});

test("sets schema is the JSON Schema of sets, and with --data that of data", async () => {
  const set = JSON.parse((await run("sets", "schema")).stdout);
  expect(set.$schema).toContain("json-schema.org");
  expect(JSON.stringify(set)).toContain("best_of");
  const data = JSON.parse((await run("sets", "schema", "--data")).stdout);
  expect(JSON.stringify(data)).toContain("answers");
});
