/** Takes the definitions of a group into the draft: letters, their parts, ratios. */
import { exact } from "@opendti/engine";
import { degreeOf, mostOf, multipliesCount } from "./bounds.js";
import type { Draft } from "./draft.js";
import type { Formula } from "./formula.js";
import { inputKindOf } from "./input-kind.js";
import { expressionOf, monomialOf, termsOf } from "./measure.js";
import { doubtMixed, doubtMultiplied, message } from "./questions.js";
import { labelOf, spanOf } from "./source-text.js";
import type { Statement, StatementOf } from "./statements.js";

/** Declares what a group of statements defines. Letters used again in a later part go on with free letters. */
export function define(statements: readonly Statement[], draft: Draft): void {
  draft.ratios.length = 0;
  draft.letters.clear();
  const own = new Set<string>();
  const used = new Set(statements.flatMap((each) => ("formula" in each ? lettersIn(each.formula) : [])));
  for (const [index, statement] of statements.entries()) {
    if (statement.kind === "unit") draft.unit = statement.unit;
    // "a) Kế hoạch; b) Báo cáo" are items of a list where no formula names them.
    const item =
      statement.clause.marker?.kind === "letter" && statement.kind === "input" && !used.has(statement.id);
    if (statement.kind === "input" && !item) declare(statement, statements.slice(index + 1), draft, own);
  }
  for (const statement of statements) {
    if (statement.kind !== "alias") continue;
    const of = expressionOf(statement.formula, draft, statement.clause.span);
    if (of !== undefined) draft.aliases.set(statement.id, of);
  }
  for (const statement of statements) if (statement.kind === "ratio") defineRatio(statement, draft);
}

function declare(
  statement: StatementOf<"input">,
  after: readonly Statement[],
  draft: Draft,
  own: Set<string>,
): void {
  const { id, label } = statement;
  if (own.has(id)) {
    draft.doubt(
      "letter-twice",
      message(`Chữ "${id}" được định nghĩa hai lần.`, `The letter "${id}" is defined twice.`),
      statement.clause.span,
    );
    return;
  }
  own.add(id);
  const before = draft.declared.get(statement.clause.span.start);
  if (before !== undefined) {
    draft.letters.set(id, before);
    return;
  }
  const name = draft.inputs.some((input) => input.id === id) ? draft.freeLetter() : id;
  if (name !== id) draft.beyondEngine.add("text-formula-mismatch");
  draft.letters.set(id, name);
  draft.known.set(id, name);
  draft.declared.set(statement.clause.span.start, name);
  draft.quantities.push({ id: name, label, words: statement.words });
  const parts = statement.gathers ? partsOf(after, draft) : [];
  const kind = inputKindOf(label, statement.unit);
  const ids = parts.map((_, index) => `${name}${index + 1}`);
  draft.input({ id: name, label, ...kind, ...(ids.length > 1 ? { breakdown: ids } : {}) });
  if (ids.length > 1)
    for (const [index, part] of parts.entries())
      draft.input({ id: ids[index] ?? name, label: part, ...kind });
}

function lettersIn(formula: Formula): string[] {
  if (formula.kind === "operation" || formula.kind === "least")
    return [...lettersIn(formula.left), ...lettersIn(formula.right)];
  return formula.kind === "letter" ? [formula.name] : [];
}

/** The bullets after "cụ thể gồm:", up to the next statement of another kind. */
function partsOf(after: readonly Statement[], draft: Draft): string[] {
  const parts: string[] = [];
  for (const statement of after) {
    const { clause } = statement;
    if (statement.kind !== "explanation" || clause.marker === null || clause.bracketed) break;
    parts.push(labelOf(draft.text, spanOf(clause.tokens)));
  }
  return parts;
}

function defineRatio(statement: StatementOf<"ratio">, draft: Draft): void {
  const monomial = monomialOf(statement.formula);
  const body: Formula | null = monomial && monomial.power === 0 ? monomial.body : null;
  const hundred = exact.rational(100);
  if (!monomial || !body) {
    draft.doubt(
      "formula-unread",
      message("Không hiểu công thức của tỷ lệ.", "The formula of the ratio was not understood."),
      statement.clause.span,
    );
    return;
  }
  const plain = exact.equal(monomial.coefficient, exact.ONE) || exact.equal(monomial.coefficient, hundred);
  const of = expressionOf(plain ? body : statement.formula, draft, statement.clause.span);
  if (of === undefined) {
    draft.doubt(
      "formula-unread",
      message("Không hiểu công thức của tỷ lệ.", "The formula of the ratio was not understood."),
      statement.clause.span,
    );
    return;
  }
  doubtReach(statement, exact.equal(monomial.coefficient, hundred), draft);
  if (multipliesCount(body, draft)) doubtMultiplied(draft, statement.clause.span);
  draft.ratioTexts.push(of);
  draft.ratios.push({
    name: statement.name,
    of,
    scale: exact.equal(monomial.coefficient, hundred) ? hundred : exact.ONE,
  });
}

/** "a/b x 50%" */
function hasPercent(formula: Formula): boolean {
  if (formula.kind === "operation") return hasPercent(formula.left) || hasPercent(formula.right);
  return formula.kind === "number" && formula.percent;
}

/** A sum of ratios that is no mean of them: "a/b + c/d", "(a/b + c/d + e/f)/2". */
function doubtReach({ formula, clause }: StatementOf<"ratio">, hundredths: boolean, draft: Draft): void {
  const { body = null, coefficient = exact.ONE } = monomialOf(formula) ?? {};
  if (!body) return;
  if (mostOf(body, draft) === "mixed") doubtMixed(draft, clause.span);
  const percents = hasPercent(formula);
  if (
    !percents &&
    body.kind === "operation" &&
    exact.equal(coefficient, exact.ONE) &&
    degreeOf(body, draft) > 0
  )
    doubtMultiplied(draft, clause.span);
  const most = termsOf(body).length > 1 || percents ? mostOf(formula, draft) : null;
  if (most === null || most === "mixed") return;
  const whole = hundredths ? exact.rational(100) : exact.ONE;
  if (exact.equal(most, whole)) return;
  draft.doubt(
    "ratio-not-mean",
    message(
      "Tỷ lệ này là tổng của nhiều tỷ lệ mà không chia cho số tỷ lệ, nên mức cao nhất không phải 100%. Có thiếu phép chia hay dấu ngoặc không?",
      "This ratio is a sum of ratios not divided by their number, so that its highest value is not 100%. Is a division missing, or brackets?",
    ),
    clause.span,
  );
}
