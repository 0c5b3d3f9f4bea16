/** The header of a table of data: long (one row a datum) or wide (one row a unit), by the names of its columns. */
import { type CompiledSet, type Message, message, type Node, shown } from "@opendti/engine";
import { fold, nearestHint } from "../misuse.js";
import { PROFILE } from "./declared.js";

export interface DatumColumn {
  readonly at: number;
  readonly code: string;
  /** Undefined for a lone value. */
  readonly input: string | undefined;
}

interface UnitColumns {
  readonly unit: number;
  readonly group: number | undefined;
  readonly title: number | undefined;
}

export interface LongHeader extends UnitColumns {
  readonly shape: "long";
  readonly code: number;
  readonly input: number | undefined;
  readonly value: number;
}

export interface WideHeader extends UnitColumns {
  readonly shape: "wide";
  readonly columns: readonly DatumColumn[];
}

export type Header = LongHeader | WideHeader;

export interface HeaderFault {
  readonly at: number;
  readonly text: Message;
}

type Role = "unit" | "group" | "title" | "code" | "input" | "value" | "ignored";

/** Names of columns, without marks and in lower case. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["unit", "unit"],
  ["don vi", "unit"],
  ["ma don vi", "unit"],
  ["group", "group"],
  ["nhom", "group"],
  ["nhom xep hang", "group"],
  ["title", "title"],
  ["unit title", "title"],
  ["ten don vi", "title"],
  ["code", "code"],
  ["ma", "code"],
  ["ma chi so", "code"],
  ["input", "input"],
  ["so lieu", "input"],
  ["value", "value"],
  ["gia tri", "value"],
  ["", "ignored"],
  ["stt", "ignored"],
  ["tt", "ignored"],
  ["note", "ignored"],
  ["notes", "ignored"],
  ["ghi chu", "ignored"],
  ["chi so", "ignored"],
  ["ten chi so", "ignored"],
]);

/**
 * Reads a row as a header.
 * @returns undefined when the row is no header at all; with faults, the header is not to be used.
 */
export function readHeader(
  set: CompiledSet,
  names: readonly string[],
): { header: Header; faults: HeaderFault[] } | undefined {
  const places = new Map<Role, number>();
  const faults: HeaderFault[] = [];
  const rest: { at: number; name: string }[] = [];
  for (const [at, name] of names.entries()) {
    const role = ROLES.get(fold(name).replaceAll("_", " "));
    if (role === undefined) rest.push({ at, name: name.trim().normalize("NFC") });
    else if (role !== "ignored" && places.has(role)) faults.push({ at, text: twice(name) });
    else places.set(role, at);
  }
  const unit = places.get("unit");
  if (unit === undefined) return undefined;
  const common = { unit, group: places.get("group"), title: places.get("title") };
  const code = places.get("code");
  const value = places.get("value");
  if (code !== undefined && value !== undefined)
    return { header: { ...common, shape: "long", code, input: places.get("input"), value }, faults };
  const columns: DatumColumn[] = [];
  const taken = new Set<string>();
  for (const { at, name } of rest) {
    const column = readColumn(set, name);
    if ("vi" in column) {
      faults.push({ at, text: column });
      continue;
    }
    if (taken.has(name)) faults.push({ at, text: twice(name) });
    taken.add(name);
    columns.push({ at, ...column });
  }
  if (columns.length === 0) return undefined;
  return { header: { ...common, shape: "wide", columns }, faults };
}

function twice(name: string): Message {
  return message(`Cột "${shown(name)}" có hai lần`, `Column "${shown(name)}" appears twice`);
}

/** `2.1.3.a`, `profile.servers`, or `2.1.1` where the indicator has one input. The last dot separates the input. */
function readColumn(set: CompiledSet, name: string): { code: string; input: string | undefined } | Message {
  const dot = name.lastIndexOf(".");
  const code = name.slice(0, Math.max(0, dot));
  const input = name.slice(dot + 1);
  if (code.toLowerCase() === PROFILE) {
    const ids = set.profile.map((fact) => fact.id);
    if (ids.includes(input)) return { code: PROFILE, input };
    const hint = nearestHint(input, ids);
    return message(
      `Thông tin chung không có mục "${shown(input)}"${hint.vi}`,
      `The profile has no "${shown(input)}"${hint.en}`,
    );
  }
  const parent = nodeOf(set, code);
  if (parent?.inputs.some((fact) => fact.id === input || fact.aliases.includes(input)))
    return { code, input };
  const whole = nodeOf(set, name);
  if (whole) {
    const ids = whole.inputs.filter((fact) => fact.defaultValue === undefined).map((fact) => fact.id);
    if (ids.length === 1) return { code: name, input: undefined };
    if (ids.length > 1)
      return message(
        `Cột "${shown(name)}": ghi rõ số liệu, ví dụ ${ids.map((id) => `${name}.${id}`).join(", ")}`,
        `Column "${shown(name)}": name the input: ${ids.map((id) => `${name}.${id}`).join(", ")}`,
      );
    return message(
      `Cột "${shown(name)}": chỉ số này không có số liệu kê khai`,
      `Column "${shown(name)}": this indicator has no inputs`,
    );
  }
  if (parent) {
    const ids = parent.inputs.map((fact) => `${code}.${fact.id}`).join(", ");
    return message(
      `Cột "${shown(name)}": chỉ số ${shown(code)} không có số liệu "${shown(input)}"; có: ${ids || "không có gì"}`,
      `Column "${shown(name)}": indicator ${shown(code)} has no input "${shown(input)}"; it has: ${ids || "none"}`,
    );
  }
  const hint = nearestHint(name, columnNames(set));
  return message(
    `Không hiểu cột "${shown(name)}"${hint.vi}`,
    `Column "${shown(name)}" is not understood${hint.en}`,
  );
}

function nodeOf(set: CompiledSet, code: string): Node | undefined {
  const index = set.nodeOf.get(code);
  return index === undefined ? undefined : set.nodes[index];
}

function columnNames(set: CompiledSet): string[] {
  return [
    "unit",
    "group",
    ...set.profile.map((fact) => `${PROFILE}.${fact.id}`),
    ...set.nodes.flatMap((node) => node.inputs.map((fact) => `${node.key}.${fact.id}`)),
  ];
}

/** What a header may look like, for the message when there is none. */
export function noHeader(set: CompiledSet): Message {
  const node = set.nodes.find((each) => each.inputs.length > 0);
  const example = node ? `${node.key}.${node.inputs[0]?.id ?? "value"}` : "2.1.3.a";
  return message(
    `Thiếu dòng tiêu đề. Dạng dài: unit,group,code,input,value (đơn vị, nhóm, mã, số liệu, giá trị). Dạng rộng: unit,group,${example},...`,
    `There is no header. Long: unit,group,code,input,value. Wide: unit,group,${example},...`,
  );
}
