/** What surrounds the numbers of a case: its codes, its year, the dates of its evidence. */
import { checkEvidence } from "../data/checks.js";
import { message } from "../message.js";
import type { Path } from "../rules/rule-kind.js";
import { unitName } from "./published.js";
import type { CaseCheck, Draft } from "./subject.js";

/** Codes that the set does not have. */
export const knownCodes: CaseCheck = (subject, file) =>
  file.data.units.flatMap((unit, index) => {
    const places: [Path, Readonly<Record<string, unknown>> | undefined][] = [
      [["answers"], unit.answers],
      [["claims"], unit.claims],
      [["evidence"], unit.evidence],
      [["published", "scores"], unit.published?.scores],
      [["published", "pillar_ranks"], unit.published?.pillar_ranks],
    ];
    const reported = new Set<string>();
    return places.flatMap(([path, record]) =>
      Object.keys(record ?? {}).flatMap((code): Draft[] => {
        if (subject.set.nodeOf.has(code) || reported.has(code)) return [];
        reported.add(code);
        return [
          {
            code: "case-unknown-code",
            at: code,
            path: ["units", index, ...path, code],
            message: message(
              `${unitName(unit)}: mã "${code}" (ở ${path.join(".")}) không có trong bộ chỉ số. Sửa mã, hoặc thêm chỉ số còn thiếu.`,
              `${unitName(unit)}: code "${code}" (under ${path.join(".")}) is not in the set. Mend the code, or add the missing indicator.`,
            ),
            found: code,
          },
        ];
      }),
    );
  });

/** A case of a year in which the set does not hold. */
export const caseWithinYears: CaseCheck = (subject, { data }) => {
  const { from, to } = subject.source.years;
  if (data.year === undefined || (data.year >= from && (to === undefined || data.year <= to))) return [];
  const years = to === undefined ? `${from}–` : to === from ? String(from) : `${from}–${to}`;
  return [
    {
      code: "case-outside-years",
      at: "",
      path: ["year"],
      message: message(
        `Trường hợp của năm ${data.year}, nhưng bộ chỉ số áp dụng ${to === undefined ? `từ năm ${from}` : `cho ${years}`}. Kiểm tra năm của trường hợp và của bộ chỉ số.`,
        `The case is of ${data.year}, but the set holds ${to === undefined ? `from ${from}` : `for ${years}`}. Check both years.`,
      ),
      expected: years,
      found: String(data.year),
    },
  ];
};

/** Evidence dated in another year, where the indicator wants it within the year. */
export const evidenceDates: CaseCheck = ({ set }, { data }) => {
  const { year, units } = data;
  if (year === undefined) return [];
  return units.flatMap((unit, index) =>
    Object.entries(unit.evidence ?? {}).flatMap(([code, documents]) => {
      const node = set.nodeOf.get(code);
      if (node === undefined) return [];
      return checkEvidence(set, node, documents, year).flatMap(
        ({ code: kind, evidence, message: why }): Draft[] => {
          const document = evidence === undefined ? undefined : documents[evidence];
          if (kind !== "evidence-outside-year" || evidence === undefined || !document) return [];
          const { number, title, text, date } = document;
          return [
            {
              code: "evidence-outside-year",
              at: code,
              path: ["units", index, "evidence", code, evidence, "date"],
              message: message(
                `${unitName(unit)}, chỉ số ${code}, "${number ?? title ?? text}": ${why.vi} Kiểm tra ngày của tài liệu; nếu in như vậy thì ghi ở note để thẩm định hỏi lại.`,
                `${unitName(unit)}, indicator ${code}, "${number ?? title ?? text}": ${why.en} Check its date; if printed so, note it for the appraiser.`,
              ),
              expected: String(year),
              found: date,
            },
          ];
        },
      );
    }),
  );
};
