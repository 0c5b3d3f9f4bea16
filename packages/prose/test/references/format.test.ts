import { formatReference, readReferences } from "@opendti/prose";
import { describe, expect, it } from "vitest";

const printed = (text: string) => readReferences(text).references.map(formatReference);

describe("the regular line of a reference", () => {
  it.each([
    [
      "QĐ 1133/qđ-bdt, ngày 31.12.2022 của Ban Dân tộc V/v kiện toàn Ban Chỉ đạo (tr. 2)",
      "Quyết định số 1133/QĐ-BDT ngày 31/12/2022 của Ban Dân tộc về việc kiện toàn Ban Chỉ đạo, trang 2",
    ],
    ["45/BDT-VP ngày 5-4-2022".replace("45", "Số 45"), "Số 45/BDT-VP ngày 05/04/2022"],
    ["Báo cáo số 2/BC-BDT tháng 05/2022", "Báo cáo số 2/BC-BDT tháng 5/2022"],
    ["khoản 2 Điều 5 Nghị định 45/2019/NĐ-CP", "Nghị định số 45/2019/NĐ-CP, khoản 2 Điều 5"],
    ["Quyết định số 1/QĐ-BDT ngày 31/02/2022", "Quyết định số 1/QĐ-BDT ngày 31/02/2022"],
    ["Công văn số /BDT-VP ngày tháng 7 năm 2023", "Công văn số …/BDT-VP tháng 7/2023"],
    ["luật An ninh mạng năm 2018".replace("luật", "Luật"), "Luật An ninh mạng năm 2018"],
    [
      "Quyết định số 1/QĐ-BDT ngày 1/2/2022 “Chuyển đổi số; đô thị thông minh”",
      "Quyết định số 1/QĐ-BDT ngày 01/02/2022 về việc “Chuyển đổi số; đô thị thông minh”",
    ],
    ["xem <https://a.gov.vn/x>", "https://a.gov.vn/x"],
  ])("of %j is %j", (text, line) => {
    expect(printed(text)).toEqual([line]);
  });
});
