/** Answers as a form prints them: numbers, pairs, boxes that are ticked, links; dotted lines where nothing is given. */
import { type Fact, formatNumber, type OutlineInput, type OutlineRow, readValue } from "@opendti/engine";
import type { Run, TextRun } from "../paper/paper.js";
import type { DeclaredAnswer } from "./declared.js";
import { dayWritten } from "./written.js";

/** Room to write a number or a few words in a cell, and on a line of the text. */
const CELL_DOTS = "…………";
const LINE_DOTS = "…………………………";

/** A label that says nothing: the column's own head. */
const PLAIN = "Số liệu";

/** What was stored, by indicator and input; undefined where nothing was, or the form is blank. */
export class StoredValues {
  private readonly values = new Map<string, unknown>();

  constructor(answers: readonly DeclaredAnswer[] | undefined) {
    for (const { code, input, value } of answers ?? [])
      if (value !== null && value !== undefined) this.values.set(`${code}\n${input}`, value);
  }

  of(label: string, input: string): unknown {
    return this.values.get(`${label}\n${input}`);
  }
}

/** A fact of the profile on its line. */
export function profileInline(fact: Fact, value: unknown): TextRun[] {
  const text = textOf(fact, value);
  return [{ text: text === undefined ? LINE_DOTS : withUnit(text, fact) }];
}

/** All that one indicator asks, each input on its lines. */
export function inputsInline(row: OutlineRow, stored: StoredValues): Run[] {
  const reason = stored.of(row.label, "");
  if (reason !== undefined) return [{ text: `Không áp dụng${reason === "" ? "" : `: ${String(reason)}`}` }];
  const lines = row.inputs.flatMap((input) => linesOf(row, input, stored));
  return lines.flatMap((line, at) => (at === 0 ? line : [{ text: "\n" }, ...line]));
}

/** A number, a text or a link in words; undefined where nothing is stored. */
function textOf(fact: Fact, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const read = readValue(fact, value, "stored");
  if (read === undefined) return undefined;
  // What cannot be read is printed as it stands: a form hides nothing.
  if ("vi" in read) return String(value);
  switch (fact.kind) {
    case "text":
    case "link":
      return (Array.isArray(value) ? value : [value]).map(String).join("\n");
    case "date":
      return dayOr(String(value));
    case "yes_no":
      return read.n === 0n ? "Không" : "Có";
    case "choice":
      return fact.options[Number(read.n) - 1] ?? String(value);
    case "choices":
      return chosen(fact, value)
        .map((place) => fact.options[place - 1] ?? String(place))
        .join("; ");
    default:
      return formatNumber(read, "vi");
  }
}

function linesOf(row: OutlineRow, input: OutlineInput, stored: StoredValues): Run[][] {
  const { fact } = input;
  const value = stored.of(row.label, fact.id);
  if (input.pairWith !== undefined) return [];
  const paired = row.inputs.find(({ pairWith }) => pairWith === fact.id);
  if (paired !== undefined) {
    const over = textOf(fact, value) ?? "……";
    const under = textOf(paired.fact, stored.of(row.label, paired.fact.id)) ?? "……";
    return [[{ text: `${over}/${under}` }]];
  }
  switch (fact.kind) {
    case "yes_no":
      return yesNoLines(fact, value);
    case "choice":
    case "choices":
      return optionLines(fact, value);
    default:
      return [[{ text: `${prefixOf(row, fact, value)}${withUnit(textOf(fact, value) ?? CELL_DOTS, fact)}` }]];
  }
}

/** Both boxes on one line; neither is ticked where nothing is given. */
function yesNoLines(fact: Fact, value: unknown): Run[][] {
  const read = value === undefined ? undefined : readValue(fact, value, "stored");
  const yes = read === undefined || "vi" in read ? undefined : read.n !== 0n;
  const before: Run[] = fact.label === PLAIN ? [] : [{ text: `${fact.label}: ` }];
  return [
    [
      ...before,
      { tick: yes === true },
      { text: "\u00a0Có\u00a0\u00a0\u00a0\u00a0" },
      { tick: yes === false },
      { text: "\u00a0Không" },
    ],
  ];
}

/** A box for each option, on a line of its own. */
function optionLines(fact: Fact, value: unknown): Run[][] {
  const places = value === undefined ? [] : chosen(fact, value);
  return fact.options.map((label, at): Run[] => [
    { tick: places.includes(at + 1) },
    { text: `\u00a0${label}` },
  ]);
}

/** The 1-based places of what was chosen. */
function chosen(fact: Fact, value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const read = readValue({ ...fact, kind: "choice" }, one, "stored");
    return read === undefined || "vi" in read ? [] : [Number(read.n)];
  });
}

/** What stands before a value: nothing where the column says it, and nothing before a remark that was made. */
function prefixOf({ inputs }: OutlineRow, { label, kind, id }: Fact, value: unknown): string {
  if (label === PLAIN) return "";
  if (kind === "text" && id === "note" && value !== undefined) return "";
  const several = inputs.filter((each) => each.fact.kind === "text" && each.fact.id !== "note").length > 1;
  return several ? `- ${label}: ` : `${label}: `;
}

const withUnit = (text: string, { unit }: Fact): string => (unit === undefined ? text : `${text} ${unit}`);

const dayOr = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dayWritten(text) : text);
