/** Groups of pillars, levels, years and rounding: the frame around the table. */
import { message } from "../message.js";
import { compare, multiply, type Rational } from "../numbers/rational.js";
import { exactOf } from "./rule-walk.js";
import { childrenOf, type Draft, type SetCheck } from "./subject.js";
import { en, vi } from "./write.js";

/** Every scored pillar in exactly one group, and nothing but pillars. */
export const groupMembers: SetCheck = (subject) => {
  const { groups } = subject.source;
  if (!groups) return [];
  const pillars = childrenOf(subject, undefined);
  const foreign = groups.flatMap((group, index) =>
    group.pillars.flatMap((code, place): Draft[] => {
      if (pillars.some(({ node }) => node.code === code || node.key === code)) return [];
      return [
        {
          code: "group-incomplete",
          at: code,
          path: ["groups", index, "pillars", place],
          message: message(
            `Nhóm "${group.title}" có mã ${code}, là chỉ số nằm trong một chỉ số chính chứ không phải chỉ số chính. Chỉ để chỉ số chính trong nhóm.`,
            `Group "${group.title}" holds ${code}, which stands inside a pillar and is not one. Keep only pillars in a group.`,
          ),
          found: code,
        },
      ];
    }),
  );
  const uneven = pillars.flatMap((pillar): Draft[] => {
    const { code, key } = pillar.node;
    const holders = groups.flatMap((group) =>
      group.pillars.filter((name) => name === code || name === key).map(() => group.title),
    );
    if (holders.length === 1 || (holders.length === 0 && !pillar.scored)) return [];
    const where = holders.map((title) => `"${title}"`).join(", ");
    return [
      {
        code: "group-incomplete",
        at: code,
        path: ["groups"],
        message:
          holders.length === 0
            ? message(
                `Chỉ số chính ${code} không thuộc nhóm nào. Thêm nó vào nhóm của nó.`,
                `Pillar ${code} is in no group. Add it to its group.`,
              )
            : message(
                `Chỉ số chính ${code} thuộc ${holders.length} nhóm: ${where}. Chỉ giữ nó ở một nhóm.`,
                `Pillar ${code} is in ${holders.length} groups: ${where}. Keep it in one.`,
              ),
        expected: "1",
        found: String(holders.length),
      },
    ];
  });
  return [...foreign, ...uneven];
};

/** Thresholds of levels rise or fall, are within the scale, and have what they work on. */
export const levelThresholds: SetCheck = (subject) => {
  const { levels } = subject.source;
  if (!levels) return [];
  if (levels.by === "weaker_group" && subject.set.groups.length === 0)
    return [
      {
        code: "level-without-groups",
        at: "",
        path: ["levels", "by"],
        message: message(
          'levels.by là weaker_group nhưng bộ chỉ số không khai groups, nên không đơn vị nào được xếp mức. Khai groups, hoặc dùng "by: total".',
          'levels.by is weaker_group, but the set has no groups, so that no unit is given a level. Declare groups, or use "by: total".',
        ),
        expected: "groups",
      },
    ];
  const scale = levels.by === "total" ? subject.set.max : undefined;
  const steps = levels.steps.flatMap(({ key, label, ge }, index) => {
    const value = exactOf(ge);
    const percent = String(ge).trim().endsWith("%");
    return value
      ? [{ key, label, written: String(ge), value: percent && scale ? multiply(value, scale) : value, index }]
      : [];
  });
  const found: Draft[] = [];
  const rising = orderOf(steps[0]?.value, steps[1]?.value);
  for (const [place, step] of steps.entries()) {
    const path = ["levels", "steps", step.index];
    const before = steps[place - 1];
    const repeated = steps.find(
      (other) => other !== step && other.index < step.index && other.key === step.key,
    );
    const disordered = before && (orderOf(before.value, step.value) !== rising || rising === 0);
    if (repeated || disordered)
      found.push({
        code: "level-order",
        at: "",
        path,
        message: repeated
          ? message(
              `Khóa "${step.key}" dùng cho cả mức "${repeated.label}" và mức "${step.label}". Đặt mỗi mức một khóa.`,
              `Key "${step.key}" stands for both "${repeated.label}" and "${step.label}". Give each level its own.`,
            )
          : message(
              `Ngưỡng ${step.written} của mức "${step.label}" không theo thứ tự sau ngưỡng ${before?.written} của mức "${before?.label}". Các ngưỡng phải tăng dần hoặc giảm dần; đối chiếu với văn bản.`,
              `Threshold ${step.written} of "${step.label}" is out of order after ${before?.written} of "${before?.label}". Thresholds must rise or fall; compare with the document.`,
            ),
        found: repeated ? step.key : step.written,
      });
    if (scale && compare(step.value, scale) > 0)
      found.push({
        code: "level-unreachable",
        at: "",
        path,
        message: message(
          `Mức "${step.label}" cần từ ${vi(step.value)} điểm, nhưng điểm tối đa của bộ chỉ số là ${vi(scale)}. Kiểm tra ngưỡng và tổng điểm tối đa.`,
          `Level "${step.label}" needs ${en(step.value)} points, but the set's maximum is ${en(scale)}. Check the threshold and the maximum.`,
        ),
        expected: `<= ${vi(scale)}`,
        found: step.written,
      });
  }
  return found;
};

/** A scored set says how it rounds. */
export const declaredRounding: SetCheck = (subject) =>
  !subject.set.scored || subject.source.rounding
    ? []
    : [
        {
          code: "rounding-undeclared",
          at: "",
          path: [],
          message: message(
            "Bộ chỉ số có điểm nhưng chưa khai rounding; đang tạm làm tròn hai chữ số, nửa lên, cộng điểm đã làm tròn. Khai rounding; nếu văn bản không nói thì ghi lý do ở rounding.note.",
            "The set is scored and declares no rounding; two digits, half-up, sums of rounded scores are taken. Declare rounding; if the document is silent, say why in rounding.note.",
          ),
          expected: "rounding",
        },
      ];

/** The years run forwards. */
export const yearsInOrder: SetCheck = (subject) => {
  const { from, to } = subject.source.years;
  if (to === undefined || to >= from) return [];
  return [
    {
      code: "years-reversed",
      at: "",
      path: ["years", "to"],
      message: message(
        `Bộ chỉ số áp dụng từ năm ${from} nhưng đến năm ${to}. Sửa years.`,
        `The set holds from ${from} but to ${to}. Mend years.`,
      ),
      expected: `>= ${from}`,
      found: String(to),
    },
  ];
};

/** 1 rising, -1 falling, 0 equal or unknown. */
function orderOf(a: Rational | undefined, b: Rational | undefined): number {
  return a && b ? Math.sign(compare(b, a)) : 0;
}
