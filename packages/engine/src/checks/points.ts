/** What a rule can give, against what it is scored out of. */
import { message } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { add, compare, equal, type Rational, ZERO } from "../numbers/rational.js";
import type { Path } from "../rules/rule-kind.js";
import { mostOf, reachOfRule } from "./reach.js";
import { exactOf, type RulePlace, rulesOf, worthsOf } from "./rule-walk.js";
import type { Draft, Entry, SetCheck } from "./subject.js";
import { en, vi } from "./write.js";

/** Options, bands, caps and exceptions that give more than the maximum. */
export const pointsWithinMax: SetCheck = (subject) =>
  subject.entries.flatMap((entry) => {
    if (!entry.scored) return [];
    const rules = rulesOf(entry).flatMap((place) => [
      ...worthsOf(place)
        .filter(({ kind, points, max }) => kind !== "part" && compare(points, max) > 0)
        .map(({ label, points, max, path }) =>
          above(entry, label === undefined ? "" : ` "${label}"`, points, max, path),
        ),
      ...capAbove(entry, place),
    ]);
    const exceptions = entry.node.exceptions.flatMap((exception, index): Draft[] =>
      exception.gives.kind === "points" && compare(exception.gives.points, entry.node.max) > 0
        ? [
            above(entry, ` "${exception.text}"`, exception.gives.points, entry.node.max, [
              ...entry.path,
              "exceptions",
              index,
              "gives",
            ]),
          ]
        : [],
    );
    return [...rules, ...exceptions];
  });

function capAbove(entry: Entry, { rule, max, path }: RulePlace): Draft[] {
  const cap = "per_item" in rule ? exactOf(rule.per_item.cap) : undefined;
  return cap && compare(cap, max) > 0 ? [above(entry, " cap", cap, max, [...path, "per_item", "cap"])] : [];
}

function above(entry: Entry, what: string, points: Rational, max: Rational, path: Path): Draft {
  const { code } = entry.node;
  return {
    code: "points-above-max",
    at: code,
    path,
    message: message(
      `Chỉ số ${code}: mục${what} cho ${vi(points)} điểm, nhiều hơn điểm tối đa ${vi(max)}. Sửa điểm hoặc tỷ lệ; kiểm tra có nhầm points với share không.`,
      `Indicator ${code}:${what === "" ? " a band" : what} gives ${en(points)} points, more than the maximum of ${en(max)}. Mend the points or the share; see whether points and share were confused.`,
    ),
    expected: `<= ${formatExact(max)}`,
    found: formatExact(points),
  };
}

/** Parts that do not add up to what they divide. */
export const partsAddUp: SetCheck = (subject) =>
  subject.entries.flatMap((entry) => (entry.scored ? unevenParts(entry) : []));

function unevenParts(entry: Entry): Draft[] {
  const { code } = entry.node;
  return rulesOf(entry).flatMap((place): Draft[] => {
    if (!("parts" in place.rule)) return [];
    const worths = worthsOf(place);
    const sum = worths.map(({ points }) => points).reduce(add, ZERO);
    if (equal(sum, place.max)) return [];
    const shown = worths.map(({ points }) => vi(points)).join(" + ");
    return [
      {
        code: "parts-share-mismatch",
        at: code,
        path: [...place.path, "parts"],
        message: message(
          `Chỉ số ${code}: ${worths.length} phần cho ${shown} = ${vi(sum)} điểm, ${compare(sum, place.max) < 0 ? "ít" : "nhiều"} hơn ${vi(place.max)} điểm tối đa mà chúng chia nhau. Đối chiếu phần chia với văn bản.`,
          `Indicator ${code}: its ${worths.length} parts give ${worths.map(({ points }) => en(points)).join(" + ")} = ${en(sum)} points, ${compare(sum, place.max) < 0 ? "less" : "more"} than the ${en(place.max)} they divide. Compare the shares with the document.`,
        ),
        expected: formatExact(place.max),
        found: formatExact(sum),
      },
    ];
  });
}

/** Rules whose best falls short of the maximum. Parts that do not add up are reported as that. */
export const maximumWithinReach: SetCheck = (subject) =>
  subject.entries.flatMap((entry): Draft[] => {
    const { node } = entry;
    if (!entry.scored || !node.plan || unevenParts(entry).length > 0) return [];
    const most = mostOf(reachOfRule(node, subject.set));
    if (compare(most, node.max) >= 0) return [];
    return [
      {
        code: "max-unreachable",
        at: node.code,
        path: [...entry.path, "rule"],
        message: message(
          `Chỉ số ${node.code}: theo quy tắc, cao nhất chỉ được ${vi(most)} điểm, không thể đạt điểm tối đa ${vi(node.max)}. Tìm phương án hoặc phần bị sót; nếu văn bản in như vậy thì giữ nguyên và ghi vào SOURCE.md.`,
          `Indicator ${node.code}: the rule gives at most ${en(most)} points and never reaches the maximum of ${en(node.max)}. Look for a lost option or part; if printed so, keep it and note it in SOURCE.md.`,
        ),
        expected: formatExact(node.max),
        found: formatExact(most),
      },
    ];
  });
