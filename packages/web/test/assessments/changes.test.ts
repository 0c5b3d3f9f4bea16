import { formatExact } from "@opendti/engine";
import { describe, expect, test } from "vitest";
import type { Answer, Evidence } from "../../src/api/assessment-contract.js";
import { changesBetween, type Look } from "../../src/features/assessments/review/changes.js";
import { type Declared, viewOf } from "../../src/features/assessments/scoring/view-model.js";
import { banDanToc, outline } from "./ban-dan-toc.js";

const set = outline();
const real = banDanToc();
const at = "2026-11-22T02:00:00.000Z";
const by = { id: "00000000-0000-4000-8000-000000000001", displayName: "Cán bộ kê khai" };

function look(declared: Declared, evidence: readonly Evidence[] = []): Look {
  const answers = [...declared.answers].flatMap(([code, inputs]) =>
    Object.entries(inputs).map(([input, value]): Answer => ({ code, input, value, version: 1, by, at })),
  );
  for (const [input, value] of Object.entries(declared.profile))
    answers.push({ code: "profile", input, value, version: 1, by, at });
  return {
    assessment: { answers, notApplicable: [], evidence: [...evidence] },
    view: viewOf(set, declared),
  };
}

const seen = look(real);

describe("what moved between two looks of the head", () => {
  test("is nothing while nobody changes anything", () => {
    expect(changesBetween(seen, look(real))).toEqual([]);
  });

  test("is a field that an officer saved, with its values, its points and who", () => {
    const other = look({
      ...real,
      answers: new Map([...real.answers, ["2.1.3", { ...real.answers.get("2.1.3"), a: 2 }]]),
    });
    const [change, ...rest] = changesBetween(seen, other);
    expect(rest).toEqual([]);
    expect(change).toMatchObject({
      code: "2.1.3",
      fields: [{ input: "a", before: 22, after: 2 }],
      by: "Cán bộ kê khai",
    });
    expect(change?.points && formatExact(change.points.before)).toBe("9.56");
  });

  test("is evidence that was added", () => {
    const piece = {
      id: "e1",
      code: "2.1.1",
      version: 1,
      by,
      at,
      kind: "text",
      text: "Công văn",
    } as unknown as Evidence;
    expect(changesBetween(seen, look(real, [piece]))).toMatchObject([
      { code: "2.1.1", evidence: true, fields: [], points: null },
    ]);
  });

  test("is an indicator whose points moved by the profile alone", () => {
    const changes = changesBetween(seen, look({ ...real, profile: { ...real.profile, servers: "9" } }));
    expect(changes[0]?.code).toBe("profile");
  });
});
