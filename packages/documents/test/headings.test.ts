/** The wordings of headings, as decisions of provinces and ministries print them. */
import { type ColumnRole, recogniseTables, type SourceDocument } from "@opendti/documents";
import { describe, expect, it } from "vitest";

const WORDINGS: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  number: [
    "STT",
    "TT",
    "Số TT",
    "Số\nTT",
    "Mã",
    "Mã số",
    "Mã chỉ số",
    "Mã tiêu chí",
    "Số thứ tự",
    "Ký hiệu",
    "stt",
    "Mã CS",
  ],
  title: [
    "Chỉ số",
    "Tiêu chí",
    "Nội dung",
    "Chỉ số chính/ Chỉ số thành phần",
    "CHỈ SỐ CHÍNH/CHỈ SỐ THÀNH PHẦN",
    "Chỉ số đánh giá",
    "Tên chỉ số",
    "Tên tiêu chí",
    "Các tiêu chí đánh giá",
    "Nội dung đánh giá",
    "Lĩnh vực/Tiêu chí/Tiêu chí thành phần",
    "Tiêu chí/chỉ tiêu",
    "Nội dung tiêu chí",
    "Nhiệm vụ",
    "Thông tin chung",
    "Chỉ số chính, chỉ số thành phần",
    "Chi tiết chỉ số",
  ],
  max: [
    "Điểm tối đa",
    "Điểm tối\nđa",
    "ĐIỂM TỐI ĐA",
    "Điẻm tối đa",
    "Thang điểm",
    "Điểm chuẩn",
    "Điểm",
    "Số điểm",
    "Số điểm tối đa",
    "Tổng điểm",
    "Điểm số tối đa",
    "Mức điểm tối đa",
    "Thang điểm tối đa",
    "Trọng số",
    "Tối đa",
  ],
  rule: [
    "Cách xác định và tính điểm",
    "Cách tính điểm",
    "Cách xác định",
    "Cách tính",
    "Phương pháp",
    "Phương pháp tính điểm",
    "Phương pháp đánh giá",
    "Hướng dẫn chấm điểm",
    "Hướng dẫn đánh giá, chấm điểm",
    "Công thức tính",
    "Cách chấm điểm",
    "Cách thức đánh giá",
    "Hướng dẫn tính điểm",
    "Công thức/Cách tính",
    "Quy định chấm điểm",
    "Diễn giải",
    "Cách tính và cho điểm",
    "Phương pháp xác định chỉ số",
  ],
  declared: [
    "Số liệu kê khai",
    "Số liệu",
    "Kê khai",
    "Dữ liệu kê khai",
    "Kết quả thực hiện",
    "Số liệu báo cáo",
    "Kết quả",
  ],
  evidence: [
    "Tài liệu kiểm chứng",
    "Tài liệu minh chứng",
    "Minh chứng",
    "Ghi chú/ Tài liệu kiểm chứng",
    "Tài liệu kiểm chứng (số, ngày văn bản)",
    "Hồ sơ minh chứng",
    "Kiểm chứng",
    "Link minh chứng",
    "Văn bản, tài liệu kiểm chứng",
  ],
  self_score: [
    "Điểm tự đánh giá",
    "Tự đánh giá",
    "Điểm tự chấm",
    "Đơn vị tự chấm điểm",
    "Tự chấm điểm",
    "Điểm do đơn vị tự đánh giá",
  ],
  score: [
    "Điểm năm 2022",
    "Điểm thẩm định",
    "Điểm đạt được",
    "Điểm đạt",
    "Điểm 2023",
    "Điểm của Hội đồng thẩm định",
    "Kết quả đánh giá",
    "Điểm đánh giá",
    "Kết quả năm 2024",
  ],
  lead: [
    "Cơ quan chủ trì",
    "Đơn vị chủ trì",
    "Chủ trì",
    "Cơ quan, đơn vị chủ trì",
    "Đơn vị thực hiện",
    "Đơn vị phụ trách",
    "Cơ quan đầu mối",
    "Phân công thực hiện",
    "Đơn vị chủ trì thực hiện",
    "Phòng chủ trì tham mưu",
  ],
  coordinating: [
    "Cơ quan phối hợp",
    "Đơn vị phối hợp",
    "Phối hợp",
    "Cơ quan, đơn vị phối hợp",
    "Đơn vị phối hợp thực hiện",
  ],
  deadline: [
    "Thời gian hoàn thành",
    "Thời hạn",
    "Thời hạn hoàn thành",
    "Thời gian thực hiện",
    "Tiến độ",
    "Lộ trình",
    "Tiến độ thực hiện",
    "Hạn hoàn thành",
  ],
  source: [
    "Nguồn thu thập",
    "Nguồn số liệu",
    "Nguồn dữ liệu",
    "Đơn vị cung cấp số liệu",
    "Nguồn thu thập số liệu",
    "Nguồn",
  ],
  unit: ["Đơn vị tính", "ĐVT"],
  note: ["Ghi chú", "Chú thích"],
};

/** The role that the third of three columns gets. */
function roleOf(heading: string, expected: string): ColumnRole | undefined {
  const row = (texts: readonly string[], line: number) =>
    texts.map((text) => ({ text, place: { line }, columns: 1, rows: 1 }));
  const others: Readonly<Record<string, readonly string[]>> = {
    number: ["Chỉ số", "Cơ quan chủ trì"],
    title: ["STT", "Cơ quan phối hợp"],
  };
  const frame = others[expected] ?? ["STT", "Chỉ số"];
  const document: SourceDocument = {
    format: "docx",
    notes: [],
    blocks: [
      {
        kind: "table",
        table: {
          place: { table: 1 },
          caption: null,
          rows: [row([...frame, heading], 1), row(["", "", ""], 2)],
        },
      },
    ],
  };
  return recogniseTables(document)[0]?.columns[2]?.role;
}

describe.each(Object.entries(WORDINGS))("a column of role %s", (role, headings) => {
  it.each(headings.map((heading) => [heading]))("is headed %j", (heading) => {
    expect(roleOf(heading, role)).toBe(role);
    expect(roleOf(heading.normalize("NFD"), role)).toBe(role);
    expect(roleOf(heading.toUpperCase(), role)).toBe(role);
  });
});

describe("a sentence", () => {
  it.each([
    "Điểm tối đa cho đơn vị ban hành kế hoạch hành động trước ngày 31 tháng 01 và tổ chức hội nghị phổ biến",
    "Chỉ đạo của Thủ tướng Chính phủ về đẩy mạnh chuyển đổi số quốc gia đến năm 2030 tại các địa phương",
    "x",
    "",
  ])("names no column: %j", (text) => {
    expect(roleOf(text, "unknown")).toBe("unknown");
  });
});
