/** The scores of one unit as a table for people. */
import {
  explainNode,
  formatExact,
  message,
  type Node,
  type Status,
  type UnitFacts,
  type UnitScore,
} from "@opendti/engine";
import { writeDecimal } from "../language.js";
import { groupSize } from "../score/groups.js";
import { readPublished } from "../score/published.js";
import { factsAt, type Scored, type UnitRecord, unitAt } from "../score/scored.js";
import type { Style } from "./paint.js";
import type { Screen } from "./screen.js";
import { type Column, layTable, PAGE, type Row } from "./table.js";
import { plain, wrap } from "./width.js";

const STATUS_WORDS = {
  scored: message("", ""),
  // Its line says what is missing.
  missing: message("", ""),
  undefined: message("không xác định", "undefined"),
  not_applicable: message("không áp dụng", "not applicable"),
  pending: message("tạm tính", "provisional"),
};

const STATUS_STYLES: Partial<Record<Status, Style>> = {
  missing: "warning",
  undefined: "bad",
  pending: "faint",
  not_applicable: "faint",
};

/** One unit on its way to the screen. */
interface Shown {
  readonly scored: Scored;
  readonly row: number;
  readonly unit: UnitRecord;
  readonly facts: UnitFacts;
  readonly score: UnitScore;
  readonly screen: Screen;
}

/** Prints the unit's heading, its table, and its total and rank. */
export async function printUnit(scored: Scored, row: number, screen: Screen): Promise<void> {
  const shown = {
    scored,
    row,
    unit: unitAt(scored, row),
    facts: factsAt(scored, row),
    score: scored.scores.explain(row),
    screen,
  };
  await screen.print(...headingOf(shown.unit, screen), ...tableOf(shown), ...closingOf(shown));
}

function headingOf({ unit, title, group }: UnitRecord, screen: Screen): string[] {
  const name = title === undefined ? unit : `${title} (${unit})`;
  const grouped = group === "" ? "" : ` · ${screen.say(message("nhóm", "group"))} ${group}`;
  return wrap(name + grouped, PAGE).map((text) => screen.paint("strong", text));
}

function tableOf(shown: Shown): string[] {
  const { scored, row, unit, score, screen } = shown;
  const { set } = scored;
  const vi = screen.language === "vi";
  const published = unit.published;
  const columns: Column[] = [
    { title: vi ? "Mã" : "Code", align: "left" },
    { title: vi ? "Chỉ số" : "Indicator", align: "left", flex: 4, lines: 3 },
    { title: vi ? "Tối đa" : "Max", align: "right" },
    { title: vi ? "Điểm" : "Score", align: "right" },
    ...(published ? ([{ title: vi ? "Công bố" : "Published", align: "right" }] as const) : []),
    { title: vi ? "Cách tính" : "Why", align: "left", flex: 4, lines: 3 },
  ];
  const nodes = set.nodes.filter((node) => node.scored && !node.condition);
  const rows = nodes.map((node) => nodeRow(shown, node));
  const total = writeDecimal(formatExact(score.total), screen.language);
  const differs = scored.differences.some((one) => one.unit === unit.unit && one.code === "total");
  rows.push({
    cells: [
      "",
      vi ? "Tổng" : "Total",
      writeDecimal(formatExact(set.max), screen.language),
      total,
      ...(published ? [publishedCell(published.total, differs, screen)] : []),
      rankWords(scored, row, screen),
    ],
    style: "strong",
    ruled: true,
    ...(differs ? { styles: { 4: "bad" as const } } : {}),
  });
  return layTable(columns, rows, screen.paint);
}

function nodeRow(shown: Shown, node: Node): Row {
  const { scored, unit, score, screen } = shown;
  const { labels } = scored;
  const own = score.nodes[node.index];
  const label = labels[node.index] ?? node.code;
  const status = own?.status ?? "missing";
  const differs = scored.differences.some((one) => one.unit === unit.unit && one.code === label);
  const published = unit.published;
  const printed = published?.scores[label]?.score ?? published?.scores[node.key]?.score;
  const why = node.children.length > 0 ? "" : whyOf(shown, node, status);
  const style = STATUS_STYLES[status];
  const whyAt = published ? 5 : 4;
  return {
    cells: [
      label,
      node.title,
      writeDecimal(formatExact(node.max), screen.language),
      own ? writeDecimal(formatExact(own.score), screen.language) : "",
      ...(published ? [publishedCell(printed, differs, screen)] : []),
      why,
    ],
    indent: node.depth * 2,
    style: node.depth === 0 ? "strong" : undefined,
    styles: {
      ...(style && node.children.length === 0 ? { [whyAt]: style } : {}),
      ...(differs ? { 3: "bad", 4: "bad" } : {}),
    },
  };
}

function whyOf({ scored, score, facts, screen }: Shown, node: Node, status: Status): string {
  const why = screen.say(explainNode(scored.set, score, node.index, facts).why);
  const word = screen.say(STATUS_WORDS[status]);
  return word === "" || why.toLowerCase().includes(word) ? why : `${word}: ${why}`;
}

/** The published number, `≠` before one that the rules do not give. */
function publishedCell(printed: string | number | undefined, differs: boolean, screen: Screen): string {
  if (printed === undefined) return "";
  const value = readPublished(printed);
  return `${differs ? "≠ " : ""}${value ? writeDecimal(formatExact(value), screen.language) : plain(String(printed))}`;
}

/** `hạng 3/40`; nothing when a condition leaves the unit unranked. */
function rankWords({ scores }: Scored, row: number, screen: Screen): string {
  const rank = scores.rank(row);
  if (rank === 0) return screen.say(message("không xếp hạng", "not ranked"));
  return screen.say(
    message(`hạng ${rank}/${groupSize(scores, row)}`, `rank ${rank}/${groupSize(scores, row)}`),
  );
}

function closingOf({ scored, row, score, screen }: Shown): string[] {
  const lines: string[] = [];
  const { set, scores, labels } = scored;
  const step = set.source.levels?.steps.find((one) => one.key === score.level);
  if (step) lines.push(screen.say(message(`Mức: ${step.label}`, `Level: ${step.label}`)));
  for (const { node, holds } of score.conditions) {
    if (holds === true) continue;
    const title = `${labels[node] ?? ""} ${set.nodes[node]?.title ?? ""}`;
    const text =
      holds === false
        ? message(`Điều kiện không đạt: ${title}`, `Condition not met: ${title}`)
        : message(`Chưa rõ điều kiện: ${title}`, `Condition unknown: ${title}`);
    lines.push(...wrap(screen.say(text), PAGE));
  }
  const pending = set.nodes.filter(
    (node) => node.children.length === 0 && scores.status(row, node.index) === "pending",
  ).length;
  if (pending > 0)
    lines.push(
      ...wrap(
        screen.say(
          message(
            `${pending} chỉ số so với nhóm còn tạm tính, chờ đủ đơn vị (--final: coi như đã đủ)`,
            `${pending} ${pending === 1 ? "indicator is" : "indicators are"} provisional until all units are in (--final: take them as in)`,
          ),
        ),
        PAGE,
      ),
    );
  return lines;
}
