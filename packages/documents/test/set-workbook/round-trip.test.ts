import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Workbook } from "@cj-tech-master/excelts";
import { loadSet, type SetSource } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import { importFile, writeSetWorkbook, yamlOf } from "../../src/index.js";

const sets = fileURLToPath(new URL("../../../../sets", import.meta.url));

function sourceOf(yaml: string): SetSource {
  const loaded = loadSet(yaml, "set.yaml");
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.source;
}

describe.each(readdirSync(sets))("%s", (id) => {
  const text = readFileSync(`${sets}/${id}/set.yaml`, "utf8");

  test("comes back from a workbook as it went in", async () => {
    const bytes = await writeSetWorkbook(sourceOf(text));
    const { sets: read, findings } = await importFile(bytes, { name: `${id}.xlsx` });
    expect(findings).toEqual([]);
    expect(read[0]?.set).toEqual(sourceOf(text));
  });

  test("comes back from its own YAML to the byte, and from the YAML of its content", async () => {
    const own = await importFile(Buffer.from(text), { name: "set.yaml" });
    expect(own.sets[0]?.yaml).toBe(text);
    const written = yamlOf(sourceOf(text), "Bản ghi lại");
    expect(sourceOf(written)).toEqual(sourceOf(text));
  });
});

const small = (text: string): SetSource =>
  sourceOf(
    JSON.stringify({
      opendti: 1,
      id: "nho",
      version: 3,
      status: "draft",
      title: text,
      legal_basis: [{ issuer: "UBND tỉnh", title: text }],
      years: { from: 2025 },
      applies_to: ["xa"],
      notes: [text],
      indicators: [
        {
          code: "1",
          title: "Nhóm",
          children: [
            {
              code: "1.1",
              title: text,
              max: "1/3",
              text,
              note: text,
              bonus: false,
              rule: { manual: { guidance: text } },
            },
            {
              code: "1.10",
              title: "Mười",
              max: 2.5,
              rule: { choice: { options: [{ label: text, share: "1/2" }] } },
            },
          ],
        },
      ],
    }),
  );

test.each([
  ["line ends and blanks at both ends", "  a \n\n\n b  \n"],
  ["doubled blanks and tabs", "a  b\tc"],
  ["quotation marks", '"Quyết định" số 1'],
  ["a mark that stands for a line end", "hết↵"],
  ["letters taken apart (NFD)", "Chuyển đổi số".normalize("NFD")],
  ["signs of other scripts and pictures", "☐ ☑ ﷲ 🙂 \u00a0 \u200b"],
  ["what looks like a number", "1.10"],
  ["what looks like a formula", "=1+1"],
  ["a text longer than a cell", "Dài ".repeat(20_000)],
])("keeps %s", async (_, text) => {
  const source = small(text);
  const { sets: read, findings } = await importFile(await writeSetWorkbook(source), { name: "nho.xlsx" });
  expect(findings).toEqual([]);
  expect(read[0]?.set).toEqual(source);
});

test("what a person changes in the sheet is what comes back; a broken cell is named", async () => {
  const bytes = await writeSetWorkbook(small("Chỉ số"));
  const change = async (address: string, value: string): Promise<Uint8Array> => {
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    const sheet = workbook.getWorksheet("Bộ chỉ số");
    if (sheet) sheet.getCell(address).value = value;
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };
  const renamed = await importFile(await change("C3", "Tên mới"), { name: "nho.xlsx" });
  expect(renamed.sets[0]?.set.indicators[0]?.children?.[0]?.title).toBe("Tên mới");
  const broken = await importFile(await change("F3", '{"manual":'), { name: "nho.xlsx" });
  expect(broken.sets).toEqual([]);
  expect(broken.findings[0]).toMatchObject({ code: "set-unreadable", at: "Bộ chỉ số!F3" });
});
