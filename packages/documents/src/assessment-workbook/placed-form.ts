/** A form with the place of each of its cells, and the formulas that give its scores. */
import type { Fact, Node } from "@opendti/engine";
import { Conditions } from "./calculation/conditions.js";
import { type Expression, sumOf } from "./calculation/expression.js";
import { type InputCells, readFacts } from "./calculation/facts.js";
import { Arithmetic } from "./calculation/quantity.js";
import { type Scores, scoreCells } from "./calculation/scores.js";
import { CalculationSheet } from "./calculation/sheet.js";
import { Columns } from "./columns.js";
import { seenValue, shownValue } from "./input-cell.js";
import { columnLetters } from "./keys.js";
import {
  CALCULATION_SHEET,
  FORM_TOP,
  type FormRow,
  type FormSheet,
  type Layout,
  LISTS_SHEET,
  layoutOf,
  NOT_APPLICABLE_INPUT,
  offered,
  PROFILE,
  type TableSheet,
} from "./layout.js";
import { quoted } from "./sheet-names.js";
import type { AssessmentForm, FieldValue, StoredField } from "./types.js";

/** Rows offered below those that a table has. */
const SPARE_ROWS = 30;
const MOST_ROWS = 1000;

export interface PlacedRow {
  readonly number: number;
  readonly row: FormRow;
}

export interface PlacedSheet extends FormSheet {
  readonly columns: Columns;
  readonly placed: readonly PlacedRow[];
}

export interface PlacedTable extends TableSheet {
  readonly stored: readonly Readonly<Record<string, unknown>>[];
  readonly first: number;
  readonly last: number;
  /** The hidden column that tells filled rows. */
  readonly counter: string;
}

/** A list of options on the hidden sheet. */
export interface OptionList {
  readonly column: string;
  readonly texts: readonly string[];
  readonly range: string;
}

export interface PlacedForm {
  readonly form: AssessmentForm;
  readonly layout: Layout;
  readonly sheets: readonly PlacedSheet[];
  readonly tables: readonly PlacedTable[];
  readonly lists: ReadonlyMap<string, OptionList>;
  readonly calculation: CalculationSheet;
  /** Undefined for a set that gives no points. */
  readonly scores: Scores | undefined;
  stored(code: string, input: string): StoredField | undefined;
}

const fieldKey = (code: string, input: string): string => `${code}|${input}`;

export function placeForm(form: AssessmentForm): PlacedForm {
  const { set } = form;
  const layout = layoutOf(set);
  const fields = new Map(form.fields.map((field) => [fieldKey(field.code, field.input), field]));
  const stored = (code: string, input: string): StoredField | undefined => fields.get(fieldKey(code, input));
  const sheets = layout.sheets.map(
    (sheet): PlacedSheet => ({
      ...sheet,
      columns: Columns.of(sheet.pillar === undefined, set.scored),
      placed: sheet.rows.map((row, index) => ({ number: FORM_TOP + 1 + index, row })),
    }),
  );
  const tables = layout.tables.map((table) =>
    placeTable(table, stored(table.code, table.fact.id)?.value ?? null),
  );
  const lists = optionLists(layout);
  const calculation = new CalculationSheet(CALCULATION_SHEET);
  const placed = { form, layout, sheets, tables, lists, calculation, stored };
  return { ...placed, scores: set.scored ? computed(placed) : undefined };
}

function placeTable(table: TableSheet, value: FieldValue | null): PlacedTable {
  const rows = Array.isArray(value) ? value.filter((row) => typeof row === "object") : [];
  const first = FORM_TOP + 1;
  return {
    ...table,
    stored: rows as readonly Readonly<Record<string, unknown>>[],
    first,
    last: FORM_TOP + Math.min(MOST_ROWS, rows.length + SPARE_ROWS),
    counter: columnLetters(table.columns.length + 3),
  };
}

/** One list for each choice, by {@link listKey}. */
function optionLists(layout: Layout): Map<string, OptionList> {
  const lists = new Map<string, OptionList>();
  const add = (key: string, fact: Pick<Fact, "options">): void => {
    if (fact.options.length === 0) return;
    const column = columnLetters(lists.size + 1);
    const texts = fact.options.map((_, index) => offered(fact, index + 1));
    const range = `${quoted(LISTS_SHEET)}!$${column}$1:$${column}$${texts.length}`;
    lists.set(key, { column, texts, range });
  };
  for (const { rows } of layout.sheets)
    for (const row of rows)
      if (row.kind === "field" && row.fact.kind === "choice") add(listKey(row.code, row.fact.id), row.fact);
  for (const { code, fact, columns } of layout.tables)
    for (const { id, kind, options } of columns)
      if (kind === "choice")
        add(listKey(code, fact.id, id), { options: (options ?? []).map(({ label }) => label) });
  return lists;
}

export const listKey = (code: string, input: string, column = ""): string => `${code}|${input}|${column}`;

type Uncomputed = Omit<PlacedForm, "scores">;

function computed(placed: Uncomputed): Scores {
  const { form, calculation } = placed;
  const arithmetic = new Arithmetic(calculation);
  const { cells, marks } = inputCells(placed);
  const facts = readFacts(arithmetic, form.set.facts, form.set.nodes, (fact) => cells.get(fact.slot));
  const conditions = new Conditions(arithmetic, facts);
  return scoreCells(form.set, conditions, (node: Node) => marks.get(node.index));
}

/** Where each fact is declared, with what its cell says now. */
function inputCells(placed: Uncomputed): {
  cells: Map<number, InputCells>;
  marks: Map<number, Expression>;
} {
  const { set } = placed.form;
  const cells = new Map<number, InputCells>();
  const marks = new Map<number, Expression>();
  const ticks = new Map<number, Expression[]>();
  for (const { name, columns, placed: rows } of placed.sheets) {
    const cellAt = (number: number, value: string | number | null): Expression => ({
      text: `${quoted(name)}!${columns.absolute("value", number)}`,
      value,
    });
    for (const { number, row } of rows) {
      if (row.kind === "field") {
        const value = placed.stored(row.code, row.fact.id)?.value ?? null;
        const cell = cellAt(number, seenValue(shownValue(row.fact, value)));
        const list = placed.lists.get(listKey(row.code, row.fact.id));
        cells.set(
          row.fact.slot,
          list && row.fact.kind === "choice"
            ? { kind: "choice", cell, range: list.range, list: list.texts }
            : { kind: "cell", cell },
        );
      } else if (row.kind === "option") {
        const value = placed.stored(row.code, row.fact.id)?.value;
        const ticked = Array.isArray(value) && value.some((one) => one === row.place);
        ticks.set(row.fact.slot, [...(ticks.get(row.fact.slot) ?? []), cellAt(number, ticked ? "Có" : null)]);
      } else if (row.kind === "mark") {
        const node = set.nodeOf.get(row.code);
        const value = placed.stored(row.code, NOT_APPLICABLE_INPUT)?.value;
        if (node !== undefined && row.code !== PROFILE)
          marks.set(node, cellAt(number, typeof value === "string" ? value : null));
      }
    }
  }
  for (const [slot, of] of ticks) cells.set(slot, { kind: "choices", cells: of });
  for (const { name, fact, counter, first, last, stored } of placed.tables)
    cells.set(fact.slot, {
      kind: "table",
      rows: sumOf(`${quoted(name)}!$${counter}$${first}:$${counter}$${last}`, stored.length),
    });
  return { cells, marks };
}

/** 1 for a row of a table that says something. */
export function filledRow(table: PlacedTable, number: number): { formula: string; result: number } {
  const from = columnLetters(3);
  const to = columnLetters(table.columns.length + 2);
  const filled = number - table.first < table.stored.length;
  return { formula: `IF(COUNTA(${from}${number}:${to}${number})>0,1,0)`, result: filled ? 1 : 0 };
}
