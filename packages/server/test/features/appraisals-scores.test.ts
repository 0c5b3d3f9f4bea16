/** Appraised points are the engine's on declared answers overlaid by what was judged: told, listed and stored alike. */
import { type CompiledSet, exact, formatExact, loadSet, readUnit, round, scoreUnit } from "@opendti/engine";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appraisedFacts } from "../../src/features/appraisals/facts.js";
import { type RunningApp, startApp } from "../running/app.js";
import { type Appraising, appraising, judge } from "../running/appraising.js";
import { realUnit, setSource } from "../running/campaign.js";
import { smallProvince } from "../running/units.js";

const asked = Number(process.env.OPENDTI_PROPERTY_RUNS ?? 0);
const set = compiled();
const leaves = set.nodes.filter(({ children, scored }) => children.length === 0 && scored);

let app: RunningApp;
let at: Appraising;

beforeAll(async () => {
  app = await startApp();
  at = await appraising(app, await smallProvince(app.db));
}, 60_000);
afterAll(() => app.close());

function compiled(): CompiledSet {
  const loaded = loadSet(setSource);
  if (!loaded.ok) throw new Error("the set does not load");
  return loaded.value.set;
}

type Values = Record<string, unknown>;
type Verdict =
  | { readonly verdict: "agreed" }
  | { readonly verdict: null }
  | { readonly verdict: "adjusted"; readonly inputs: Values; readonly reason: string }
  | { readonly verdict: "adjusted"; readonly points: string; readonly reason: string };

interface Act {
  readonly code: string;
  readonly verdict: Verdict;
}

/** A value of an input in its stored form, or nothing. */
const someValue = (kind: string, options: number): fc.Arbitrary<unknown> => {
  if (kind === "yes_no") return fc.boolean();
  if (kind === "choice") return fc.integer({ min: 1, max: Math.max(1, options) });
  if (kind === "percent") return fc.integer({ min: 0, max: 120 }).map((n) => String(n / 100));
  return fc.integer({ min: 0, max: 40 }).map(String);
};

const act: fc.Arbitrary<Act> = fc.constantFrom(...leaves).chain((node) => {
  const inputs = fc
    .tuple(
      ...node.inputs.map((fact) =>
        fc.option(fc.option(someValue(fact.kind, fact.options.length)), { nil: undefined }),
      ),
    )
    .map(
      (values): Values =>
        Object.fromEntries(
          node.inputs.flatMap((fact, index) =>
            values[index] === undefined ? [] : [[fact.id, values[index]]],
          ),
        ),
    )
    .filter((given) => Object.keys(given).length > 0);
  const points = fc
    .integer({ min: 0, max: Number(exact.toNumber(node.max)) * 100 })
    .map((hundredths) => String(hundredths / 100));
  // Parts that do not add up to their whole are refused: told below.
  const whole = node.inputs.every(({ breakdown }) => breakdown.length === 0);
  const verdict: fc.Arbitrary<Verdict> = fc.oneof(
    fc.constant<Verdict>({ verdict: "agreed" }),
    fc.constant<Verdict>({ verdict: null }),
    (whole ? inputs : fc.constant<Values>({ a: null, a1: null })).map(
      (given): Verdict => ({ verdict: "adjusted", inputs: given, reason: "x" }),
    ),
    points.map((given): Verdict => ({ verdict: "adjusted", points: given, reason: "x" })),
  );
  return verdict.map((one) => ({ code: node.code, verdict: one }));
});

/** What the points of each indicator have to be, found without a word of the appraising code. */
function expected(judged: ReadonlyMap<string, Verdict>): { scores: Map<string, string>; total: string } {
  const answers: Record<string, Values> = structuredClone(realUnit.answers) as Record<string, Values>;
  for (const [code, verdict] of judged)
    if (verdict.verdict === "adjusted" && "inputs" in verdict)
      for (const [input, value] of Object.entries(verdict.inputs)) {
        answers[code] ??= {};
        if (value === null) delete answers[code][input];
        else answers[code][input] = value;
      }
  const data = { unit: "x", profile: realUnit.profile, answers: answers as never };
  const score = scoreUnit(set, readUnit(set, data, "stored").facts);
  const scores = new Map<string, string>();
  let total = exact.ZERO;
  for (const node of leaves) {
    const verdict = judged.get(node.code);
    const given = verdict !== undefined && "points" in verdict ? verdict.points : undefined;
    const points =
      given === undefined
        ? (score.nodes[node.index]?.score ?? exact.ZERO)
        : round(hundredths(given), set.scoreRounding);
    scores.set(node.code, formatExact(points));
    total = exact.add(total, points);
  }
  return { scores, total: formatExact(total) };
}

const hundredths = (written: string) => exact.rational(Math.round(Number(written) * 100), 100);

describe("appraised points", () => {
  it("are the engine's on what was judged, after any judgements in any order", async () => {
    const versions = new Map<string, number>();
    const standing = new Map<string, Verdict>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        for (const { code, verdict } of acts) {
          const answer = await judge(at.coordinator, at.own, code, versions.get(code) ?? 0, verdict);
          expect([code, verdict, answer.status, answer.body.detail]).toEqual([code, verdict, 200, undefined]);
          versions.set(code, answer.body.version);
          standing.set(code, verdict);
        }
        const { scores, total } = expected(standing);
        const { body } = await at.coordinator.get(`/assessments/${at.own}/appraisal`);
        expect(body.totals).toEqual({ declared: "451.26", appraised: total, final: null, max: "485" });
        const told = body.items.map(({ code, appraisedScore }: { code: string; appraisedScore: string }) => [
          code,
          appraisedScore,
        ]);
        expect(told).toEqual([...scores]);
        const stored = await app.db
          .selectFrom("indicator_score")
          .where("assessment_id", "=", at.own)
          .select(["code", "appraised", "declared"])
          .orderBy("place")
          .execute();
        expect(stored.map(({ code, appraised }) => [code, appraised])).toEqual([...scores]);
      }),
      { seed: 2026, numRuns: asked > 0 ? Math.min(asked, 60) : 8 },
    );
  });
});

describe("a total that is not the sum of its parts", () => {
  it("is refused, and taken with all its parts", async () => {
    const { version } = (await at.coordinator.get(`/assessments/${at.own}/appraisal/2.4.2`)).body;
    const put = (inputs: Values) =>
      judge(at.coordinator, at.own, "2.4.2", version, { verdict: "adjusted", inputs, reason: "Cộng lại" });
    const wrong = await put({ a: "9", a1: "1", a2: "1", a3: "1", a4: "1" });
    expect(wrong.body).toMatchObject({ code: "value-unreadable", indicator: "2.4.2", input: "a" });
    expect((await put({ a: "4", a1: "1", a2: "1", a3: "1", a4: "1" })).status).toBe(200);
  });
});

describe("the facts of an assessment with its appraisals", () => {
  const unit = { id: "x", name: "x", group: null };
  const declared = [
    { code: "2.1.3", input: "a", value: "22" },
    { code: "2.1.3", input: "b", value: "23" },
  ];
  const score = (...judgements: Parameters<typeof appraisedFacts>[3]) => {
    const { nodes } = scoreUnit(set, appraisedFacts(set, unit, declared, judgements));
    const node = set.nodeOf.get("2.1.3") ?? -1;
    return { points: formatExact(nodes[node]?.score ?? exact.ZERO), status: nodes[node]?.status };
  };
  const nothing = { inputs: null, points: null };

  it("take a value away that an appraiser does not accept", () => {
    const judgement = { code: "2.1.3", verdict: "adjusted" as const, inputs: { b: null }, points: null };
    expect(score(judgement)).toEqual({ points: "0", status: "missing" });
  });

  it("are the declared ones where somebody agreed, or took a judgement back", () => {
    for (const verdict of ["agreed", null] as const)
      expect(score({ code: "2.1.3", verdict, ...nothing })).toEqual({ points: "9.56", status: "scored" });
  });

  it("take the profile's facts too", () => {
    const judgement = {
      code: "profile",
      verdict: "adjusted" as const,
      inputs: { civil_servants: "16" },
      points: null,
    };
    const { profile } = set;
    const slot = profile.find(({ id }) => id === "civil_servants")?.slot ?? -1;
    const facts = appraisedFacts(set, unit, declared, [judgement]);
    expect(formatExact(facts.values[slot] ?? exact.ZERO)).toBe("16");
  });
});
