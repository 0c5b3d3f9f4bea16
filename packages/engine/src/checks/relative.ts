/** Relative rules: with a group to compare in, and a stand-in until it is complete. */
import { message } from "../message.js";
import { isPartOfWhole } from "./range.js";
import { rulesOf } from "./rule-walk.js";
import type { Draft, SetCheck } from "./subject.js";

/** Relative rules of a set that ranks nobody. */
export const relativeHasGroup: SetCheck = (subject) =>
  subject.source.ranking
    ? []
    : subject.entries.flatMap((entry): Draft[] => {
        const place = entry.scored ? rulesOf(entry).find(({ rule }) => "relative" in rule) : undefined;
        if (!place) return [];
        const { code } = entry.node;
        return [
          {
            code: "relative-without-group",
            at: code,
            path: [...place.path, "relative"],
            message: message(
              `Chỉ số ${code} so với đơn vị cao nhất trong nhóm xếp hạng, nhưng bộ chỉ số không khai ranking. Khai ranking, hoặc dùng quy tắc khác.`,
              `Indicator ${code} compares with the best of the ranking group, but the set declares no ranking. Declare ranking, or use another rule.`,
            ),
            expected: "ranking",
          },
        ];
      });

/**
 * Relative rules without a stand-in, where the measure is a part of a whole: there the ratio itself is the natural one. Counts,
 * amounts and ratios that may exceed 1 have none, and are left alone.
 */
export const relativeHasProvisional: SetCheck = (subject) =>
  subject.set.relatives.flatMap(({ node, plan }): Draft[] => {
    const entry = subject.entries[node];
    if (!entry?.scored || plan.provisional || plan.to !== "best") return [];
    if (!isPartOfWhole(plan.measure.of, entry.node, subject.set)) return [];
    const { code } = entry.node;
    const { text } = plan.measure;
    return [
      {
        code: "relative-without-provisional",
        at: code,
        path: [...entry.path, "rule"],
        message: message(
          `Chỉ số ${code}: tỷ lệ ${text} không quá 1 nhưng không có cách tính tạm, nên đến khi đủ các đơn vị chỉ số hiện 0 điểm. Thêm provisional: { proportional: { of: ${text} } } nếu văn bản cho tạm tính theo tỷ lệ.`,
          `Indicator ${code}: the ratio ${text} is at most 1 and has no provisional rule, so that it shows 0 points until all units are in. Add provisional: { proportional: { of: ${text} } } if the text lets the ratio stand in.`,
        ),
        expected: "provisional",
      },
    ];
  });
