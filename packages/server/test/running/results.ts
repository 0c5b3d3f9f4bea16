/** Two years of results of three departments, as recorded runs: what the views of results are tried on. */

import type { RunState } from "../../src/database/schema.js";
import type { AnswerValue } from "../../src/features/assessments/scoring.js";
import { type Adjustment, RunInputWriter, type RunUnit } from "../../src/features/runs/input.js";
import { insertResults } from "../../src/features/runs/results-repository.js";
import { CampaignScorer, resultHash } from "../../src/features/runs/scoring.js";
import { setHash } from "../../src/features/sets/shelf.js";
import type { RunningApp } from "./app.js";
import type { SmallProvince } from "./units.js";

/** Three indicators, one of them relative to the group's best. The later version asks for less, and for one thing more. */
const setSource = (version: 1 | 2): string => `
opendti: 1
id: bo-thu
version: ${version}
status: published
title: "Bộ chỉ số thử <${version}>"
legal_basis: [{ issuer: UBND tỉnh, title: Quyết định mẫu }]
years: { from: 2025, to: 2026 }
applies_to: [so-nganh]
rounding: { ratio: exact, score: { digits: 2, mode: half-up }, sum: rounded }
ranking: { on: rounded }
levels:
  by: total
  steps:
    - { key: tot, label: Tốt, ge: 80% }
    - { key: kha, label: Khá, ge: 50% }
profile:
  - { id: staff, label: Số công chức, kind: count, min: 1 }
indicators:
  - code: "1"
    title: Nhận thức số
    max: 20
    children:
      - code: "1.1"
        title: Văn bản điện tử
        max: 10
        inputs:
          - { id: a, label: Văn bản điện tử, kind: count }
          - { id: b, label: Tổng số văn bản, kind: count, min: 1 }
        rule: { proportional: { of: a/b${version === 2 ? ", full_at: 80%" : ""} } }
      - code: "1.2"
        title: Tỷ lệ công chức được tập huấn
        max: 10
        inputs:
          - { id: a, label: Số người được tập huấn, kind: count }
        rule: { relative: { of: a/staff, to: best, provisional: { proportional: { of: a/staff } } } }
  - code: "2"
    title: Hoạt động
    max: ${version === 2 ? 15 : 10}
    children:
      - code: "2.1"
        title: Hoạt động trong năm
        max: 10
        inputs:
          - { id: value, label: Số hoạt động, kind: count }
        rule: { per_item: { of: value, points: 2 } }
${
  version === 2
    ? `      - code: "2.2"
        title: Có kế hoạch
        max: 5
        inputs:
          - { id: p1, label: Đã ban hành, kind: yes_no }
        rule: { choice: { of: p1 } }
`
    : ""
}`;

/** What a department declares: staff, then a and b of 1.1, a of 1.2, the value of 2.1, whether 2.2. */
export interface Declared {
  readonly staff: number;
  readonly documents: readonly [a: number, b: number] | null;
  readonly trained: number;
  readonly activities: number;
  readonly planned?: boolean;
}

export function answersOf({ staff, documents, trained, activities, planned }: Declared): AnswerValue[] {
  const answer = (code: string, input: string, value: string | boolean): AnswerValue => ({
    code,
    input,
    value,
  });
  return [
    answer("profile", "staff", String(staff)),
    ...(documents === null
      ? []
      : [answer("1.1", "a", String(documents[0])), answer("1.1", "b", String(documents[1]))]),
    answer("1.2", "a", String(trained)),
    answer("2.1", "value", String(activities)),
    ...(planned === undefined ? [] : [answer("2.2", "p1", planned)]),
  ];
}

export interface PlannedUnit {
  readonly unitId: string;
  readonly name: string;
  readonly group?: string | null;
  readonly declared: Declared | null;
  readonly adjustments?: readonly Adjustment[];
}

/** A campaign on one version of the set, open, with an assessment each. */
export async function insertCampaign(
  app: RunningApp,
  year: number,
  version: 1 | 2,
  units: readonly PlannedUnit[],
  name = `Đánh giá ${year}`,
): Promise<string> {
  const source = setSource(version);
  await app.db
    .insertInto("indicator_set")
    .values({
      id: "bo-thu",
      version,
      status: "published",
      title: `Bộ chỉ số thử <${version}>`,
      source,
      hash: setHash(source),
      max: version === 2 ? "35" : "30",
      indicator_count: version === 2 ? 4 : 3,
      findings: "[]",
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await app.db
    .insertInto("campaign")
    .values({ name, year, set_id: "bo-thu", set_version: version, status: "open" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto("campaign_group")
    .values([{ campaign_id: id, code: "so-nganh", name: "Sở, ban, ngành", place: 1 }])
    .execute();
  await app.db
    .insertInto("campaign_unit")
    .values(
      units.map(({ unitId, group }) => ({ campaign_id: id, unit_id: unitId, group_code: groupOf(group) })),
    )
    .execute();
  await app.db
    .insertInto("assessment")
    .values(units.map(({ unitId }) => ({ campaign_id: id, unit_id: unitId, state: "appraised" as const })))
    .execute();
  return id;
}

const groupOf = (group: string | null | undefined): string | null =>
  group === undefined ? "so-nganh" : group;

/** Records a run of a campaign, as compiling would. */
export async function insertRun(
  app: RunningApp,
  campaignId: string,
  units: readonly PlannedUnit[],
  state: RunState = "published",
): Promise<string> {
  const campaign = await app.db
    .selectFrom("campaign as c")
    .innerJoin("indicator_set as s", (join) =>
      join.onRef("s.id", "=", "c.set_id").onRef("s.version", "=", "c.set_version"),
    )
    .where("c.id", "=", campaignId)
    .select(["c.year", "s.id", "s.version", "s.hash", "s.source"])
    .executeTakeFirstOrThrow();
  const assessments = await app.db
    .selectFrom("assessment")
    .where("campaign_id", "=", campaignId)
    .select(["id", "unit_id"])
    .execute();
  const { set } = app.platform.sets.load(campaign.source, campaign.hash);
  const { id: setId, version, hash, year } = campaign;
  const writer = new RunInputWriter({
    campaign: { id: campaignId, year },
    set: { id: setId, version, hash },
  });
  const scorer = new CampaignScorer(set);
  for (const planned of [...units].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))) {
    const unit: RunUnit = {
      assessmentId: assessments.find(({ unit_id }) => unit_id === planned.unitId)?.id ?? "",
      unit: { id: planned.unitId, name: planned.name },
      group: groupOf(planned.group),
      submitted: planned.declared !== null,
      answers: planned.declared === null ? [] : answersOf(planned.declared),
      adjustments: planned.adjustments ?? [],
    };
    writer.add(unit);
    scorer.add(unit);
  }
  const { input, hash: inputHash } = await writer.finish();
  const results = scorer.finish();
  const { count } = await app.db
    .selectFrom("run")
    .where("campaign_id", "=", campaignId)
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  const published =
    state === "published" ? { published_as: "Lãnh đạo phê duyệt", published_at: app.clock.now } : {};
  const { id } = await app.db
    .insertInto("run")
    .values({
      campaign_id: campaignId,
      number: Number(count) + 1,
      state,
      set_hash: hash,
      input,
      input_hash: inputHash,
      result_hash: resultHash(results),
      units: results.length,
      compiled_at: app.clock.now,
      ...published,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await app.db.transaction().execute((db) => insertResults(db, id, results));
  return id;
}

/** Takes a published run back, as the approver would. */
export async function withdraw(app: RunningApp, run: string): Promise<void> {
  await app.db
    .updateTable("run")
    .set({ state: "withdrawn", withdrawn_at: app.clock.now, withdrawn_reason: "Sai số liệu", version: 2 })
    .where("id", "=", run)
    .execute();
}

/** Three departments; the third has no group in the second year unless said. */
export async function threeDepartments(
  app: RunningApp,
  units: SmallProvince,
): Promise<{ readonly third: string }> {
  const { id } = await app.db
    .insertInto("unit")
    .values({
      code: "so-ba",
      kind: "so-nganh",
      name: "Sở Ba",
      short_name: "Sở Ba",
      parent_id: units.province,
      valid_from: "2024-07-01",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { third: id };
}

/** A run that is not published: results that only those who see all may know of. */
export async function approvedRun(
  app: RunningApp,
  campaign: string,
  assessments: Readonly<Record<string, string>>,
): Promise<void> {
  const rows = Object.entries(assessments);
  const { id } = await app.db
    .insertInto("run")
    .values({
      campaign_id: campaign,
      number: 1,
      state: "approved",
      set_hash: "",
      input: Buffer.alloc(0),
      input_hash: "",
      result_hash: "",
      units: rows.length,
      compiled_at: app.clock.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const nothing = { scores: "{}", declared_scores: "{}", statuses: "{}" };
  await app.db
    .insertInto("run_result")
    .values(
      rows.map(([unit, assessment]) => ({
        run_id: id,
        unit_id: unit,
        assessment_id: assessment,
        unit_name: unit,
        group_code: null,
        total: "0",
        max: "485",
        declared_total: "0",
        rank: 1,
        level: null,
        ...nothing,
      })),
    )
    .execute();
}
