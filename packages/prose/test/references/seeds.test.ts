import { describe, expect, it } from "vitest";
import { readShort, type Short } from "./short.js";

const decision = (number: string, date: string, code = "QĐ-BDT"): Short => ({
  kind: "Quyết định",
  number,
  symbol: `${number}/${code}`,
  date,
  issuer: `~${code.split("-")[1]}`,
});
const letter = (number: string, date: string): Short => ({
  kind: "Công văn",
  number,
  symbol: `${number}/BDT-VP`,
  date,
  issuer: "~BDT",
});
const circular12: Short = {
  kind: "Thông tư",
  number: "12",
  symbol: "12/2022/TT-BTTTT",
  date: "2022-08-12",
  issuer: "~BTTTT",
};
const letter2290: Short = { kind: "Văn bản", number: "2290", symbol: "2290/BTTTT-CATTT", issuer: "~BTTTT" };

/** Every reference of the five documents, as printed (line breaks and stray spaces too), and what a person reads in it. */
const quangNgai: [string, Short[]][] = [
  [
    "Theo đề nghị của Sở Thông tin và Truyền thông tại Công văn số 970/STTTT-BCVT&CNTT ngày 05/6/2023 về việc triển khai đánh giá chuyển đổi số các cơ quan nhà nước tỉnh Quảng Ngãi năm 2022, Ban Dân tộc tỉnh đã tổ chức triển khai tự đánh giá",
    [
      {
        kind: "Công văn",
        number: "970",
        symbol: "970/STTTT-BCVT&CNTT",
        date: "2023-06-05",
        issuer: "~STTTT",
        title: "triển khai đánh giá chuyển đổi số các cơ quan nhà nước tỉnh Quảng Ngãi năm 2022",
      },
    ],
  ],
  [
    "(Kèm theo Công văn số /BDT-VP ngày tháng 7 năm 2023 của Ban Dân tộc tỉnh Quảng Ngãi)",
    [
      {
        kind: "Công văn",
        symbol: "/BDT-VP",
        date: "2023-07",
        issuer: "Ban Dân tộc tỉnh Quảng Ngãi",
        doubts: ["date-incomplete", "number-missing"],
      },
    ],
  ],
  [
    "Quyết định số 1133/QĐ-BDT ngày 31/12/2022; Quyết định số 365/QĐ-BDT ngày 07/6/2022",
    [decision("1133", "2022-12-31"), decision("365", "2022-06-07")],
  ],
  [
    "Nghị quyết họp Chi bộ tháng 5/2022 có triển khai Chỉ thị số 19-CT/TU ngày 18/5/2022 của Ban Thường vụ Tỉnh ủy về tăng cường sự lãnh đạo, chỉ đạo của Đảng đối với chuyển đổi số tỉnh Quảng Ngãi đến năm 2025, định hướng đến năm 2030 tại phần 2, mục I, trang 1 Biên bản cuộc họp Chi bộ Ban Dân tộc tỉnh tháng 5 năm 2022.",
    [
      { kind: "Nghị quyết", date: "2022-05", title: "họp Chi bộ" },
      {
        kind: "Chỉ thị",
        number: "19",
        symbol: "19-CT/TU",
        date: "2022-05-18",
        issuer: "Ban Thường vụ Tỉnh ủy",
        title:
          "tăng cường sự lãnh đạo, chỉ đạo của Đảng đối với chuyển đổi số tỉnh Quảng Ngãi đến năm 2025, định hướng đến năm 2030",
      },
      {
        kind: "Biên bản",
        date: "2022-05",
        title: "cuộc họp Chi bộ Ban Dân tộc tỉnh",
        page: "1",
        section: "phần 2, mục I",
      },
    ],
  ],
  [
    "Kế hoạch số 485/KH-BDT ngày 31/8/2020",
    [{ kind: "Kế hoạch", number: "485", symbol: "485/KH-BDT", date: "2020-08-31", issuer: "~BDT" }],
  ],
  [
    "Kế hoạch số 560/KH-BDT ngày 27/8/2021",
    [{ kind: "Kế hoạch", number: "560", symbol: "560/KH-BDT", date: "2021-08-27", issuer: "~BDT" }],
  ],
  [
    "Tại Quyết định số 2126/QĐ-UBND phân công các Sở ngành trong đó có Ban Dân tộc 3 nhiệm vụ, đã triển khai 3 nhiệm vụ: (1) phối hợp với Sở Thông tin và Truyền thông triển khai thực hiện các nội dung của Kiến trúc CQĐT 2.0 tỉnh Quảng Ngãi; (2) thực hiện quy trình lấy ý kiến, thẩm định được quy định tại Nghị định số 73/2019/NĐ-CP ngày 05/9/2019 của Chính phủ ; (3) Báo cáo UBND tỉnh về tình hình triển khai hoạt động ứng dụng công nghệ thông tin tại Ban Dân tộc tỉnh.",
    [
      { kind: "Quyết định", number: "2126", symbol: "2126/QĐ-UBND", issuer: "~UBND" },
      {
        kind: "Nghị định",
        number: "73",
        symbol: "73/2019/NĐ-CP",
        date: "2019-09-05",
        issuer: "Chính phủ",
      },
    ],
  ],
  ["Công văn số 1028/BDT-VP ngày 08/12/2022", [letter("1028", "2022-12-08")]],
  ["Công văn số 675/BDT-VP ngày 13/9/2022", [letter("675", "2022-09-13")]],
  ["Quyết định số 924/QĐ-BDT ngày 14/11/2022", [decision("924", "2022-11-14")]],
  [
    "https://bandantoc.quangngai.gov.vn/web/ban-dan-toc-tinh/chuyen-doi-so",
    [{ url: "https://bandantoc.quangngai.gov.vn/web/ban-dan-toc-tinh/chuyen-doi-so" }],
  ],
  [
    "trên phần mềm <https://dti.quangngai.gov.vn/>. Kết quả tự đánh giá",
    [{ url: "https://dti.quangngai.gov.vn/" }],
  ],
  [
    "Có triển khai sử dụng 07/07 nền tảng số của tỉnh như Nền tảng Trợ lý ảo Kiki@gov.vn để phục vụ công tác tại Công văn số 1134/BDT-VP ngày 31/12/2022",
    [letter("1134", "2022-12-31")],
  ],
  // As printed: BĐT, where the other documents of the agency say BDT. The reader corrects nothing.
  ["Quyết định số 186/QĐ-BĐT ngày 25/3/2022", [decision("186", "2022-03-25", "QĐ-BĐT")]],
  ["Quyết định số 1914/QĐ-UBND ngày 31/12/2022", [decision("1914", "2022-12-31", "QĐ-UBND")]],
  ["Quyết định số 150/QĐ-STTTT ngày 13/11/2021", [decision("150", "2021-11-13", "QĐ-STTTT")]],
  ["Quyết định số 1043/QĐ-BDT ngày 13/12/2022", [decision("1043", "2022-12-13")]],
  [
    "trang thông tin điện tử...có kết nối chia sẻ thông tin theo văn bản 2290/BTTTT-CATTT với Trung tâm NCSC",
    [letter2290],
  ],
  [
    "đầy đủ các nội dung theo quy định tại Thông tư số 12/2022/TT-BTTTT ngày 12/8/2022 (có Biên bản kiểm tra)",
    [circular12],
  ],
  ["Phương án kèm theo Quyết định số 1043/QĐ-BDT ngày 13/12/2022", [decision("1043", "2022-12-13")]],
  [
    "Trưởng Ban và công chức phụ trách ATTT đã tham gia diễn tập an toàn thông tin do Sở TTTT tổ chức (Lịch làm việc ngày 08/12/2023)",
    [{ kind: "Lịch làm việc", date: "2023-12-08" }],
  ],
  [
    "Phụ lục kèm theo Công văn số 1031/BDT-VP ngày 08/12/2022 của Ban Dân tộc tỉnh",
    [{ ...letter("1031", "2022-12-08"), issuer: "Ban Dân tộc tỉnh", section: "Phụ lục" }],
  ],
  [
    "Ban Dân tộc có có tham gia và cung cấp dữ liệu mở đáp ứng yêu cầu kỹ thuật: Báo cáo số 537/BC-BDT ngày 27/7/2022; https://congtaclantoc.quangngai.gov.vn/",
    [
      { kind: "Báo cáo", number: "537", symbol: "537/BC-BDT", date: "2022-07-27", issuer: "~BDT" },
      { url: "https://congtaclantoc.quangngai.gov.vn/" },
    ],
  ],
];

const otherProvinces: [string, Short[]][] = [
  [
    "(Kèm theo Quyết định số /QĐ-UBND ngày /11/2022 của UBND tỉnh)",
    [
      {
        kind: "Quyết định",
        symbol: "/QĐ-UBND",
        date: "2022-11",
        issuer: "UBND tỉnh",
        doubts: ["date-incomplete", "number-missing"],
      },
    ],
  ],
  [
    "Căn cứ Quyết định số 1787/QĐ-UBND ngày 28/9/2022 của UBND tỉnh về việc ban hành Quy định Bộ tiêu chí đánh giá, xếp hạng mức độ chuyển đổi số, Trang thông tin điện tử cơ quan nhà nước tỉnh Bình Phước;",
    [
      {
        ...decision("1787", "2022-09-28", "QĐ-UBND"),
        issuer: "UBND tỉnh",
        title:
          "ban hành Quy định Bộ tiêu chí đánh giá, xếp hạng mức độ chuyển đổi số, Trang thông tin điện tử cơ quan nhà nước tỉnh Bình Phước",
      },
    ],
  ],
  [
    "Kế hoạch này thay thế Kế hoạch số 16/KH-BDT ngày 25/3/2022 của Ban Dân tộc về thực hiện Bộ tiêu chí đánh giá, xếp hạng mức độ chuyển đổi số tại cơ quan Ban Dân tộc./.",
    [
      {
        kind: "Kế hoạch",
        number: "16",
        symbol: "16/KH-BDT",
        date: "2022-03-25",
        issuer: "Ban Dân tộc",
        title: "thực hiện Bộ tiêu chí đánh giá, xếp hạng mức độ chuyển đổi số tại cơ quan Ban Dân tộc",
      },
    ],
  ],
  [
    "trong Quyết định số 922/QĐ-BTTTT .",
    [{ kind: "Quyết định", number: "922", symbol: "922/QĐ-BTTTT", issuer: "~BTTTT" }],
  ],
  [
    "Theo Quyết định số 922/QĐ-BTTTT của Bộ Thông tin và Truyền thông",
    [
      {
        kind: "Quyết định",
        number: "922",
        symbol: "922/QĐ-BTTTT",
        issuer: "Bộ Thông tin và Truyền thông",
      },
    ],
  ],
  [
    "đầy đủ các nội dung theo Thông\ntư số 12/2022/TT-BTTTT ngày 12/8/2022 của Bộ trưởng Bộ Thông tin và Truyền\nthông quy định chi tiết và hướng dẫn một số điều của Nghị định số 85/2016/NĐ-CP\nngày 01/7/2016 của Chính phủ về bảo đảm an toàn hệ thống thông tin theo cấp độ.\n- Xây dựng các phương án",
    [
      {
        ...circular12,
        issuer: "Bộ trưởng Bộ Thông tin và Truyền thông",
        title:
          "quy định chi tiết và hướng dẫn một số điều của Nghị định số 85/2016/NĐ-CP ngày 01/7/2016 của Chính phủ về bảo đảm an toàn hệ thống thông tin theo cấp độ",
        cites: ["85/2016/NĐ-CP"],
      },
    ],
  ],
  [
    "theo hướng dẫn của Bộ\nTTTT tại Văn bản số 1145/BTTTT- CATTT ngày 03/4/2020): 1/2*Điểm tối đa;",
    [
      {
        kind: "Văn bản",
        number: "1145",
        symbol: "1145/BTTTT-CATTT",
        date: "2020-04-03",
        issuer: "~BTTTT",
      },
    ],
  ],
  ["chia sẻ thông tin theo văn bản 2290/BTTTT-CATTT với Trung tâm NCSC;", [letter2290]],
  [
    "quy định tại Thông tư số 03/2017/TT-BTTTT ngày 24/4/2017 (hiện nay là\nThông tư số 12/2022/TT- BTTTT ngày 12/8/2022)",
    [
      {
        kind: "Thông tư",
        number: "03",
        symbol: "03/2017/TT-BTTTT",
        date: "2017-04-24",
        issuer: "~BTTTT",
      },
      circular12,
    ],
  ],
  [
    "☒ Có KH số 26/KH-BDT ngày 25/7/2020 ☐ Không",
    [{ kind: "Kế hoạch", number: "26", symbol: "26/KH-BDT", date: "2020-07-25", issuer: "~BDT" }],
  ],
  [
    "Quy chế số 25/QC-BDT ngày 19/3/2018 về Ban hành Quy chế quản lý, sử dụng hệ thống Quản lý văn bản và điều hành VNPT-iOffice của Ban Dân tộc tỉnh Cao Bằng",
    [
      {
        kind: "Quy chế",
        number: "25",
        symbol: "25/QC-BDT",
        date: "2018-03-19",
        issuer: "~BDT",
        title:
          "Ban hành Quy chế quản lý, sử dụng hệ thống Quản lý văn bản và điều hành VNPT-iOffice của Ban Dân tộc tỉnh Cao Bằng",
      },
    ],
  ],
  [
    "(theo Quyết định số 45/2016/QĐ-TTg ngày 19/10/2016 của Thủ tướng Chính phủ)",
    [
      {
        kind: "Quyết định",
        number: "45",
        symbol: "45/2016/QĐ-TTg",
        date: "2016-10-19",
        issuer: "Thủ tướng Chính phủ",
      },
    ],
  ],
  [
    "Thông báo số 19/TB-BDT ngày 9/9/2020 về tiếp nhận giải quyết TTHC thuộc thẩm quyền giải quyết của Ban Dân tộc tỉnh Cao Bằng.",
    [
      {
        kind: "Thông báo",
        number: "19",
        symbol: "19/TB-BDT",
        date: "2020-09-09",
        issuer: "~BDT",
        title: "tiếp nhận giải quyết TTHC thuộc thẩm quyền giải quyết của Ban Dân tộc tỉnh Cao Bằng",
      },
    ],
  ],
  [
    "Quy chế số 37/QC-BDT ngày 2/4/2018 về Ban hành Quy chế hoạt động của Cổng thông tin điện tử Ban Dân tộc tỉnh Cao Bằng",
    [
      {
        kind: "Quy chế",
        number: "37",
        symbol: "37/QC-BDT",
        date: "2018-04-02",
        issuer: "~BDT",
        title: "Ban hành Quy chế hoạt động của Cổng thông tin điện tử Ban Dân tộc tỉnh Cao Bằng",
      },
    ],
  ],
  [
    "dự án đầu tư CNTT theo Nghị định số 102/2009/NĐ-CP",
    [{ kind: "Nghị định", number: "102", symbol: "102/2009/NĐ-CP", issuer: "~CP" }],
  ],
];

/** Evidence and rules of the same documents that refer to no document. */
const explanations = [
  "Trưởng Ban có chủ trì các cuộc họp về Chuyển đổi số tại Ban Dân tộc tỉnh",
  "Trong năm 2022 có 23 văn bản về chuyển đổi số trong đó có 22 văn bản do Trưởng Ban ký, có 01 văn bản do Phó Trưởng ban ký, trong thời gian Trưởng Ban đi công tác",
  "Ban Dân tộc tỉnh đã tham gia đầy đủ 08/08 hội nghị, bồi dưỡng, tập huấn định kỳ năm 2022",
  "Trong năm 2022 có 03/13 CBCC được bồi dưỡng, tập huấn về chuyên đổi số",
  "1.004875.000.00.00.H48 (Công nhận người có uy tín trong đồng bào dân tộc thiểu số); 1.004888.000.00.00.H48 (Đưa ra khỏi danh sách người có uy tín trong đồng bào dân tộc thiểu số)",
  "Tổng chi Ngân sách nhà nước cho chính quyền số là 51,125 triệu đồng/ Tổng chi ngân sách nhà nước là 7.117,488 triệu đồng: Thể hiện tại Tiểu mục 7012 (trang 2), 6912 (trang 4), 7012 (trang 5), 7053 (trang 5) của Phụ lục báo cáo quyết toán năm 2022 kèm theo",
  "Tổng số văn bản đến của cơ quan (không tính văn bản mật):(số liệu từ ngày 15/12/2019 đến ngày 15/12/2020)",
  "Công khai báo cáo tài chính năm theo quy định của Luật Kế toán",
  "Ban hành Quy hoạch/ Đề án/ Kế hoạch/ Nghị quyết có nội hàm bao quát tổng thể về CNTT trong giai đoạn 5 năm",
  "Mức 1 ≥ 10 % (điểm tối đa)Mức 2 ≥ 7% (70% điểm)Mức 3 ≥ 3% (30% điểm)Mức 4 <3% (0 điểm)",
  "Đã sử dụng: 1/2*Điểm tối đa; Tỷ lệ>=80%: Điểm tối đa; Tỷ lệ<80%: Tỷ lệ/80%*Điểm tối đa",
  "Số người có danh tính số/tài khoản định danh điện tử",
  "Phổ cập danh tính số/ tài khoản định danh điện tử",
];

describe("the references of the five documents", () => {
  it.each([...quangNgai, ...otherProvinces])("reads %j", (text, expected) => {
    expect(readShort(text)).toEqual(expected);
  });

  it.each(explanations)("reads no reference in %j", (text) => {
    expect(readShort(text)).toEqual([]);
  });
});
