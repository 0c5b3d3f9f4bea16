/** Counts that the document states, against the rows of its table. */
import { type Message, message } from "../message.js";
import type { Path } from "../rules/rule-kind.js";
import { childrenOf, type Draft, type SetCheck } from "./subject.js";
import { pillarOf } from "./sums.js";

/** Declared pillars, indicators and groups, whole and by pillar. */
export const declaredCounts: SetCheck = (subject) => {
  const { declared } = subject.source;
  if (!declared) return [];
  const pillars = childrenOf(subject, undefined);
  const indicators = pillars.reduce((sum, pillar) => sum + pillar.node.children.length, 0);
  const groups = subject.source.groups?.length ?? 0;
  const whole = message("Văn bản", "The document");
  return [
    ...compareCount(
      "",
      ["declared", "pillars"],
      whole,
      declared.pillars,
      pillars.length,
      message("chỉ số chính", "pillars"),
    ),
    ...compareCount(
      "",
      ["declared", "indicators"],
      whole,
      declared.indicators,
      indicators,
      message("chỉ số thành phần", "indicators"),
    ),
    ...compareCount("", ["declared", "groups"], whole, declared.groups, groups, message("nhóm", "groups")),
    ...(declared.per_pillar ?? []).flatMap(({ code, indicators: count }, index) => {
      const pillar = pillarOf(subject, code);
      const path = ["declared", "per_pillar", index, "indicators"];
      const who = message(`Với chỉ số chính ${code}, văn bản`, `For pillar ${code} the document`);
      return pillar
        ? compareCount(
            code,
            path,
            who,
            count,
            pillar.node.children.length,
            message("chỉ số thành phần", "indicators"),
          )
        : [];
    }),
  ];
};

function compareCount(
  at: string,
  path: Path,
  who: Message,
  stated: number | undefined,
  found: number,
  what: Message,
): Draft[] {
  if (stated === undefined || stated === found) return [];
  const by = Math.abs(stated - found);
  const vi = found < stated ? `thiếu ${by}` : `thừa ${by}`;
  const en = found < stated ? `${by} missing` : `${by} too many`;
  return [
    {
      code: "count-mismatch",
      at,
      path,
      message: message(
        `${who.vi} ghi có ${stated} ${what.vi}, nhưng bảng có ${found} (${vi}). Tìm dòng thiếu hoặc thừa; nếu bảng đúng như bản in thì ghi mâu thuẫn vào SOURCE.md.`,
        `${who.en} states ${stated} ${what.en}, but the table has ${found} (${en}). Look for a missing or doubled row; if the table is as printed, note it in SOURCE.md.`,
      ),
      expected: String(stated),
      found: String(found),
    },
  ];
}
