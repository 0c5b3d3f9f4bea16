/**
 * Sets and data for properties. Numbers are small and tables short so that what matters is frequent: ties, thresholds met
 * exactly, halves at the last digit, 0/0, missing facts; a few are huge, fine or negative.
 */
import { type SetSource, setSchema, type UnitData } from "@opendti/engine";
import fc from "fast-check";
import type { AppraisedUnit } from "./evaluate.js";
import { type Fraction, order, read, times } from "./fraction.js";

type Indicator = SetSource["indicators"][number];
type Rule = NonNullable<Indicator["rule"]>;
type Worth = { share: string } | { points: string };

export interface Given {
  readonly set: SetSource;
  readonly units: readonly AppraisedUnit[];
}

export interface SetOptions {
  /** Nothing gives more than its maximum: shares only, parts within their whole, no caps and bonuses. */
  readonly withinMax?: boolean;
}

/** Mostly there: absent once in so many. */
const some = <T>(arbitrary: fc.Arbitrary<T>, absentOnceIn = 2): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: absentOnceIn - 1 });
/** One in so many; fast-check likes the ends of a range, so it is not drawn from one. */
const rarely = (oneIn: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

// ---- Expressions over the facts that every indicator declares: a b c (numbers), p1 p2 p3 e1 e2 (yes/no), k (choice),
// s (choices); and of the profile: staff, budget, flag.

const amounts = ["a", "b", "c", "staff", "budget"] as const;
const amount = fc.constantFrom(...amounts);
const constant = fc.constantFrom("0", "1", "2", "3", "4", "10", "0.5", "80%", "12.5%", "1000");

/** The ratios that decisions are made of, and what else the language allows. */
const usual = fc.constantFrom(
  "a/b",
  "a/b",
  "a/b",
  "(a+b)/c",
  "a/(b+c)",
  "(b+c)/a",
  "(a+b)/(b+c)",
  "(a+1)/(b+1)",
  "a",
  "a+b",
  "a/4",
  "2*a/b",
  "a*80%/b",
  "a/(b/2)",
  "a/b*2",
  "a/b/c",
  "(a/2+b/3)/c",
  "a-b",
  "(a-b)/c",
  "1-a/b",
  "a*b",
  "-a/b",
  "a/staff",
  "staff/budget",
  "min(a,b)/max(b,c)",
  "sum(a,b,c)/staff",
  "count(p1,p2,p3)",
  "count(p1,p2,p3)/3",
  "count(a,b,c,p1)/a",
  "count(s)",
  "count(s)/a",
  "count(a > b, p1, not p2)",
  "a/0",
);

const number: fc.Arbitrary<string> = fc.letrec<{ number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 2 },
    { weight: 3, arbitrary: amount },
    { weight: 1, arbitrary: constant },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie("number"), fc.constantFrom("+", "-", "*", "/", "/"), tie("number"), fc.boolean())
        .map(([left, operator, right, inBrackets]) =>
          inBrackets ? `(${left} ${operator} ${right})` : `${left}${operator}${right}`,
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("min", "max", "sum"), fc.array(tie("number"), { minLength: 1, maxLength: 3 }))
        .map(([name, of]) => `${name}(${of.join(", ")})`),
    },
    { weight: 1, arbitrary: tie("number").map((of) => `-(${of})`) },
  ),
})).number;

const measure = fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: number.filter(hasName) });

/** Whether it reads a fact: a formula of constants alone says nothing about a unit. */
function hasName(expression: string): boolean {
  return amounts.some((name) => expression.includes(name));
}

const condition: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2 },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        "e1",
        "e2",
        "p1",
        "flag",
        "a = 0",
        "b = 0",
        "c = 0",
        "staff = 0",
        "e1 and b = 0",
        "k = 2",
        "a > b",
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          measure,
          fc.constantFrom("=", "!=", ">", ">=", "<", "<="),
          fc.constantFrom("0", "1", "50%", "1/3", "2", "0.125", "2.5"),
        )
        .map((each) => each.join(" ")),
    },
    { weight: 1, arbitrary: tie("condition").map((of) => `not (${of})`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie("condition"), fc.constantFrom("and", "or"), tie("condition"))
        .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
    },
  ),
})).condition;

// ---- Rules

const maximum = fc.constantFrom("10", "10", "5", "20", "7.5", "0.25", "3", "100", "1/3", "12.345", "1000");
const share = fc.constantFrom("1", "1/2", "0", "70%", "0.3", "1/3", "0.125", "85.5%");
const points = fc.constantFrom("1", "0", "2.5", "0.05", "5", "7.125", "1/3");
const threshold = fc.constantFrom(
  "0",
  "1",
  "50%",
  "80%",
  "10%",
  "0.25",
  "1/3",
  "2/3",
  "2",
  "0.5",
  "5",
  "-1",
  "0.0625",
);

/** Labels are the same in all lists of options of an indicator, which share their input. */
const optionLabels = ["Đã ban hành", "Đang xây dựng", "Chưa ban hành"] as const;

function rules({ withinMax = false }: SetOptions): fc.Arbitrary<Rule> {
  const worth: fc.Arbitrary<Worth> = withinMax
    ? share.map((each) => ({ share: each }))
    : fc.oneof(
        share.map((each) => ({ share: each })),
        points.map((each) => ({ points: each })),
      );
  const three = fc.tuple(worth, worth, worth);
  const edges = fc.oneof(
    { weight: 4, arbitrary: fc.record({ ge: threshold }) },
    { weight: 2, arbitrary: fc.record({ gt: threshold }) },
    { weight: 1, arbitrary: fc.record({ le: threshold }) },
    { weight: 1, arbitrary: fc.record({ lt: threshold }) },
    { weight: 1, arbitrary: fc.record({ ge: threshold, lt: threshold }) },
    { weight: 1, arbitrary: fc.record({ gt: threshold, le: threshold }) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
  const chosen = fc.oneof(
    fc.tuple(fc.constantFrom(undefined, "k"), three).map(([of, options]) => ({
      choice: { of, options: options.map((each, place) => ({ label: optionLabels[place] ?? "", ...each })) },
    })),
    fc.constantFrom("p1", "p2").map((of) => ({ choice: { of } })),
    fc.tuple(worth, worth).map((options) => ({
      choice: {
        of: "p3",
        options: options.map((each, place) => ({ label: place === 0 ? "Có" : "Không", ...each })),
      },
    })),
  );
  const proportional = fc
    .record({ of: measure, full_at: some(fc.constantFrom("80%", "0.25%", "1/3", "1", "2.5", "50%")) })
    .map((body) => ({ proportional: body }));
  const perItem = fc
    .record({
      of: measure,
      points: fc.constantFrom("1", "0.5", "2", "1/3", "0.125"),
      cap: withinMax ? fc.constant(undefined) : some(fc.constantFrom("10", "2.5", "1/3", "4")),
    })
    .map((body) => ({ per_item: body }));
  const bands = fc
    .record({ of: measure, steps: fc.array(fc.tuple(edges, worth), { minLength: 1, maxLength: 4 }) })
    .map(({ of, steps }) => ({ bands: { of, steps: steps.map(([edge, each]) => ({ ...edge, ...each })) } }));
  const simple: fc.Arbitrary<Rule> = fc.oneof(
    { weight: 3, arbitrary: proportional },
    { weight: 2, arbitrary: chosen },
    { weight: 2, arbitrary: bands },
    { weight: 1, arbitrary: perItem },
    { weight: 1, arbitrary: fc.constant({ manual: {} }) },
  );

  const nested = (depth: number): fc.Arbitrary<Rule> => {
    if (depth === 0) return simple;
    const inner = nested(depth - 1);
    const several = fc.array(inner, { minLength: 1, maxLength: 3 });
    const parts: fc.Arbitrary<Rule> = withinMax
      ? several.map((of) => ({ parts: of.map((rule) => ({ share: `1/${of.length}`, rule })) }))
      : fc
          .array(
            fc.tuple(
              worth.filter((each) => !Object.values(each).includes("0")),
              inner,
            ),
            { minLength: 1, maxLength: 3 },
          )
          .map((of) => ({ parts: of.map(([each, rule]) => ({ ...each, rule })) }));
    const relative = fc
      .record({
        of: measure,
        to: fc.constantFrom("best" as const, "best" as const, "range" as const),
        better: fc.constantFrom(undefined, "higher" as const, "lower" as const),
        provisional: some(inner.filter((rule) => !("relative" in rule))),
      })
      .map((body) => ({ relative: body }));
    const bandsOfRules = fc
      .record({
        of: measure,
        steps: fc.array(
          fc.tuple(
            edges,
            fc.oneof(
              worth,
              inner.map((rule) => ({ rule })),
            ),
          ),
          { minLength: 1, maxLength: 3 },
        ),
      })
      .map(({ of, steps }) => ({
        bands: { of, steps: steps.map(([edge, each]) => ({ ...edge, ...each })) },
      }));
    return fc.oneof(
      { weight: 6, arbitrary: simple },
      { weight: 2, arbitrary: parts },
      { weight: 1, arbitrary: several.map((of) => ({ best_of: of.map((rule) => ({ rule })) })) },
      { weight: 2, arbitrary: relative },
      { weight: 1, arbitrary: bandsOfRules },
    );
  };
  return nested(2);
}

// ---- Indicators

type Draft = Omit<Indicator, "code" | "children"> & { children?: Draft[] };

const kinds = fc.constantFrom(
  "count" as const,
  "count" as const,
  "number" as const,
  "money" as const,
  "percent" as const,
);

function leaves(options: SetOptions): fc.Arbitrary<Draft> {
  const { withinMax = false } = options;
  const gives = withinMax
    ? fc.constantFrom("full" as const, "zero" as const, "excluded" as const, { share: "1/3" })
    : fc.constantFrom(
        "full" as const,
        "zero" as const,
        "excluded" as const,
        { share: "1/3" },
        { points: "2.345" },
      );
  const exception = fc.record({
    when: condition,
    gives,
    sentence: fc.constant("Câu của văn bản"),
    basis: fc.constantFrom("decision" as const, "claim" as const),
  });
  return fc
    .record({
      max: maximum,
      rule: rules(options),
      inputs: fc.tuple(kinds, kinds, kinds),
      exceptions: some(fc.array(exception, { minLength: 1, maxLength: 2 }), 2),
      not_applicable: fc.constantFrom(
        undefined,
        "full" as const,
        "zero" as const,
        "excluded" as const,
        "excluded" as const,
      ),
      bonus: withinMax ? fc.constant(false) : rarely(8),
      scored: rarely(15),
      condition: fc.oneof(
        { weight: 15, arbitrary: fc.constant(undefined) },
        {
          weight: 1,
          arbitrary: fc.record({
            of: condition,
            unmet: fc.constantFrom("flag" as const, "unranked" as const),
          }),
        },
      ),
    })
    .map(({ inputs: [a, b, c], max, rule, exceptions, scored, not_applicable, bonus, condition: must }) => {
      const all = [
        { id: "a", label: "a", kind: a },
        { id: "b", label: "b", kind: b },
        { id: "c", label: "c", kind: c },
        ...["p1", "p2", "p3", "e1", "e2"].map((id) => ({ id, label: id, kind: "yes_no" as const })),
        { id: "k", label: "k", kind: "choice" as const, options: optionLabels.map((label) => ({ label })) },
        { id: "s", label: "s", kind: "choices" as const, options: optionLabels.map((label) => ({ label })) },
      ];
      const declaring = (body: Omit<Draft, "title">, title: string): Draft => {
        const text = JSON.stringify(body);
        return { title, inputs: all.filter(({ id }) => new RegExp(`\\b${id}\\b`).test(text)), ...body };
      };
      if (must) return declaring({ condition: must }, "Điều kiện");
      if (scored) return declaring({ scored: false, not_applicable, exceptions }, "Không chấm điểm");
      return declaring({ max, rule, exceptions, not_applicable, bonus }, "Chỉ số");
    });
}

function indicators(options: SetOptions, depth: number): fc.Arbitrary<Draft> {
  const leaf = leaves(options);
  if (depth === 0) return leaf;
  const parent = fc
    .record({
      children: fc.array(indicators(options, depth - 1), { minLength: 1, maxLength: 3 }),
      max: options.withinMax ? fc.constant(undefined) : some(maximum),
      bonus: options.withinMax ? fc.constant(false) : rarely(8),
      scored: rarely(15).map((not) => (not ? false : undefined)),
    })
    .map((each) => ({ title: "Nhóm", ...each }));
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: parent });
}

function numbered(drafts: readonly Draft[], above: string): Indicator[] {
  return drafts.map(({ children, ...draft }, place) => {
    const code = `${above}${place + 1}`;
    return { code, ...draft, ...(children && { children: numbered(children, `${code}.`) }) };
  });
}

const mode = fc.constantFrom("half-even" as const, "half-up" as const);

function sets(options: SetOptions = {}): fc.Arbitrary<SetSource> {
  return fc
    .record({
      indicators: fc.array(indicators(options, 2), { minLength: 1, maxLength: 4 }),
      ratio: fc.oneof(
        { weight: 1, arbitrary: fc.constant("exact" as const) },
        { weight: 2, arbitrary: fc.record({ digits: fc.nat(4), mode }) },
      ),
      score: fc.record({ digits: fc.nat(3), mode }),
      sum: fc.constantFrom("rounded" as const, "exact" as const),
      rankOn: fc.constantFrom("rounded" as const, "exact" as const),
      tieBreak: fc.boolean(),
      levels: fc.constantFrom("total" as const, "weaker_group" as const),
    })
    .map(({ indicators: drafts, ratio, score, sum, rankOn, tieBreak, levels }) =>
      setSchema.parse({
        opendti: 1,
        id: "sinh-ngau-nhien",
        version: 1,
        status: "draft",
        title: "Bộ chỉ số sinh ngẫu nhiên",
        legal_basis: [{ issuer: "fast-check", title: "Sinh ngẫu nhiên" }],
        years: { from: 2022 },
        applies_to: ["so-nganh"],
        rounding: { ratio, score, sum },
        ranking: { on: rankOn, ...(tieBreak && { tie_break: ["1"] }) },
        groups: [{ key: "tat-ca", title: "Tất cả", pillars: drafts.map((_, place) => String(place + 1)) }],
        levels: {
          by: levels,
          steps: [
            { key: "tot", label: "Tốt", ge: "70%" },
            { key: "kha", label: "Khá", ge: "1/3" },
          ],
        },
        profile: [
          { id: "staff", label: "Số công chức", kind: "count" },
          { id: "budget", label: "Tổng chi", kind: "money" },
          { id: "flag", label: "Có trang thông tin", kind: "yes_no" },
        ],
        indicators: numbered(drafts, ""),
      }),
    );
}

// ---- Data

/** A decimal as text: mostly a small whole number, often one that divides nicely, sometimes fine, huge or negative. */
const cell: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: fc.nat(8).map(String) },
  { weight: 4, arbitrary: fc.constantFrom("16", "20", "25", "40", "80", "200", "1000") },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(99_999), fc.integer({ min: 1, max: 3 }))
      .map(([n, digits]) => decimal(n, digits)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(2_000_000_000), fc.integer({ min: 4, max: 9 }))
      .map(([n, digits]) => decimal(n, digits)),
  },
  { weight: 1, arbitrary: fc.bigInt(0n, 10n ** 19n).map(String) },
  // Large and close together: a small range of large numbers.
  { weight: 1, arbitrary: fc.nat(2_000_000).map((n) => String(4_000_000_000 + n)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "9007199254740993",
      "9007199254740992",
      "2251799813685248",
      "2251799813685249.5",
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.nat(9_999), fc.nat(3)).map(([n, digits]) => `-${decimal(n, digits)}`) },
);

function decimal(n: number, digits: number): string {
  const text = String(n).padStart(digits + 1, "0");
  if (digits === 0) return text;
  // 1.250 would be asked about: is it one and a quarter, or a thousand?
  return `${text.slice(0, -digits)}.${text.slice(-digits)}${digits === 3 ? "0" : ""}`;
}

const yesNo = fc.constantFrom(true, false, "yes", "no", "có", "không");
const option = fc.constantFrom(1, 2, 3, "1", ...optionLabels);

const leafAnswer = fc.record({
  notApplicable: rarely(8),
  a: some(cell, 12),
  b: some(cell, 12),
  c: some(cell, 12),
  p1: some(yesNo, 6),
  p2: some(yesNo, 6),
  p3: some(yesNo, 6),
  e1: some(yesNo, 2),
  e2: some(yesNo, 2),
  k: some(option, 8),
  choice: some(option, 8),
  s: some(fc.subarray([1, 2, 3]), 8),
  points: some(cell, 8),
  /** The share of the maximum that an appraiser gives in place of the rule's points. */
  given: fc.option(fc.constantFrom("1", "0", "1/2", "1/3", "0.125", "0.3333"), { nil: undefined, freq: 1 }),
});

type LeafAnswer = typeof leafAnswer extends fc.Arbitrary<infer T> ? T : never;

const unitAnswers = fc.record({
  group: fc.constantFrom("A", "A", "B", "C"),
  staff: some(cell, 12),
  budget: some(cell, 12),
  flag: some(yesNo, 6),
  answers: fc.array(leafAnswer, { minLength: 1, maxLength: 6 }),
  /** The same answers as the unit before: a tie. */
  repeats: rarely(5),
  appraised: fc.boolean(),
});

/** A number in the shape that the kind of its input accepts. */
function suited(text: string, kind: string): string {
  if (kind === "number") return text;
  const positive = text.replace("-", "");
  return kind === "count" ? positive.replace(/\..*/, "") : positive;
}

function answersFor(set: SetSource, given: readonly LeafAnswer[]): UnitData["answers"] {
  const answers: Record<string, Record<string, unknown> | string> = {};
  let place = 0;
  const visit = (indicator: Indicator): void => {
    indicator.children?.forEach(visit);
    const answer = given[place++ % given.length];
    if (indicator.children || !answer) return;
    const { notApplicable, points: manual, choice, given: _, ...drawn } = answer;
    if (notApplicable && indicator.not_applicable) {
      answers[indicator.code] = "NA";
      return;
    }
    const cells: Record<string, unknown> = {};
    for (const { id, kind } of indicator.inputs ?? []) {
      const drawnCell: unknown = id in drawn ? drawn[id as keyof typeof drawn] : undefined;
      cells[id] =
        ["a", "b", "c"].includes(id) && typeof drawnCell === "string" ? suited(drawnCell, kind) : drawnCell;
    }
    const text = JSON.stringify(indicator.rule ?? {});
    if (text.includes('"manual"') && manual !== undefined)
      cells["points"] = atMost(suited(manual, "money"), read(indicator.max ?? 0));
    if (text.includes('"choice":{"options"')) cells["choice"] = choice;
    answers[indicator.code] = Object.fromEntries(
      Object.entries(cells).filter(([, value]) => value !== undefined),
    );
  };
  set.indicators.forEach(visit);
  return answers;
}

/** Points given in place of a rule's: to scored indicators without children, within their maximum. */
function givenFor(set: SetSource, drawn: readonly LeafAnswer[]): Map<string, Fraction> {
  const given = new Map<string, Fraction>();
  let place = 0;
  const visit = (indicator: Indicator): void => {
    if (indicator.scored === false || indicator.condition) return;
    indicator.children?.forEach(visit);
    const share = drawn[place++ % drawn.length]?.given;
    if (share === undefined || indicator.children) return;
    given.set(indicator.code, times(read(share), read(indicator.max ?? 0)));
  };
  set.indicators.forEach(visit);
  return given;
}

/** Points that an appraiser may give: none above the maximum. */
function atMost(text: string, max: Fraction): string {
  return order(read(text), max) > 0 ? "0.2" : text;
}

/** A set with 1 to 12 units of 1 to 3 groups; in some campaigns a person gave points to some units. */
export function givens(options: SetOptions = {}): fc.Arbitrary<Given> {
  return fc
    .tuple(sets(options), fc.array(unitAnswers, { minLength: 1, maxLength: 12 }), rarely(3))
    .map(([set, drawn, someGiven]) => {
      const units: AppraisedUnit[] = [];
      for (const [place, { group, staff, budget, flag, answers, repeats, appraised }] of drawn.entries()) {
        const before = units.at(-1);
        const profile = {
          staff: staff && suited(staff, "count"),
          budget: budget && suited(budget, "money"),
          flag,
        };
        units.push(
          repeats && before
            ? { ...before, unit: `u${place}` }
            : {
                unit: `u${place}`,
                group,
                profile,
                answers: answersFor(set, answers),
                ...(someGiven && appraised && { given: givenFor(set, answers) }),
              },
        );
      }
      return { set, units };
    });
}
