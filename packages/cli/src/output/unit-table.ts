/** The scores of one unit as a table for people. */
import {
  type CompiledSet,
  explainNode,
  formatExact,
  message,
  type Node,
  type Status,
  type UnitScore,
} from "@opendti/engine";
import type { UnitRecord } from "../input/units.js";
import { writeDecimal } from "../language.js";
import { groupSize } from "../score/groups.js";
import { readPublished } from "../score/published.js";
import type { Scored } from "../score/scored.js";
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

/** Prints the unit's heading, its table, and its total and rank. */
export async function printUnit(scored: Scored, row: number, screen: Screen): Promise<void> {
  const { scores, units, set } = scored;
  const unit = units[row];
  if (!unit) throw new RangeError(`There is no unit ${row}`);
  const score = scores.explain(row);
  await screen.print(...headingOf(unit, screen));
  await screen.print(...tableOf(scored, unit, row, score, screen));
  await screen.print(...closingOf(set, scored, row, score, screen));
}

function headingOf({ facts }: UnitRecord, screen: Screen): string[] {
  const name = facts.title === undefined ? facts.unit : `${facts.title} (${facts.unit})`;
  const group = facts.group === "" ? "" : ` · ${screen.say(message("nhóm", "group"))} ${facts.group}`;
  return wrap(name + group, PAGE).map((text) => screen.paint("strong", text));
}

function tableOf(scored: Scored, unit: UnitRecord, row: number, score: UnitScore, screen: Screen): string[] {
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
  const shown = set.nodes.filter((node) => node.scored && !node.condition);
  const rows = shown.map((node) => nodeRow(scored, unit, node, score, screen));
  const total = writeDecimal(formatExact(score.total), screen.language);
  const differs = scored.differences.some((one) => one.unit === unit.facts.unit && one.code === "total");
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

function nodeRow(scored: Scored, unit: UnitRecord, node: Node, score: UnitScore, screen: Screen): Row {
  const { set, labels } = scored;
  const own = score.nodes[node.index];
  const label = labels[node.index] ?? node.code;
  const status = own?.status ?? "missing";
  const differs = scored.differences.some((one) => one.unit === unit.facts.unit && one.code === label);
  const published = unit.published;
  const printed = published?.scores[label]?.score ?? published?.scores[node.key]?.score;
  const why = node.children.length > 0 ? "" : whyOf(set, score, node, unit, status, screen);
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

function whyOf(
  set: CompiledSet,
  score: UnitScore,
  node: Node,
  unit: UnitRecord,
  status: Status,
  screen: Screen,
): string {
  const why = screen.say(explainNode(set, score, node.index, unit.facts).why);
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
export function rankWords({ scores }: Scored, row: number, screen: Screen): string {
  const rank = scores.rank(row);
  if (rank === 0) return screen.say(message("không xếp hạng", "not ranked"));
  return screen.say(
    message(`hạng ${rank}/${groupSize(scores, row)}`, `rank ${rank}/${groupSize(scores, row)}`),
  );
}

function closingOf(
  set: CompiledSet,
  scored: Scored,
  row: number,
  score: UnitScore,
  screen: Screen,
): string[] {
  const lines: string[] = [];
  const { scores, labels } = scored;
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
