/** Every character of the text in exactly one piece, told by what it became. */
import type { Statement } from "./statements.js";
import type { PieceRole, RulePiece } from "./types.js";

const roles: Readonly<Record<Statement["kind"], PieceRole>> = {
  input: "input",
  alias: "formula",
  ratio: "formula",
  score: "points",
  "by-ratio": "points",
  case: "option",
  "bare-case": "band",
  "per-item": "points",
  cap: "points",
  deduct: "points",
  relative: "points",
  provisional: "explanation",
  "sum-children": "points",
  "best-of": "points",
  excluded: "exception",
  manual: "points",
  bonus: "points",
  "ranking-condition": "points",
  unit: "explanation",
  "list-heading": "part",
  heading: "part",
  explanation: "explanation",
  unread: "unread",
};

/** The pieces of a text of `size` characters; what lies between statements belongs to the one before. */
export function piecesOf(
  statements: readonly Statement[],
  exceptions: ReadonlySet<Statement>,
  size: number,
): RulePiece[] {
  const pieces: RulePiece[] = [];
  const counts = new Map<string, number>();
  let reached = 0;
  for (const statement of statements) {
    const { end } = statement.clause.span;
    if (end <= reached) continue;
    const role = exceptions.has(statement) ? "exception" : roleOf(statement);
    const target = targetOf(statement, role, counts);
    pieces.push({ span: { start: reached, end }, role, ...(target === null ? {} : { target }) });
    reached = end;
  }
  const last = pieces.at(-1);
  if (reached < size) {
    if (last) pieces[pieces.length - 1] = { ...last, span: { start: last.span.start, end: size } };
    else pieces.push({ span: { start: 0, end: size }, role: "explanation" });
  }
  return pieces;
}

function roleOf(statement: Statement): PieceRole {
  if (statement.kind !== "case") return roles[statement.kind];
  if (statement.condition.level !== null) return "level";
  return statement.condition.range || statement.condition.residual ? "band" : "option";
}

function targetOf(statement: Statement, role: PieceRole, counts: Map<string, number>): string | null {
  if (statement.kind === "input") return statement.id;
  if (role !== "option" && role !== "band" && role !== "level" && role !== "exception") return null;
  const name = role === "exception" ? "exceptions" : role === "option" ? "choice" : "steps";
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return `${name}.${count}`;
}
