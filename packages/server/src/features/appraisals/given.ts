/** What an appraiser puts in place of what was declared, or of the rule's points, brought to the form it is stored in. */
import { type CompiledSet, exact, type Node, parseExact, readUnit } from "@opendti/engine";
import { Problem, type Words } from "../../http/problem.js";
import { NOT_APPLICABLE, type StoredValue } from "../answers/repository.js";
import { storedValue } from "../answers/value.js";
import { type AnswerValue, findFact, inputSource } from "../assessments/scoring.js";
import { PROFILE } from "../assessments/standing.js";
import type { Inputs } from "./appraisal.js";

const REASON_CHARACTERS = 2000;
const DECIMAL = /^\d{1,9}(?:\.(\d{1,9}))?$/;

/**
 * Points in the form they are stored: decimal, no finer than the set rounds to, no more than the maximum.
 * @throws {Problem} `value-unreadable` naming the code and the input "points".
 */
export function givenPoints(set: CompiledSet, node: Node, code: string, sent: string): string {
  const written = sent.trim();
  const value = parseExact(written);
  const digits = DECIMAL.exec(written)?.[1]?.replace(/0+$/, "").length ?? 0;
  if (value === undefined || !DECIMAL.test(written))
    throw unreadable(
      code,
      "points",
      "Điểm phải là một số không âm, như 7.5.",
      "Points are a number such as 7.5.",
    );
  if (digits > set.scoreRounding.digits)
    throw unreadable(
      code,
      "points",
      `Điểm có tối đa ${set.scoreRounding.digits} chữ số thập phân.`,
      `Points have at most ${set.scoreRounding.digits} decimals.`,
    );
  if (exact.compare(value, node.max) > 0)
    throw unreadable(code, "points", "Điểm lớn hơn điểm tối đa.", "The points are above the maximum.");
  return written;
}

/**
 * Values in the form they are stored. Those of an indicator that was declared as not applicable take that mark away.
 * @param node undefined for the profile.
 * @throws {Problem} `value-unreadable` naming the code and the input.
 */
export function givenInputs(
  set: CompiledSet,
  node: Node | undefined,
  code: string,
  sent: Readonly<Record<string, unknown>>,
  answers: readonly AnswerValue[],
): Inputs {
  const entries = Object.entries(sent);
  if (entries.length === 0)
    throw unreadable(code, "", "Chưa có số liệu nào được điều chỉnh.", "No value is adjusted.");
  const inputs: Record<string, StoredValue | null> = {};
  for (const [input, value] of entries)
    inputs[input] = input === NOT_APPLICABLE ? mark(node, code, value) : one(set, code, input, value);
  const marked = answers.some((answer) => answer.code === code && answer.input === NOT_APPLICABLE);
  if (marked && !(NOT_APPLICABLE in inputs)) inputs[NOT_APPLICABLE] = null;
  requireReadable(set, code, inputs, answers);
  return inputs;
}

function one(set: CompiledSet, code: string, input: string, value: unknown): StoredValue | null {
  const fact = findFact(set, code, input);
  if (fact === undefined)
    throw unreadable(code, input, `Không có số liệu "${input}".`, `There is no input "${input}".`);
  try {
    return storedValue(fact, inputSource(set, code, input), value);
  } catch (error) {
    if (error instanceof Problem && error.code === "value-unreadable")
      throw new Problem("value-unreadable", error.detail, { indicator: code, input });
    throw error;
  }
}

/** The mark "not applicable" with its reason, or null: it is taken away. */
function mark(node: Node | undefined, code: string, value: unknown): string | null {
  if (value === null) return null;
  if (node?.notApplicable === undefined)
    throw unreadable(
      code,
      NOT_APPLICABLE,
      `Bộ chỉ số không cho phép "không áp dụng" ở chỉ số ${code}.`,
      `The set does not accept "not applicable" at indicator ${code}.`,
    );
  const reason = typeof value === "string" ? value.replaceAll("\0", "").normalize("NFC").trim() : "";
  if (reason === "" || reason.length > REASON_CHARACTERS)
    throw unreadable(
      code,
      NOT_APPLICABLE,
      'Ghi lý do "không áp dụng".',
      'Give the reason for "not applicable".',
    );
  return reason;
}

/** What only shows in the whole: a total that is not the sum of its parts. */
function requireReadable(
  set: CompiledSet,
  code: string,
  inputs: Inputs,
  answers: readonly AnswerValue[],
): void {
  const values: Record<string, unknown> = {};
  for (const answer of answers)
    if (answer.code === code && answer.input !== NOT_APPLICABLE) values[answer.input] = answer.value;
  for (const [input, value] of Object.entries(inputs)) {
    if (input === NOT_APPLICABLE) continue;
    if (value === null) delete values[input];
    else values[input] = value;
  }
  const data = code === PROFILE ? { profile: values } : { answers: { [code]: values } };
  const [problem] = readUnit(set, { unit: code, ...data }, "stored").problems;
  if (problem !== undefined)
    throw new Problem("value-unreadable", problem.message, { indicator: code, input: problem.input ?? "" });
}

const unreadable = (code: string, input: string, vi: Words["vi"], en: Words["en"]) =>
  new Problem("value-unreadable", { vi: `${code}: ${vi}`, en: `${code}: ${en}` }, { indicator: code, input });
