/** Declared facts as cells hold them, turned into exact fractions. */
import { broken, exact, type Fact, type Node, type Rational } from "@opendti/engine";
import {
  absolute,
  all,
  any,
  asNumber,
  type Expression,
  is,
  isEmpty,
  isNumber,
  nearest,
  not,
  num,
  over,
  placeIn,
  plus,
  says,
  times,
  when,
  whole,
} from "./expression.js";
import { type Arithmetic, constant, MOST, type Quantity } from "./quantity.js";
import { MISSING, SCORED, status, UNREADABLE } from "./status.js";
import { numberIn } from "./written-number.js";

type Num = Expression<number>;

/** How yes and no stand in cells. */
export const YES_WORD = "Có";
export const NO_WORD = "Không";

/** Where a fact is declared. */
export type InputCells =
  | { readonly kind: "cell"; readonly cell: Expression }
  /** One of several: the cells of the list that is offered. */
  | {
      readonly kind: "choice";
      readonly cell: Expression;
      readonly range: string;
      readonly list: readonly string[];
    }
  /** Several of several: a cell each, ticked by "Có". */
  | { readonly kind: "choices"; readonly cells: readonly Expression[] }
  /** A table: how many of its rows are filled. */
  | { readonly kind: "table"; readonly rows: Num };

/** The quantities of all facts that have cells; a fact without is missing. */
export function readFacts(
  arithmetic: Arithmetic,
  facts: readonly Fact[],
  nodes: readonly Node[],
  cellsOf: (fact: Fact) => InputCells | undefined,
): (fact: number) => Quantity {
  const read = new Map<number, Quantity>();
  for (const fact of facts) {
    const cells = cellsOf(fact);
    if (cells) read.set(fact.slot, factQuantity(arithmetic, fact, cells));
  }
  for (const node of nodes) for (const fact of broken(node)) addUp(arithmetic, node, fact, read);
  for (const fact of facts) {
    const found = read.get(fact.slot);
    if (found && fact.defaultValue)
      read.set(fact.slot, withDefault(arithmetic, fact, found, fact.defaultValue));
  }
  return (slot) => read.get(slot) ?? { ...constant(exact.ZERO), status: status(MISSING) };
}

function labelOf(fact: Fact): string {
  return fact.id;
}

function factQuantity(arithmetic: Arithmetic, fact: Fact, cells: InputCells): Quantity {
  const label = labelOf(fact);
  switch (cells.kind) {
    case "table":
      return arithmetic.keep(label, {
        status: when(is(cells.rows, "=", num(0)), status(MISSING), status(SCORED)),
        n: cells.rows,
        d: num(1),
        factor: exact.ONE,
        natural: true,
      });
    case "choices":
      return ticked(arithmetic, label, cells.cells);
    case "choice":
      return chosen(arithmetic, fact, cells);
    case "cell":
      return oneCell(arithmetic, fact, cells.cell);
  }
}

const whole1 = { d: num(1), factor: exact.ONE, natural: true };

function ticked(arithmetic: Arithmetic, label: string, cells: readonly Expression[]): Quantity {
  const { sheet } = arithmetic;
  const count = sheet.fold(
    `${label} (1)`,
    cells.map((cell) => when(says(cell, YES_WORD), num(1), num(0))),
    plus,
  );
  const odd = sheet.fold(
    `${label} (2)`,
    cells.map((cell) => when(any(isEmpty(cell), says(cell, YES_WORD), says(cell, NO_WORD)), num(0), num(1))),
    plus,
  );
  const state = when(
    is(odd, ">", num(0)),
    status(UNREADABLE),
    when(is(count, "=", num(0)), status(MISSING), status(SCORED)),
  );
  return arithmetic.keep(label, { status: state, n: count, ...whole1 });
}

function chosen(
  arithmetic: Arithmetic,
  fact: Fact,
  { cell, range, list }: Extract<InputCells, { kind: "choice" }>,
): Quantity {
  const place = placeIn(cell, range, list);
  const number = asNumber(cell);
  const fits = all(
    is(number, ">=", num(1)),
    is(number, "<=", num(list.length)),
    is(number, "=", whole(number)),
  );
  const found = when(
    isNumber(cell),
    when(fits, status(SCORED), status(UNREADABLE)),
    when(isNumber(place), status(SCORED), status(UNREADABLE)),
  );
  return arithmetic.keep(labelOf(fact), {
    status: when(isEmpty(cell), status(MISSING), found),
    n: when(isNumber(cell), number, place),
    ...whole1,
  });
}

function oneCell(arithmetic: Arithmetic, fact: Fact, cell: Expression): Quantity {
  const label = labelOf(fact);
  switch (fact.kind) {
    case "yes_no":
      return arithmetic.keep(label, {
        status: when(
          isEmpty(cell),
          status(MISSING),
          when(any(says(cell, YES_WORD), says(cell, NO_WORD)), status(SCORED), status(UNREADABLE)),
        ),
        n: when(says(cell, YES_WORD), num(1), num(0)),
        ...whole1,
      });
    case "text":
    case "link":
    case "date":
      return arithmetic.keep(label, {
        status: when(isEmpty(cell), status(MISSING), status(SCORED)),
        n: num(1),
        ...whole1,
      });
    default:
      return numberCell(arithmetic, fact, cell);
  }
}

/** Decimals that a cell may have and still be told exactly. */
const SCALES = [1, 100, 10_000, 1_000_000];

/** A number as it was typed: whole, or with up to six decimals, found again out of the cell's binary fraction. */
function numberCell(arithmetic: Arithmetic, fact: Fact, declared: Expression): Quantity {
  const label = labelOf(fact);
  const cell = numberIn(arithmetic.sheet, label, declared, fact.kind === "percent");
  const number = asNumber(cell);
  const row = arithmetic.sheet.row(`${label} (1)`);
  const whole10 = SCALES.reduceRight<Num>(
    (finer, scale) =>
      when(
        scale === 1
          ? is(number, "=", whole(number))
          : is(over(nearest(times(number, num(scale))), num(scale)), "=", number),
        num(scale),
        finer,
      ),
    num(0),
  );
  const scale = row.put(when(isNumber(cell), whole10, num(0)));
  const refused = [
    ...(fact.kind === "number" ? [] : [is(number, "<", num(0))]),
    ...(fact.kind === "count" ? [is(number, "<>", whole(number))] : []),
    ...(fact.strict && fact.min ? [is(number, "<", decimal(fact.min))] : []),
    ...(fact.strict && fact.max ? [is(number, ">", decimal(fact.max))] : []),
  ];
  const beyond = any(is(scale, "=", num(0)), is(times(absolute(number), scale), ">", num(MOST)));
  const exactly = when(beyond, status(9), status(SCORED));
  const kept = refused.length === 0 ? exactly : when(any(...refused), status(UNREADABLE), exactly);
  return arithmetic.keep(label, {
    status: when(isEmpty(declared), status(MISSING), when(isNumber(cell), kept, status(UNREADABLE))),
    n: nearest(times(number, scale)),
    d: scale,
    factor: exact.ONE,
    natural: fact.kind !== "number" || (fact.strict && fact.min !== undefined && fact.min.n >= 0n),
    tens: true,
  });
}

/** Bounds of points are short decimals. */
function decimal(value: Rational): Num {
  const { n, d } = exact.reduce(value);
  return d === 1n ? num(n) : over(num(n), num(d));
}

/** A total that is given in parts is their sum; one that disagrees with them is no value. */
function addUp(arithmetic: Arithmetic, node: Node, fact: Fact, read: Map<number, Quantity>): void {
  const own = read.get(fact.slot);
  const parts = fact.breakdown.flatMap((id) => {
    const part = node.inputs.find((each) => each.id === id);
    const found = part && read.get(part.slot);
    return found ? [found] : [];
  });
  if (!own || parts.length < fact.breakdown.length) return;
  const label = `${labelOf(fact)} = ${fact.breakdown.join("+")}`;
  const sum = arithmetic.add(label, parts);
  const sides = arithmetic.compare(label, own, sum);
  const given = is(sum.status, "=", status(SCORED));
  const differs = all(
    is(own.status, "=", status(SCORED)),
    any(sides.beyond, not(is(sides.left, "=", sides.right))),
  );
  const state = when(
    given,
    when(differs, status(UNREADABLE), when(is(own.status, "=", status(MISSING)), status(SCORED), own.status)),
    own.status,
  );
  read.set(
    fact.slot,
    arithmetic.keep(label, {
      status: state,
      n: when(given, sum.n, own.n),
      d: when(given, sum.d, own.d),
      factor: exact.ONE,
      natural: own.natural && sum.natural,
      tens: own.tens === true && sum.tens === true,
    }),
  );
}

function withDefault(arithmetic: Arithmetic, fact: Fact, of: Quantity, value: Rational): Quantity {
  const given = constant(value);
  const { n, d } = exact.reduce(value);
  const missing = is(of.status, "=", status(MISSING));
  return arithmetic.keep(`${labelOf(fact)} ?`, {
    status: when(missing, status(SCORED), of.status),
    n: when(missing, num(n), of.n),
    d: when(missing, num(d), of.d),
    factor: exact.ONE,
    natural: of.natural && given.natural,
  });
}
