/** Bands of a rule: no overlap, none hidden, no value left out. */

import { parseExpression } from "../expression/parse.js";
import { type Message, message } from "../message.js";
import type { Rational } from "../numbers/rational.js";
import type { Plan, Step } from "../plan/plan.js";
import type { Path } from "../rules/rule-kind.js";
import { gridOf, measureRange } from "./range.js";
import { rulesOf } from "./rule-walk.js";
import { edgesOf, holds, intersect, isEmpty, type Span, sameCut, spanOf, without } from "./span.js";
import { describe, inSigns } from "./span-words.js";
import type { Draft, Entry, SetCheck, Subject } from "./subject.js";

interface Band {
  readonly name: Message;
  readonly index: number;
  readonly span: Span;
}

interface Ladder {
  readonly bands: readonly Band[];
  /** The values that can occur. */
  readonly domain: Span;
  readonly grid: Rational | undefined;
  readonly percent: boolean;
}

/** All that can be wrong with the bands of one rule. */
export const bandEdges: SetCheck = (subject) =>
  subject.entries.flatMap((entry) => {
    const plans = stepPlans(entry.node.plan);
    const places = rulesOf(entry).filter(({ rule }) => "bands" in rule);
    return places.flatMap(({ path }, index) => {
      const plan = plans[index];
      return plan ? wrongWith(entry, ladderOf(plan, entry, subject), [...path, "bands", "steps"]) : [];
    });
  });

type Steps = Extract<Plan, { kind: "steps" }>;

/** The band rules of a plan, outer before inner, in the order of rulesOf. */
function stepPlans(plan: Plan | undefined): Steps[] {
  switch (plan?.kind) {
    case "steps":
      return [plan, ...plan.steps.flatMap((step) => stepPlans(step.then))];
    case "sum":
      return plan.parts.flatMap((part) => stepPlans(part.plan));
    case "best":
      return plan.of.flatMap((part) => stepPlans(part.plan));
    case "relative":
      return stepPlans(plan.provisional);
    default:
      return [];
  }
}

function ladderOf(plan: Steps, entry: Entry, subject: Subject): Ladder {
  const grid = gridOf(plan.measure, subject.set);
  const { low, high } = measureRange(plan.measure, entry.node, subject.set);
  const edgeOf = (value: Rational | undefined) => value && { value, included: true };
  const percent = isPercent(plan.measure.text, entry);
  return {
    bands: plan.steps.map((step, index) => ({
      name: nameOf(step, index, percent),
      index,
      span: spanOf({ low: step.lower, high: step.upper }, grid),
    })),
    domain: spanOf({ low: edgeOf(low), high: edgeOf(high) }, grid),
    grid,
    percent,
  };
}

function wrongWith(entry: Entry, ladder: Ladder, path: Path): Draft[] {
  const found: Draft[] = [];
  const { code } = entry.node;
  for (const band of ladder.bands) {
    const before = ladder.bands.slice(0, band.index).map(({ span }) => span);
    const left = without(intersect(band.span, ladder.domain), before);
    if (left.length === 0) found.push(unreachable(code, band, [...path, band.index]));
    else found.push(...overlaps(code, band, ladder, [...path, band.index]));
  }
  const gaps = without(
    ladder.domain,
    ladder.bands.map(({ span }) => span),
  );
  for (const gap of gaps) {
    const edges = edgesOf(gap, ladder.grid);
    const words = describe(edges, ladder.percent);
    const limit = limitFor(gap, ladder.domain);
    found.push({
      code: "band-gap",
      at: code,
      path,
      message: message(
        `Chỉ số ${code}: giá trị ${words.vi} không thuộc mức nào, khi đó chỉ số không tính được và bị 0 điểm. Thêm mức cho khoảng đó theo văn bản${limit.vi}.`,
        `Indicator ${code}: values ${words.en} fall in no band; the indicator is then undefined and gives 0 points. Add the band that the document means${limit.en}.`,
      ),
      found: inSigns(edges, ladder.percent),
    });
  }
  return found;
}

/** A gap at either end of what can occur may be no gap at all: the set then lacks a limit of the input there. */
function limitFor(gap: Span, domain: Span): Message {
  const lowest = sameCut(gap.from, domain.from);
  const highest = sameCut(gap.to, domain.to);
  if (lowest === highest) return message("", "");
  return lowest
    ? message(
        ", hoặc khai min của số liệu nếu giá trị không thể nhỏ hơn",
        ", or declare the input's min if smaller values cannot be",
      )
    : message(
        ", hoặc khai max của số liệu nếu giá trị không thể lớn hơn",
        ", or declare the input's max if larger values cannot be",
      );
}

function unreachable(at: string, band: Band, path: Path): Draft {
  return {
    code: "band-unreachable",
    at,
    path,
    message: message(
      isEmpty(band.span)
        ? `Chỉ số ${at}: mức "${band.name.vi}" không chứa giá trị nào. Kiểm tra hai cạnh của mức.`
        : `Chỉ số ${at}: mức "${band.name.vi}" không bao giờ được dùng vì mọi giá trị của nó đã thuộc các mức đứng trước hoặc không thể xảy ra. Kiểm tra thứ tự và cạnh của các mức.`,
      isEmpty(band.span)
        ? `Indicator ${at}: band "${band.name.en}" holds no value. Check its two edges.`
        : `Indicator ${at}: band "${band.name.en}" is never used, since all of its values belong to bands before it or cannot occur. Check the order and the edges.`,
    ),
    found: band.name.vi,
  };
}

/** Bands before this one that share values with it, neither holding the other. */
function overlaps(at: string, band: Band, { bands, domain, grid, percent }: Ladder, path: Path): Draft[] {
  return bands.slice(0, band.index).flatMap((before): Draft[] => {
    const shared = intersect(before.span, intersect(band.span, domain));
    if (isEmpty(shared) || holds(band.span, before.span) || holds(before.span, band.span)) return [];
    const edges = edgesOf(shared, grid);
    const words = describe(edges, percent);
    return [
      {
        code: "band-overlap",
        at,
        path,
        message: message(
          `Chỉ số ${at}: hai mức "${before.name.vi}" và "${band.name.vi}" cùng nhận giá trị ${words.vi}; mức đứng trước được dùng. Kiểm tra dấu ở hai cạnh; nếu văn bản in như vậy thì ghi ở note.`,
          `Indicator ${at}: bands "${before.name.en}" and "${band.name.en}" both take ${words.en}; the first counts. Check the signs of the edges; if printed so, say so in note.`,
        ),
        found: inSigns(edges, percent),
      },
    ];
  });
}

/** The band's label; without one, its place and edges. */
function nameOf(step: Step, index: number, percent: boolean): Message {
  if (step.label !== undefined) return message(step.label, step.label);
  const words = describe({ low: step.lower, high: step.upper }, percent);
  return message(`${index + 1}. ${words.vi}`, `${index + 1}. ${words.en}`);
}

/** Whether the measured value is a ratio, written as a percent. */
function isPercent(text: string, entry: Entry): boolean {
  const expression = parseExpression(text);
  if (expression.kind === "name")
    return entry.node.inputs.find(({ id }) => id === expression.name)?.kind === "percent";
  return expression.kind === "arithmetic" && expression.operator === "/";
}
