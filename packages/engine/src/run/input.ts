/**
 * What a run was scored from: one JSON document, canonical, a unit a line. It holds all that scores follow from beside the
 * set's text, which its hash names; so that the same document gives the same results whenever it is read. Its text is
 * made and read here, by pieces; who keeps it packs and hashes them. Pure.
 */
import type { Adjustment } from "./adjusted.js";
import type { AnswerValue } from "./answers.js";
import { canonicalJson, order } from "./canonical.js";

export interface RunHead {
  readonly campaign: { readonly id: string; readonly year: number };
  readonly set: { readonly id: string; readonly version: number; readonly hash: string };
}

/** A unit of a campaign with all that its score follows from. */
export interface RunUnit {
  readonly assessmentId: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: string | null;
  /** False: it never submitted, and nothing of it counts. */
  readonly submitted: boolean;
  readonly answers: readonly AnswerValue[];
  readonly adjustments: readonly Adjustment[];
}

export interface RunInput extends RunHead {
  readonly units: readonly RunUnit[];
}

const FORMAT = "opendti-run-1";
const CLOSING = "\n]}\n";

/** The document's text: its head, a line a unit in the order of their ids, its end. */
export const runInputText = {
  opening: ({ campaign, set }: RunHead): string =>
    `{"campaign":${canonicalJson(campaign)},"format":"${FORMAT}","set":${canonicalJson(set)},"units":[`,
  /** @param first whether no unit stands before it. */
  unit: (unit: RunUnit, first: boolean): string => `${first ? "\n" : ",\n"}${lineOf(unit)}`,
  closing: CLOSING,
} as const;

/** The same text as canonicalJson of the whole gives; put together by hand, because there are a million answers. */
function lineOf({ assessmentId, unit, group, submitted, answers, adjustments }: RunUnit): string {
  const declared = answers
    .filter(({ value }) => value !== null)
    .map((answer) => ({ key: `${answer.code}\n${answer.input}`, answer }))
    .sort((a, b) => order(a.key, b.key))
    .map(({ answer: { code, input, value } }) => JSON.stringify([code, input, canonicalValue(value)]));
  const adjusted = adjustments
    .map(({ code, inputs, points }) => canonicalJson({ code, inputs, points }))
    .sort(order);
  const members = [
    `"adjustments":[${adjusted.join(",")}]`,
    `"answers":[${declared.join(",")}]`,
    `"assessment":${JSON.stringify(assessmentId)}`,
    `"group":${JSON.stringify(group)}`,
    `"submitted":${submitted}`,
    `"unit":${canonicalJson(unit)}`,
  ];
  return `{${members.join(",")}}`;
}

/** Only rows of a table have members to put in order. */
const canonicalValue = (value: unknown): unknown =>
  typeof value === "object" ? JSON.parse(canonicalJson(value)) : value;

interface StoredUnit {
  readonly assessment: string;
  readonly unit: RunUnit["unit"];
  readonly group: string | null;
  readonly submitted: boolean;
  readonly answers: readonly (readonly [string, string, AnswerValue["value"]])[];
  readonly adjustments: readonly Adjustment[];
}

/**
 * Reads a document line by line, as {@link runInputText} wrote it: the head, then a unit a line.
 * A document that somebody has laid out otherwise is read whole by {@link readRunInput}.
 */
export const runInputLine = {
  /** @throws {SyntaxError} when the line is no head. */
  head: (line: string): RunHead => {
    if (!line.endsWith('"units":[')) throw new SyntaxError("no head of a run's input");
    return JSON.parse(`${line}]}`) as RunHead;
  },
  /** Undefined: the line ends the document. @throws {SyntaxError} when the line is no unit. */
  unit: (line: string): RunUnit | undefined =>
    line === "]}" ? undefined : unitOf(JSON.parse(line.replace(/,$/, "")) as StoredUnit),
} as const;

/** Reads a document whole. @throws {SyntaxError} when it is no JSON. */
export function readRunInput(text: string): RunInput {
  const { campaign, set, units } = JSON.parse(text) as RunHead & { readonly units: readonly StoredUnit[] };
  return { campaign, set, units: units.map(unitOf) };
}

function unitOf({ assessment, answers, ...rest }: StoredUnit): RunUnit {
  return {
    ...rest,
    assessmentId: assessment,
    answers: answers.map(([code, input, value]) => ({ code, input, value })),
  };
}
