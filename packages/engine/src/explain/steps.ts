/** The steps from the declared facts to the points, then the decision's own text. */
import { add, compare, ONE, type Rational, subtract, ZERO } from "../numbers/rational.js";
import type { Slot } from "../plan/plan.js";
import type { TraceStep } from "../score/trace.js";
import { factLine, letters, numbers } from "./facts.js";
import { formatNumber, formatPercent, type Written, writeNumber } from "./format.js";
import { writeCondition } from "./formula.js";
import { between, inLetters, inNumbers, type Scale, scaleOf } from "./quantity.js";
import type { Measured, Reading } from "./reading.js";
import type { View } from "./view.js";
import { bestName, partName, relativeName, ruleLine, undefinedName } from "./why.js";
import { equals, inPoints, outOf, quoted, rounded, words } from "./wording.js";

/** Every step, in order; the text of the decision last. */
export function stepLines(view: View): string[] {
  const { set, node, facts, own, language } = view;
  return [
    ...inputSlots(view).map((slot) => factLine(set, node, facts, slot, language)),
    ...(node.children.length > 0 ? partLines(view) : []),
    ...exceptionLines(view),
    ...readingLines(view, view.reading),
    ...own.trace.flatMap((step) => (step.kind === "rounding" ? roundingLine(view, step) : [])),
    ...(node.text === undefined
      ? []
      : [`${words(language, "Quy định", "The decision's text")}:\n${node.text.trimEnd()}`]),
  ];
}

/** What the points came from; not the chosen option, which the line with its points names in full. */
function inputSlots({ set, node, facts, reading }: View): readonly Slot[] {
  if (facts.notApplicable.has(node.index)) return [];
  const slots = node.uses.length > 0 ? node.uses : node.inputs.map((fact) => fact.slot);
  return slots.filter(
    (slot) => reading.kind !== "option" || reading.slot !== slot || set.facts[slot]?.kind !== "choice",
  );
}

function partLines(view: View): string[] {
  const { set, node, score, own, language } = view;
  const lines = node.children.flatMap((child) => {
    const part = set.nodes[child];
    const result = score.nodes[child];
    if (!part?.scored || !result) return [];
    const points = result.excluded
      ? words(language, "không áp dụng", "not applicable")
      : outOf(result.score, part.max, language);
    return [`${part.code} ${part.title}: ${points}`];
  });
  const sum = own.trace.find((step) => step.kind === "sum");
  const added =
    set.sum === "rounded"
      ? words(language, "Cộng điểm đã làm tròn của các chỉ số", "The rounded scores are added")
      : words(
          language,
          "Cộng điểm chính xác của các chỉ số, làm tròn sau khi cộng",
          "The exact scores are added, then rounded once",
        );
  const rescaled =
    sum?.rescaled &&
    words(
      language,
      `Điểm còn lại được quy đổi theo thang đầy đủ: × ${formatNumber(sum.rescaled, language)}`,
      `The remaining points are rescaled to the whole: × ${formatNumber(sum.rescaled, language)}`,
    );
  return [...lines, added, ...(rescaled === undefined ? [] : [rescaled])];
}

function exceptionLines(view: View): string[] {
  const { set, node, facts, own, language } = view;
  const step = own.trace.find(
    (candidate): candidate is Extract<TraceStep, { kind: "exception" }> => candidate.kind === "exception",
  );
  if (!step) return [];
  const exception = node.exceptions.find(
    (candidate) => candidate.text === step.text && candidate.sentence === step.sentence,
  );
  const condition = exception && [
    `${words(language, "Điều kiện", "Condition")}: ${writeCondition(exception.when, letters(set, node, language), language)}`,
    `${words(language, "Theo số liệu khai", "With the declared data")}: ${writeCondition(exception.when, numbers(set, facts, language), language)}`,
  ];
  const basis =
    step.basis === "decision"
      ? words(
          language,
          `Câu của quyết định: "${quoted(step.sentence)}"`,
          `The decision's sentence: "${quoted(step.sentence)}"`,
        )
      : words(
          language,
          `Đề nghị của đơn vị, chưa có trong quyết định; cơ quan thẩm định xem xét: ${quoted(step.sentence)}`,
          `Claimed by the unit, not in the decision; the appraiser decides: ${quoted(step.sentence)}`,
        );
  const given = step.excluded
    ? words(language, "Không tính vào tổng điểm", "Left out of the total")
    : `${words(language, "Điểm", "Points")} = ${formatNumber(step.points, language)}`;
  return [...(condition ?? []), basis, given];
}

function roundingLine(view: View, step: Extract<TraceStep, { kind: "rounding" }>): string[] {
  const { language } = view;
  const said = rounded(step.exact, step.value, step.rounding, language);
  return said === undefined ? [] : [words(language, `Làm tròn ${said}`, `Rounded to ${said}`)];
}

function readingLines(view: View, reading: Reading): string[] {
  const { language } = view;
  switch (reading.kind) {
    case "option":
      return [ruleLine(view, reading, reading.points)];
    case "proportional":
      return [...measureLines(view, reading.of, scaleOf(view, reading)), ...proportionalLines(view, reading)];
    case "per_item":
      return [...measureLines(view, reading.of, scaleOf(view, reading)), ...productLines(view, reading)];
    case "manual":
      return [
        words(
          language,
          `Điểm được chấm: ${outOf(reading.given, reading.max, language)}`,
          `Points given: ${outOf(reading.given, reading.max, language)}`,
        ),
      ];
    case "band":
      return bandLines(view, reading);
    case "parts":
      return partsLines(view, reading);
    case "best":
      return [bestName(view, reading), ...readingLines(view, reading.of)];
    case "relative":
      return relativeLines(view, reading);
    case "provisional":
      return [
        ...(reading.of ? readingLines(view, reading.of) : []),
        words(
          language,
          "Tạm tính: điểm theo nhóm có khi đủ số liệu cả nhóm",
          "Provisional: settled when the whole group has declared",
        ),
      ];
    case "undefined":
      return [`${inLetters(view, reading)} = ${undefinedName({ ...view, reading })}`];
    case "missing":
    case "nothing":
      return [];
  }
}

type Kind<K extends Reading["kind"]> = Extract<Reading, { kind: K }>;

function partsLines(view: View, { parts }: Kind<"parts">): string[] {
  const { language } = view;
  const lines = parts.flatMap((part, index) => {
    const name = partName(view, part.label, index);
    const inner = readingLines(view, part.of).map((line) => `${name}: ${line}`);
    return part.of.kind === "option" ? inner : [...inner, `${name}: ${inPoints(part.points, language)}`];
  });
  const sum = parts.map((part) => part.points).reduce(add, ZERO);
  const terms = parts.map((part) => writeNumber(part.points, language));
  const whole = writeNumber(sum, language);
  const near = { text: whole.text, exact: whole.exact && terms.every((term) => term.exact) };
  return [...lines, pointsLine(view, terms.map((term) => term.text).join(" + "), near)];
}

/** `Tỷ lệ = a/b = 22/23 ≈ 0,956522`, then its rounding, then the percent it stands for. */
function measureLines(view: View, of: Measured, scale: Scale): string[] {
  const { language } = view;
  if (of.measure.of.kind === "slot") return [];
  const shown = scale(of.value);
  const percent = shown.text.endsWith("%");
  const name = percent ? words(language, "Tỷ lệ", "Ratio") : words(language, "Giá trị", "Value");
  const exact = writeNumber(of.exact, language);
  const inPercent = (value: Rational): string => (percent ? ` (${formatPercent(value, language)})` : "");
  const said = of.measure.rounding && rounded(of.exact, of.value, of.measure.rounding, language);
  const formula = `${name} = ${inLetters(view, of)} = ${inNumbers(view, of)} ${equals(exact)}`;
  if (said === undefined) return [`${formula}${inPercent(of.value)}`];
  return [
    formula,
    words(
      language,
      `Làm tròn tỷ lệ ${said}${inPercent(of.value)}`,
      `The ratio rounded to ${said}${inPercent(of.value)}`,
    ),
  ];
}

function proportionalLines(view: View, { of, fullAt, max, points }: Kind<"proportional">): string[] {
  const { language } = view;
  const scale = scaleOf(view, { kind: "proportional", of, fullAt, max, points });
  const plain = compare(fullAt, ONE) === 0;
  const order = compare(of.value, fullAt);
  const full = scale(fullAt).text;
  if (of.value.n < 0n) return [words(language, "Giá trị âm: 0 điểm", "A negative value: 0 points")];
  if (order > 0 || (order === 0 && !plain))
    return [
      words(
        language,
        `Đạt mức được điểm tối đa (${full}): ${inPoints(points, language)}`,
        `At or above the mark for full points (${full}): ${inPoints(points, language)}`,
      ),
    ];
  const share = plain ? scale(of.value).text : `${scale(of.value).text}/${full}`;
  return [pointsLine(view, `${share} × ${formatNumber(max, language)}`, writeNumber(points, language))];
}

function pointsLine({ language }: View, product: string, points: Written): string {
  return `${words(language, "Điểm", "Points")} = ${product} ${equals(points)}`;
}

function productLines(view: View, reading: Kind<"per_item">): string[] {
  const { language } = view;
  const { of, per, cap } = reading;
  const product = { n: of.value.n * per.n, d: of.value.d * per.d };
  const line = pointsLine(
    view,
    `${scaleOf(view, reading)(of.value).text} × ${formatNumber(per, language)}`,
    writeNumber(product, language),
  );
  if (subtract(product, cap).n <= 0n) return [line];
  const most = inPoints(cap, language);
  return [line, words(language, `Không quá mức tối đa: ${most}`, `Not more than the cap: ${most}`)];
}

function bandLines(view: View, reading: Kind<"band">): string[] {
  const { language } = view;
  const { of, step, inner } = reading;
  const scale = scaleOf(view, reading);
  const value = scale(of.value);
  const shown = value.exact ? value.text : `≈ ${value.text}`;
  const lines = measureLines(view, of, scale);
  const again = inner?.kind === "proportional" && inner.of.measure.text === of.measure.text;
  if (!step) return [...lines, words(language, "Không thuộc mức nào của quy định", "Falls in no band")];
  const label = step.label === undefined ? "" : `${step.label}: `;
  const band = `${label}${between(view, shown, step, scale)}`;
  if (again) return [...lines, band, ...proportionalLines(view, inner)];
  if (inner) return [...lines, band, ...readingLines(view, inner)];
  const points =
    step.then.kind === "points"
      ? [`${words(language, "Điểm", "Points")} = ${formatNumber(step.then.points, language)}`]
      : [];
  return [...lines, band, ...points];
}

function relativeLines(view: View, reading: Kind<"relative">): string[] {
  const { language } = view;
  const { of, plan, best, worst, points } = reading;
  const scale = scaleOf(view, reading);
  const lines = [...measureLines(view, of, scale), relativeName(view, reading)];
  if (!points) return [...lines, undefinedName({ ...view, reading })];
  const [own, first, least] = [of.value, best, worst].map((value) => scale(value).text);
  const share =
    plan.to === "range"
      ? `(${own} - ${least})/(${first} - ${least})`
      : plan.better === "higher"
        ? `${own}/${first}`
        : `${first}/${own}`;
  return [
    ...lines,
    pointsLine(view, `${share} × ${formatNumber(plan.max, language)}`, writeNumber(points, language)),
  ];
}
