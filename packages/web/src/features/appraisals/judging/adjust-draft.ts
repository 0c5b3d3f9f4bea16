/** An adjustment while it is typed: what stands in its fields, and what that means for the server. */
import { formatExact, type Language } from "@opendti/engine";
import type { AppraisalDetail, GivenVerdict } from "../../../api/appraisal-contract.js";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import type { FormInput } from "../../assessments/scoring/inputs.js";
import { sameValue } from "../../assessments/values/answer-value.js";
import { readNumber } from "../../assessments/values/number-text.js";
import { readRows, type TypedRow, typedRows } from "../../assessments/values/table-rows.js";
import {
  readTyped,
  type TypedKind,
  type TypedProblem,
  typedText,
} from "../../assessments/values/typed-value.js";
import { NOT_APPLICABLE_INPUT } from "./values-text.js";

/** Kept as text, so that half a number survives too; choices as their places. */
export interface AdjustDraft {
  readonly by: "inputs" | "points";
  /** By input; what is not here is left as declared. */
  readonly typed: Readonly<Record<string, Typed>>;
  readonly points: string;
  readonly reason: string;
}

export type Typed = string | boolean | number | readonly number[] | readonly TypedRow[] | null;

export type Adjusting = Pick<AppraisalDetail, "declared" | "inputs" | "points" | "reason" | "verdict">;

const TYPED = new Set<string>(["count", "number", "money", "percent", "text", "link", "date"]);

/** Whether an input is typed into as text. */
export function isTyped(input: FormInput): boolean {
  return TYPED.has(input.kind);
}

/** The rows of a table's draft. */
export function rowsOf(typed: Typed): readonly TypedRow[] {
  return Array.isArray(typed) ? typed.filter((row): row is TypedRow => typeof row === "object") : [];
}

/** A value as its field shows it. */
export function typedOf(input: FormInput, value: AnswerValue, language: Language): Typed {
  if (isTyped(input)) return typedText({ kind: input.kind as TypedKind, unit: input.unit }, value, language);
  if (input.kind === "table") return typedRows(input.columns, value, language);
  if (Array.isArray(value)) return value.filter((place): place is number => typeof place === "number");
  return typeof value === "object" ? null : value;
}

/** The draft that a form opens with: what was adjusted before, else nothing. */
export function draftOf(detail: Adjusting, inputs: readonly FormInput[], language: Language): AdjustDraft {
  const { declared, verdict } = detail;
  const kept = verdict === "adjusted" ? detail : { inputs: null, points: null, reason: null };
  const typed = Object.entries(kept.inputs ?? {}).flatMap(([id, value]): [string, Typed][] => {
    if (id === NOT_APPLICABLE_INPUT) return [[id, value !== null]];
    const input = inputs.find((one) => one.id === id);
    return input === undefined ? [] : [[id, typedOf(input, value, language)]];
  });
  const pointsAlone = inputs.length === 0 && !declared.some(({ input }) => input === NOT_APPLICABLE_INPUT);
  return {
    by: kept.points !== null || pointsAlone ? "points" : "inputs",
    typed: Object.fromEntries(typed),
    points: kept.points === null ? "" : kept.points.replace(".", language === "vi" ? "," : "."),
    reason: kept.reason ?? "",
  };
}

/** What is wrong with a draft: by input, "points", or nothing adjusted at all. */
export interface DraftProblems {
  readonly fields: Readonly<Record<string, TypedProblem>>;
  readonly points: TypedProblem | null;
  /** Nothing differs from what was declared. */
  readonly nothing: boolean;
}

export interface DraftReading extends DraftProblems {
  /** The changed inputs alone. Null while points are given, or nothing can be read. */
  readonly inputs: Record<string, AnswerValue> | null;
  readonly pointsValue: string | null;
}

/** Reads a draft. Inputs that are as declared are no adjustment and are left out. */
export function readDraft(
  draft: AdjustDraft,
  declared: Adjusting["declared"],
  inputs: readonly FormInput[],
  language: Language,
): DraftReading {
  if (draft.by === "points") {
    const read = draft.points.trim() === "" ? null : readNumber(draft.points, language, false);
    const pointsValue = read?.ok ? formatExact(read.value) : null;
    const problem = read !== null && !read.ok ? read.problem : null;
    return { fields: {}, points: problem, nothing: pointsValue === null, inputs: null, pointsValue };
  }
  const fields: Record<string, TypedProblem> = {};
  const changed: Record<string, AnswerValue> = {};
  for (const [id, typed] of Object.entries(draft.typed)) {
    const before = declared.find((one) => one.input === id)?.value ?? null;
    if (id === NOT_APPLICABLE_INPUT) {
      if ((before !== null) !== (typed === true))
        changed[id] = typed === true ? draft.reason.trim() || "-" : null;
      continue;
    }
    const input = inputs.find((one) => one.id === id);
    if (input === undefined) continue;
    const read = readField(input, typed, language);
    if (!read.ok) fields[id] = read.problem;
    else if (!sameValue(read.value, before)) changed[id] = read.value;
  }
  const nothing = Object.keys(changed).length === 0;
  return { fields, points: null, nothing, inputs: nothing ? null : changed, pointsValue: null };
}

function readField(
  input: FormInput,
  typed: Typed,
  language: Language,
):
  | { readonly ok: true; readonly value: AnswerValue }
  | { readonly ok: false; readonly problem: TypedProblem } {
  if (typeof typed === "string" && isTyped(input))
    return readTyped({ kind: input.kind as TypedKind, unit: input.unit }, typed, language);
  if (input.kind === "table") {
    const { value, problems } = readRows(input.columns, rowsOf(typed), language);
    const [first] = problems;
    return first === undefined ? { ok: true, value } : { ok: false, problem: first.problem };
  }
  return {
    ok: true,
    value: typed === null ? null : ((Array.isArray(typed) ? [...typed] : typed) as AnswerValue),
  };
}

/** The verdict that a draft gives; null while it cannot be given. */
export function verdictOf(draft: AdjustDraft, reading: DraftReading): GivenVerdict | null {
  const reason = draft.reason.trim();
  const wrong = Object.keys(reading.fields).length > 0 || reading.points !== null;
  if (wrong || reading.nothing || reason === "") return null;
  return { verdict: "adjusted", inputs: reading.inputs, points: reading.pointsValue, reason };
}

/** A draft out of the browser's own store; null when there is none that can be read. */
export function keptDraft(text: string): AdjustDraft | null {
  if (text === "") return null;
  try {
    const kept = JSON.parse(text) as Partial<AdjustDraft>;
    const whole =
      (kept.by === "inputs" || kept.by === "points") &&
      typeof kept.typed === "object" &&
      typeof kept.points === "string" &&
      typeof kept.reason === "string";
    return whole ? (kept as AdjustDraft) : null;
  } catch {
    return null;
  }
}
