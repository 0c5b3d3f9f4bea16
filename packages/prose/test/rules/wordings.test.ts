import { readFileSync } from "node:fs";
import { SourceDocument } from "@opendti/engine";
import { readRuleText } from "@opendti/prose";
import { describe, expect, test } from "vitest";

interface Wording {
  readonly text: string;
  readonly title?: string;
  readonly max: string;
  readonly children?: readonly string[];
  readonly status: "certain" | "doubtful" | "unread";
  readonly rule?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly exceptions?: Readonly<Record<string, unknown>>;
  readonly sums_children?: boolean;
  readonly asks?: readonly string[];
}

const wordingsOf = (file: string): readonly Wording[] => {
  const document = SourceDocument.parse(readFileSync(new URL(file, import.meta.url), "utf8"), file);
  if (Array.isArray(document)) throw new Error(file);
  return document.content() as readonly Wording[];
};
const wordings = wordingsOf("wordings.yaml");
const traps = wordingsOf("wordings-with-traps.yaml");
const afresh = wordingsOf("wordings-read-afresh.yaml");

const read = ({
  text,
  title = "Chỉ số",
  max,
  children = [],
}: Pick<Wording, "text" | "title" | "max" | "children">) =>
  readRuleText({ text, title, max, code: "1", children, profile: [] });

function withoutLabels(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (key, inner: unknown) => (key === "label" ? undefined : inner)),
  );
}

describe("wordings of other provinces", () => {
  test.each(
    [...wordings, ...traps, ...afresh].map(
      (wording) => [wording.text.replaceAll("\n", " ⏎ ").slice(0, 110), wording] as const,
    ),
  )("%s", (_, wording) => {
    const reading = read(wording);
    expect(reading.status).toBe(wording.status);
    if (wording.status !== "certain") {
      const asked = reading.questions.map(({ code }) => code);
      for (const code of wording.asks ?? []) expect(asked).toContain(code);
      return;
    }
    expect(reading.questions).toEqual([]);
    expect(withoutLabels(reading.rule)).toEqual(wording.rule ?? null);
    expect(reading.sumsChildren).toBe(wording.sums_children ?? false);
    const kinds = reading.inputs.map(({ id, kind, unit }) => [
      id,
      unit === undefined ? kind : `${kind} (${unit})`,
    ]);
    expect(Object.fromEntries(kinds)).toEqual(wording.inputs ?? {});
    expect(Object.fromEntries(reading.exceptions.map(({ when, gives }) => [when, gives]))).toEqual(
      wording.exceptions ?? {},
    );
  });

  test("most are read for certain, though every fourth is ambiguous on purpose", () => {
    const certain = wordings.filter(({ status }) => status === "certain").length;
    expect(certain / wordings.length).toBeGreaterThan(0.6);
  });

  test("every question has both languages, and every alternative runs", () => {
    for (const wording of wordings.filter(({ status }) => status !== "certain"))
      for (const { text, alternatives } of read(wording).questions) {
        expect(text.vi).not.toBe("");
        expect(text.en).not.toBe("");
        for (const { label, rule } of alternatives) {
          expect(label.vi).not.toBe("");
          expect(rule).toBeTypeOf("object");
        }
      }
  });
});
