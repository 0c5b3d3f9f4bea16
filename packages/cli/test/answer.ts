/** The JSON of `opendti score`, held against DESIGN.md section 5: every key that may be there, every kind of value. */

export interface Scored {
  readonly code: string;
  readonly score: string;
  readonly max: string;
  readonly status: string;
}

export interface Answer {
  readonly set: string;
  readonly version: number;
  readonly units: readonly {
    readonly unit: string;
    readonly group: string;
    readonly total: string;
    readonly max: string;
    readonly rank: number | null;
    readonly pillars: readonly Scored[];
    readonly indicators: readonly (Scored & { readonly why: string })[];
  }[];
  readonly findings: readonly {
    readonly unit: string;
    readonly severity: string;
    readonly code: string;
    readonly at: string;
  }[];
  readonly published?: readonly { readonly code: string }[];
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const decimal: Check = (value) => typeof value === "string" && /^-?\d+(\.\d*[1-9])?$/.test(value);
const whole: Check = (value) => Number.isInteger(value);
const status: Check = (value) =>
  ["scored", "missing", "undefined", "not_applicable", "pending"].includes(String(value));
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (shape: Shape): Check =>
  (value) =>
    Array.isArray(value) && value.every((each) => hold(each, shape));

/** A key with `?` may be absent; a key that is not here may not be there. */
type Shape = Readonly<Record<string, Check>>;

function hold(value: unknown, shape: Shape): boolean {
  if (typeof value !== "object" || value === null) throw new Error(`no object: ${JSON.stringify(value)}`);
  const given = new Map(Object.entries(value));
  for (const [name, check] of Object.entries(shape)) {
    const key = name.replace(/\?$/, "");
    const absent = !given.has(key);
    if (absent && !name.endsWith("?"))
      throw new Error(`"${key}" is missing in ${JSON.stringify(value).slice(0, 200)}`);
    if (!absent && !check(given.get(key))) throw new Error(`"${key}" is ${JSON.stringify(given.get(key))}`);
    given.delete(key);
  }
  if (given.size > 0) throw new Error(`unknown keys: ${[...given.keys()].join(", ")}`);
  return true;
}

const scored: Shape = { code: text, score: decimal, max: decimal, status };

/** The answer, or an error that names the first place where it departs from the design. */
export function readAnswer(json: string): Answer {
  const value: unknown = JSON.parse(json);
  hold(value, {
    set: text,
    version: whole,
    units: listOf({
      unit: text,
      "title?": text,
      group: text,
      total: decimal,
      max: decimal,
      rank: orNull(whole),
      "level?": text,
      pillars: listOf({ ...scored, title: text }),
      indicators: listOf({ ...scored, why: (why) => text(why) && why !== "" }),
      "conditions?": listOf({ code: text, holds: orNull((holds) => typeof holds === "boolean") }),
    }),
    findings: listOf({
      unit: text,
      severity: text,
      code: text,
      at: text,
      message: text,
      expected: orNull(text),
      found: orNull(text),
    }),
    "published?": listOf({ unit: text, code: text, score: orNull(decimal), published: text }),
  });
  return value as Answer;
}
