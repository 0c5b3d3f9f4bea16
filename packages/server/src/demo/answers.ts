/** Declared data of the demo's files as stored answers and evidence. */
import type { CompiledSet } from "@opendti/engine";
import { NOT_APPLICABLE, type StoredValue } from "../features/answers/repository.js";
import { fromTyped } from "../features/answers/typed.js";
import { storedValue } from "../features/answers/value.js";
import { type AnswerValue, findFact, inputSource } from "../features/assessments/scoring.js";
import { PROFILE } from "../features/assessments/standing.js";
import type { EvidenceItem } from "../features/evidence/repository.js";
import type { DemoData, DemoEvidence } from "./files.js";

/**
 * Answers in their stored form.
 * @throws {Problem} `value-unreadable`: the demo's files are tested, so none is.
 */
export function answersOf(set: CompiledSet, data: DemoData): AnswerValue[] {
  const profile = Object.entries(data.profile).map(([input, typed]) => one(set, PROFILE, input, typed));
  const answers = Object.entries(data.answers).flatMap(([code, answer]) => indicator(set, code, answer));
  return [...profile, ...answers].filter(({ value }) => value !== null);
}

function indicator(set: CompiledSet, code: string, answer: unknown): AnswerValue[] {
  if (answer === "not_applicable") return [{ code, input: NOT_APPLICABLE, value: "Không áp dụng" }];
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) {
    const index = set.nodeOf.get(code);
    const fact = index === undefined ? undefined : set.nodes[index]?.inputs[0];
    return fact === undefined ? [] : [one(set, code, fact.id, answer)];
  }
  return Object.entries(answer).map(([input, typed]: [string, unknown]) =>
    input === "not_applicable"
      ? { code, input: NOT_APPLICABLE, value: String(typed) }
      : one(set, code, input, typed),
  );
}

function one(set: CompiledSet, code: string, input: string, typed: unknown): AnswerValue {
  const fact = findFact(set, code, input);
  if (fact === undefined) throw new Error(`${set.id} has no input ${code}/${input}`);
  const source = inputSource(set, code, input);
  const columns = source !== undefined && "columns" in source ? (source.columns ?? []) : [];
  const value: StoredValue | null = storedValue(fact, source, fromTyped(fact, columns, typed));
  return { code, input, value };
}

/** A case's evidence in the interface's kinds: a statement is a document that has only a text. */
export function evidenceItem(given: DemoEvidence): EvidenceItem {
  const place = {
    page: given.page === undefined ? null : String(given.page),
    section: given.section ?? null,
  };
  if (given.url !== undefined && given.kind === "link")
    return { kind: "link", url: given.url, title: given.title ?? given.text ?? null, ...place };
  const symbol = given.number ?? null;
  return {
    kind: "document",
    text: given.text ?? [given.title, symbol].filter(Boolean).join(" "),
    number: symbol === null ? null : (/^\d+/.exec(symbol)?.[0] ?? null),
    symbol,
    date: given.date ?? null,
    issuer: given.issuer ?? null,
    title: given.title ?? null,
    ...place,
  };
}
