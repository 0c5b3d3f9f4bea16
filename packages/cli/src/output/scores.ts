/** The scores for people: a table a unit, or one ranking of many, then what is to be looked at. */
import { message } from "@opendti/engine";
import { counted, writeDecimal } from "../language.js";
import type { DataFinding } from "../score/findings.js";
import { factsAt, type Scored } from "../score/scored.js";
import { printRanking } from "./ranking-table.js";
import type { Screen } from "./screen.js";
import { PAGE } from "./table.js";
import { printUnit } from "./unit-table.js";
import { wrap } from "./width.js";

/** Up to this many units each get a table of their own. */
const MOST_TABLES = 5;

/** Units named where many share a finding. */
const MOST_NAMES = 5;

/** Most lines of findings, and of differences, when there are many units. */
const MOST_LINES = 50;

export async function printScores(scored: Scored, screen: Screen): Promise<void> {
  const { set, units } = scored;
  await screen.print(
    ...wrap(set.source.title, PAGE),
    `${set.id} · ${screen.say(message("bản", "version"))} ${set.version}`,
    "",
  );
  if (!set.scored) await printForm(scored, screen);
  else {
    if (units.length <= MOST_TABLES)
      for (const row of units.keys()) {
        await printUnit(scored, row, screen);
        await screen.print("");
      }
    if (units.length > 1) await printRanking(scored, screen);
  }
  await printFindings(scored, screen);
  await printDifferences(scored, screen);
}

/** A form gives no points: how much of it each unit has filled in. */
async function printForm(scored: Scored, screen: Screen): Promise<void> {
  const { set, units } = scored;
  await screen.print(
    screen.say(
      message(
        "Đây là biểu mẫu thu thập số liệu, không chấm điểm.",
        "This is a form that collects data; it gives no points.",
      ),
    ),
  );
  const asked = set.facts.length;
  for (const [row, unit] of units.entries()) {
    const given = factsAt(scored, row).values.filter((value) => value !== undefined).length;
    const name = unit.title ?? unit.unit;
    await screen.print(
      ...wrap(
        screen.say(
          message(
            `${name}: đã khai ${given}/${asked} số liệu`,
            `${name}: ${given} of ${asked} data declared`,
          ),
        ),
        PAGE,
      ),
    );
  }
}

async function printFindings({ findings, units }: Scored, screen: Screen): Promise<void> {
  if (findings.length === 0) return;
  const heading = counted(
    findings.length,
    "điều cần xem lại trong số liệu",
    "remark on the data",
    "remarks on the data",
  );
  await screen.print(screen.paint("strong", `${screen.say(heading)}:`));
  const lines =
    units.length <= MOST_TABLES
      ? findings.map((one) => single(one, units.length > 1, screen))
      : shared(findings, screen);
  for (const { severity, text } of lines.slice(0, MOST_LINES)) {
    const mark = severity === "error" ? screen.paint("bad", "✗") : screen.paint("warning", "!");
    await screen.print(
      ...wrap(text, PAGE - 4).map((line, at) => (at === 0 ? `  ${mark} ${line}` : `    ${line}`)),
    );
  }
  await printRest(lines.length, screen);
}

interface FindingLine {
  readonly severity: DataFinding["severity"];
  readonly text: string;
}

function single(finding: DataFinding, named: boolean, screen: Screen): FindingLine {
  const where = [named ? finding.unit : "", finding.at].filter((part) => part !== "").join(" ");
  const declared = finding.declared ? ` (${screen.say(finding.declared)})` : "";
  return {
    severity: finding.severity,
    text: `${where === "" ? "" : `${where}: `}${screen.say(finding.message)}${declared}`,
  };
}

/** Among many units, what many of them share is said once, with the first of them named; errors first. */
function shared(findings: readonly DataFinding[], screen: Screen): FindingLine[] {
  const groups = new Map<string, DataFinding[]>();
  for (const finding of findings) {
    const same = `${finding.severity} ${finding.code} ${finding.at} ${finding.expected ?? screen.say(finding.message)}`;
    const group = groups.get(same);
    if (group) group.push(finding);
    else groups.set(same, [finding]);
  }
  const lines = [...groups.values()].flatMap((group): FindingLine[] => {
    const [first] = group;
    if (!first) return [];
    if (group.length === 1) return [single(first, true, screen)];
    const names = group.slice(0, MOST_NAMES).map((one) => one.unit);
    const who = `${names.join(", ")}${group.length > MOST_NAMES ? ", …" : ""}`;
    const count = screen.say(counted(group.length, "đơn vị", "unit"));
    const { text } = single({ ...first, at: "" }, true, screen);
    return [{ severity: first.severity, text: `${first.at}: ${count} (${who}). ${text}` }];
  });
  return lines.sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
}

async function printDifferences({ differences, published, units }: Scored, screen: Screen): Promise<void> {
  if (!published) return;
  if (differences.length === 0) {
    const reproduced = units.filter((unit) => unit.published && unit.published.reproduce !== false).length;
    if (reproduced === 0)
      await screen.print(
        screen.say(
          message(
            "Điểm công bố không kèm số liệu đã dùng để tính, nên không so sánh.",
            "The published scores came without their data: they are not compared.",
          ),
        ),
      );
    else
      await screen.print(
        screen.paint(
          "good",
          screen.say(message("Trùng với mọi điểm đã công bố.", "All published scores are reproduced.")),
        ),
      );
    return;
  }
  const heading = counted(
    differences.length,
    "điểm khác với công bố",
    "score differs from what was published",
    "scores differ from what was published",
  );
  await screen.print(screen.paint("bad", `${screen.say(heading)}:`));
  const number = (text: string | null): string => (text === null ? "–" : writeDecimal(text, screen.language));
  for (const one of differences.slice(0, MOST_LINES)) {
    const text = message(
      `${one.unit} ${one.code}: tính được ${number(one.score)}, công bố ${number(one.published)}`,
      `${one.unit} ${one.code}: computed ${number(one.score)}, published ${number(one.published)}`,
    );
    await screen.print(
      ...wrap(screen.say(text), PAGE - 4).map((line, at) => (at === 0 ? `  ≠ ${line}` : `    ${line}`)),
    );
  }
  await printRest(differences.length, screen);
}

async function printRest(count: number, screen: Screen): Promise<void> {
  if (count > MOST_LINES)
    await screen.print(
      screen.say(
        message(
          `  … và ${count - MOST_LINES} điều nữa (--json: tất cả)`,
          `  … and ${count - MOST_LINES} more (--json: all)`,
        ),
      ),
    );
}
