/** Appraising by workbook: the indicators that an appraiser covers, downloaded, judged offline, sent back, taken. */
import type { Readable } from "node:stream";
import type { AppraisalRow } from "@opendti/documents";
import { requireRole } from "../../access/actor.js";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { type Coverage, coverageIn } from "../appraisals/coverage.js";
import { judgeTogether } from "../appraisals/judging-together.js";
import { scoreTheRest } from "../appraisals/scores.js";
import { whyNotNow } from "../appraisals/standing.js";
import type { Campaign } from "../campaigns/repository.js";
import type { JudgeableRow } from "./appraisal-repository.js";
import * as rows from "./appraisal-repository.js";
import { type Asking, originOf } from "./campaign.js";
import { readAppraisal, writeAppraisal } from "./campaign-form.js";
import { keptJudgement, type StoredJudgement, verdictOf, verdictState } from "./comparing-verdicts.js";
import type { Counts, KeptAppraisal, KeptJudgement } from "./kept.js";
import { evidenceWords } from "./piece-words.js";
import { keepReading, keptReading, recordTaken } from "./readings.js";
import type { IncomingWorkbook } from "./receiving.js";
import { byKey, type ChosenRow, type RowView, takeable } from "./viewing.js";

export interface JudgementView
  extends RowView,
    Pick<KeptJudgement, "assessmentId" | "code" | "place" | "message"> {
  readonly unit: { readonly id: string; readonly name: string };
  readonly given: KeptJudgement["judgement"];
  readonly stored: StoredJudgement;
  readonly by: JudgeableRow["by"];
  readonly at: Date | null;
}

export interface AppraisalReadingView {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly notes: KeptAppraisal["notes"];
  readonly counts: Counts;
  readonly rows: readonly JudgementView[];
}

/** Assessments read at once: some thousand indicators. */
const BATCH = 25;

/** @throws {Problem} `forbidden` to whoever does not appraise. */
export async function downloadAppraisal(
  call: LongCall,
  id: string,
): Promise<{ readonly name: string; readonly body: Readable }> {
  requireRole(call.actor, "appraiser", "coordinator");
  const { origin, campaign, next } = await rowSource(call, id);
  return { name: `tham-dinh-${campaign.year}.xlsx`, body: await writeAppraisal(origin, next) };
}

/** What an appraiser's workbook is written from, some assessments at a time; nothing at the end. */
export async function rowSource(call: Asking, id: string) {
  const { ids, desk, ...ground } = await call.db.transaction().execute(async (db) => {
    const { set, ...of } = await originOf({ ...call, db }, id);
    await scoreTheRest({ ...call, db }, of.campaign, set);
    const covered = await coverageIn({ ...call, db }, id, set);
    const submitted = await rows.listSubmitted(db, id);
    return {
      ...of,
      set,
      desk: { campaign: of.campaign, covered },
      ids: submitted.filter(({ unitId }) => covered(unitId)?.size !== 0).map((one) => one.id),
    };
  });
  let done = 0;
  const next = async (): Promise<AppraisalRow[]> => {
    // A batch may hold nothing that is covered; an empty answer would end the workbook.
    while (done < ids.length) {
      const batch = ids.slice(done, done + BATCH);
      done += batch.length;
      const found = await rowsOf(call, desk, batch);
      if (found.length > 0) return found;
    }
    return [];
  };
  return { ...ground, next, progress: () => ({ done, total: ids.length }) };
}

/**
 * Reads an appraiser's workbook and keeps what differs from what is judged. Nothing changes.
 * @throws {Problem} `forbidden` to whoever does not appraise; `upload-refused`; `content-refused` for too many differences.
 */
export async function receiveAppraisal(
  call: LongCall,
  id: string,
  incoming: () => Promise<IncomingWorkbook>,
): Promise<AppraisalReadingView> {
  requireRole(call.actor, "appraiser", "coordinator");
  const { origin, desk, set } = await inTransaction(call, (within) => deskOf(within, id));
  const sent = await incoming();
  const declared = new Map<string, AppraisalRow["declared"]>();
  const read = await readAppraisal(origin, sent.bytes, async (keys) => {
    const wanted = new Set(keys.map(keyOf));
    const found = await rowsOf(call, desk, [...new Set(keys.map(({ assessment }) => assessment))]);
    const asked = found.filter((one) => wanted.has(keyOf(one)));
    for (const row of asked) declared.set(keyOf(row), row.declared);
    return asked;
  });
  const content: KeptAppraisal = {
    rows: read.rows.map((row) => keptJudgement(set, row, declared.get(keyOf(row)) ?? {})),
    notes: read.notes,
    counts: read.counts,
  };
  return inTransaction(call, async (within) =>
    lookAtAppraisal(within, id, await keepReading(within, placeOf(id), sent, content)),
  );
}

/** @throws {Problem} `not-found` also for what somebody else sent. */
export async function lookAtAppraisal(
  call: Call,
  id: string,
  readingId: string,
): Promise<AppraisalReadingView> {
  requireRole(call.actor, "appraiser", "coordinator");
  const { desk, set } = await deskOf(call, id);
  const { name, at, content } = await keptReading(call, placeOf(id), readingId);
  const now = new Map(
    (await rows.listJudgeableAt(call.db, id, content.rows)).map((row) => [
      `${row.assessmentId}\n${row.code}`,
      row,
    ]),
  );
  const views = content.rows.flatMap((kept, row): JudgementView[] => {
    const stored = now.get(`${kept.assessmentId}\n${kept.code}`);
    if (stored === undefined || !covers(desk.covered, stored)) return [];
    const { assessmentId, code, place, message, judgement } = kept;
    const { unit, verdict, inputs, points, reason, version, by, at: judgedAt } = stored;
    return [
      {
        row,
        assessmentId,
        unit,
        code,
        place,
        message,
        given: judgement,
        stored: { verdict, inputs, points, reason },
        version,
        by,
        at: judgedAt,
        state: verdictState(set, kept, stored, isOpen(desk, stored, call.at)),
      },
    ];
  });
  return { id: readingId, name, at, notes: content.notes, counts: content.counts, rows: views };
}

/**
 * Takes rows of an appraiser's workbook, all or none, each on the judgement that was seen.
 * @throws {Problem} as judging by hand; `changed-meanwhile`; `content-refused` for a row that cannot be taken.
 */
export async function takeAppraisal(
  call: Call,
  id: string,
  readingId: string,
  chosen: readonly ChosenRow[],
): Promise<number> {
  requireRole(call.actor, "appraiser", "coordinator");
  const reading = await keptReading(call, placeOf(id), readingId);
  const judgements = chosen.map(({ row, version }) => ({ ...takeable(reading.content.rows[row]), version }));
  let taken = 0;
  for (const [assessmentId, given] of byKey(judgements, (one) => one.assessmentId)) {
    const judged = await judgeTogether(
      call,
      assessmentId,
      given.map(({ code, version, judgement }) => ({ code, version, verdict: verdictOf(judgement) })),
    );
    taken += judged;
    // Beside no unit, as judgements are.
    await recordTaken(call, { id: assessmentId }, reading, judged);
  }
  return taken;
}

const placeOf = (campaignId: string) => ({ kind: "appraisal", campaignId, assessmentId: null }) as const;

/** What somebody appraises in a campaign. */
interface Desk {
  readonly campaign: Campaign;
  readonly covered: Coverage;
}

async function deskOf(call: Call, id: string) {
  const { campaign, set, origin } = await originOf(call, id);
  await scoreTheRest(call, campaign, set);
  return { origin, set, desk: { campaign, covered: await coverageIn(call, id, set) } };
}

const keyOf = ({ assessment, code }: { readonly assessment: string; readonly code: string }): string =>
  `${assessment}\n${code}`;

function covers(covered: Coverage, { unit, code }: Pick<JudgeableRow, "unit" | "code">): boolean {
  const codes = covered(unit.id);
  return codes === null || codes.has(code);
}

const isOpen = ({ campaign }: Desk, { state, dueAt }: JudgeableRow, at: Date): boolean =>
  whyNotNow({ assessment: { state, campaign }, appraiseUntil: dueAt }, at) === undefined;

/** The indicators of these assessments that are covered, assessment by assessment in the order asked for. */
async function rowsOf(
  call: Pick<Call | LongCall, "db" | "at">,
  desk: Desk,
  ids: readonly string[],
): Promise<AppraisalRow[]> {
  const judgeable = await rows.listJudgeable(call.db, desk.campaign.id, ids);
  const words = evidenceWords(await rows.listPiecesOf(call.db, ids));
  const byAssessment = new Map(byKey(judgeable, ({ assessmentId }) => assessmentId));
  return ids.flatMap((id) =>
    (byAssessment.get(id) ?? [])
      .filter((row) => covers(desk.covered, row))
      .map((row) => ({
        assessment: id,
        unit: row.unit,
        group: row.group,
        code: row.code,
        declared: row.given,
        selfScore: row.declaredScore,
        evidence: words.get(`${id}\n${row.code}`) ?? "",
        judgement: {
          verdict: row.verdict,
          inputs: row.inputs,
          points: row.points,
          reason: row.reason,
          version: row.version,
        },
        open: isOpen(desk, row, call.at),
      })),
  );
}
