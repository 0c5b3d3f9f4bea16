/** Maxima: children against their parent, pillars against what the document declares. */
import { message } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { add, compare, equal, type Rational, subtract, ZERO } from "../numbers/rational.js";
import { exactOf } from "./rule-walk.js";
import { childrenOf, type Draft, type Entry, rowName, type SetCheck, type Subject } from "./subject.js";
import { en, vi } from "./write.js";

/** The maximum printed for a row against the sum of the rows below it. */
export const childrenSumToParent: SetCheck = (subject) =>
  subject.entries.flatMap((entry): Draft[] => {
    const printed = exactOf(entry.source.max);
    const parts = counted(childrenOf(subject, entry));
    if (!entry.scored || !printed || !entry.source.children) return [];
    const sum = sumOf(parts);
    if (equal(sum, printed)) return [];
    const name = rowName(entry);
    return [
      {
        code: "sum-mismatch",
        at: entry.node.code,
        path: [...entry.path, "max"],
        message: message(
          `Điểm tối đa in của ${name.vi} là ${vi(printed)}, nhưng ${parts.length} mục con có điểm cộng lại được ${vi(sum)} (${difference(sum, printed).vi}). Đối chiếu từng dòng với văn bản; nếu chính văn bản in sai thì giữ nguyên và ghi vào SOURCE.md.`,
          `The maximum printed for ${name.en} is ${en(printed)}, but its ${parts.length} scored children add up to ${en(sum)} (${difference(sum, printed).en}). Compare each row with the document; if it is printed so, keep it and note it in SOURCE.md.`,
        ),
        expected: formatExact(printed),
        found: formatExact(sum),
      },
    ];
  });

/** The total that the document states against the sum of its pillars. */
export const pillarsSumToDeclared: SetCheck = (subject) => {
  const declared = exactOf(subject.source.declared?.max);
  const pillars = counted(childrenOf(subject, undefined));
  if (!declared || !subject.set.scored) return [];
  const sum = sumOf(pillars);
  if (equal(sum, declared)) return [];
  return [
    {
      code: "sum-mismatch",
      at: "",
      path: ["declared", "max"],
      message: message(
        `Văn bản ghi tổng điểm tối đa ${vi(declared)}, nhưng ${pillars.length} chỉ số chính có điểm cộng lại được ${vi(sum)} (${difference(sum, declared).vi}). Đối chiếu điểm tối đa của từng chỉ số chính với văn bản.`,
        `The document states a maximum of ${en(declared)}, but its ${pillars.length} scored pillars add up to ${en(sum)} (${difference(sum, declared).en}). Compare each pillar's maximum with the document.`,
      ),
      expected: formatExact(declared),
      found: formatExact(sum),
    },
  ];
};

/** What the document says of each pillar elsewhere, against the pillar's row. */
export const declaredPillarMaxima: SetCheck = (subject) =>
  (subject.source.declared?.per_pillar ?? []).flatMap(({ code, max }, index): Draft[] => {
    const path = ["declared", "per_pillar", index];
    const pillar = pillarOf(subject, code);
    if (!pillar)
      return [
        {
          code: "declared-unknown-pillar",
          at: code,
          path: [...path, "code"],
          message: message(
            `declared.per_pillar nêu mã "${code}" nhưng không có chỉ số chính nào mang mã đó. Sửa mã, hoặc thêm chỉ số chính còn thiếu.`,
            `declared.per_pillar names "${code}", which is not a pillar. Mend the code, or add the missing pillar.`,
          ),
          found: code,
        },
      ];
    const declared = exactOf(max);
    if (!declared || !subject.set.scored || equal(declared, pillar.node.max)) return [];
    return [
      {
        code: "sum-mismatch",
        at: code,
        path: [...path, "max"],
        message: message(
          `Chỗ khác trong văn bản (declared.per_pillar) ghi điểm tối đa của chỉ số chính ${code} là ${vi(declared)}, nhưng bảng ghi ${vi(pillar.node.max)}. Đối chiếu hai chỗ với văn bản.`,
          `Elsewhere the document (declared.per_pillar) gives pillar ${code} a maximum of ${en(declared)}, but the table ${en(pillar.node.max)}. Compare both places with the document.`,
        ),
        expected: formatExact(declared),
        found: formatExact(pillar.node.max),
      },
    ];
  });

/** A row that is summed without a printed maximum, beside rows that print theirs. */
export const missingMaxima: SetCheck = (subject) =>
  subject.entries.flatMap((entry): Draft[] => {
    if (!entry.scored || !entry.source.children || entry.source.max !== undefined) return [];
    const above = entry.node.parent === undefined ? undefined : subject.entries[entry.node.parent];
    const beside = childrenOf(subject, above).filter((other) => other.scored && other !== entry);
    if (!beside.some((other) => other.source.children && other.source.max !== undefined)) return [];
    const name = rowName(entry);
    return [
      {
        code: "max-missing",
        at: entry.node.code,
        path: entry.path,
        message: message(
          `Các mục cùng cấp có ghi điểm tối đa, riêng ${name.vi} không ghi max; đang lấy tổng các mục con là ${vi(entry.node.max)}. Chép điểm tối đa đã in vào max.`,
          `The rows beside ${name.en} state a maximum and it does not; the sum of its children, ${en(entry.node.max)}, is taken. Copy the printed maximum into max.`,
        ),
        found: formatExact(entry.node.max),
      },
    ];
  });

/** The pillar with this code. */
export function pillarOf(subject: Subject, code: string): Entry | undefined {
  return childrenOf(subject, undefined).find(
    (pillar) => pillar.node.code === code || pillar.node.key === code,
  );
}

/** Rows that count towards the sum: scored ones, bonuses apart. */
function counted(rows: readonly Entry[]): Entry[] {
  return rows.filter((row) => row.scored && !row.node.bonus && !row.node.condition);
}

function sumOf(rows: readonly Entry[]): Rational {
  return rows.reduce((sum, row) => add(sum, row.node.max), ZERO);
}

function difference(sum: Rational, printed: Rational): { vi: string; en: string } {
  const more = compare(sum, printed) > 0;
  const by = more ? subtract(sum, printed) : subtract(printed, sum);
  return more
    ? { vi: `thừa ${vi(by)}`, en: `${en(by)} too many` }
    : { vi: `thiếu ${vi(by)}`, en: `${en(by)} too few` };
}
