import { readFileSync } from "node:fs";
import { SourceDocument } from "@opendti/engine";
import { type RuleReading, readRuleText } from "@opendti/prose";
import { describe, expect, test } from "vitest";

interface Added {
  readonly rules: readonly string[];
  readonly sentences: readonly string[];
  readonly harmless: readonly string[];
}

const file = "added-sentences.yaml";
const source = SourceDocument.parse(readFileSync(new URL(file, import.meta.url), "utf8"), file);
if (Array.isArray(source)) throw new Error(file);
const { rules, sentences, harmless } = source.content() as Added;

const read = (text: string): RuleReading =>
  readRuleText({ text, title: "Chỉ số", max: "10", code: "1", children: [], profile: [] });
const ways = [
  (rule: string, sentence: string) => `${rule}. ${sentence}`,
  (rule: string, sentence: string) => `${rule}\n${sentence}`,
  (rule: string, sentence: string) => `${rule} (${sentence})`,
];
/** Every sentence after some rules, in some way: together all rules and ways, in the time of a few. */
const texts = (sentence: string): string[] => {
  const turn = sentences.indexOf(sentence);
  return rules.flatMap((rule, index) =>
    (index + turn) % 3 === 0 ? [ways[(index + Math.floor(turn / 3)) % 3]?.(rule, sentence) ?? rule] : [],
  );
};

describe("sentences added to a rule", () => {
  test("the rules alone are certain", () => {
    expect(rules.filter((rule) => read(rule).status !== "certain")).toEqual([]);
  });

  test.each(sentences)("no rule is certain any more with: %s", (sentence) => {
    expect(texts(sentence).filter((text) => read(text).status === "certain")).toEqual([]);
  });

  test.each(harmless)("a rule stays as it is with: %s", (sentence) => {
    for (const rule of rules)
      expect(read(`${rule}\n${sentence}`)).toMatchObject({ status: "certain", rule: read(rule).rule });
  });
});
