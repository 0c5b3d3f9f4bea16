import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeBundle } from "@opendti/documents";
import { CampaignScorer, loadSet, ResultText, type RunUnit, runInputText } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { folder, longRows, opendti, quangNgai, quangNgaiData, repository } from "./opendti.js";

const here = folder();
const run = (...args: string[]): ReturnType<typeof opendti> => opendti(here.path, args);
const sha256 = (bytes: string): string => createHash("sha256").update(bytes).digest("hex");

const setText = readFileSync(join(repository, "sets", quangNgai, "set.yaml"), "utf8");

/** The Ethnic Affairs Committee of Quảng Ngãi, thrice, in one run; its results are changed as told before they are packed. */
async function bundle(change = (results: string): string => results): Promise<Buffer> {
  const loaded = loadSet(setText);
  if (!loaded.ok) throw new Error("the set does not load");
  const { set } = loaded.value;
  const answers = longRows(quangNgaiData()).map(([, , code, input, value]) => ({
    code,
    input,
    value: typeof value === "number" ? String(value) : value,
  }));
  const units: RunUnit[] = ["a", "b", "c"].map((letter) => ({
    assessmentId: `phieu-${letter}`,
    unit: { id: `don-vi-${letter}`, name: `Ban Dân tộc ${letter.toUpperCase()}` },
    group: "so-nganh",
    submitted: letter !== "c",
    answers: letter === "b" ? answers.filter(({ code }) => code !== "2.1.3") : answers,
    adjustments: [],
  }));
  const campaign = { id: "dot-2022", year: 2022 };
  const scorer = new CampaignScorer(set);
  for (const unit of units) scorer.add(unit);
  const input =
    runInputText.opening({ campaign, set: { id: set.id, version: set.version, hash: sha256(setText) } }) +
    units.map((unit, place) => runInputText.unit(unit, place === 0)).join("") +
    runInputText.closing;
  const text = new ResultText();
  const results = scorer.finish();
  const wanted = change(JSON.stringify(results));
  const hashed =
    (JSON.parse(wanted) as typeof results).map((result) => text.add(result)).join("") + text.end();
  const pieces = await writeBundle({
    campaign: { ...campaign, name: "Đánh giá chuyển đổi số năm 2022" },
    set: { id: set.id, version: set.version, title: set.source.title, text: setText },
    run: {
      id: "lan-1",
      number: 1,
      state: "published",
      units: units.length,
      inputHash: sha256(input),
      resultHash: sha256(hashed),
      compiledAt: "2023-01-10T03:00:00.000Z",
      approvedAt: "2023-01-11T03:00:00.000Z",
      publishedAt: "2023-01-12T03:00:00.000Z",
    },
    input: gzipSync(input),
    results: JSON.parse(wanted) as typeof results,
    evidence: [],
    audit: { head: null, batches: [] },
  });
  return Buffer.concat(pieces);
}

const good = await bundle();
here.write("goi.zip", good);

describe("verify", () => {
  test("scores everybody once more and says what the bundle is", async () => {
    const { status, stdout, stderr } = await run("verify", "goi.zip");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")[0]).toBe("Gói kết quả đúng: 3 đơn vị chấm lại từ số liệu, khớp từng ký tự");
    expect(stdout).toContain("Đánh giá chuyển đổi số năm 2022 (2022)");
    expect(stdout).toContain("1, đã công bố: 12/01/2023 10:00 (giờ Việt Nam)");
    expect(stdout).toContain(sha256(setText));
    expect(stdout).toContain("chưa có");
    expect((await run("verify", "goi.zip", "--lang", "en")).stdout).toMatch(
      /^The bundle is verified: 3 units scored once more/,
    );
  });

  test("answers in JSON with these keys and no others", async () => {
    const { status, stdout } = await run("verify", "goi.zip", "--json");
    expect(status).toBe(0);
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual([
      "verified",
      "campaign",
      "set",
      "run",
      "audit",
      "rescored",
      "differences",
    ]);
    const page = readFileSync(join(repository, "docs/command-line-json.md"), "utf8");
    const [, sample = ""] = /^## `verify`\n\n```json\n([\s\S]*?)```/m.exec(page) ?? [];
    const documented = JSON.parse(sample) as Record<string, object>;
    expect(Object.keys(documented)).toEqual(Object.keys(answer));
    for (const part of ["campaign", "set", "run"])
      expect(Object.keys(documented[part] ?? {}).sort()).toEqual(Object.keys(answer[part] ?? {}).sort());
    expect(answer).toMatchObject({
      verified: true,
      rescored: 3,
      set: { id: quangNgai, hash: sha256(setText) },
      run: { number: 1, units: 3 },
      audit: null,
      differences: [],
    });
  });

  test("names unit and indicator of a changed score, whose hashes were all put right, and ends with 1", async () => {
    here.write("sua.zip", await bundle((results) => results.replace('"2.1.3":"9.56"', '"2.1.3":"10"')));
    const { status, stdout } = await run("verify", "sua.zip");
    expect(status).toBe(1);
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "Gói kết quả KHÔNG đúng Điểm tính lại khác điểm đã ghi · results.jsonl.gz · đơn vị Ban Dân tộc A (don-vi-a) · mục 2.1.3 · dòng 2 · đúng phải là 9.56 · trong gói là 10",
    );
    const { differences } = JSON.parse((await run("verify", "sua.zip", "--json", "--lang", "en")).stdout);
    expect(differences).toEqual([
      {
        what: "points",
        file: "results.jsonl.gz",
        unit: { id: "don-vi-a", name: "Ban Dân tộc A" },
        code: "2.1.3",
        line: 2,
        byte: null,
        expected: "9.56",
        found: "10",
        message: expect.stringMatching(/^Points computed again are not those recorded/),
      },
    ]);
  });

  test("ends with 1 on a damaged file or something else, with 2 where there is no file", async () => {
    const damaged = Buffer.from(good);
    damaged[2000] = (damaged[2000] ?? 0) ^ 1;
    here.write("hong.zip", damaged);
    const { status, stdout } = await run("verify", "hong.zip");
    expect([status, stdout.split("\n")[0]]).toEqual([1, "Gói kết quả KHÔNG đúng"]);
    expect(stdout).toContain("set.yaml");
    here.write("khac.zip", "không phải gói");
    const other = await run("verify", "khac.zip");
    expect(other.status).toBe(1);
    expect(other.stdout).toContain("Đây không phải gói kết quả của OpenDTI");
    const missing = await run("verify", "khong-co.zip");
    expect([missing.status, missing.stdout]).toEqual([2, ""]);
    expect(missing.stderr).toContain("khong-co.zip: Không có tệp này");
    expect((await run("verify")).status).toBe(2);
  });
});
