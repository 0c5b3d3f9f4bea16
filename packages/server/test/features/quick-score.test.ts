import { readFileSync } from "node:fs";
import { type CompiledSet, loadSet } from "@opendti/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOT_APPLICABLE, type StoredValue } from "../../src/features/answers/repository.js";
import { DeclaredNumbers } from "../../src/features/assessments/quick-score.js";
import { type AnswerValue, addressOf, factsOf, summarise } from "../../src/features/assessments/scoring.js";

function load(id: string): CompiledSet {
  const file = new URL(`../../../../sets/${id}/set.yaml`, import.meta.url);
  const loaded = loadSet(readFileSync(file, "utf8"));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.set;
}

type Kind = CompiledSet["facts"][number]["kind"];
const numbers = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map(String),
  fc.integer({ min: 0, max: 10_000 }).map(String),
  fc.integer({ min: 0, max: 999_999 }).map((n) => String(n / 100)),
  fc.constantFrom("0", "100000000000000000000000", "0.333333333333", "22/23", "51125000.125"),
);

function declaredAs(kind: Kind, options: number): fc.Arbitrary<StoredValue> {
  const place = fc.integer({ min: 1, max: Math.max(1, options) });
  switch (kind) {
    case "yes_no":
      return fc.boolean();
    case "choice":
      return place;
    case "choices":
      return fc.uniqueArray(place, { minLength: 1, maxLength: Math.max(1, options) });
    case "date":
      return fc.constant("2026-02-03");
    case "table":
      return fc.array(fc.constant({ ten: "Một dòng" }), { minLength: 1, maxLength: 4 });
    case "text":
    case "link":
      return fc.constant("https://example.vn");
    default:
      return numbers;
  }
}

/** Answers as the database may hold them: some missing, some cleared, some marked as not applicable. */
function declared(set: CompiledSet): fc.Arbitrary<AnswerValue[]> {
  const fields = set.facts.map((fact) => {
    const node = fact.node === undefined ? undefined : set.nodes[fact.node];
    const code = node === undefined ? "profile" : addressOf(set, node);
    return fc
      .option(declaredAs(fact.kind, fact.options.length), { freq: 6, nil: null })
      .map((value) => ({ code, input: fact.id, value }));
  });
  const marks = set.nodes.map((node) =>
    fc
      .option(fc.constant("Không có"), { freq: 1, nil: null })
      .map((value) => ({ code: addressOf(set, node), input: NOT_APPLICABLE, value })),
  );
  const some = fc.oneof(fc.tuple(...marks), fc.constant([]));
  return fc.tuple(fc.tuple(...fields), some).map(([values, marked]) => [...values, ...marked]);
}

describe("the score that is noted at every save", () => {
  it.each([
    "qd922-cap-tinh-2022",
    "quang-ngai-so-nganh-2022",
    "xa-phuong-dac-khu-2026",
    "binh-phuoc-so-nganh-500",
  ])("is the score by rationals, whatever is declared: %s", (id) => {
    const set = load(id);
    fc.assert(
      fc.property(declared(set), (answers) => {
        const unit = { id: "u", name: "Đơn vị", group: null };
        const { answered, total, max } = summarise(set, factsOf(set, unit, answers));
        expect(DeclaredNumbers.of(set, answers).note()).toEqual({ answered, total, max });
      }),
      { numRuns: 60 },
    );
  });

  it.each(["qd922-cap-tinh-2022", "quang-ngai-so-nganh-2022", "xa-phuong-dac-khu-2026"])(
    "follows one changed field from what was kept as from all answers anew: %s",
    (id) => {
      const set = load(id);
      let followed = 0;
      fc.assert(
        fc.property(declared(set), declared(set), fc.nat(), (answers, others, any) => {
          const place = any % answers.length;
          const { code, input } = answers[place] as AnswerValue;
          const { value } = others.find((one) => one.code === code && one.input === input) ?? { value: null };
          const kept = DeclaredNumbers.of(set, answers).with(code, input, value);
          if (kept === undefined) return;
          followed += 1;
          expect(kept.note()).toEqual(
            DeclaredNumbers.of(set, answers.with(place, { code, input, value })).note(),
          );
        }),
        { numRuns: 80 },
      );
      expect(followed).toBeGreaterThan(10);
    },
  );
});
