/** Many units in one table per ranking group: rank, unit, pillars, total. */
import { formatTicks } from "@opendti/engine";
import { writeDecimal } from "../language.js";
import { rowsByGroup } from "../score/groups.js";
import type { Scored } from "../score/scored.js";
import type { Screen } from "./screen.js";
import { type Column, layTable, PAGE } from "./table.js";

/** Least width of the unit's name; pillars that leave less are not shown. */
const NAME_WIDTH = 20;

export async function printRanking(scored: Scored, screen: Screen): Promise<void> {
  const { set, scores, labels, units } = scored;
  const vi = screen.language === "vi";
  const digits = set.scoreRounding.digits;
  const written = (ticks: number): string => writeDecimal(formatTicks(ticks, digits), screen.language);
  const pillars = set.pillars.filter((pillar) => set.nodes[pillar]?.scored);
  const widths = pillars.map((pillar) => {
    let most = (labels[pillar] ?? "").length;
    for (let row = 0; row < scores.length; row += 1)
      most = Math.max(most, written(scores.ticks(row, pillar)).length);
    return most + 2;
  });
  let left = PAGE - NAME_WIDTH - 24;
  const shown = pillars.filter((_, at) => {
    left -= widths[at] ?? 0;
    return left >= 0;
  });
  const columns: Column[] = [
    { title: vi ? "Hạng" : "Rank", align: "right" },
    { title: vi ? "Đơn vị" : "Unit", align: "left", flex: 1 },
    ...shown.map((pillar): Column => ({ title: labels[pillar] ?? "", align: "right" })),
    { title: vi ? "Tổng" : "Total", align: "right" },
  ];
  for (const { group, rows } of rowsByGroup(scores)) {
    if (group !== "") await screen.print(screen.paint("strong", `${vi ? "Nhóm" : "Group"} ${group}`));
    const lines = rows.map((row) => ({
      cells: [
        String(scores.rank(row) || "–"),
        units[row]?.title ?? scores.unit(row),
        ...shown.map((pillar) => written(scores.ticks(row, pillar))),
        written(scores.totalTicks(row)),
      ],
    }));
    await screen.print(...layTable(columns, lines, screen.paint), "");
  }
  if (shown.length < pillars.length)
    await screen.print(
      vi
        ? `Chỉ in ${shown.length}/${pillars.length} nhóm chỉ số cho vừa trang; đủ cột: --out TỆP.csv`
        : `${shown.length} of ${pillars.length} pillars shown; all columns: --out FILE.csv`,
      "",
    );
}
