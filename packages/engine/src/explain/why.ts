/** The one line that says why a score is what it is. */
import { compare, ONE, type Rational } from "../numbers/rational.js";
import type { TraceStep } from "../score/trace.js";
import { missingLine } from "./facts.js";
import { formatNumber, writeNumber } from "./format.js";
import { conditionLine, sumLine } from "./parent.js";
import { between, computed, inNumbers, scaleOf, unitOf } from "./quantity.js";
import { missingIn, type Reading, undefinedIn } from "./reading.js";
import type { View } from "./view.js";
import { inPoints, quoted, words } from "./wording.js";

/** `22/23 = 95,65% × 10 = 9,56 điểm`. */
export function whyLine(view: View): string {
  const { own, node } = view;
  const [first] = own.trace;
  if (first?.kind === "exception") return exceptionLine(first, view);
  if (own.status === "not_applicable" && node.children.length === 0) return notApplicableLine(view);
  if (node.condition) return conditionLine(view);
  if (!node.scored) return unscoredLine(view);
  if (node.children.length > 0) return sumLine(view);
  return leafLine(view);
}

/** What only collects data says how much of it there is. */
function unscoredLine({ node, facts, language }: View): string {
  const none = words(language, "Không tính điểm", "Not scored");
  if (node.inputs.length === 0) return none;
  const given = node.inputs.filter((fact) => facts.values[fact.slot] !== undefined).length;
  return words(
    language,
    `${none}; đã khai ${given}/${node.inputs.length} số liệu`,
    `${none}; ${given}/${node.inputs.length} inputs declared`,
  );
}

function leafLine(view: View): string {
  const { own, language } = view;
  const points = inPoints(own.score, language);
  switch (own.status) {
    case "missing": {
      const line = missingLine(view.set, view.node, missingSlots(view), language);
      return own.score.n === 0n
        ? line
        : words(language, `${line}; các ý đã khai: ${points}`, `${line}; the parts declared: ${points}`);
    }
    case "undefined":
      return undefinedLine(view);
    case "pending": {
      const body = ruleLine(view, view.reading, own.score);
      return `${body} ${words(language, "(tạm tính, chờ số liệu cả nhóm)", "(provisional until the whole group has declared)")}`;
    }
    default:
      return ruleLine(view, view.reading, own.score);
  }
}

function missingSlots(view: View): ReturnType<typeof missingIn> {
  const found = missingIn(view.reading);
  return found.length > 0 ? found : view.node.uses.filter((slot) => view.facts.values[slot] === undefined);
}

/** What a rule gave: how, then the points. */
export function ruleLine(view: View, reading: Reading, points: Rational): string {
  const { language } = view;
  const given = inPoints(points, language);
  switch (reading.kind) {
    case "option":
      return `${optionName(view, reading)}: ${given}`;
    case "proportional":
      return proportionalLine(view, reading, given);
    case "per_item":
      return perItemLine(view, reading, given);
    case "manual":
      return words(language, `Chấm trực tiếp: ${given}`, `Given by a person: ${given}`);
    case "band":
      return bandLine(view, reading, points);
    case "parts":
      return `${reading.parts.map((part, index) => `${partName(view, part.label, index)}: ${writeNumber(part.points, language).text}`).join(" + ")} = ${given}`;
    case "best":
      return `${bestName(view, reading)}: ${ruleLine(view, reading.of, points)}`;
    case "relative":
      return `${relativeName(view, reading)}: ${given}`;
    case "provisional":
      return reading.of ? ruleLine(view, reading.of, points) : given;
    default:
      return given;
  }
}

type Kind<K extends Reading["kind"]> = Extract<Reading, { kind: K }>;

/** `Phương án 1 "Đã ban hành"`; of a yes/no, the answer. */
function optionName({ set, language }: View, option: Kind<"option">): string {
  if (set.facts[option.slot]?.kind !== "yes_no")
    return words(
      language,
      `Phương án ${option.place} "${option.label}"`,
      `Option ${option.place} "${option.label}"`,
    );
  if (option.own) return `"${option.label}"`;
  return option.place === 0 ? words(language, "Không", "No") : words(language, "Có", "Yes");
}

/** The label of a part, or its place. */
export function partName({ language }: View, label: string | undefined, index: number): string {
  return label ?? words(language, `Ý ${index + 1}`, `Part ${index + 1}`);
}

/** The alternative that gave most. */
export function bestName({ language }: View, best: Kind<"best">): string {
  const name = best.label ?? words(language, `cách ${best.place}`, `way ${best.place}`);
  return words(
    language,
    `Cao nhất trong ${best.among} cách tính, ${name}`,
    `Best of ${best.among} ways, ${name}`,
  );
}

function proportionalLine(view: View, reading: Kind<"proportional">, given: string): string {
  const { of, fullAt, max } = reading;
  const scale = scaleOf(view, reading);
  const line = computed(view, of, scale);
  const full = scale(fullAt).text;
  if (of.value.n < 0n) return `${line} < ${scale({ n: 0n, d: 1n }).text}: ${given}`;
  const order = compare(of.value, fullAt);
  if (compare(fullAt, ONE) === 0)
    return order > 0
      ? `${line} > ${full}: ${given}`
      : `${line} × ${formatNumber(max, view.language)} = ${given}`;
  if (order >= 0) return `${line} ≥ ${full}: ${given}`;
  return `${line} < ${full}: ${scale(of.value).text}/${full} × ${formatNumber(max, view.language)} = ${given}`;
}

function perItemLine(view: View, reading: Kind<"per_item">, given: string): string {
  const { of, per, cap } = reading;
  const scale = scaleOf(view, reading);
  const value = scale(of.value).text;
  const lead = of.measure.of.kind === "slot" ? "" : `${computed(view, of, scale)}; `;
  const product = `${lead}${value} × ${formatNumber(per, view.language)}`;
  const capped = compare(of.value, { n: cap.n * per.d, d: cap.d * per.n }) > 0;
  if (!capped) return `${product} = ${given}`;
  const most = formatNumber(cap, view.language);
  return words(
    view.language,
    `${product}, không quá ${most}: ${given}`,
    `${product}, at most ${most}: ${given}`,
  );
}

function bandLine(view: View, reading: Kind<"band">, points: Rational): string {
  const { of, step, inner } = reading;
  // A band that goes on with the same measure says it all itself: "7/14 = 50% < 70%: 50%/70% × 10 = 7,14 điểm".
  if (inner?.kind === "proportional" && inner.of.measure.text === of.measure.text)
    return ruleLine(view, inner, points);
  const scale = scaleOf(view, reading);
  const value = scale(of.value);
  const shown = `${value.exact ? "" : "≈ "}${value.text}`;
  const place = step ? between(view, shown, step, scale) : shown;
  return `${place}: ${inner ? ruleLine(view, inner, points) : inPoints(points, view.language)}`;
}

/** `17,65% so với cao nhất nhóm 25%`. */
export function relativeName(view: View, reading: Kind<"relative">): string {
  const { of, plan, best, worst } = reading;
  const { language } = view;
  const scale = scaleOf(view, reading);
  const [own, first, least] = [of.value, best, worst].map((value) => {
    const { text, exact } = scale(value);
    return `${exact ? "" : "≈ "}${text}${unitOf(view, of)}`;
  });
  const [low, high] = plan.better === "higher" ? [least, first] : [first, least];
  if (plan.to === "range")
    return words(
      language,
      `${own} trong khoảng ${low} đến ${high} của nhóm`,
      `${own} within the group's ${low} to ${high}`,
    );
  return plan.better === "higher"
    ? words(language, `${own} so với cao nhất nhóm ${first}`, `${own} against the group's highest, ${first}`)
    : words(language, `${own} so với thấp nhất nhóm ${first}`, `${own} against the group's lowest, ${first}`);
}

function undefinedLine(view: View): string {
  const { language } = view;
  const plea = words(language, "cần ngoại lệ hoặc giải trình", "an exception or an explanation is needed");
  return `${undefinedName(view)}, ${plea}`;
}

/** `0/0: không xác định`. */
export function undefinedName(view: View): string {
  const { language } = view;
  const found = undefinedIn(view.reading);
  const undefinedWord = words(language, "không xác định", "undefined");
  switch (found?.kind) {
    case "undefined":
      return `${inNumbers(view, found)}: ${undefinedWord}`;
    case "band":
      return words(
        language,
        `${computed(view, found.of, scaleOf(view, found))} không thuộc mức nào của quy định: ${undefinedWord}`,
        `${computed(view, found.of, scaleOf(view, found))} falls in no band: ${undefinedWord}`,
      );
    case "relative":
      return found.plan.to === "range"
        ? words(
            language,
            `Các đơn vị trong nhóm bằng nhau: ${undefinedWord}`,
            `All units of the group are equal: ${undefinedWord}`,
          )
        : `${relativeName(view, found)}: ${undefinedWord}`;
    default:
      return words(language, "Không xác định", "Undefined");
  }
}

function exceptionLine(step: Extract<TraceStep, { kind: "exception" }>, view: View): string {
  const { language } = view;
  const given = step.excluded
    ? words(language, "không tính vào tổng điểm", "left out of the total")
    : inPoints(view.own.score, language);
  const said = quoted(step.sentence);
  if (step.basis === "claim")
    return words(
      language,
      `Đề nghị của đơn vị (chưa có trong quyết định): ${said}: ${given}`,
      `Claimed by the unit (not in the decision): ${said}: ${given}`,
    );
  return words(language, `Ngoại lệ: "${said}": ${given}`, `Exception: "${said}": ${given}`);
}

function notApplicableLine(view: View): string {
  const { own, node, facts, language } = view;
  const reason = facts.notApplicable.get(node.index);
  const why = reason === undefined ? "" : ` (${words(language, "lý do", "reason")}: ${quoted(reason)})`;
  const head = `${words(language, "Không áp dụng", "Not applicable")}${why}`;
  if (own.excluded)
    return words(
      language,
      `${head}: không tính vào tổng, điểm các chỉ số còn lại được quy đổi`,
      `${head}: left out, the remaining indicators are rescaled`,
    );
  const given = inPoints(own.score, language);
  return node.notApplicable === "full"
    ? words(language, `${head}: được điểm tối đa, ${given}`, `${head}: the maximum, ${given}`)
    : `${head}: ${given}`;
}
