/** `opendti sets show`: one set as a tree, with maxima, kinds of rule and inputs. */
import {
  type CompiledSet,
  type Fact,
  formatExact,
  kindWords,
  type LoadedSet,
  message,
} from "@opendti/engine";
import { openSet } from "../input/sets.js";
import { writeDecimal } from "../language.js";
import { printProblems } from "../output/problems.js";
import { printJson, type Screen } from "../output/screen.js";
import {
  type IndicatorSource,
  indicatorCount,
  labelsOf,
  ruleWords,
  sourcesOf,
  yearsOf,
} from "../output/set-facts.js";
import { type Column, layTable, PAGE, type Row } from "../output/table.js";
import { wrap } from "../output/width.js";
import type { Command } from "./command.js";

export const SET_ARGUMENT = {
  name: "SET",
  required: true,
  about: message(
    "id của bộ chỉ số có sẵn (opendti sets list), hoặc đường dẫn tới tệp .yaml/.json hay thư mục có set.yaml",
    "id of a set that ships (opendti sets list), or the path of a .yaml/.json file or of a folder with set.yaml",
  ),
} as const;

export const setsShow: Command = {
  name: "sets show",
  arguments: [SET_ARGUMENT],
  options: [],
  about: message(
    "in một bộ chỉ số: cây chỉ số, điểm tối đa, cách chấm, số liệu",
    "print a set: its tree, maxima, rules and inputs",
  ),
  examples: ["opendti sets show quang-ngai-so-nganh-2022"],
  async run(line, screen) {
    const { loaded } = await openSet(line.words[0] ?? "");
    if (!loaded.ok) {
      await printProblems(screen, loaded.problems);
      return 1;
    }
    if (screen.json) await printJson(screen, setJson(loaded.value));
    else await printSet(screen, loaded.value);
    return 0;
  },
};

function setJson({ set, source }: LoadedSet): object {
  const labels = labelsOf(set);
  const indicator = (index: number, of: IndicatorSource | undefined): object => {
    const node = set.nodes[index];
    if (!node || !of) return {};
    const [rule] = Object.keys(of.rule ?? {});
    return {
      code: labels[index],
      title: node.title,
      max: node.scored && !node.condition ? formatExact(node.max) : null,
      ...(rule === undefined ? {} : { rule }),
      ...(node.bonus ? { bonus: true } : {}),
      ...(node.inputs.length > 0 ? { inputs: node.inputs.map(factJson) } : {}),
      ...(node.children.length > 0
        ? { children: node.children.map((child, at) => indicator(child, of.children?.[at])) }
        : {}),
    };
  };
  return {
    id: set.id,
    version: set.version,
    status: source.status,
    kind: source.kind,
    title: source.title,
    years: source.years,
    legal_basis: source.legal_basis,
    max: set.scored ? formatExact(set.max) : null,
    rounding: source.rounding ?? null,
    profile: set.profile.map(factJson),
    indicators: set.pillars.map((pillar, at) => indicator(pillar, source.indicators[at])),
  };
}

function factJson(fact: Fact): object {
  return {
    id: fact.id,
    label: fact.label,
    kind: fact.kind,
    ...(fact.unit === undefined ? {} : { unit: fact.unit }),
    ...(fact.options.length > 0 ? { options: fact.options } : {}),
  };
}

async function printSet(screen: Screen, { set, source }: LoadedSet): Promise<void> {
  const vi = screen.language === "vi";
  const { paint } = screen;
  const max = set.scored
    ? `${writeDecimal(formatExact(set.max), screen.language)} ${vi ? "điểm" : "points"}`
    : vi
      ? "biểu mẫu, không chấm điểm"
      : "a form, no points";
  const basis = source.legal_basis.map((one) =>
    [one.number, one.date?.split("-").reverse().join("/"), one.issuer].filter(Boolean).join(", "),
  );
  await screen.print(
    ...wrap(source.title, PAGE).map((text) => paint("strong", text)),
    `${set.id} · ${vi ? "bản" : "version"} ${set.version} · ${yearsOf(source)} · ${source.applies_to.join(", ")} · ${indicatorCount(set)} ${vi ? "chỉ số" : "indicators"} · ${max}`,
    ...basis.flatMap((one) => wrap(`${vi ? "Căn cứ" : "Basis"}: ${one}`, PAGE)),
    ...(set.scored ? wrap(roundingWords(set, vi), PAGE) : []),
    "",
  );
  if (set.profile.length > 0) await screen.print(...profileTable(screen, set), "");
  await screen.print(...indicatorTable(screen, set));
}

function roundingWords(set: CompiledSet, vi: boolean): string {
  const ratio = set.source.rounding?.ratio;
  const mode = (of: { digits: number; mode: string }): string =>
    vi
      ? `${of.digits} chữ số (${of.mode === "half-even" ? "nửa về số chẵn" : "nửa lên"})`
      : `${of.digits} digits (${of.mode})`;
  const first =
    ratio === undefined || ratio === "exact" ? "" : vi ? `tỷ lệ ${mode(ratio)}, ` : `ratio ${mode(ratio)}, `;
  const sum =
    set.sum === "exact"
      ? vi
        ? "cộng điểm chưa làm tròn"
        : "exact scores are added"
      : vi
        ? "cộng điểm đã làm tròn"
        : "rounded scores are added";
  return vi
    ? `Làm tròn: ${first}điểm ${mode(set.scoreRounding)}, ${sum}`
    : `Rounding: ${first}score ${mode(set.scoreRounding)}, ${sum}`;
}

function profileTable(screen: Screen, set: CompiledSet): string[] {
  const vi = screen.language === "vi";
  const columns: Column[] = [
    { title: "profile", align: "left" },
    { title: vi ? "Thông tin chung" : "Profile", align: "left", flex: 1 },
    { title: vi ? "Loại" : "Kind", align: "left" },
  ];
  return layTable(
    columns,
    set.profile.map((fact) => ({ cells: [fact.id, fact.label, kindOf(screen, fact)] })),
    screen.paint,
  );
}

function kindOf(screen: Screen, fact: Fact): string {
  const kind = screen.say(kindWords[fact.kind]);
  return fact.unit === undefined ? kind : `${kind}, ${fact.unit}`;
}

function indicatorTable(screen: Screen, set: CompiledSet): string[] {
  const vi = screen.language === "vi";
  const labels = labelsOf(set);
  const columns: Column[] = [
    { title: vi ? "Mã" : "Code", align: "left" },
    { title: vi ? "Chỉ số" : "Indicator", align: "left", flex: 3 },
    { title: vi ? "Tối đa" : "Max", align: "right" },
    { title: vi ? "Cách chấm" : "Rule", align: "left", flex: 1 },
    { title: vi ? "Số liệu" : "Inputs", align: "left", flex: 1 },
  ];
  const rows = sourcesOf(set).map(({ node, source }): Row => {
    const rule = ruleWords(source.rule);
    const more = [
      rule ? screen.say(rule) : "",
      node.bonus ? (vi ? "điểm thưởng" : "bonus") : "",
      node.condition ? (vi ? "điều kiện" : "condition") : "",
      node.exceptions.length > 0
        ? `${node.exceptions.length} ${vi ? "ngoại lệ" : node.exceptions.length === 1 ? "exception" : "exceptions"}`
        : "",
    ];
    return {
      cells: [
        labels[node.index] ?? node.code,
        node.title,
        node.scored && !node.condition ? writeDecimal(formatExact(node.max), screen.language) : "–",
        more.filter((part) => part !== "").join(", "),
        node.inputs.map((fact) => fact.id).join(" "),
      ],
      indent: node.depth * 2,
      style: node.depth === 0 ? "strong" : undefined,
    };
  });
  return layTable(columns, rows, screen.paint);
}
