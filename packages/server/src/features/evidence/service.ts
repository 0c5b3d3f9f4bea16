/** Adding, changing and removing evidence. Changes of one assessment follow one another; nothing is deleted. */
import { isDeepStrictEqual } from "node:util";
import { holds, ownUnits, seeingAll } from "../../access/actor.js";
import { kindOf } from "../../files/file-kind.js";
import { safeFileName } from "../../files/file-name.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { listOwnAssessed } from "../appraisals/scope-repository.js";
import { loadSetOf } from "../assessments/load-set.js";
import { PROFILE, requireDeclarable, requireOpen, type Standing, standing } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import {
  findCitedFile,
  findCiting,
  findUnitFile,
  insertUnitFile,
  type StoredFile,
} from "./file-repository.js";
import { clean, documentItem, linkItem, splitItems } from "./reading.js";
import type { Evidence, EvidenceItem, FileItem } from "./repository.js";
import * as repository from "./repository.js";
import { evidenceOf, type GivenItem } from "./schemas.js";

/** Pieces beside one indicator, or in one answer; the real documents name at most a dozen. */
export const MOST_PIECES = 100;

/**
 * Adds evidence to an indicator. The same piece again is already done, so a lost answer may be sent again.
 * @param split a document's text that names several documents becomes one piece for each.
 * @returns what the given item became, in its order; one piece unless split.
 * @throws {Problem} `forbidden`, `deadline-passed`, `assessment-sealed`; `value-unreadable` for a link or date;
 * `not-found` for a code that the set has not, or a file that is not the unit's.
 */
export async function addEvidence(
  call: Call,
  assessmentId: string,
  { code, item: given, split }: { code: string; item: GivenItem; split: boolean },
): Promise<Evidence[]> {
  const here = await standing(call, assessmentId, "lock");
  requireDeclarable(here, call.actor, code);
  requireOpen(here, call.at);
  await requireCode(call, here, code);
  const items =
    split && given.kind === "document" ? splitItems(given.text) : [await storedItem(call, here, given)];
  const beside = (await repository.listEvidence(call.db, assessmentId)).filter((one) => one.code === code);
  const added: Evidence[] = [];
  for (const item of items) {
    const same = [...beside, ...added].find((one) => isDeepStrictEqual(one.item, item));
    if (same === undefined) {
      if (beside.length + added.length >= MOST_PIECES) throw tooMany();
      added.push(await add(call, here, code, item));
    } else if (!added.includes(same)) added.push(same);
  }
  return added;
}

/**
 * Changes a piece. The same content again changes nothing and needs no version.
 * @throws {Problem} as {@link addEvidence}; `changed-meanwhile` with what is stored; `not-found` when it was removed.
 */
export async function changeEvidence(
  call: Call,
  assessmentId: string,
  id: string,
  sent: number,
  given: GivenItem,
): Promise<Evidence> {
  const here = await standing(call, assessmentId, "lock");
  const before = await findPiece(call, here, id);
  if (before.removed) throw new Problem("not-found");
  const item = await storedItem(call, here, given, before.item);
  if (isDeepStrictEqual(before.item, item)) return before;
  requireSeen(sent, before);
  const version = sent + 1;
  await repository.updateEvidence(call.db, id, version, item, { by: call.actor.accountId, at: call.at });
  await note(call, here, "evidence.change", before, { code: before.code, evidenceId: id, version, item });
  return { ...by(call), id, code: before.code, version, item };
}

/**
 * Removes a piece: it is shown no more and its history stays. A file stays in the unit's library.
 * @throws {Problem} as {@link changeEvidence}
 */
export async function removeEvidence(
  call: Call,
  assessmentId: string,
  id: string,
  sent: number,
): Promise<void> {
  const here = await standing(call, assessmentId, "lock");
  const before = await findPiece(call, here, id);
  // A lost answer is sent again: what this very request removed is removed.
  if (before.removed && sent === before.version - 1) return;
  if (before.removed) throw new Problem("not-found");
  requireSeen(sent, before);
  await repository.removeEvidence(call.db, id, sent + 1, { by: call.actor.accountId, at: call.at });
  await note(call, here, "evidence.remove", before, undefined);
}

/** The piece, when the actor may change it now. */
async function findPiece(call: Call, here: Standing, id: string) {
  const piece = found(await repository.findEvidence(call.db, here.assessment.id, id));
  requireDeclarable(here, call.actor, piece.code);
  requireOpen(here, call.at);
  return piece;
}

function requireSeen(sent: number, stored: Evidence): void {
  if (sent !== stored.version)
    throw new Problem("changed-meanwhile", undefined, { current: evidenceOf(stored) });
}

async function requireCode(call: Call, { assessment }: Standing, code: string): Promise<void> {
  if (code === PROFILE) return;
  found((await loadSetOf(call, assessment.set)).set.nodeOf.get(code));
}

async function add(call: Call, here: Standing, code: string, item: EvidenceItem): Promise<Evidence> {
  const { accountId } = call.actor;
  const assessmentId = here.assessment.id;
  const id = await repository.insertEvidence(
    call.db,
    { assessmentId, code, item },
    { by: accountId, at: call.at },
  );
  await note(call, here, "evidence.add", undefined, { code, evidenceId: id, version: 1, item });
  return { ...by(call), id, code, version: 1, item };
}

const by = ({ actor, at }: Call) => ({ by: { id: actor.accountId, displayName: actor.displayName }, at });

async function note(
  call: Call,
  { assessment }: Standing,
  action: string,
  before: Evidence | undefined,
  after: unknown,
): Promise<void> {
  await record(call, {
    action,
    subject: { type: "assessment", id: assessment.id },
    unitId: assessment.unit.id,
    before: before && {
      code: before.code,
      evidenceId: before.id,
      version: before.version,
      item: before.item,
    },
    after,
  });
}

/**
 * A given piece as it is stored: a document's parts read, a link checked, a file found among those that may be cited.
 * @throws {Problem} `value-unreadable`; `not-found` for a file that is not the unit's.
 */
export async function storedItem(
  call: Call,
  here: Standing,
  given: GivenItem,
  before?: EvidenceItem,
): Promise<EvidenceItem> {
  switch (given.kind) {
    case "document":
      return documentItem(given);
    case "link":
      return linkItem(given);
    case "file":
      return fileItem(call, here, given, before);
  }
}

/** A file by its hash: what the browser says of its size and type is not asked. */
async function fileItem(
  call: Call,
  here: Standing,
  given: Extract<GivenItem, { kind: "file" }>,
  before: EvidenceItem | undefined,
): Promise<FileItem> {
  const file = await findUsableFile(call, here, given.hash);
  const kind = found(kindOf(file.mediaType));
  const kept = before?.kind === "file" && before.hash === given.hash ? before.name : file.name;
  return {
    kind: "file",
    hash: file.hash,
    name: given.name === undefined ? kept : safeFileName(given.name, kind),
    mediaType: file.mediaType,
    size: file.size,
    page: clean(given.page),
    section: clean(given.section),
  };
}

/**
 * A hash alone opens nothing: the file has to be the unit's, or cited in an assessment that the actor may see anyway;
 * then it becomes the unit's too.
 */
async function findUsableFile(call: Call, { assessment }: Standing, hash: string): Promise<StoredFile> {
  const own = await findUnitFile(call.db, assessment.unit.id, hash);
  if (own !== undefined) return own;
  const { db, actor, at } = call;
  const units = holds(actor, ...seeingAll) ? null : await listOwnAssessed(db, ownUnits(actor));
  const citing = await findCiting(db, hash, units);
  const file = citing === undefined ? undefined : await findCitedFile(db, citing, hash);
  if (file !== undefined) {
    await insertUnitFile(db, file, { unitId: assessment.unit.id, by: actor.accountId, at });
    return file;
  }
  throw new Problem("not-found", {
    vi: "Tệp này không có trong kho tệp của đơn vị. Hãy tải tệp lên trước.",
    en: "The unit has no such file. Upload it first.",
  });
}

export const tooMany = (): Problem =>
  new Problem("content-refused", {
    vi: `Mỗi chỉ số có tối đa ${MOST_PIECES} tài liệu kiểm chứng.`,
    en: `An indicator has at most ${MOST_PIECES} pieces of evidence.`,
  });
