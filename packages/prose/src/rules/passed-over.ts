/** What the text says that no rule could take account of: each is a question. */
import { exact, type RuleSource } from "@opendti/engine";
import { only } from "./core.js";
import type { Draft } from "./draft.js";
import { message } from "./questions.js";
import type { Statement } from "./statements.js";

/** Doubts statements by themselves, before any rule is made of them. */
export function askedBefore(statements: readonly Statement[], draft: Draft): void {
  unreadStatements(statements, draft);
  fractions(statements, draft);
  pointless(statements, draft);
}

function unreadStatements(statements: readonly Statement[], draft: Draft): void {
  for (const { why, clause } of only(statements, "unread")) {
    const { code, text } = unreadQuestions[why];
    draft.doubt(code, text, clause.span);
  }
}

/** "1/2 điểm": half of the maximum, or half a point. */
function fractions(statements: readonly Statement[], draft: Draft): void {
  if (!draft.max || exact.equal(draft.max, exact.ONE)) return;
  const worths = [
    ...only(statements, "case"),
    ...only(statements, "per-item").map(({ points, clause }) => ({ worth: points, clause })),
  ];
  for (const { worth, clause } of worths)
    if (worth.loosely === "or-points")
      draft.doubt(
        "fraction-unclear",
        message(
          "Phân số này là phần của điểm tối đa, hay là số điểm?",
          "Is this fraction a share of the maximum, or a number of points?",
        ),
        clause.span,
      );
}

/** "Loại A: 10 điểm; loại B: 5 điểm; loại C": a line of the list that is given no points. */
function pointless(statements: readonly Statement[], draft: Draft): void {
  if (only(statements, "case").length < 1 || only(statements, "input").length > 0) return;
  for (const [at, { kind, clause }] of statements.entries()) {
    const { tokens, marker, fresh, bracketed, open, span } = clause;
    const [before, after] = [statements[at - 1], statements[at + 1]];
    const beside = [before, after].some((each) => each?.kind === "case");
    if (!beside || bracketed || tokens.length === 0 || tokens.length > 8) continue;
    const listed =
      marker !== null
        ? [before, after].every((each) => each?.kind !== "case" || each.clause.marker?.kind === marker.kind)
        : !fresh && /;\s*$/u.test(draft.text.slice(0, span.start));
    const unfinished = kind === "heading" && open && !after;
    if (!unfinished && !(kind === "explanation" && listed)) continue;
    draft.doubt(
      "option-without-points",
      message("Dòng này được bao nhiêu điểm?", "How many points does this line give?"),
      span,
    );
  }
}

const notUnderstood = {
  code: "text-unread",
  text: message(
    "Câu này có thể thay đổi điểm nhưng chưa hiểu được.",
    "This may change the points but was not understood.",
  ),
};
const unreadQuestions = {
  points: notUnderstood,
  formula: notUnderstood,
  "ambiguous-number": {
    code: "number-ambiguous",
    text: message(
      "Số trong câu này đọc được hai cách (dấu phẩy là dấu thập phân hay ngăn cách hàng nghìn?).",
      "A number here reads two ways (is the comma the decimal point, or does it part thousands?).",
    ),
  },
  "garbled-number": {
    code: "number-garbled",
    text: message(
      "Có chữ cái lẫn trong số (chữ O hay số 0, chữ l hay số 1?), có thể do quét văn bản.",
      "A letter stands within a number (the letter O or a zero, l or 1?), perhaps by scanning.",
    ),
  },
};

const stating = new Set(["score", "by-ratio", "case", "bare-case", "per-item", "deduct", "relative"]);

/** Statements of points that the rule takes no account of, and ratios that it does not measure. */
export function passedOver(statements: readonly Statement[], rule: RuleSource, draft: Draft): void {
  const written = JSON.stringify(rule);
  for (const statement of statements) {
    const unusedRatio = statement.kind === "ratio" && !draft.ratioTexts.some((of) => written.includes(of));
    if (!unusedRatio && (!stating.has(statement.kind) || draft.used.has(statement) || "manual" in rule))
      continue;
    draft.doubt(
      "statement-unused",
      message(
        "Dòng này nói về điểm hoặc tỷ lệ nhưng quy tắc đọc được không dùng đến.",
        "This line speaks of points or a ratio, but the rule that was read does not use it.",
      ),
      statement.clause.span,
    );
  }
}
