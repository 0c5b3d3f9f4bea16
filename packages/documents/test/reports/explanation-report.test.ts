import { describe, expect, it } from "vitest";
import {
  type ExplainedQuery,
  type ExplanationReport,
  explanationReport,
  readDocument,
  writeDocx,
} from "../../src/index.js";
import { head, shippedSet } from "../making/assessments.js";
import { bodyOf, tablesOf, wordsOf } from "../making/paper-words.js";

const set = shippedSet("quang-ngai-so-nganh-2022");

const answered: ExplainedQuery = {
  label: "2.4.3",
  kind: "explanation",
  state: "closed",
  asked: "2026-10-02",
  due: "2026-10-09",
  answered: "2026-10-08",
  late: false,
  outcome: "partly-accepted",
  outcomeNote: "Công nhận 2 người có chứng nhận",
  messages: [
    { side: "appraiser", on: "2026-10-02", body: "Đề nghị giải trình chênh lệch giữa 03/13 và 3/17." },
    { side: "unit", on: "2026-10-05", body: "13 là số người ở các phòng chuyên môn." },
    { side: "appraiser", on: "2026-10-06", body: "Bổ sung chứng nhận." },
    { side: "unit", on: "2026-10-08", body: "Xin gửi kèm chứng nhận." },
  ],
  evidence: ["Công văn số 15/BDT-VP ngày 07/10/2026", "chung-nhan.pdf"],
  points: { declared: "1.76", appraised: "1.18", max: "10" },
};
const open: ExplainedQuery = {
  label: "2.5.3",
  kind: "explanation",
  state: "open",
  asked: "2026-10-02",
  due: "2026-10-09",
  late: true,
  messages: [{ side: "appraiser", on: "2026-10-02", body: "Không có máy chủ riêng nhưng khai 1/1." }],
  evidence: [],
};

const report = (queries: readonly ExplainedQuery[]): ExplanationReport => ({
  head,
  to: ["Sở Khoa học và Công nghệ"],
  campaign: { name: "Đánh giá chuyển đổi số năm 2026", year: 2026 },
  unit: { name: "Ban Dân tộc" },
  set,
  queries,
});

describe("the report of explanations", () => {
  it("lists every question with when it was asked, due and answered, and what came of it", () => {
    const [summary] = tablesOf(explanationReport(report([answered, open])));
    expect(bodyOf(summary)).toEqual([
      [
        "1",
        expect.stringMatching(/^2\.4\.3 /),
        "02/10/2026",
        "09/10/2026",
        "08/10/2026",
        "Chấp nhận một phần",
      ],
      [
        "2",
        expect.stringMatching(/^2\.5\.3 /),
        "02/10/2026",
        "09/10/2026",
        "Chưa (quá hạn)",
        "Chưa giải trình",
      ],
    ]);
  });

  it("tells each exchange word for word, with new evidence, outcome and points", () => {
    const [, first, second] = tablesOf(explanationReport(report([answered, open])));
    expect(bodyOf(first)).toEqual([
      ["Cơ quan thẩm định", "02/10/2026", "Đề nghị giải trình chênh lệch giữa 03/13 và 3/17."],
      ["Đơn vị", "05/10/2026", "13 là số người ở các phòng chuyên môn."],
      ["Cơ quan thẩm định", "06/10/2026", "Bổ sung chứng nhận."],
      ["Đơn vị", "08/10/2026", "Xin gửi kèm chứng nhận."],
      ["Thời hạn", "Gửi ngày 02/10/2026, hạn trả lời 09/10/2026; trả lời ngày 08/10/2026."],
      ["Tài liệu bổ sung", "- Công văn số 15/BDT-VP ngày 07/10/2026\n- chung-nhan.pdf"],
      ["Kết quả", "Chấp nhận một phần\nCông nhận 2 người có chứng nhận"],
      ["Điểm", "Tự đánh giá 1,76/10; sau giải trình 1,18/10 (-0,58)."],
    ]);
    expect(bodyOf(second)).toContainEqual(["Đơn vị", "–", "Chưa giải trình."]);
    expect(bodyOf(second)).toContainEqual([
      "Thời hạn",
      "Gửi ngày 02/10/2026, hạn trả lời 09/10/2026; chưa trả lời, đã quá hạn.",
    ]);
  });

  it("counts complaints apart from questions", () => {
    const words = wordsOf(explanationReport(report([answered, { ...open, kind: "complaint" }])));
    expect(words).toContain(
      "1 yêu cầu giải trình, bổ sung và 1 kiến nghị về kết quả; đã giải trình: 1; chưa giải trình: 1",
    );
  });

  it("says that nothing was asked where nothing was", () => {
    const paper = explanationReport(report([]));
    expect(wordsOf(paper)).toContain("không có yêu cầu giải trình, bổ sung nào");
    expect(paper.sections).toHaveLength(1);
  });

  it("keeps an answer of ten thousand letters whole, through Word", async () => {
    const body = "Nội dung giải trình rất dài, có đủ số liệu. ".repeat(250).trim();
    const long = { ...answered, messages: [{ side: "unit" as const, on: "2026-10-08", body }] };
    const file = await writeDocx(explanationReport(report([long])));
    expect(JSON.stringify((await readDocument(file, "a.docx")).blocks)).toContain(body);
  });
});
