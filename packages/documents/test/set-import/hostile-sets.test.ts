/** Files that are made to take long: each is read, or refused with a reason, within seconds. */
import { DocumentRefused, importFile } from "@opendti/documents";
import { describe, expect, test } from "vitest";

const TABLE =
  "TT\tChỉ số\tĐiểm tối đa\tCách tính điểm\n1\tThể chế số\t10\t\n1.1\tBan hành kế hoạch\t10\tCó: 10 điểm; Không: 0 điểm\n";

const imported = (text: string, name = "tep.txt") => importFile(new TextEncoder().encode(text), { name });

/** What the file became, and that it did not take long. */
async function outcome(text: string, name?: string): Promise<string> {
  const start = performance.now();
  const made = await imported(text, name).then(
    ({ sets }) => `${sets.flatMap(({ indicators }) => indicators).length} indicators`,
    (error: unknown) => {
      if (error instanceof DocumentRefused) return error.code;
      throw error;
    },
  );
  expect(performance.now() - start).toBeLessThan(10_000);
  return made;
}

describe("texts whose reading could take time beyond measure", () => {
  test("blank lines before the text, as a PDF is pasted, are passed", async () => {
    expect(await outcome(`${"\n".repeat(2000)}${TABLE}`)).toBe("1 indicators");
  });

  test("comments before a page are passed", async () => {
    expect(await outcome(`${"<!-- -->".repeat(3000)}${"<!--".repeat(10_000)}`)).toBe("0 indicators");
    const page = `<!-- a --><!-- b --><table><tr><td>TT</td><td>Chỉ số</td><td>Điểm tối đa</td></tr><tr><td>1</td><td>Thể chế số</td><td>10</td></tr></table>`;
    expect(await outcome(page, "trang.html")).toBe("1 indicators");
  });

  test.each([
    ["của UBND ", "(Kèm theo Quyết định "],
    ["1", "Bộ chỉ số gồm: "],
    ["Quyết định số 1/QĐ-UBND ngày ", ""],
  ])("a paragraph of %j without end before the table is no legal basis", async (words, before) => {
    expect(await outcome(`${before}${words.repeat(100_000 / words.length)}\n${TABLE}`)).toBe("1 indicators");
  });

  test.each(["điểm ", "Thang điểm ", "- ", "Tỷ lệ ", "1/"])(
    "a rule of %j without end is left to a person",
    async (words) => {
      expect(await outcome(`${TABLE}1.2\tCông khai\t10\t${words.repeat(100_000 / words.length)}\n`)).toBe(
        "2 indicators",
      );
    },
  );

  test.each(["(", "(Kèm theo ", "Sở Y tế, "])("an agency of %j without end is one name", async (words) => {
    const rows = TABLE.replace("Cách tính điểm\n", "Cách tính điểm\tCơ quan chủ trì\n");
    const row = `1.2\tCông khai\t10\tCó: 10 điểm; Không: 0 điểm\t${words.repeat(100_000 / words.length)}\n`;
    expect(await outcome(`${rows}${row}`)).toBe("2 indicators");
  });

  test("more numbered rows than any set has are refused", async () => {
    const rows = Array.from(
      { length: 2100 },
      (_, at) => `${2 + Math.floor(at / 900)}.${1 + (at % 900)}\tChỉ tiêu ${at}\t1\t\n`,
    ).join("");
    expect(await outcome(`${TABLE}${rows}`)).toBe("too-large");
  });

  test("more cells than any table has are refused before they are held", async () => {
    expect(await outcome(`TT;Chỉ số;Điểm tối đa\n1;a;"x${"\n".repeat(1_000_000)}`, "bang.csv")).toBe(
      "too-large",
    );
  });
});
