/** One unit's assessment in a workbook: downloaded, filled in offline, sent back, looked at, taken. */
import type { CompiledSet } from "@opendti/engine";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import { type Answer, listAnswers } from "../answers/repository.js";
import { type GivenField, saveTogether } from "../answers/saving-together.js";
import { loadSetOf } from "../assessments/load-set.js";
import { DeclaredNumbers, type ScoreNote } from "../assessments/quick-score.js";
import { requireOpen, type Standing, standing, worksIn } from "../assessments/standing.js";
import { listEvidence } from "../evidence/repository.js";
import { addEvidence } from "../evidence/service.js";
import { evidenceState, keptOf } from "./comparing.js";
import { formOf, openCodes, readForm, writeForm } from "./form.js";
import type { Counts, KeptAssessment, KeptEvidence } from "./kept.js";
import { keepReading, keptReading, recordTaken } from "./readings.js";
import type { IncomingWorkbook } from "./receiving.js";
import { type ChosenRow, type EvidenceView, type FieldView, fieldView, keyOf, takeable } from "./viewing.js";

/** What a workbook would change. */
export interface ReadingView {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
  readonly notes: KeptAssessment["notes"];
  readonly counts: Counts;
  readonly rows: readonly (FieldView | EvidenceView)[];
  readonly total: { readonly before: ScoreNote; readonly after: ScoreNote };
}

/** The assessment as a workbook; whoever may read it may have it, and fills in what is theirs. */
export async function download(
  call: LongCall,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { form, unit, campaign } = await inTransaction(call, async (within) => {
    const here = await standing(within, id);
    return { ...(await formOf(within, here)), ...here.assessment };
  });
  return { name: `phieu-${unit.code}-${campaign.year}.xlsx`, bytes: await writeForm(form) };
}

/**
 * Reads a workbook that was filled in, and keeps what differs from what is stored. Nothing of the assessment changes.
 * @param incoming reads the body; called when the sender is let in.
 * @throws {Problem} `forbidden` to whoever does not declare here; `assessment-sealed`, `deadline-passed`;
 * `upload-refused` for a file that is no workbook, or another unit's, campaign's or set's.
 */
export async function receive(
  call: LongCall,
  id: string,
  incoming: () => Promise<IncomingWorkbook>,
): Promise<ReadingView> {
  await inTransaction(call, (within) => declaring(within, id));
  const sent = await incoming();
  const { form, loaded } = await inTransaction(call, async (within) =>
    formOf(within, await declaring(within, id)),
  );
  const content = keptOf(loaded.set, await readForm(form, sent.bytes));
  return inTransaction(call, async (within) => {
    const here = await declaring(within, id);
    return look(within, id, await keepReading(within, placeOf(here), sent, content));
  });
}

/**
 * What a workbook that was sent before would change now.
 * @throws {Problem} `not-found` also for what somebody else sent.
 */
export async function look(call: Call, id: string, readingId: string): Promise<ReadingView> {
  const here = await standing(call, id);
  const reading = await keptReading(call, placeOf(here), readingId);
  const { set } = await loadSetOf(call, here.assessment.set);
  const answers = await listAnswers(call.db, id);
  const evidence = await listEvidence(call.db, id);
  const open = openCodes(call, here);
  const stored = new Map(answers.map((answer) => [keyOf(answer), answer]));
  const rows = reading.content.rows.map((kept, row): FieldView | EvidenceView => {
    const mine = open === undefined || open.has(kept.code);
    if (kept.kind === "field") return fieldView(kept, row, stored.get(keyOf(kept)), mine);
    const { kind, place, code, item, message } = kept;
    return { row, kind, place, code, item, message, version: 0, state: evidenceState(kept, evidence, mine) };
  });
  const { name, at, content } = reading;
  const { notes, counts } = content;
  return { id: readingId, name, at, notes, counts, rows, total: totalsOf(set, answers, rows) };
}

/** The score as it is, and with everything taken that overwrites nobody and clears nothing. */
function totalsOf(
  set: CompiledSet,
  answers: readonly Answer[],
  rows: readonly (FieldView | EvidenceView)[],
): ReadingView["total"] {
  const now = new Map<string, Pick<Answer, "code" | "input" | "value">>(
    answers.map((answer) => [keyOf(answer), answer]),
  );
  const before = DeclaredNumbers.of(set, now.values()).note();
  for (const row of rows)
    if (row.kind === "field" && (row.state === "new" || row.state === "changed"))
      now.set(keyOf(row), { code: row.code, input: row.input, value: row.value });
  return { before, after: DeclaredNumbers.of(set, now.values()).note() };
}

/**
 * Takes rows of a workbook, all or none, each on the version that was seen.
 * @returns how many fields changed and pieces of evidence were added.
 * @throws {Problem} as saving by hand; `changed-meanwhile` with what is stored of all that changed since;
 * `content-refused` for a row that cannot be taken.
 */
export async function take(
  call: Call,
  id: string,
  readingId: string,
  chosen: readonly ChosenRow[],
): Promise<number> {
  const here = await declaring(call, id, "lock");
  const reading = await keptReading(call, placeOf(here), readingId);
  const { set } = await loadSetOf(call, here.assessment.set);
  const fields: GivenField[] = [];
  const pieces: KeptEvidence[] = [];
  for (const { row, version } of chosen) {
    const kept = takeable(reading.content.rows[row]);
    if (kept.kind === "field") fields.push({ ...kept, version });
    else pieces.push(kept);
  }
  const saved = await saveTogether(call, here, set, fields);
  const added = await addPieces(call, here, pieces);
  const taken = saved + added;
  await recordTaken(call, { id, unitId: here.assessment.unit.id }, reading, taken);
  return taken;
}

async function addPieces(
  call: Call,
  { assessment: { id } }: Standing,
  pieces: readonly KeptEvidence[],
): Promise<number> {
  if (pieces.length === 0) return 0;
  const before = await listEvidence(call.db, id);
  for (const { code, item } of pieces) await addEvidence(call, id, { code, item, split: false });
  return (await listEvidence(call.db, id)).length - before.length;
}

/** The assessment, for somebody who declares in it now. @throws {Problem} `forbidden`, as {@link requireOpen} */
async function declaring(call: Call, id: string, lock: "lock" | "read" = "read"): Promise<Standing> {
  const here = await standing(call, id, lock);
  if (!worksIn(here)) throw new Problem("forbidden");
  requireOpen(here, call.at);
  return here;
}

const placeOf = ({ assessment: { id, campaign } }: Standing) =>
  ({ kind: "assessment", campaignId: campaign.id, assessmentId: id }) as const;
