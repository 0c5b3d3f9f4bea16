/** How a text was typed, scanned or cut into lines does not change what it says. */
import { type RuleReading, readRuleText } from "@opendti/prose";
import { describe, expect, test } from "vitest";

const read = (text: string, max: string | null = "10", title = "Tỷ lệ hồ sơ"): RuleReading =>
  readRuleText({ text, title, code: "1", max, children: [], profile: [] });

const ratio =
  "a = Số hồ sơ đã số hóa;\nb = Tổng số hồ sơ;\n- Tỷ lệ = a/b\n- Điểm:\n+ Tỷ lệ ≥ 80%: Điểm tối đa;\n+ Tỷ lệ < 80%: Tỷ lệ/80%*Điểm tối đa";
const meant = { proportional: { of: "a/b", full_at: "80%" } };

describe("the same text", () => {
  test.each([
    ["composed (NFC)", ratio.normalize("NFC")],
    ["decomposed (NFD)", ratio.normalize("NFD")],
    ["with the tone on the other vowel", ratio.replace("hóa", "hoá")],
    ["with tỉ lệ", ratio.replaceAll("Tỷ lệ", "Tỉ lệ")],
    ["in capitals", ratio.toUpperCase()],
    [
      "without any mark",
      "a = So ho so;\nb = Tong so ho so;\n- Ty le = a/b\n- Diem:\n+ Ty le >= 80%: Diem toi da;\n+ Ty le < 80%: Ty le/80%*Diem toi da",
    ],
    ["with => and =<", ratio.replace("≥", "=>")],
    ["with HTML signs", ratio.replace("≥", "&gt;=").replace("<", "&lt;")],
    ["with printed mathematics", ratio.replace("≥", "$\\geq$").replace("<", "$<$")],
    ["with long dashes", ratio.replaceAll("- ", "– ")],
    ["with × and no spaces", ratio.replace("*Điểm", "×Điểm").replaceAll(" = ", "=")],
    ["on one line", ratio.replaceAll("\n", " ")],
    ["run together", ratio.replaceAll(";\n", ";").replaceAll("\n", "")],
    [
      "in a narrow column",
      ratio.replace("Tổng số hồ sơ", "Tổng\nsố hồ sơ").replaceAll("Điểm tối đa", "Điểm\ntối đa"),
    ],
    ["broken within words", ratio.replaceAll("Điểm tối", "Đi ểm tối")],
    ["fused", ratio.replaceAll("Điểm tối đa", "Điểmtốiđa").replaceAll("Tỷ lệ", "Tỷlệ")],
    [
      "taken for other letters by a scanner",
      ratio.replaceAll("Điểm tối đa", "Điêm tôi đa").replaceAll("Tỷ lệ", "Tỳ lệ"),
    ],
    ["with Ð (U+00D0)", ratio.replaceAll("Đ", "Ð")],
    ["with no-break spaces and returns", ratio.replaceAll(" ", "\u00a0").replaceAll("\n", "\r\n")],
  ])("%s", (_, text) => {
    const reading = read(text);
    expect(reading.questions.map(({ text: asked }) => asked.vi)).toEqual([]);
    expect(reading.rule).toEqual(meant);
  });
});

describe("numbers", () => {
  test.each([
    ["0,25%", "0.25%"],
    ["0.25%", "0.25%"],
    ["12,5 %", "12.5%"],
    ["1%", "1%"],
  ])("%s is the limit %s", (written, limit) => {
    expect(read(ratio.replaceAll("80%", written)).rule).toEqual({
      proportional: { of: "a/b", full_at: limit },
    });
  });

  test("1.000 is a thousand, 1.5 one and a half, and 1,000 is asked about", () => {
    const bands = (low: string): RuleReading =>
      read(`Từ ${low} hồ sơ trở lên: 10 điểm; dưới ${low} hồ sơ: 5 điểm`, "10", "Số hồ sơ");
    expect(JSON.stringify(bands("1.000").rule)).toContain('"ge":1000');
    expect(JSON.stringify(bands("1.5").rule)).toContain('"ge":1.5');
    expect(bands("1,000").status).not.toBe("certain");
  });

  test("points of a thousand-point scale are read whole", () => {
    expect(read("Có: 1.000 điểm; Không: 0 điểm", "1000").status).toBe("certain");
  });
});

describe("labels", () => {
  test("are the decision's words, composed and on one line", () => {
    const text = "- Đã ban hành\nvà triển khai: Điểm tối đa;\n- Chưa ban hành: 0 điểm".normalize("NFD");
    const { rule } = read(text);
    expect(JSON.stringify(rule)).toContain("Đã ban hành và triển khai".normalize("NFC"));
  });

  test("units printed with a quantity are its unit", () => {
    const { inputs } = read(
      "a = Kinh phí cho an toàn thông tin (triệu đồng); b = Tổng kinh phí, Đơn vị tỷ đồng; Tỷ lệ = a/b; Điểm = Tỷ lệ*Điểm tối đa",
    );
    expect(inputs).toEqual([
      { id: "a", label: "Kinh phí cho an toàn thông tin", kind: "money", unit: "triệu đồng" },
      { id: "b", label: "Tổng kinh phí", kind: "money", unit: "tỷ đồng" },
    ]);
  });
});

describe("texts that are no rules", () => {
  test.each([
    ["nothing", "", "text-missing"],
    ["spaces", " \n\t ", "text-missing"],
    ["another language", "The quick brown fox jumps over the lazy dog.", "rule-missing"],
    ["a letter", "Kính gửi: Sở Khoa học và Công nghệ. Ban Dân tộc báo cáo như trên.", "rule-missing"],
    ["a hundred kilobytes", "Điểm = Tỷ lệ*Điểm tối đa; ".repeat(4000), "text-too-long"],
  ])("%s is left to a person", (_, text, code) => {
    const reading = read(text);
    expect(reading.status).toBe("unread");
    expect(reading.rule).toBeNull();
    expect(reading.questions.map((question) => question.code)).toContain(code);
  });

  test("brackets, signs and words without end are answered in a moment", () => {
    const started = performance.now();
    for (const piece of [
      "(",
      "a+",
      "được ",
      "Điểm = ",
      "- A: 1 điểm\n",
      "Từ 1% đến 2%: 3 điểm\n",
      "1. ",
      ": ",
      "a = b\n",
    ])
      expect(read(piece.repeat(Math.floor(4_000 / piece.length))).status).not.toBe("certain");
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe("the wording of a text", () => {
  const wording = (text: string): string => read(text).wording;

  test("is the same where only numbers and names differ", () => {
    expect(wording(ratio)).toBe(wording(ratio.replaceAll("80%", "65%").replaceAll("hồ sơ", "văn bản")));
    expect(wording("- Đã có: Điểm tối đa\n- Chưa có: 0 điểm")).toBe(
      wording("- Ban hành: Điểm tối đa;\n- Chưa ban hành: 0 điểm."),
    );
  });

  test("is another where the rule is another", () => {
    expect(wording(ratio)).not.toBe(wording(ratio.replace("≥", ">")));
    expect(wording("Có: Điểm tối đa; Không: 0 điểm")).not.toBe(wording("Có: 1/2*Điểm tối đa; Không: 0 điểm"));
  });
});
