/**
 * The points of every submitted indicator, kept for the queue (see migration 0009 for why). They are made of answers,
 * evidence and appraisals alone, so they can be made again at any time.
 */
import { isDeepStrictEqual } from "node:util";
import { type CompiledSet, checkEvidence, formatExact, scoreUnit } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { type AnswerValue, addressOf, factsOf, summarise } from "../assessments/scoring.js";
import type { Inputs } from "./appraisal.js";
import { listDeclared } from "./fact-repository.js";
import { appraisedFacts } from "./facts.js";
import type { IndicatorScore, JudgedOn, Piece, Scorable } from "./score-repository.js";
import * as repository from "./score-repository.js";

/** Assessments made at once: their answers are a few thousand rows. */
const BATCH = 200;

/** A campaign, as much of it as scores are made of. */
interface Ground {
  readonly id: string;
  readonly year: number;
}

/** An assessment as its scores are made of it. */
export const scorable = ({
  id,
  unit,
  group,
}: {
  readonly id: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly group: { readonly code: string } | null;
}) => ({ id, unit, group: group?.code ?? null });

/**
 * Makes the kept points of one assessment anew: after its submission, a judgement, evidence brought in an answer.
 * The assessment is locked, so nothing moves meanwhile.
 */
export async function rescoreAssessment(
  call: Call,
  campaign: Ground,
  set: CompiledSet,
  assessment: Omit<Scorable, "submittedAt">,
): Promise<void> {
  const one = { ...assessment, submittedAt: null };
  await write(call, campaign, set, [one], { by: call.actor.accountId, at: call.at });
}

/** Makes the points of the submitted assessments of a campaign that have none. */
export async function scoreTheRest(
  call: Pick<Call, "db" | "at">,
  campaign: Ground,
  set: CompiledSet,
): Promise<void> {
  if (scoredLeaves(set).length === 0) return;
  for (;;) {
    const assessments = await repository.listUnscored(call.db, campaign.id, BATCH);
    const [first] = assessments;
    if (first === undefined) return;
    await write(call, campaign, set, assessments, { by: null, at: first.submittedAt ?? call.at });
  }
}

async function write(
  { db }: Pick<Call, "db">,
  campaign: Ground,
  set: CompiledSet,
  assessments: readonly Omit<Scorable, "submittedAt">[],
  change: { readonly by: string | null; readonly at: Date },
): Promise<void> {
  const ids = assessments.map(({ id }) => id);
  const answers = await listDeclared(db, ids);
  const pieces = await repository.listPieces(db, ids);
  const judged = await repository.listJudgedOn(db, ids);
  const rows = assessments.flatMap((one) =>
    scoresOf(set, one, campaign.year, {
      answers: answers.get(one.id) ?? [],
      pieces: pieces.get(one.id) ?? [],
      judged: judged.get(one.id) ?? [],
    }),
  );
  await repository.writeScores(db, campaign.id, rows, change);
}

/** The rows of one assessment. Pure. */
function scoresOf(
  set: CompiledSet,
  { id, unit, group }: Omit<Scorable, "submittedAt">,
  year: number,
  has: {
    readonly answers: readonly AnswerValue[];
    readonly pieces: readonly Piece[];
    readonly judged: readonly JudgedOn[];
  },
): IndicatorScore[] {
  const who = { ...unit, group };
  const declared = summarise(set, factsOf(set, who, has.answers));
  const adjusted = has.judged.some(({ verdict }) => verdict === "adjusted");
  const appraised = adjusted
    ? scoreUnit(set, appraisedFacts(set, who, has.answers, has.judged))
    : declared.score;
  const judgedOf = new Map(has.judged.map((one) => [one.code, one]));
  const givenOf = declaredByCode(has.answers);
  return scoredLeaves(set).flatMap((node) => {
    const code = addressOf(set, node);
    const own = declared.score.nodes[node.index];
    const theirs = appraised.nodes[node.index];
    if (own === undefined || theirs === undefined) return [];
    const pieces = has.pieces.filter((piece) => piece.code === code);
    const failed = [
      ...declared.findings.filter((finding) => finding.node === node.index),
      ...checkEvidence(set, node.index, pieces.map(dated), year),
    ];
    const given = givenOf.get(code) ?? {};
    const judgement = judgedOf.get(code);
    const verdict = judgement?.verdict ?? null;
    return [
      {
        assessmentId: id,
        code,
        place: node.index,
        max: formatExact(node.max),
        declared: formatExact(own.score),
        declaredStatus: own.status,
        appraised: formatExact(theirs.score),
        status: theirs.status,
        checks: failed.length,
        blocking: failed.some(({ severity }) => severity === "block"),
        given,
        evidence: countByKind(pieces),
        verdict,
        version: judgement?.version ?? 0,
        judgedAt: verdict === null ? null : (judgement?.at ?? null),
        stale: verdict !== null && isStale(judgement, given),
      },
    ];
  });
}

/** The indicators that are judged: those that are scored and have none below. */
export const scoredLeaves = (set: CompiledSet) =>
  set.nodes.filter(({ children, scored }) => children.length === 0 && scored);

/** What was declared, by code and input; what was cleared is not there. */
export function declaredByCode(answers: readonly AnswerValue[]): Map<string, Record<string, Inputs[string]>> {
  const byCode = new Map<string, Record<string, Inputs[string]>>();
  for (const { code, input, value } of answers) {
    if (value === null) continue;
    const inputs = byCode.get(code) ?? {};
    byCode.set(code, inputs);
    inputs[input] = value;
  }
  return byCode;
}

/** Whether something else is declared now than when it was judged. */
export function isStale(judgement: { readonly declared: Inputs | null } | undefined, given: Inputs): boolean {
  const then = judgement?.declared ?? null;
  return then !== null && !isDeepStrictEqual(then, given);
}

/** The engine looks at whole days; a document dated by month or year alone is not judged. */
const dated = ({ kind, date }: Piece) => ({ kind, date: date?.length === 10 ? date : undefined });

function countByKind(pieces: readonly Piece[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of pieces) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
