/** The reader of scoring prose: one indicator's text in, its rule, inputs, exceptions and questions out. */
import type { InputSource, RuleSource } from "@opendti/engine";
import { mended } from "../text/mend.js";
import { tokensOf } from "../text/tokens.js";
import { type Assembled, assemble } from "./assemble.js";
import { clausesOf } from "./clauses.js";
import { type Doubt, Draft } from "./draft.js";
import { exceptionsIn } from "./exceptions.js";
import { rules } from "./groups.js";
import { piecesOf } from "./pieces.js";
import { message } from "./questions.js";
import { statementsIn } from "./read-clause.js";
import { labelOf } from "./source-text.js";
import type { Statement } from "./statements.js";
import type { RuleQuestion, RuleReading, RuleTextRequest } from "./types.js";
import { verify } from "./verify.js";
import { wordingOf } from "./wording.js";

/** Longer than any indicator's text in a decision: such a cell holds something else, and is left to a person. */
const MOST_CHARACTERS = 8_000;

/**
 * Reads the text of one indicator. Refuses nothing and never throws: what is not understood is `unread`, what may mean several
 * things is `doubtful` with a question. Linear in the length of the text.
 */
export function readRuleText(request: RuleTextRequest): RuleReading {
  const { text } = request;
  if (text.trim() === "") return withoutText(request);
  if (text.length > MOST_CHARACTERS) return tooLong(request);
  const clauses = clausesOf(mended(tokensOf(text)));
  const statements = clauses.flatMap((clause) => statementsIn(text, clause));
  const draft = new Draft(request, text);
  const assembled = assemble(statements, draft);
  const { exceptions } = exceptionsIn(statements);
  const shape = {
    pieces: piecesOf(statements, new Set<Statement>(exceptions), text.length),
    wording: wordingOf(statements),
    bonus: assembled.bonus,
  };
  if (assembled.sumsChildren)
    return {
      ...empty,
      ...shape,
      status: draft.doubts.length === 0 ? "certain" : "doubtful",
      sumsChildren: true,
      questions: draft.doubts.map(asked),
    };
  if (assembled.ranking) return { ...empty, ...shape, ...rankingCondition(statements, request) };
  if (!assembled.rule) return withoutRule(statements, draft, shape);
  const lines = clauses.map(({ span }) => plainLine(text.slice(span.start, span.end)));
  return withRule({ ...request, text: lines.join("\n") }, assembled, draft, shape);
}

/** For the engine's own look at the text: on one line, with the letter Đ for its look-alikes. */
const plainLine = (line: string): string => line.replace(/\s+/gu, " ").replace(/[\u00d0\u0189]/gu, "Đ");

type Shape = Pick<RuleReading, "pieces" | "wording" | "bonus">;

const empty = {
  rule: null,
  inputs: [],
  exceptions: [],
  sumsChildren: false,
  bonus: false,
  questions: [],
  pieces: [],
  wording: "",
} as const;

function asked({ code, text, span, alternatives }: Doubt): RuleQuestion {
  return {
    code,
    text,
    span,
    alternatives: alternatives.map(({ label, rule, inputs = [], exceptions = [] }) => ({
      label,
      rule,
      inputs,
      exceptions,
    })),
  };
}

/** An indicator with children and no words of its own sums them; another is left to a person. */
function withoutText(request: RuleTextRequest): RuleReading {
  const pieces =
    request.text === ""
      ? []
      : [{ span: { start: 0, end: request.text.length }, role: "explanation" as const }];
  if (request.children.length > 0) return { ...empty, pieces, status: "certain", sumsChildren: true };
  const text = message(
    "Văn bản không in cách tính điểm của chỉ số này.",
    "The document prints no rule for this indicator.",
  );
  return {
    ...empty,
    pieces,
    status: "unread",
    questions: [{ code: "text-missing", text, span: null, alternatives: [] }],
  };
}

function tooLong(request: RuleTextRequest): RuleReading {
  const span = { start: 0, end: request.text.length };
  const text = message(
    `Ô này dài ${request.text.length} ký tự, không phải cách tính điểm của một chỉ số.`,
    `This cell has ${request.text.length} characters; it is not the rule of one indicator.`,
  );
  return {
    ...empty,
    status: "unread",
    pieces: [{ span, role: "unread" }],
    questions: [{ code: "text-too-long", text, span, alternatives: [] }],
  };
}

function withoutRule(statements: readonly Statement[], draft: Draft, shape: Shape): RuleReading {
  const questions = draft.doubts.map(asked);
  const runnable = questions.some(({ alternatives }) => alternatives.length > 0);
  if (questions.length === 0)
    questions.push({
      code: statements.some(rules) ? "text-unread" : "rule-missing",
      text: message(
        "Lời văn không nêu cách tính điểm mà chương trình hiểu được.",
        "The text gives no way to points that was understood.",
      ),
      span: null,
      alternatives: [],
    });
  return { ...empty, ...shape, inputs: runnable ? draft.inputs : [], status: "unread", questions };
}

function rankingCondition(
  statements: readonly Statement[],
  request: RuleTextRequest,
): Pick<RuleReading, "status" | "inputs" | "condition"> {
  const sentence = statements.find(({ kind }) => kind === "ranking-condition");
  const first = statements[0]?.clause.span ?? { start: 0, end: request.text.length };
  const label = labelOf(request.text, first);
  return {
    status: "certain",
    inputs: [{ id: "p1", label: label || request.title, kind: "yes_no" }],
    condition: {
      of: "p1",
      unmet: "unranked",
      ...(sentence ? { sentence: labelOf(request.text, sentence.clause.span) } : {}),
    },
  };
}

function withRule(request: RuleTextRequest, { rule }: Assembled, draft: Draft, shape: Shape): RuleReading {
  if (!rule) return { ...empty, ...shape, status: "unread" };
  const inputs = usedInputs(draft.inputs);
  if (request.children.length > 0)
    draft.doubt(
      "children-and-rule",
      message(
        "Chỉ số có chỉ số con mà vẫn có cách tính riêng.",
        "The indicator has children and a rule of its own.",
      ),
      null,
      [{ label: message("Theo cách tính này", "By this rule"), rule }],
    );
  const verdict = verify(request, rule, inputs, draft.exceptions);
  if (!verdict.compiles) {
    draft.doubt(
      "rule-refused",
      verdict.problem ?? message("Quy tắc đọc được không chạy.", "The rule that was read does not run."),
      null,
    );
    return { ...empty, ...shape, status: "unread", questions: draft.doubts.map(asked) };
  }
  const beyond: ReadonlySet<string> = draft.beyondEngine;
  // What the engine finds besides says the same again where something is asked already.
  const asks = draft.doubts.length > 0;
  for (const finding of verdict.findings)
    if (!asks && !beyond.has(finding.code)) draft.doubt(finding.code, finding.message, null);
  const questions = draft.doubts.map((doubt) =>
    asked({
      ...doubt,
      alternatives: doubt.alternatives.map((each) => ({
        ...each,
        inputs: each.inputs ?? inputs,
        exceptions: each.exceptions ?? draft.exceptions,
      })),
    }),
  );
  return {
    ...empty,
    ...shape,
    status: questions.length === 0 ? "certain" : "doubtful",
    rule: rule satisfies RuleSource,
    inputs,
    exceptions: draft.exceptions,
    ...(draft.notApplicable ? { notApplicable: draft.notApplicable } : {}),
    questions,
  };
}

/** Without the inputs that no set needs to list. */
function usedInputs(inputs: readonly InputSource[]): InputSource[] {
  return inputs.map((input) => ({ ...input }));
}
