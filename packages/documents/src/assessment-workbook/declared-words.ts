/** Values of an indicator in one cell, as people write them: `a = 22; b = 23`, and back. */
import { type Fact, formatNumber, formatPercent, type Message, message, parseExact } from "@opendti/engine";
import type { StoredCell } from "../xlsx/stored-cells.js";
import { NO_WORD, YES_WORD } from "./calculation/facts.js";
import { NOT_APPLICABLE_INPUT } from "./layout.js";
import { readCell, textOf } from "./read-value.js";
import type { FieldValue } from "./types.js";

/** Words for the mark "not applicable" in such a cell. */
const NOT_APPLICABLE_WORD = "không áp dụng";
/** Words for a value that is taken as not declared. */
const NOTHING = /^(?:trống|không có số liệu|-|–)$/iu;

/** One value as people read it. */
function valueWords(fact: Fact, value: FieldValue): string {
  if (typeof value === "boolean") return value ? YES_WORD : NO_WORD;
  if (typeof value === "number") return `${value}. ${fact.options[value - 1] ?? ""}`.trim();
  if (typeof value !== "string") {
    if (fact.kind === "table") return `${value.length} dòng`;
    return value.map((place) => (typeof place === "number" ? valueWords(fact, place) : "")).join(", ");
  }
  if (fact.kind === "date") return value.split("-").reverse().join("/");
  const number = ["count", "number", "money", "percent"].includes(fact.kind) ? parseExact(value) : undefined;
  if (!number) return value;
  return fact.kind === "percent" ? formatPercent(number, "vi") : formatNumber(number, "vi");
}

/** All declared values of an indicator, a line each. */
export function declaredWords(
  facts: readonly Fact[],
  declared: Readonly<Record<string, FieldValue | null>>,
): string {
  const reason = declared[NOT_APPLICABLE_INPUT];
  const mark = typeof reason === "string" ? [`${capital(NOT_APPLICABLE_WORD)}: ${reason}`] : [];
  const values = facts.flatMap((fact) => {
    const value = declared[fact.id];
    if (value === undefined || value === null) return [];
    return [facts.length === 1 ? valueWords(fact, value) : `${fact.id} = ${valueWords(fact, value)}`];
  });
  return [...mark, ...values].join("\n");
}

/** Adjusted values as they are written into their cell, so that they are read back as they are. */
export function adjustedWords(
  facts: readonly Fact[],
  inputs: Readonly<Record<string, FieldValue | null>>,
): string {
  return Object.entries(inputs)
    .map(([id, value]) => {
      if (id === NOT_APPLICABLE_INPUT)
        return value === null
          ? `${NOT_APPLICABLE_WORD} = trống`
          : `${NOT_APPLICABLE_WORD} = ${String(value)}`;
      const fact = facts.find((one) => one.id === id);
      if (value === null || !fact) return `${id} = trống`;
      if (typeof value === "number") return `${id} = ${value}`;
      if (Array.isArray(value)) return `${id} = ${value.join(", ")}`;
      return typeof value === "string" && fact.kind !== "date"
        ? `${id} = ${exactWords(fact, value)}`
        : `${id} = ${valueWords(fact, value)}`;
    })
    .join("\n");
}

/** All digits, with a decimal comma: a cell that is read back may lose none. */
function exactWords(fact: Fact, value: string): string {
  if (!["count", "number", "money", "percent"].includes(fact.kind)) return value;
  // Three decimals read two ways; a fourth says that they are decimals.
  return `${value.replace(".", ",")}${/^-?\d{1,3}\.\d{3}$/.test(value) ? "0" : ""}`;
}

type Inputs = Record<string, FieldValue | null>;

/**
 * Reads such a cell: `input = value` a line or between semicolons; a value alone where the indicator has one input.
 * @returns why it cannot be read, as a message.
 */
export function readAdjusted(
  facts: readonly Fact[],
  cell: StoredCell,
): { readonly inputs: Inputs } | { readonly fault: Message } {
  const [only] = facts;
  if (only && facts.length === 1 && cell.kind !== "text") {
    const read = readCell(only, cell);
    return "fault" in read ? read : { inputs: { [only.id]: read.value } };
  }
  if (cell.kind === "error" || cell.kind === "no-result")
    return { fault: message("ô đang báo lỗi", "the cell shows an error") };
  const inputs: Inputs = {};
  for (const piece of textOf(cell).split(/[;\n]/)) {
    if (piece.trim() === "") continue;
    const [, name, written = ""] = /^([^=]*)=([\s\S]*)$/.exec(piece) ?? [];
    if (name !== undefined && name.trim().toLowerCase().normalize("NFC") === NOT_APPLICABLE_WORD) {
      inputs[NOT_APPLICABLE_INPUT] = NOTHING.test(written.trim()) ? null : written.trim();
      continue;
    }
    const fact = name === undefined ? (facts.length === 1 ? only : undefined) : factNamed(facts, name);
    if (!fact) return notAnInput(facts, name ?? piece);
    const text = (name === undefined ? piece : written).trim();
    const read = NOTHING.test(text) || text === "" ? { value: null } : readOne(fact, text);
    if ("fault" in read)
      return { fault: message(`${fact.id}: ${read.fault.vi}`, `${fact.id}: ${read.fault.en}`) };
    inputs[fact.id] = read.value;
  }
  return { inputs };
}

/** Several options stand between commas here: semicolons divide inputs. */
const readOne = (fact: Fact, text: string) =>
  readCell(fact, { kind: "text", text: fact.kind === "choices" ? text.replaceAll(",", ";") : text });

function factNamed(facts: readonly Fact[], name: string): Fact | undefined {
  const folded = fold(name);
  return facts.find(({ id, label }) => id === folded || fold(label) === folded);
}

function notAnInput(facts: readonly Fact[], name: string): { readonly fault: Message } {
  const known = facts.map(({ id }) => id).join(", ");
  const shown = name.trim().slice(0, 40);
  return {
    fault: message(
      `"${shown}" không phải số liệu của chỉ số; viết như "a = 22; b = 23" với: ${known || "không có số liệu"}`,
      `"${shown}" is no input of the indicator; write as "a = 22; b = 23" with: ${known || "no inputs"}`,
    ),
  };
}

const fold = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
