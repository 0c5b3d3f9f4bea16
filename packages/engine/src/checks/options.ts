/** Lists of options: no two alike, no overlap, no hole, from most to least. */
import { type Message, message } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { compare, multiply, ONE, type Rational, rational, ZERO } from "../numbers/rational.js";
import type { Path } from "../rules/rule-kind.js";
import { isContinuous, type LabelRange, rangeOfLabel } from "./option-range.js";
import { rulesOf, worthsOf } from "./rule-walk.js";
import { compareStart, edgesOf, holds, intersect, isEmpty, type Span, spanOf, without } from "./span.js";
import { describe, inSigns } from "./span-words.js";
import type { Draft, Entry, SetCheck } from "./subject.js";
import { en, vi } from "./write.js";

interface OptionList {
  readonly at: string;
  readonly labels: readonly string[];
  readonly path: Path;
}

/** Options that read the same. */
export const repeatedOptions: SetCheck = (subject) =>
  subject.entries.flatMap(listsOf).flatMap(({ at, labels, path }) =>
    labels.flatMap((label, index): Draft[] => {
      const before = labels.findIndex((other) => folded(other) === folded(label));
      if (before === index) return [];
      return [
        {
          code: "option-duplicate",
          at,
          path: [...path, index],
          message: message(
            `Chỉ số ${at} có hai phương án cùng lời "${label}" (thứ ${before + 1} và thứ ${index + 1}). Sửa nếu chép sai; nếu văn bản in lặp thì giữ nguyên, ghi vào SOURCE.md và hỏi cơ quan ban hành trường hợp còn lại.`,
            `Indicator ${at} has two options that read "${label}" (number ${before + 1} and number ${index + 1}). Mend it if copied wrongly; if printed so, keep it, note it in SOURCE.md and ask the issuer for the other case.`,
          ),
          found: label,
        },
      ];
    }),
  );

/** Options that give more than the one before. */
export const optionsFromMostToLeast: SetCheck = (subject) =>
  subject.entries.flatMap((entry) =>
    rulesOf(entry).flatMap((place): Draft[] => {
      const options = worthsOf(place).filter(({ kind }) => kind === "option");
      const at = options.findIndex((option, index) => {
        const before = options[index - 1];
        return before !== undefined && compare(option.points, before.points) > 0;
      });
      const [before, option] = [options[at - 1], options[at]];
      if (!before || !option) return [];
      const written = (points: Rational): Message =>
        entry.source.max === undefined
          ? message(`${vi(points)} điểm tối đa`, `${en(points)} of the maximum`)
          : message(`${vi(points)} điểm`, `${en(points)} points`);
      return [
        {
          code: "option-order",
          at: entry.node.code,
          path: option.path,
          message: message(
            `Chỉ số ${entry.node.code}: phương án "${option.label}" được ${written(option.points).vi}, nhiều hơn phương án đứng trước "${before.label}" (${written(before.points).vi}). Đối chiếu điểm của từng phương án với văn bản.`,
            `Indicator ${entry.node.code}: option "${option.label}" gives ${written(option.points).en}, more than "${before.label}" before it (${written(before.points).en}). Compare each option's points with the document.`,
          ),
          expected: `<= ${formatExact(before.points)}`,
          found: formatExact(option.points),
        },
      ];
    }),
  );

/** Options whose words name ranges that overlap, or leave a hole. */
export const optionRanges: SetCheck = (subject) => subject.entries.flatMap(listsOf).flatMap(rangesOf);

interface Ranged {
  readonly label: string;
  readonly index: number;
  readonly span: Span;
}

function rangesOf(list: OptionList): Draft[] {
  const read = list.labels.map((label) => rangeOfLabel(label));
  const known = read.filter((range) => range !== undefined);
  const units = new Set(known.map(({ unit }) => unit).filter((unit) => unit !== ""));
  if (known.length < 2 || units.size > 1) return [];
  const percent = units.has("%");
  const grid = isContinuous(known) ? undefined : ONE;
  const ranged = read.flatMap((range, index): Ranged[] =>
    range
      ? [{ label: list.labels[index] ?? "", index, span: spanOf(scaled(range, percent).edges, grid) }]
      : [],
  );
  return [...overlaps(list, ranged, grid, percent), ...holes(list, ranged, grid, percent)];
}

/** Two ranges that share numbers, unless the narrower comes first: from the top, the first that fits is meant. */
function overlaps(
  list: OptionList,
  ranged: readonly Ranged[],
  grid: Rational | undefined,
  percent: boolean,
): Draft[] {
  return ranged.flatMap((later, place) =>
    ranged.slice(0, place).flatMap((earlier): Draft[] => {
      const shared = intersect(earlier.span, later.span);
      const cascade = holds(later.span, earlier.span) && !holds(earlier.span, later.span);
      if (isEmpty(shared) || cascade || folded(earlier.label) === folded(later.label)) return [];
      const edges = edgesOf(shared, grid);
      const words = describe(edges, percent);
      return [
        {
          code: "option-overlap",
          at: list.at,
          path: [...list.path, later.index],
          message: message(
            `Chỉ số ${list.at}: hai phương án "${earlier.label}" và "${later.label}" cùng nhận ${words.vi}. Sửa khoảng nếu chép sai; nếu văn bản in như vậy thì hỏi cơ quan ban hành.`,
            `Indicator ${list.at}: options "${earlier.label}" and "${later.label}" both take ${words.en}. Mend the range if copied wrongly; if printed so, ask the issuer.`,
          ),
          found: inSigns(edges, percent),
        },
      ];
    }),
  );
}

const REST = /còn lại|trường hợp khác|mức khác|^khác$/i;

/** Numbers from 0 that no range takes. Beside an option of plain words only holes between ranges are certain. */
function holes(
  list: OptionList,
  ranged: readonly Ranged[],
  grid: Rational | undefined,
  percent: boolean,
): Draft[] {
  const plain = list.labels.filter((_, index) => !ranged.some((range) => range.index === index));
  if (plain.some((label) => REST.test(label.normalize("NFC")))) return [];
  const spans = ranged.map(({ span }) => span).sort(compareStart);
  const outer: Span =
    plain.length > 0
      ? {
          from: spans[0]?.from,
          to: spans.reduce<Span["to"]>((to, span) => laterEnd(to, span.to), spans[0]?.to),
        }
      : spanOf({ low: { value: ZERO, included: true } }, grid);
  return without(outer, spans).map((hole): Draft => {
    const edges = edgesOf(hole, grid);
    const words = describe(edges, percent);
    return {
      code: "option-gap",
      at: list.at,
      path: list.path,
      message: message(
        `Chỉ số ${list.at}: không phương án nào nhận ${words.vi}. Xem có phương án bị sót hoặc chép sai khoảng: ${ranged.map(({ label }) => `"${label}"`).join(", ")}.`,
        `Indicator ${list.at}: no option takes ${words.en}. See whether one was lost or a range copied wrongly: ${ranged.map(({ label }) => `"${label}"`).join(", ")}.`,
      ),
      found: inSigns(edges, percent),
    };
  });
}

function laterEnd(a: Span["to"], b: Span["to"]): Span["to"] {
  return holds({ from: undefined, to: a }, { from: undefined, to: b }) ? a : b;
}

/** Percents as the ratios they are. */
function scaled(range: LabelRange, percent: boolean): LabelRange {
  if (!percent) return range;
  const down = (edge: LabelRange["edges"]["low"]): LabelRange["edges"]["low"] =>
    edge && { ...edge, value: multiply(edge.value, rational(1, 100)) };
  return { ...range, edges: { low: down(range.edges.low), high: down(range.edges.high) } };
}

/** The lists of options of one indicator: of its rules, and of its inputs. */
function listsOf(entry: Entry): OptionList[] {
  const at = entry.node.code;
  const rules = rulesOf(entry).flatMap(({ rule, path }): OptionList[] =>
    "choice" in rule && rule.choice.options
      ? [{ at, labels: rule.choice.options.map(({ label }) => label), path: [...path, "choice", "options"] }]
      : [],
  );
  const inputs = (entry.source.inputs ?? []).flatMap(({ options }, index): OptionList[] =>
    options
      ? [{ at, labels: options.map(({ label }) => label), path: [...entry.path, "inputs", index, "options"] }]
      : [],
  );
  return [...rules, ...inputs];
}

function folded(label: string): string {
  return label
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s.;:,]+/g, " ")
    .trim();
}
