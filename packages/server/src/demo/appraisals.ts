/** The demo's appraising: who appraises what, judgements, and questions with their answers. */
import type { CompiledSet } from "@opendti/engine";
import { type NewAppraisal, writeAppraisals } from "../features/appraisals/repository.js";
import { declaredByCode, scoredLeaves } from "../features/appraisals/scores.js";
import { codesBelow } from "../features/appraisals/standing.js";
import { type AnswerValue, addressOf } from "../features/assessments/scoring.js";
import { answersOf } from "./answers.js";
import type { DemoCampaign } from "./files.js";
import { closing, days, type Ground } from "./ground.js";
import { idOf } from "./units.js";

type Planned = DemoCampaign["assessments"][number];
type Asked = Planned["queries"][number];

/** Writes which pillars each appraiser appraises, of every unit. */
export async function seedScopes(
  { db, accounts, at }: Ground,
  campaign: DemoCampaign,
  campaignId: string,
): Promise<void> {
  const rows = Object.entries(campaign.appraisers).flatMap(([login, codes]) =>
    codes.map((code) => ({
      campaign_id: campaignId,
      account_id: idOf(accounts, login),
      code,
      assigned_at: days(at, campaign.opened),
    })),
  );
  if (rows.length > 0) await db.insertInto("appraiser_scope").values(rows).execute();
}

/** Writes the judgements on one assessment, and the questions about it. */
export async function seedAppraising(
  ground: Ground,
  campaign: DemoCampaign,
  set: CompiledSet,
  id: string,
  planned: Planned,
  answers: readonly AnswerValue[],
): Promise<void> {
  const judged = judgements(ground, set, id, planned, answers);
  for (const [login, codes] of Object.entries(campaign.appraisers)) {
    const own = new Set(codes.flatMap((code) => codesBelow(set, code)));
    await writeAppraisals(
      ground.db,
      judged.filter(({ code }) => own.has(code)),
      idOf(ground.accounts, login),
    );
  }
  for (const query of planned.queries) await seedQuery(ground, id, query);
}

function judgements(
  { at }: Ground,
  set: CompiledSet,
  id: string,
  { appraisals }: Planned,
  answers: readonly AnswerValue[],
): NewAppraisal[] {
  if (appraisals === undefined) return [];
  const declared = declaredByCode(answers);
  const common = (code: string) => ({
    assessmentId: id,
    code,
    version: 1,
    at: days(at, appraisals.at),
    declared: declared.get(code) ?? {},
  });
  const leaves = new Set(scoredLeaves(set).map((node) => addressOf(set, node)));
  const adjusted = new Set(appraisals.adjusted.map(({ code }) => code));
  const agreed = appraisals.agreed
    .flatMap((code) => codesBelow(set, code))
    .filter((code) => leaves.has(code) && !adjusted.has(code));
  return [
    ...agreed.map((code) => ({
      ...common(code),
      verdict: "agreed" as const,
      inputs: null,
      points: null,
      reason: null,
    })),
    ...appraisals.adjusted.map(({ code, reason, inputs, points }) => ({
      ...common(code),
      verdict: "adjusted" as const,
      inputs: inputs === undefined ? null : stored(set, code, inputs),
      points: points ?? null,
      reason,
    })),
  ];
}

/** Values in their stored form. */
function stored(set: CompiledSet, code: string, inputs: Readonly<Record<string, unknown>>) {
  const values = answersOf(set, { unit: "", profile: {}, answers: { [code]: inputs }, evidence: {} });
  return Object.fromEntries(values.map(({ input, value }) => [input, value]));
}

async function seedQuery({ db, accounts, at }: Ground, assessmentId: string, query: Asked): Promise<void> {
  const { closed } = query;
  const by = idOf(accounts, query.by);
  const last = query.answers.at(-1);
  const answered = query.answered || closed !== undefined;
  const { id } = await db
    .insertInto("query")
    .values({
      assessment_id: assessmentId,
      code: query.code,
      kind: "explanation",
      state: closed !== undefined ? "closed" : query.answered ? "answered" : "open",
      owner_id: by,
      due_at: closing(at, query.due),
      outcome: closed?.outcome ?? null,
      outcome_note: closed?.note ?? null,
      opened_by: by,
      opened_at: days(at, query.at),
      answered_at: answered && last !== undefined ? days(at, last.at) : null,
      closed_by: closed === undefined ? null : by,
      closed_at: closed === undefined ? null : days(at, closed.at),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("query_message")
    .values([
      { query_id: id, side: "appraiser", body: query.body, by_id: by, at: days(at, query.at) },
      ...query.answers.map((answer) => ({
        query_id: id,
        side: "unit" as const,
        body: answer.body,
        by_id: answer.by === undefined ? null : idOf(accounts, answer.by),
        at: days(at, answer.at),
      })),
    ])
    .execute();
}
