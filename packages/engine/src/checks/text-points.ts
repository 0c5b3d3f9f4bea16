/** Points and shares that the rule's text states, against the rule. */
import { type Message, message } from "../message.js";
import { divide, equal, multiply, ONE, type Rational } from "../numbers/rational.js";
import { exactOf, type RulePlace, rulesOf, type Worth, worthsOf } from "./rule-walk.js";
import type { Draft, Entry, SetCheck } from "./subject.js";
import { pointsIn, type Statement, sharesIn, speaksOfPoints, statementFor } from "./text-reading.js";
import { en, listed, plain, share, vi } from "./write.js";

/** Options first, each against its own line; where they agree, the shares and points of the text as a whole. */
export const textPoints: SetCheck = (subject) =>
  subject.entries.flatMap((entry) => {
    const { text, rule } = entry.source;
    if (text === undefined || !rule || "manual" in rule || !speaksOfPoints(text)) return [];
    const places = rulesOf(entry);
    const worths = places.flatMap(worthsOf);
    const options = optionsAgainstText(entry, worths, text);
    if (options.length > 0) return options;
    return [
      ...sharesAgainstText(entry, worths, places, text),
      ...pointsAgainstText(entry, worths, places, text),
    ];
  });

/** Options whose line in the text gives something else. */
function optionsAgainstText(entry: Entry, worths: readonly Worth[], text: string): Draft[] {
  const { code } = entry.node;
  const whole = exactOf(entry.source.max) ?? ONE;
  return worths.flatMap((worth): Draft[] => {
    if (worth.kind !== "option" || worth.label === undefined) return [];
    // Where two options read alike, which line is whose cannot be said.
    if (worths.filter(({ label }) => label === worth.label).length > 1) return [];
    const stated = statementFor(worth.label, text);
    if (!stated || meansSame(stated, worth, whole)) return [];
    const [inText, inRule] = [stating(stated), giving(worth, whole, entry)];
    return [
      {
        code: "text-max-mismatch",
        at: code,
        path: worth.path,
        message: message(
          `Chỉ số ${code}: với phương án "${worth.label}", lời văn cho ${inText.vi} nhưng quy tắc cho ${inRule.vi}. Sửa quy tắc theo lời văn.`,
          `Indicator ${code}: for option "${worth.label}" the text gives ${inText.en} but the rule ${inRule.en}. Mend the rule after the text.`,
        ),
        expected: "points" in stated ? plain(stated.points, false) : share(stated.share),
        found: "points" in stated ? plain(worth.points, false) : share(divide(worth.points, whole)),
      },
    ];
  });
}

/** A text's share may be of the indicator or of the part that holds the option. */
function meansSame(stated: Statement, worth: Worth, whole: Rational): boolean {
  if ("points" in stated) return equal(stated.points, worth.points);
  return (
    equal(worth.points, multiply(stated.share, whole)) ||
    equal(worth.points, multiply(stated.share, worth.max))
  );
}

function stating(stated: Statement): Message {
  if ("points" in stated) return message(`${vi(stated.points)} điểm`, `${en(stated.points)} points`);
  if (stated.share.n === 0n) return message("0 điểm", "0 points");
  return equal(stated.share, ONE)
    ? message("điểm tối đa", "the maximum")
    : message(`${share(stated.share)} điểm tối đa`, `${share(stated.share)} of the maximum`);
}

function giving(worth: Worth, whole: Rational, entry: Entry): Message {
  if (worth.points.n === 0n) return message("0 điểm", "0 points");
  const part = share(divide(worth.points, whole));
  if (entry.source.max === undefined) return message(`${part} điểm tối đa`, `${part} of the maximum`);
  return message(
    `${vi(worth.points)} điểm (${part} điểm tối đa)`,
    `${en(worth.points)} points (${part} of the maximum)`,
  );
}

/** Shares of the text that are nowhere in the rule, and shares of the rule that a text in shares does not state. */
function sharesAgainstText(
  entry: Entry,
  worths: readonly Worth[],
  places: readonly RulePlace[],
  text: string,
): Draft[] {
  const whole = exactOf(entry.source.max) ?? ONE;
  const stated = sharesIn(text).filter(isPartial);
  const points = entry.source.max === undefined ? [] : pointsIn(text);
  const known = [
    ...worths.flatMap((worth) => sharesOf(worth, whole)),
    ...[...itemPoints(places), ...exceptionPoints(entry)].map((each) => divide(each, whole)),
  ];
  const notInRule = unique(stated.filter((each) => !known.some((other) => equal(each, other))));
  const notInText = worths.filter(
    (worth) =>
      stated.length > 0 &&
      isPartial(divide(worth.points, whole)) &&
      !sharesOf(worth, whole).some((each) => stated.some((other) => equal(each, other))) &&
      !points.some((each) => equal(each, worth.points)),
  );
  if (notInRule.length === 0 && notInText.length === 0) return [];
  const { code } = entry.node;
  const missing = notInRule.map(share);
  const added = unique(notInText.map(({ points: each }) => divide(each, whole))).map(share);
  return [
    {
      code: "text-max-mismatch",
      at: code,
      path: notInText[0]?.path ?? [...entry.path, "rule"],
      message: message(
        `Chỉ số ${code}: ${both(missing, added, "vi")}. Sửa quy tắc theo lời văn.`,
        `Indicator ${code}: ${both(missing, added, "en")}. Mend the rule after the text.`,
      ),
      expected: missing.length > 0 ? missing.join(", ") : stated.map(share).join(", "),
      found: added.join(", "),
    },
  ];
}

function both(missing: readonly string[], added: readonly string[], language: "vi" | "en"): string {
  const vietnamese = language === "vi";
  const parts: string[] = [];
  if (missing.length > 0)
    parts.push(
      vietnamese
        ? `lời văn ghi ${listed(missing, "vi")} điểm tối đa nhưng quy tắc không có`
        : `the text states ${listed(missing, "en")} of the maximum, which the rule does not give`,
    );
  if (added.length > 0)
    parts.push(
      vietnamese
        ? `quy tắc cho ${listed(added, "vi")} điểm tối đa nhưng lời văn không ghi`
        : `the rule gives ${listed(added, "en")} of the maximum, which the text does not state`,
    );
  return parts.join("; ");
}

/** Points of the text that are nowhere in the rule: a maximum, or the points of an option, a part or an item. */
function pointsAgainstText(
  entry: Entry,
  worths: readonly Worth[],
  places: readonly RulePlace[],
  text: string,
): Draft[] {
  const max = exactOf(entry.source.max);
  if (!max) return [];
  const known = [
    max,
    ...worths.map(({ points }) => points),
    ...itemPoints(places),
    ...exceptionPoints(entry),
  ];
  const foreign = unique(
    pointsIn(text).filter((each) => each.n !== 0n && !known.some((other) => equal(each, other))),
  );
  if (foreign.length === 0) return [];
  const { code } = entry.node;
  return [
    {
      code: "text-max-mismatch",
      at: code,
      path: [...entry.path, "max"],
      message: message(
        `Chỉ số ${code}: lời văn ghi ${listed(foreign.map(vi), "vi")} điểm, nhưng điểm tối đa là ${vi(max)} và quy tắc không cho số điểm đó. Sửa max hoặc quy tắc theo lời văn.`,
        `Indicator ${code}: the text states ${listed(foreign.map(en), "en")} points, but the maximum is ${en(max)} and the rule does not give them. Mend max or the rule after the text.`,
      ),
      expected: foreign.map((each) => plain(each, false)).join(", "),
      found: plain(max, false),
    },
  ];
}

function sharesOf(worth: Worth, whole: Rational): Rational[] {
  return [divide(worth.points, whole), ...(worth.max.n === 0n ? [] : [divide(worth.points, worth.max)])];
}

function itemPoints(places: readonly RulePlace[]): Rational[] {
  return places.flatMap(({ rule }) =>
    "per_item" in rule
      ? [exactOf(rule.per_item.points), exactOf(rule.per_item.cap)].filter((each) => each !== undefined)
      : [],
  );
}

function exceptionPoints(entry: Entry): Rational[] {
  return entry.node.exceptions.flatMap(({ gives }) => (gives.kind === "points" ? [gives.points] : []));
}

function isPartial(value: Rational): boolean {
  return value.n !== 0n && !equal(value, ONE);
}

function unique(values: readonly Rational[]): Rational[] {
  return values.filter((value, index) => values.findIndex((other) => equal(other, value)) === index);
}
