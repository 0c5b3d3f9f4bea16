/** An appraiser's rows beside what is judged. Pure. */
import { isDeepStrictEqual } from "node:util";
import type { ReadJudgement } from "@opendti/documents";
import type { CompiledSet } from "@opendti/engine";
import { Problem } from "../../http/problem.js";
import type { Inputs } from "../appraisals/appraisal.js";
import { type GivenVerdict, judged, judgementOf } from "../appraisals/judging.js";
import type { JudgeableRow } from "./appraisal-repository.js";
import { type RowState, whyRefused } from "./comparing.js";
import type { KeptJudgement } from "./kept.js";

/** A judgement that stands. */
export type StoredJudgement = Pick<JudgeableRow, "verdict" | "inputs" | "points" | "reason">;

const REASON_CHARACTERS = 2000;

/** A row; what a form would refuse is a fault of the row. @param declared of the indicator. */
export function keptJudgement(
  set: CompiledSet,
  { assessment, code, place, judgement, seen, state, message }: ReadJudgement,
  declared: ReadJudgement["judgement"]["inputs"],
): KeptJudgement {
  const { version: _, ...given } = judgement;
  const why =
    state === "fault" ? message : whyRefused(() => storedForm(set, code, given, (declared ?? {}) as Inputs));
  return {
    kind: "judgement",
    assessmentId: assessment,
    code,
    place,
    judgement: given,
    seen,
    unreadable: state === "fault" || why !== undefined,
    message: why ?? message ?? null,
  };
}

/** @param open whether it may be judged now. */
export function verdictState(
  set: CompiledSet,
  row: KeptJudgement,
  stored: StoredJudgement & Pick<JudgeableRow, "version" | "given">,
  open: boolean,
): RowState {
  if (!row.unreadable && saysSame(set, row, stored)) return "same";
  if (!open) return "closed";
  if (row.unreadable) return "fault";
  if (stored.version !== row.seen) return "conflict";
  if (row.judgement.verdict === null) return "clears";
  return stored.verdict === null ? "new" : "changed";
}

function saysSame(
  set: CompiledSet,
  { code, judgement }: KeptJudgement,
  { given, verdict, inputs, points, reason }: StoredJudgement & Pick<JudgeableRow, "given">,
): boolean {
  if (judgement.verdict === null) return verdict === null;
  try {
    const as = storedForm(set, code, judgement, given);
    return isDeepStrictEqual(
      [as.verdict, as.inputs, as.points, as.reason],
      [verdict, inputs, points, reason],
    );
  } catch (error) {
    // What is declared has changed, and it no longer fits: it is not the same.
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** @throws {Problem} as judging by hand */
function storedForm(set: CompiledSet, asked: string, given: KeptJudgement["judgement"], declared: Inputs) {
  const { node, code } = judged(set, asked);
  const answers = Object.entries(declared).map(([input, value]) => ({ code, input, value }));
  return judgementOf(set, node, code, verdictOf(given), answers);
}

/**
 * A row as the judging form would send it.
 * @throws {Problem} `content-refused` for an adjustment without its reason.
 */
export function verdictOf({ verdict, inputs, points, reason }: KeptJudgement["judgement"]): GivenVerdict {
  if (verdict !== "adjusted") return { verdict };
  const why = reason?.trim() ?? "";
  if (why === "" || why.length > REASON_CHARACTERS)
    throw new Problem("content-refused", {
      vi: `Điều chỉnh cần có lý do, tối đa ${REASON_CHARACTERS} ký tự.`,
      en: `An adjustment needs its reason, at most ${REASON_CHARACTERS} characters.`,
    });
  return { verdict, inputs, points, reason: why };
}
