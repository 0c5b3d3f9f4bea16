/** Which statements are a part of their own: under "1.", "2.", under "Cách 1.", or under bullets with bullets beneath. */
import type { Statement } from "./statements.js";

export interface Group {
  readonly label: string | null;
  readonly worth: Extract<Statement, { kind: "heading" }>["worth"];
  readonly statements: readonly Statement[];
}

export interface Grouping {
  /** Before the first part. */
  readonly common: readonly Statement[];
  readonly groups: readonly Group[];
}

const ruling = new Set(["ratio", "score", "by-ratio", "case", "per-item", "deduct", "relative", "manual"]);

export const rules = (statement: Statement): boolean => ruling.has(statement.kind);

/** Parts a text numbers; one group with everything where it has none. */
export function groupsOf(statements: readonly Statement[]): Grouping {
  const numbered = statements.filter(byAnyNumber);
  const mixed =
    numbered.some((each) => rules(each) && each.kind !== "case") ||
    (numbered.every(({ kind }) => kind === "case") &&
      statements.some((each) => each.kind === "case" && each.clause.marker?.kind !== "number"));
  for (const begins of [byWay, ...(mixed ? [byAnyNumber] : []), byNumber, byLetter, byBullet]) {
    const starts = statements.flatMap((statement, index) =>
      begins(statement, statements[index + 1]) ? [index] : [],
    );
    if (starts.length < 2) continue;
    const groups = starts.map((start, index) => groupFrom(statements.slice(start, starts[index + 1])));
    if (groups.every((group) => group.statements.some(rules)))
      return { common: statements.slice(0, starts[0]), groups };
  }
  return { common: [], groups: [{ label: null, worth: null, statements }] };
}

const byWay = (statement: Statement): boolean => statement.clause.marker?.kind === "way";
/** "1. Có phần mềm: 20 điểm; 2. Tỷ lệ sử dụng: Điểm = Tỷ lệ * 30 điểm": parts of different kinds. */
const byAnyNumber = (statement: Statement): boolean => statement.clause.marker?.kind === "number";
const byNumber = (statement: Statement): boolean =>
  statement.clause.marker?.kind === "number" &&
  ["heading", "input", "ratio", "list-heading"].includes(statement.kind);
const byLetter = (statement: Statement): boolean =>
  statement.clause.marker?.kind === "letter" && statement.kind === "heading";
const byBullet = (statement: Statement, next: Statement | undefined): boolean =>
  statement.kind === "heading" &&
  statement.clause.marker?.kind === "-" &&
  next !== undefined &&
  (next.clause.marker?.kind === "+" || statement.worth !== null);

function groupFrom(statements: readonly Statement[]): Group {
  const [first] = statements;
  if (first?.kind === "heading")
    return { label: first.label, worth: first.worth, statements: statements.slice(1) };
  return { label: null, worth: null, statements };
}
