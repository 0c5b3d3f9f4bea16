import { readRuleText } from "@opendti/prose";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../references/runs.js";
import { difference } from "./equal-rules.js";
import { rules, typed } from "./render.js";

const request = { code: "1", children: [], profile: [] };

test("a rule written in any of the usual wordings is read back as it was meant", () => {
  fc.assert(
    fc.property(rules, typed, (rendered, type) => {
      const reading = readRuleText({
        ...request,
        text: type(rendered.text),
        title: rendered.title,
        max: String(rendered.max),
      });
      expect(reading.questions.map(({ code }) => code)).toEqual([]);
      expect(reading.status).toBe("certain");
      const read = {
        rule: reading.rule ?? undefined,
        inputs: reading.inputs,
        exceptions: reading.exceptions,
      };
      expect(
        difference(read, rendered.meant, { max: String(rendered.max), profile: [], runs: 12 }),
      ).toBeNull();
    }),
    runs(60),
  );
});

test("whatever the text, nothing is thrown and every character is in one piece", () => {
  const words = fc.constantFrom(
    "Điểm",
    "tối đa",
    "=",
    "Tỷ lệ",
    "a",
    "/",
    "b",
    "≥",
    "80%",
    ":",
    ";",
    "\n",
    "- ",
    "+ ",
    "(",
    ")",
    "Mỗi",
    "không quá",
    "5 điểm",
    "1.",
    "từ",
    "đến",
    "trở lên",
    "*",
    "1/2",
    "Còn lại",
    "Mức 1",
    "trừ",
    "cao nhất",
    "Min-Max",
    "0",
    "…",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words, { maxLength: 40 }).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("10", null, "", "x"), (written, max) => {
      const reading = readRuleText({ ...request, text: written, title: "", max });
      let reached = 0;
      for (const { span } of reading.pieces) {
        expect(span.start).toBe(reached);
        reached = span.end;
      }
      expect(reached).toBe(written.length);
      if (reading.status === "certain") expect(reading.questions).toEqual([]);
      else expect(reading.questions.length).toBeGreaterThan(0);
    }),
    runs(60),
  );
});

test("a line that gives points and is not understood is never passed over", () => {
  const strange = fc.constantFrom(
    "Riêng xã miền núi nhân hệ số 1,5",
    "Bị trừ 2 điểm khi nộp muộn",
    "Cộng thêm 1 điểm nếu có sáng kiến",
    "Tổng điểm được quy đổi theo thang điểm 100",
    "Điểm = f(x) theo hướng dẫn của Sở",
    "Xã đạt chuẩn được 3 điểm và hạ một mức nếu chậm 5%",
    "Tỷ lệ > 100% thì xem xét cộng điểm",
  );
  fc.assert(
    fc.property(rules, strange, fc.boolean(), (rendered, line, before) => {
      const text = before ? `${line}.\n${rendered.text}` : `${rendered.text}\n${line}.`;
      const reading = readRuleText({ ...request, text, title: rendered.title, max: String(rendered.max) });
      expect(reading.status).not.toBe("certain");
    }),
    runs(60),
  );
});
