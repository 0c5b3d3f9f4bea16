/** Texts in cells that ask for numbers, as they are pasted there: a form in which each text stands in a cell of every kind. */
import { exact } from "@opendti/engine";
import { type AssessmentForm, readAssessmentWorkbook } from "../../src/index.js";
import { formOf, setOf } from "./shipped.js";
import { type Shown, scored } from "./shown-scores.js";

const KINDS = ["count", "money", "number", "percent"] as const;
type Kind = (typeof KINDS)[number];

/** What each kind takes for a number where its cell holds the text. */
const PLAIN: readonly (readonly [string, readonly Kind[]])[] = [
  ["22", ["count", "money", "number"]],
  [" 7 ", ["count", "money", "number"]],
  ["0", ["count", "money", "number", "percent"]],
  ["3,5", ["money", "number"]],
  ["3.5", ["money", "number"]],
  ["0,125", ["money", "number", "percent"]],
  ["0.125", ["money", "number", "percent"]],
  ["1234,567", ["money", "number"]],
  ["51.125.000", ["count", "money", "number"]],
  ["1.250.000,5", ["money", "number"]],
  ["1.250,25", ["money", "number"]],
  ["80%", ["percent"]],
  ["12,5 %", ["percent"]],
  ["95,652%", ["percent"]],
];

/** Texts that are two numbers, none, or more than a spreadsheet is asked to read: no points, or those of the upload. */
const DOUBTFUL = [
  ...[
    "1.250",
    "1,250",
    "1.25.000",
    "51,125,000",
    "12 000",
    "1e5",
    "5-6",
    "1/2",
    "3,5,",
    "-4",
    "0 5",
    ",5",
    "5.",
  ],
  ...[
    "007",
    "80",
    "1.2.3",
    "$5",
    "12:30",
    "1,250.5",
    "9999999999999999",
    "1234.567,8",
    "12.34",
    "%",
    "5%%",
    "mười",
  ],
  ...["1.250.0000", "1250.000,5", "01,5", "0.10000000000000000001"],
];

interface Place {
  readonly code: string;
  readonly text: string;
  readonly kind: Kind;
  readonly plain: boolean;
}

/** Every text in a cell of every kind. */
export const places: readonly Place[] = [...PLAIN, ...DOUBTFUL.map((text) => [text, []] as const)]
  .flatMap(([text, kinds]) => KINDS.map((kind) => ({ text, kind, plain: kinds.includes(kind) })))
  .map((place, at) => ({ ...place, code: `1.${at + 1}` }));

/** What of a value is the share of the points: small numbers and great ones have to show in two digits. */
const SHARES: Readonly<Record<Kind, string>> = {
  count: "value/100000000",
  money: "value/100000000",
  number: "value/5000",
  percent: "value",
};

const set = setOf(
  JSON.stringify({
    opendti: 1,
    id: "moi-cach-viet-so",
    version: 1,
    status: "draft",
    title: "Mọi cách viết số",
    legal_basis: [{ issuer: "Ủy ban", title: "Quyết định" }],
    years: { from: 2022 },
    applies_to: ["so-nganh"],
    rounding: { score: { digits: 2, mode: "half-even" }, ratio: "exact", sum: "rounded" },
    indicators: [
      {
        code: "1",
        title: "Một",
        children: places.map(({ code, kind, text }) => ({
          code,
          title: `${text} (${kind})`,
          max: 5000,
          inputs: [{ id: "value", label: kind, kind }],
          rule: { proportional: { of: SHARES[kind] } },
        })),
      },
    ],
  }),
);

export const numbersForm: AssessmentForm = formOf(set);

interface Compared {
  readonly text: string;
  readonly kind: Kind;
  readonly points: unknown;
}

/** Where a spreadsheet shows other points than the upload gives, and where it shows none though the text is plainly a number. */
export async function strayPoints(
  saved: Uint8Array,
  shown: ReadonlyMap<string, Shown>,
): Promise<{ wrong: Compared[]; unread: Compared[] }> {
  const { fields } = await readAssessmentWorkbook(saved, numbersForm);
  const { nodes } = scored(set, fields);
  const wrong: Compared[] = [];
  const unread: Compared[] = [];
  for (const { code, text, kind, plain } of places) {
    const points = shown.get(code)?.points;
    const own = nodes[set.nodeOf.get(code) ?? -1];
    const read = fields.find((field) => field.code === code)?.value;
    if (points === "") {
      if (plain) unread.push({ text, kind, points });
    } else if (read === null || own === undefined || points !== exact.toNumber(own.score))
      wrong.push({ text, kind, points });
  }
  return { wrong, unread };
}
