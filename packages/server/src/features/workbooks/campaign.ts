/**
 * All units of a campaign in one workbook. Whoever oversees them may download it; its coordinator may send it back to see
 * what it would change. A coordinator declares for nobody: only rows of units in which the sender is an officer or the
 * head too, and which still declare, can be taken; the others are told as closed.
 */
import type { Readable } from "node:stream";
import type { CampaignUnit } from "@opendti/documents";
import { holdsIn, requireRole, seeingAll } from "../../access/actor.js";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import type { Platform } from "../../platform.js";
import { saveTogether } from "../answers/saving-together.js";
import { visibleCampaign } from "../appraisals/scopes.js";
import { loadSetOf } from "../assessments/load-set.js";
import { standing, worksIn } from "../assessments/standing.js";
import type { Campaign } from "../campaigns/repository.js";
import { findSet } from "../sets/repository.js";
import { readCampaign, type SentOrigin, writeCampaign } from "./campaign-form.js";
import type { DeclaringUnit } from "./campaign-repository.js";
import * as units from "./campaign-repository.js";
import { keptField } from "./comparing.js";
import { isOpen } from "./form.js";
import type { Counts, KeptCampaign } from "./kept.js";
import { keepReading, keptReading, recordTaken } from "./readings.js";
import type { IncomingWorkbook } from "./receiving.js";
import { byKey, type ChosenRow, type FieldView, fieldView, keyOf, takeable } from "./viewing.js";

export interface CampaignFieldView extends FieldView {
  readonly assessmentId: string;
  readonly unit: { readonly id: string; readonly name: string };
}

export interface CampaignReadingView {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly notes: KeptCampaign["notes"];
  readonly counts: Counts;
  readonly rows: readonly CampaignFieldView[];
}

/** Units read at once: their answers are some ten thousand. */
const BATCH = 50;

/** @throws {Problem} `forbidden` to whoever does not see all units. */
export async function downloadCampaign(
  call: LongCall,
  id: string,
): Promise<{ readonly name: string; readonly body: Readable }> {
  requireRole(call.actor, ...seeingAll);
  const { origin, campaign, next } = await unitSource(call, id);
  return { name: `so-lieu-ke-khai-${campaign.year}.xlsx`, body: await writeCampaign(origin, next) };
}

/** Who asks for a whole campaign, in a request or behind the requests. */
export type Asking = Pick<LongCall, "db" | "actor" | "at"> & { readonly platform: Pick<Platform, "sets"> };

/** What a campaign's workbook is written from, some units at a time; none at the end. */
export async function unitSource(call: Asking, id: string) {
  const { ids, ...ground } = await call.db.transaction().execute(async (db) => ({
    ...(await originOf({ ...call, db }, id)),
    ids: await units.listAssessmentIds(db, id),
  }));
  let done = 0;
  const next = async (): Promise<CampaignUnit[]> => {
    const batch = ids.slice(done, done + BATCH);
    done += batch.length;
    if (batch.length === 0) return [];
    const found = await unitsOf(call, id, batch);
    return batch.flatMap((one) => found.get(one) ?? []);
  };
  return { ...ground, next, progress: () => ({ done, total: ids.length }) };
}

/**
 * Reads a campaign's workbook and keeps what differs from what is stored. Nothing changes.
 * @throws {Problem} `forbidden` to all but the coordinator; `upload-refused`; `content-refused` for too many differences.
 */
export async function receiveCampaign(
  call: LongCall,
  id: string,
  incoming: () => Promise<IncomingWorkbook>,
): Promise<CampaignReadingView> {
  requireRole(call.actor, "coordinator");
  const { origin, set } = await inTransaction(call, (within) => originOf(within, id));
  const sent = await incoming();
  const read = await readCampaign(origin, sent.bytes, (ids) => unitsOf(call, id, ids));
  const content: KeptCampaign = {
    rows: read.fields.map(({ assessment, ...field }) => ({
      ...keptField(set, field),
      assessmentId: assessment,
    })),
    notes: read.notes,
    counts: read.counts,
  };
  return inTransaction(call, async (within) =>
    lookAtCampaign(within, id, await keepReading(within, placeOf(id), sent, content)),
  );
}

/** @throws {Problem} `not-found` also for what somebody else sent. */
export async function lookAtCampaign(
  call: Call,
  id: string,
  readingId: string,
): Promise<CampaignReadingView> {
  requireRole(call.actor, "coordinator");
  const { name, at, content } = await keptReading(call, placeOf(id), readingId);
  const ids = [...new Set(content.rows.map(({ assessmentId }) => assessmentId))];
  const now = new Map((await units.listDeclaringUnits(call.db, id, ids)).map((unit) => [unit.id, unit]));
  const stored = new Map(
    (await units.listFieldsAt(call.db, content.rows)).map((field) => [
      `${field.assessmentId}\n${keyOf(field)}`,
      field,
    ]),
  );
  const rows = content.rows.flatMap((kept, row): CampaignFieldView[] => {
    const { assessmentId } = kept;
    const unit = now.get(assessmentId);
    if (unit === undefined) return [];
    const view = fieldView(kept, row, stored.get(`${assessmentId}\n${keyOf(kept)}`), isFor(call, unit));
    return [{ ...view, assessmentId, unit: unit.unit }];
  });
  return { id: readingId, name, at, notes: content.notes, counts: content.counts, rows };
}

/**
 * Takes rows of units that the sender declares for, all or none, each on the version that was seen.
 * @throws {Problem} as taking one unit's workbook; `forbidden` for a row of a unit that is not the sender's.
 */
export async function takeCampaign(
  call: Call,
  id: string,
  readingId: string,
  chosen: readonly ChosenRow[],
): Promise<number> {
  requireRole(call.actor, "coordinator");
  const reading = await keptReading(call, placeOf(id), readingId);
  const fields = chosen.map(({ row, version }) => ({ ...takeable(reading.content.rows[row]), version }));
  let taken = 0;
  for (const [assessmentId, given] of byKey(fields, (field) => field.assessmentId)) {
    const here = await standing(call, assessmentId, "lock");
    if (!worksIn(here)) throw notYours(here.assessment.unit.name);
    const { set } = await loadSetOf(call, here.assessment.set);
    const saved = await saveTogether(call, here, set, given);
    taken += saved;
    await recordTaken(call, { id: assessmentId, unitId: here.assessment.unit.id }, reading, saved);
  }
  return taken;
}

const notYours = (unit: string): Problem =>
  new Problem("forbidden", {
    vi: `${unit} tự kê khai; bạn không kê khai thay. Bỏ chọn các ô của đơn vị này.`,
    en: `${unit} declares for itself; nobody else does. Leave its cells out.`,
  });

const placeOf = (campaignId: string) => ({ kind: "campaign", campaignId, assessmentId: null }) as const;

/** The campaign as its workbook names it, and its set. */
export async function originOf(
  call: Pick<Call, "db" | "actor"> & Pick<Asking, "platform">,
  id: string,
): Promise<{ origin: SentOrigin; campaign: Campaign } & OfSet> {
  const campaign = await visibleCampaign(call, id);
  const { hash } = found(await findSet(call.db, campaign.setId, campaign.setVersion));
  const { set, source } = await loadSetOf(call, {
    id: campaign.setId,
    version: campaign.setVersion,
    hash,
  });
  const { name: title, year } = campaign;
  return { campaign, set, origin: { source, hash, campaign: { id, title, year } } };
}

interface OfSet {
  readonly set: Awaited<ReturnType<typeof loadSetOf>>["set"];
}

/** Units of the campaign as its workbook shows them; `open` to whoever declares for the whole unit, while it may. */
async function unitsOf(
  call: Pick<Call | LongCall, "db" | "actor" | "at">,
  campaignId: string,
  ids: readonly string[],
): Promise<Map<string, CampaignUnit>> {
  const found = await units.listDeclaringUnits(call.db, campaignId, ids);
  const fields = await units.listStoredFields(
    call.db,
    found.map(({ id }) => id),
  );
  return new Map(
    found.map((one) => [
      one.id,
      {
        unit: one.unit,
        group: one.group,
        assessment: { id: one.id, revision: Number(one.revision) },
        open: isFor(call, one),
        fields: fields.get(one.id) ?? [],
      },
    ]),
  );
}

/** Whether the unit is the actor's to declare for, and may declare now. */
const isFor = ({ actor, at }: Pick<Call | LongCall, "actor" | "at">, one: DeclaringUnit): boolean =>
  (holdsIn(actor, one.unit.id, "unit-officer") || holdsIn(actor, one.unit.id, "unit-head")) &&
  isOpen({ assessment: one }, at);
