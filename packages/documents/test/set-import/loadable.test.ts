import { expect, test } from "vitest";
import type { ImportedIndicator } from "../../src/index.js";
import { loadable } from "../../src/set-import/loadable.js";
import type { Indicator } from "./hand-encoded.js";

const set = (row: Partial<Indicator>) =>
  ({
    opendti: 1,
    id: "x",
    version: 1,
    status: "draft",
    kind: "scored",
    language: "vi",
    title: "x",
    legal_basis: [{ issuer: "x", title: "x" }],
    years: { from: 2025 },
    applies_to: ["xa"],
    indicators: [{ code: "1", title: "Nhóm", children: [{ code: "1.1", title: "A", max: 10, ...row }] }],
  }) as const satisfies Parameters<typeof loadable>[0];

const read: ImportedIndicator = {
  code: "1.1",
  title: "A",
  max: "10",
  status: "certain",
  question: null,
  place: { line: 7 },
  text: "Điểm = a/b",
  reading: null,
};

test.each([
  ["a rule over an input that is not there", { rule: { proportional: { of: "a/b" } } }],
  ["an empty expression", { rule: { proportional: { of: " " } } }],
  ["a rule of no known kind", { rule: { proportional: {} } as never }],
  [
    "an exception that compares nothing",
    { rule: { manual: {} }, exceptions: [{ when: "1 +", gives: "full", sentence: "x", basis: "decision" }] },
  ],
] as const)("%s gives way to an appraiser, and says why", (_, row) => {
  const { source, indicators, findings } = loadable(
    set(row as Partial<Indicator>),
    [read],
    new Map([["1.1", { line: 7 }]]),
  );
  expect(source.indicators[0]?.children?.[0]).toEqual({
    code: "1.1",
    title: "A",
    max: 10,
    rule: { manual: {} },
  });
  expect(indicators).toMatchObject([{ code: "1.1", status: "unread" }]);
  expect(findings).toMatchObject([{ code: "rule-refused", at: "1.1", place: { line: 7 } }]);
});

test("a set that loads stays as it is", () => {
  const source = set({ rule: { manual: {} } });
  expect(loadable(source, [read], new Map())).toMatchObject({ source, indicators: [read], findings: [] });
});
