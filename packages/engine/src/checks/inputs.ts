/** Inputs: each used, each with limits that agree, none hiding a fact of the profile. */
import { type Expression, parseExpression, references } from "../expression/parse.js";
import { message } from "../message.js";
import { formatExact } from "../numbers/decimal.js";
import { compare } from "../numbers/rational.js";
import { exactOf, measuresOf, rulesOf } from "./rule-walk.js";
import type { Draft, Entry, SetCheck, Subject } from "./subject.js";
import { en, vi } from "./write.js";

/** Kinds that a rule cannot compute with: they are declared to be read. */
const FOR_READING = new Set(["text", "link", "date", "table"]);

/** Inputs that nothing uses. Forms, and rows without points, collect what nothing computes. */
export const inputsUsed: SetCheck = (subject) => {
  const used = usedInputs(subject);
  return subject.entries.flatMap((entry) => {
    if (!entry.scored) return [];
    return (entry.source.inputs ?? []).flatMap((input, index): Draft[] => {
      if (FOR_READING.has(input.kind) || used.has(nameOf(entry, input.id))) return [];
      const { code } = entry.node;
      return [
        {
          code: "input-unused",
          at: code,
          path: [...entry.path, "inputs", index],
          message: message(
            `Chỉ số ${code} khai số liệu "${input.id}" (${input.label}) nhưng không quy tắc, ngoại lệ, kiểm tra hay tổng chi tiết nào dùng. Dùng nó trong quy tắc (công thức có thể đã thiếu), thêm kiểm tra, hoặc bỏ đi.`,
            `Indicator ${code} declares input "${input.id}" (${input.label}), and no rule, exception, check or breakdown uses it. Use it in the rule (the formula may lack it), add a check, or remove it.`,
          ),
          found: input.id,
        },
      ];
    });
  });
};

/** Every input that something reads, as `key.id`. */
function usedInputs(subject: Subject): Set<string> {
  const used = new Set<string>();
  for (const entry of subject.entries) {
    const { source } = entry;
    const rules = rulesOf(entry);
    for (const { rule } of rules) {
      if ("choice" in rule) used.add(nameOf(entry, rule.choice.of ?? "choice"));
      if ("manual" in rule) used.add(nameOf(entry, rule.manual.of ?? "points"));
    }
    for (const { breakdown } of source.inputs ?? [])
      for (const id of breakdown ?? []) used.add(nameOf(entry, id));
    const expressions = [
      ...rules.flatMap(({ rule }) => measuresOf(rule)),
      ...(source.exceptions ?? []).map(({ when }) => when),
      ...(source.condition ? [source.condition.of] : []),
      ...(source.checks ?? []).map(({ require }) => require),
    ];
    for (const reference of expressions.flatMap((text) => references(parseExpression(text))))
      use(reference, entry, subject, used);
  }
  return used;
}

function use(reference: Expression, entry: Entry, subject: Subject, used: Set<string>): void {
  if (reference.kind === "name") used.add(nameOf(entry, reference.name));
  if (reference.kind !== "foreign") return;
  const other = subject.entries[subject.set.nodeOf.get(reference.code) ?? -1];
  if (other) used.add(nameOf(other, reference.input));
}

function nameOf(entry: Entry, input: string): string {
  return `${entry.node.key}.${input}`;
}

/** Inputs whose name means something else in the profile. */
export const inputsBesideProfile: SetCheck = (subject) =>
  subject.entries.flatMap((entry) =>
    (entry.source.inputs ?? []).flatMap((input, index): Draft[] => {
      const fact = (subject.source.profile ?? []).find(({ id }) => id === input.id);
      if (!fact) return [];
      const { code } = entry.node;
      return [
        {
          code: "input-shadows-profile",
          at: code,
          path: [...entry.path, "inputs", index, "id"],
          message: message(
            `Chỉ số ${code}: mã số liệu "${input.id}" trùng với mục thông tin chung "${fact.label}"; trong biểu thức của chỉ số, "${input.id}" là số liệu của chỉ số. Đổi mã của số liệu.`,
            `Indicator ${code}: input "${input.id}" has the id of the profile's "${fact.label}"; in the indicator's expressions "${input.id}" is its own input. Rename the input.`,
          ),
          found: input.id,
        },
      ];
    }),
  );

/** Limits that no value can meet, and defaults outside them. */
export const inputLimits: SetCheck = (subject) => {
  const profile = (subject.source.profile ?? []).map((input, index) => ({
    input,
    at: "",
    path: ["profile", index],
  }));
  const rows = subject.entries.flatMap((entry) =>
    (entry.source.inputs ?? []).map((input, index) => ({
      input,
      at: entry.node.code,
      path: [...entry.path, "inputs", index],
    })),
  );
  return [...profile, ...rows].flatMap(({ input, at, path }): Draft[] => {
    const min = exactOf(input.min);
    const max = exactOf(input.max);
    const given = "default" in input ? input.default : undefined;
    const standard = typeof given === "boolean" ? undefined : exactOf(given);
    if (min && max && compare(min, max) > 0)
      return [
        {
          code: "input-range",
          at,
          path: [...path, "min"],
          message: message(
            `Số liệu "${input.id}": min ${vi(min)} lớn hơn max ${vi(max)}, nên không giá trị nào được nhận. Sửa min hoặc max.`,
            `Input "${input.id}": min ${en(min)} is above max ${en(max)}, so that no value is accepted. Mend min or max.`,
          ),
          expected: `<= ${formatExact(max)}`,
          found: formatExact(min),
        },
      ];
    if (!standard || ((!min || compare(standard, min) >= 0) && (!max || compare(standard, max) <= 0)))
      return [];
    return [
      {
        code: "input-range",
        at,
        path: [...path, "default"],
        message: message(
          `Số liệu "${input.id}": giá trị mặc định ${vi(standard)} nằm ngoài giới hạn của chính nó. Sửa default, min hoặc max.`,
          `Input "${input.id}": its default ${en(standard)} lies outside its own limits. Mend default, min or max.`,
        ),
        found: formatExact(standard),
      },
    ];
  });
};
