import { importFile } from "@opendti/documents";
import { expect, test } from "vitest";

async function leadsOf(cell: string): Promise<readonly string[]> {
  const csv = `TT;Chỉ số;Điểm tối đa;Cách tính điểm;Cơ quan chủ trì\n1;Thể chế số;10;;\n1.1;Ban hành kế hoạch;10;Có: 10 điểm, không: 0 điểm;"${cell}"\n`;
  const { sets } = await importFile(new TextEncoder().encode(csv), { name: "phan-cong.csv" });
  return Object.values(sets[0]?.plans[0]?.data.organisations ?? {});
}

test.each([
  ["Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]],
  [
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã; Công an xã",
    ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã", "Công an xã"],
  ],
  ["Sở Tài chính và UBND cấp xã", ["Sở Tài chính", "UBND cấp xã"]],
])("%s", async (cell, names) => {
  expect(await leadsOf(cell)).toEqual(names);
});
