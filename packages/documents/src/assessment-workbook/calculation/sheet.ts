/** The hidden sheet of intermediate results: a row each, so that every formula stays short. */
import type { CellValue, Expression } from "./expression.js";

/** A formula with the value it has now. */
export interface FormulaCell {
  readonly formula: string;
  readonly value: CellValue;
}

export interface CalculationRow {
  /** What is computed here, for who looks. */
  readonly label: string;
  /** In columns B, C, ... */
  readonly cells: readonly FormulaCell[];
}

const COLUMNS = "BCDEFGHIJKLMNOP";
/** Terms of a sum or a maximum in one formula; each has at most some hundred signs. */
const AT_ONCE = 30;

export class CalculationSheet {
  readonly rows: CalculationRow[] = [];

  constructor(readonly name: string) {}

  /** Opens a row; formulas are put into it one after another, and each may refer to those before. */
  row(label: string): RowWriter {
    const cells: FormulaCell[] = [];
    this.rows.push({ label, cells });
    return new RowWriter(this.rows.length, cells);
  }

  /** Many terms in one, some at a time: a formula has at most 8,192 signs. */
  fold(
    label: string,
    terms: readonly Expression<number>[],
    combine: (...of: readonly Expression<number>[]) => Expression<number>,
  ): Expression<number> {
    let left = terms;
    while (left.length > AT_ONCE) {
      const parts: Expression<number>[] = [];
      for (let from = 0; from < left.length; from += AT_ONCE)
        parts.push(this.row(label).put(combine(...left.slice(from, from + AT_ONCE))));
      left = parts;
    }
    return this.row(label).put(combine(...left));
  }

  /** A cell of this sheet as another sheet refers to it. */
  seenFromOutside<T extends CellValue>({ text, value }: Expression<T>): Expression<T> {
    return { text: /^[B-P]\d+$/.test(text) ? `'${this.name}'!${text}` : text, value };
  }
}

export class RowWriter {
  constructor(
    private readonly number: number,
    private readonly cells: FormulaCell[],
  ) {}

  /** Puts a formula into the next column and gives the reference to it. A reference or a number needs no cell of its own. */
  put<T extends CellValue>({ text, value }: Expression<T>): Expression<T> {
    if (/^(?:[B-P]\d+|\d+)$/.test(text)) return { text, value };
    const column = COLUMNS[this.cells.length];
    if (column === undefined) throw new RangeError("a row of calculations has no more columns");
    this.cells.push({ formula: text, value });
    return { text: `${column}${this.number}`, value };
  }
}
