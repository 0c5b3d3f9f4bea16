/** The demo's campaigns: last year's with their results, this year's at every stage of declaring. */
import type { LoadedSet } from "@opendti/engine";
import type { Work } from "../database/connection.js";
import type { AssessmentState } from "../database/schema.js";
import { insertAnswers } from "../features/answers/repository.js";
import {
  findAssessment,
  findAssessmentId,
  insertSeal,
  noteScore,
} from "../features/assessments/repository.js";
import { factsOf, summarise } from "../features/assessments/scoring.js";
import { sealOf } from "../features/assessments/seal.js";
import { ensureAssessments, insertCampaign } from "../features/campaigns/repository.js";
import { listEvidence } from "../features/evidence/repository.js";
import { answersOf, evidenceItem } from "./answers.js";
import { seedAppraising, seedScopes } from "./appraisals.js";
import { type DemoCampaign, type DemoData, readCase, readData } from "./files.js";
import { closing, days, type Ground } from "./ground.js";
import { seedResults } from "./results.js";
import { idOf } from "./units.js";

type Planned = DemoCampaign["assessments"][number];

/** Writes one campaign with its assessments; a finished one with its results. */
export async function seedCampaign(ground: Ground, campaign: DemoCampaign, loaded: LoadedSet): Promise<void> {
  const data = campaign.data === undefined ? new Map<string, DemoData>() : await readData(campaign.data);
  const planned: readonly Planned[] =
    campaign.everyone === undefined
      ? campaign.assessments
      : [...data.keys()].map((unit) => ({
          unit,
          steps: campaign.everyone?.steps ?? [],
          comments: [],
          queries: [],
        }));
  const id = await plan(ground, campaign, planned);
  await seedScopes(ground, campaign, id);
  for (const one of planned) await seedAssessment(ground, campaign, id, loaded, one, data);
  if (campaign.status === "closed") {
    await seedResults(ground, campaign, id, loaded.set);
    await ground.db.updateTable("campaign").set({ status: "closed" }).where("id", "=", id).execute();
  }
}

async function plan(ground: Ground, campaign: DemoCampaign, planned: readonly Planned[]): Promise<string> {
  const { db, units, accounts, file } = ground;
  const groupOf = new Map(file.units.map(({ code, group }) => [code, group ?? null]));
  const id = await insertCampaign(db, {
    name: campaign.name,
    year: campaign.year,
    setId: campaign.set,
    setVersion: campaign.set_version,
    stages: campaign.stages.map(({ stage, opens, due }) => ({
      stage,
      opensAt: closing(ground.at, opens - 1),
      dueAt: closing(ground.at, due),
    })),
    groups: file.groups.filter(({ code }) => campaign.groups.includes(code)),
    units: planned.map(({ unit }) => ({ unitId: idOf(units, unit), group: groupOf.get(unit) ?? null })),
  });
  await db
    .updateTable("campaign")
    .set({ status: "open", opened_at: days(ground.at, campaign.opened) })
    .where("id", "=", id)
    .execute();
  await ensureAssessments(db, id, "0");
  for (const { unit, stage, due, reason, by, at } of campaign.extensions)
    await db
      .insertInto("extension")
      .values({
        campaign_id: id,
        unit_id: idOf(units, unit),
        stage,
        due_at: closing(ground.at, due),
        reason,
        granted_by: idOf(accounts, by),
        granted_at: days(ground.at, at),
      })
      .execute();
  return id;
}

async function seedAssessment(
  ground: Ground,
  campaign: DemoCampaign,
  campaignId: string,
  { set }: LoadedSet,
  planned: Planned,
  data: ReadonlyMap<string, DemoData>,
): Promise<void> {
  const { db, units } = ground;
  const unitId = idOf(units, planned.unit);
  const id = (await findAssessmentId(db, campaignId, unitId)) ?? "";
  const declared = planned.case === undefined ? data.get(planned.unit) : await readCase(planned.case);
  const answers =
    declared === undefined
      ? []
      : answersOf(set, { ...declared, profile: { ...declared.profile, ...planned.profile } });
  const at = days(ground.at, Math.min(campaign.opened + 2, -1));
  await insertAnswers(
    db,
    answers.map((answer) => ({ assessmentId: id, ...answer, version: 1, by: null, at })),
  );
  await seedEvidence(db, id, declared, at);
  await seedRooms(ground, id, planned);
  const row = await findAssessment(db, id);
  if (row === undefined) throw new Error(`the demo's assessment of ${planned.unit} is not there`);
  const group = row.group?.code ?? null;
  const summary = summarise(set, factsOf(set, { ...row.unit, group }, answers));
  await noteScore(db, id, summary, at);
  const submission = planned.steps.find(({ to }) => to === "submitted");
  if (submission !== undefined) {
    const seal = sealOf(row, set, answers, await listEvidence(db, id), summary);
    await insertSeal(db, id, seal, null, days(ground.at, submission.at));
  }
  await seedSteps(ground, id, planned);
  await seedAppraising(ground, campaign, set, id, planned, answers);
}

async function seedEvidence(db: Work, id: string, data: DemoData | undefined, at: Date): Promise<void> {
  const rows = Object.entries(data?.evidence ?? {}).flatMap(([code, items]) =>
    items.map((given, place) => {
      const item = evidenceItem(given);
      return { assessment_id: id, code, kind: item.kind, item: JSON.stringify(item), place, at };
    }),
  );
  if (rows.length === 0) return;
  const kept = await db.insertInto("evidence").values(rows).returning(["id", "item"]).execute();
  await db
    .insertInto("evidence_history")
    .values(kept.map((one) => ({ evidence_id: one.id, version: 1, item: JSON.stringify(one.item), at })))
    .execute();
}

async function seedRooms({ db, units, accounts, at }: Ground, id: string, planned: Planned): Promise<void> {
  for (const [room, codes] of Object.entries(planned.assignments ?? {}))
    await db
      .insertInto("assignment")
      .values(codes.map((code) => ({ assessment_id: id, code, unit_id: idOf(units, room) })))
      .execute();
  for (const { code, at: day, by, body } of planned.comments)
    await db
      .insertInto("comment")
      .values({ assessment_id: id, code, body, by_id: idOf(accounts, by), at: days(at, day) })
      .execute();
}

async function seedSteps({ db, accounts, at }: Ground, id: string, { steps }: Planned): Promise<void> {
  let from: AssessmentState = "declaring";
  let submitted: Date | null = null;
  for (const { to, at: day, by, reason } of steps) {
    if (to === "submitted") submitted = days(at, day);
    await db
      .insertInto("assessment_step")
      .values({
        assessment_id: id,
        from_state: from,
        to_state: to,
        reason: reason ?? null,
        by_id: by === undefined ? null : idOf(accounts, by),
        at: days(at, day),
      })
      .execute();
    from = to;
  }
  await db
    .updateTable("assessment")
    .set({ state: from, submitted_at: submitted })
    .where("id", "=", id)
    .execute();
}
