/** Tables of administrative reform: what gives how many points stands in the column of titles, a row each, without "điểm". */
import { importFile } from "@opendti/documents";
import { expect, test } from "vitest";

const ROWS = [
  ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Điểm tự chấm"],
  ["1", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "5", ""],
  ["1.1", "Kế hoạch cải cách hành chính", "3", ""],
  ["1.1.1", "Ban hành kế hoạch", "1", "1"],
  ["", "Ban hành trong quý I: 1", "", ""],
  ["", "Ban hành sau quý I: 0,5", "", ""],
  ["", "Không ban hành: 0", "", ""],
  ["1.1.2", "Mức độ hoàn thành kế hoạch", "2", "2"],
  ["", "Hoàn thành 100% kế hoạch: 2", "", ""],
  ["", "Hoàn thành từ 80% - dưới 100% kế hoạch: 1", "", ""],
  ["", "Hoàn thành dưới 80% kế hoạch: 0", "", ""],
  ["1.2", "Sáng kiến cải cách hành chính", "2", "2"],
  ["", "Có từ 02 sáng kiến trở lên: 2", "", ""],
  ["", "Có 01 sáng kiến: 1", "", ""],
  ["", "Không có sáng kiến: 0", "", ""],
];

test("rows of titles that give points are the cases of the indicator above, with ranges whole", async () => {
  const csv = ROWS.map((row) => row.map((cell) => `"${cell}"`).join(";")).join("\n");
  const { sets } = await importFile(new TextEncoder().encode(csv), { name: "par.csv" });
  const read = sets[0]?.indicators.map(({ code, status, text }) => [code, status, text]);
  expect(read).toEqual([
    ["1.1", "certain", ""],
    ["1.1.1", "certain", "- Ban hành trong quý I: 1\n- Ban hành sau quý I: 0,5\n- Không ban hành: 0"],
    [
      "1.1.2",
      "certain",
      "- Hoàn thành 100% kế hoạch: 2\n- Hoàn thành từ 80% - dưới 100% kế hoạch: 1\n- Hoàn thành dưới 80% kế hoạch: 0",
    ],
    ["1.2", "certain", "- Có từ 02 sáng kiến trở lên: 2\n- Có 01 sáng kiến: 1\n- Không có sáng kiến: 0"],
  ]);
  expect(sets[0]?.findings.map(({ code }) => code)).not.toContain("row-left-out");
});
