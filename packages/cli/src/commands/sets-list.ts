/** `opendti sets list`: the sets that ship. */
import { formatExact, type LoadedSet, message, type Problem } from "@opendti/engine";
import { openSet, shippedIds } from "../input/sets.js";
import { writeDecimal } from "../language.js";
import { printProblems } from "../output/problems.js";
import { printJson, type Screen } from "../output/screen.js";
import { indicatorCount, yearsOf } from "../output/set-facts.js";
import { layTable } from "../output/table.js";
import type { Command } from "./command.js";

export const setsList: Command = {
  name: "sets list",
  arguments: [],
  options: [],
  about: message("liệt kê các bộ chỉ số có sẵn", "list the indicator sets that ship"),
  examples: ["opendti sets list"],
  async run(_, screen) {
    const sets: LoadedSet[] = [];
    const problems: Problem[] = [];
    for (const id of shippedIds()) {
      const { loaded } = await openSet(id);
      if (loaded.ok) sets.push(loaded.value);
      else problems.push(...loaded.problems);
    }
    if (screen.json) await printJson(screen, { sets: sets.map(setJson) });
    else await printTable(screen, sets);
    if (problems.length > 0 && !screen.json) await printProblems(screen, problems);
    return problems.length > 0 ? 1 : 0;
  },
};

function setJson({ set, source }: LoadedSet): object {
  return {
    id: set.id,
    version: set.version,
    status: source.status,
    kind: source.kind,
    title: source.title,
    years: { from: source.years.from, ...(source.years.to === undefined ? {} : { to: source.years.to }) },
    pillars: set.pillars.length,
    indicators: indicatorCount(set),
    max: set.scored ? formatExact(set.max) : null,
  };
}

function printTable(screen: Screen, sets: readonly LoadedSet[]): Promise<void> {
  const vi = screen.language === "vi";
  const columns = [
    { title: "Id", align: "left" },
    { title: vi ? "Bản" : "Version", align: "right" },
    { title: vi ? "Tên" : "Title", align: "left", flex: 1 },
    { title: vi ? "Năm" : "Years", align: "left" },
    { title: vi ? "Chỉ số" : "Indicators", align: "right" },
    { title: vi ? "Tối đa" : "Maximum", align: "right" },
  ] as const;
  const rows = sets.map(({ set, source }) => ({
    cells: [
      set.id,
      String(set.version),
      source.title,
      yearsOf(source),
      String(indicatorCount(set)),
      set.scored
        ? writeDecimal(formatExact(set.max), screen.language)
        : screen.say(message("biểu mẫu", "form")),
    ],
  }));
  return screen.print(...layTable(columns, rows, screen.paint));
}
