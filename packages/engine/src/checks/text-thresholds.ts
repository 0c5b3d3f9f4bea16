/** Thresholds of the rule's text against the rule's. */
import { parseExpression } from "../expression/parse.js";
import { type Message, message } from "../message.js";
import { equal, ONE, type Rational } from "../numbers/rational.js";
import type { StepSource } from "../set/schema.js";
import { exactOf, measuresOf, type RulePlace, rulesOf } from "./rule-walk.js";
import type { Draft, Entry, SetCheck } from "./subject.js";
import { type Comparator, speaksOfPoints, type Threshold, thresholdsIn } from "./text-reading.js";
import { edge, listed, plain } from "./write.js";

interface RuleEdge {
  readonly value: Rational;
  readonly percent: boolean;
  /** Undefined where only the number matters, as with `full_at`. */
  readonly side: "ge" | "gt" | "le" | "lt" | undefined;
}

/** Signs of the text that an edge of the rule agrees with: `≥ 80%` is also the other side of `< 80%`. */
const AGREES: Readonly<Record<"ge" | "gt" | "le" | "lt", readonly Comparator[]>> = {
  ge: ["ge", "lt", "eq", "any"],
  gt: ["gt", "le", "any"],
  le: ["le", "gt", "eq", "any"],
  lt: ["lt", "ge", "eq", "any"],
};

export const textThresholds: SetCheck = (subject) =>
  subject.entries.flatMap((entry): Draft[] => {
    const { text, rule } = entry.source;
    if (text === undefined || !rule || !speaksOfPoints(text)) return [];
    const places = rulesOf(entry);
    if (!places.some(({ rule: each }) => "bands" in each || "proportional" in each)) return [];
    const edges = places.flatMap((place) => edgesOf(place, entry));
    const stated = thresholdsIn(text);
    // Plain numbers are asked for only where the rule's edges are plain numbers too.
    const asked = stated.filter(
      ({ percent, certain }) => certain && (percent || edges.some((each) => !each.percent)),
    );
    const missing = asked.filter((each) => !isWhole(each) && !edges.some((other) => isSame(other, each)));
    const added = edges.filter((each) => !isWhole(each) && !stated.some((other) => isSame(each, other)));
    const turned = edges.filter((each) => isTurned(each, stated));
    if (missing.length + added.length + turned.length === 0) return [];
    return [finding(entry, missing, added, turned)];
  });

/** 100% as a plain limit: a rule without `full_at` has it, and a text need not say so. */
function isWhole({ value, percent }: { value: Rational; percent: boolean }): boolean {
  return percent && equal(value, ONE);
}

/** Whether a number of the text can be an edge of the rule: 80% is 0.8, or 80 where the rule counts in hundredths. */
function isSame(each: RuleEdge, { value, percent, otherwise }: Threshold): boolean {
  if (each.percent || !percent) return equal(each.value, value) || isOther(each, percent, otherwise);
  return isOther(each, percent, otherwise);
}

function isOther(each: RuleEdge, percent: boolean, otherwise: Rational | undefined): boolean {
  return otherwise !== undefined && !(each.percent && percent) && equal(each.value, otherwise);
}

/** Whether the text has the number only with signs that contradict the edge. */
function isTurned(each: RuleEdge, stated: readonly Threshold[]): boolean {
  const same = stated.filter((other) => isSame(each, other));
  const { side } = each;
  return (
    side !== undefined && same.length > 0 && !same.some(({ comparator }) => AGREES[side].includes(comparator))
  );
}

function edgesOf({ rule }: RulePlace, entry: Entry): RuleEdge[] {
  if ("proportional" in rule) return [fullAt(rule.proportional, entry)];
  if (!("bands" in rule)) return [];
  const percent = measuresOf(rule).some((text) => isRatio(text, entry));
  return rule.bands.steps.flatMap((step) => stepEdges(step, percent));
}

function fullAt(
  body: { of: string | number; full_at?: string | number | undefined },
  entry: Entry,
): RuleEdge {
  const value = exactOf(body.full_at);
  return { value: value ?? ONE, percent: value === undefined || isRatio(body.of, entry), side: undefined };
}

function stepEdges(step: StepSource, percent: boolean): RuleEdge[] {
  return (["ge", "gt", "le", "lt"] as const).flatMap((side) => {
    const value = exactOf(step[side]);
    // An edge at 0 is the end of the scale, which no text writes.
    return value && value.n !== 0n ? [{ value, percent, side }] : [];
  });
}

function isRatio(text: string | number, entry: Entry): boolean {
  const expression = parseExpression(text);
  if (expression.kind === "name")
    return entry.node.inputs.find(({ id }) => id === expression.name)?.kind === "percent";
  return expression.kind === "arithmetic" && expression.operator === "/";
}

function finding(
  entry: Entry,
  missing: readonly Threshold[],
  added: readonly RuleEdge[],
  turned: readonly RuleEdge[],
): Draft {
  const { code } = entry.node;
  const parts: Message[] = [];
  const [inText, inRule] = [distinct(missing), distinct(added)];
  if (inText.length > 0)
    parts.push(
      message(
        `lời văn ghi ngưỡng ${shown(inText, "vi")} nhưng quy tắc không có`,
        `the text has the threshold ${shown(inText, "en")}, which the rule has not`,
      ),
    );
  if (inRule.length > 0)
    parts.push(
      message(
        `quy tắc có ngưỡng ${shown(inRule, "vi")} nhưng lời văn không ghi`,
        `the rule has the threshold ${shown(inRule, "en")}, which the text has not`,
      ),
    );
  if (turned.length > 0)
    parts.push(
      message(
        `tại ngưỡng ${shown(distinct(turned), "vi")}, dấu của quy tắc (${turned.map(({ side }) => side).join(", ")}) khác dấu của lời văn`,
        `at the threshold ${shown(distinct(turned), "en")} the rule's sign (${turned.map(({ side }) => side).join(", ")}) is not the text's`,
      ),
    );
  return {
    code: "text-threshold-mismatch",
    at: code,
    path: [...entry.path, "rule"],
    message: message(
      `Chỉ số ${code}: ${parts.map(({ vi }) => vi).join("; ")}. Sửa quy tắc theo lời văn.`,
      `Indicator ${code}: ${parts.map(({ en }) => en).join("; ")}. Mend the rule after the text.`,
    ),
    expected: forPrograms(inText),
    found: forPrograms(distinct([...added, ...turned])),
  };
}

interface Shown {
  readonly value: Rational;
  readonly percent: boolean;
}

function distinct(edges: readonly Shown[]): Shown[] {
  return edges.filter(
    (each, index) =>
      edges.findIndex((other) => other.percent === each.percent && equal(other.value, each.value)) === index,
  );
}

function shown(edges: readonly Shown[], language: "vi" | "en"): string {
  return listed(
    edges.map(({ value, percent }) => edge(value, percent, language)),
    language,
  );
}

function forPrograms(edges: readonly Shown[]): string {
  return edges.map(({ value, percent }) => plain(value, percent)).join(", ");
}
