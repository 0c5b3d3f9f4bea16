/** A unit's files: brought once, cited in any of its years, seen by whoever may see an assessment that they belong to. */
import { ScanFailed, scanFile } from "../../files/clamd.js";
import { safeFileName } from "../../files/file-name.js";
import { inspectFile } from "../../files/inspect.js";
import type { ReceivedFile } from "../../files/store.js";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { declarable, requireOpen, standing, worksIn } from "../assessments/standing.js";
import { record } from "../audit/record.js";
import { isAsked } from "../queries/repository.js";
import type { LibraryFile, StoredFile } from "./file-repository.js";
import * as repository from "./file-repository.js";

/** The one file of an upload, as it came. */
export interface IncomingFile {
  readonly name: string;
  readonly received: ReceivedFile;
}

/**
 * Takes a file into the unit's library. Nobody's bytes are read before the sender may send them, and no transaction
 * is open while they come.
 * @param incoming reads the body; called when the sender is let in.
 * @throws {Problem} `forbidden`, `deadline-passed`, `assessment-sealed`; `upload-refused`; `storage-full`,
 * `scan-unavailable`; whatever `incoming` throws.
 */
export async function receiveFile(
  call: LongCall,
  assessmentId: string,
  incoming: () => Promise<IncomingFile>,
): Promise<StoredFile> {
  const { assessment } = await requireSender(call, assessmentId);
  await requireRoom(call, assessment.unit.id);
  const { files } = call.platform;
  const { name, received } = await incoming();
  try {
    if (received.size === 0)
      throw new Problem("upload-refused", { vi: "Tệp rỗng.", en: "The file is empty." });
    const kind = await inspectFile(received.path);
    await requireClean(call, received.path);
    const file = {
      hash: received.hash,
      name: safeFileName(name, kind),
      size: received.size,
      mediaType: kind.mediaType,
    };
    await requireRoom(call, assessment.unit.id, received);
    // The bytes first: what the database knows of is always there. Bytes nobody knows of are found again by hash.
    await files.keep(received);
    return await inTransaction(call, (within) => noteFile(within, assessmentId, file));
  } finally {
    await files.drop(received);
  }
}

/** A file that is about to be the unit's. */
type Newcomer = Pick<StoredFile, "hash" | "size">;

const MEGABYTE = 1024 * 1024;

/**
 * Room for one more file; one that the unit has already takes none.
 * @param next absent: room for anything at all, before its bytes are read.
 * @throws {Problem} `storage-full` saying how much there is.
 */
async function requireRoom(call: Call | LongCall, unitId: string, next?: Newcomer): Promise<void> {
  const limit = call.platform.config.unitFilesBytes;
  const taken = await repository.bytesOfUnit(call.db, unitId);
  if (next === undefined ? taken < limit : taken + next.size <= limit) return;
  // Citing again what is there must go on when the room is used up.
  if (next !== undefined && (await repository.findUnitFile(call.db, unitId, next.hash)) !== undefined) return;
  const [most, used] = [limit, taken].map((bytes) => Math.ceil(bytes / MEGABYTE));
  throw new Problem("storage-full", {
    vi: `Đơn vị được dùng ${most} MB cho tệp, đã dùng ${used} MB. Hãy dùng lại tệp đã có hoặc gửi bản nhỏ hơn.`,
    en: `The unit may store ${most} MB of files and has stored ${used} MB. Use a file that is there, or a smaller one.`,
  });
}

/** @throws {Problem} `upload-refused` for what the scanner finds; `scan-unavailable` while it cannot be asked. */
async function requireClean({ platform }: LongCall, path: string): Promise<void> {
  const { clamdUrl } = platform.config;
  if (clamdUrl === undefined) return;
  const scan = await scanFile(clamdUrl, path).catch((error: unknown) => {
    if (error instanceof ScanFailed) return undefined;
    throw error;
  });
  if (scan === undefined) throw new Problem("scan-unavailable");
  if (!scan.clean)
    throw new Problem("upload-refused", {
      vi: `Bộ quét mã độc tìm thấy "${scan.found}" trong tệp; tệp không được nhận.`,
      en: `The scanner found "${scan.found}" in the file; it was not taken.`,
    });
}

/** Whoever may declare anything here now may bring files, and the unit's people while they are asked a question. */
async function requireSender(call: Call | LongCall, assessmentId: string) {
  const here = await standing(call, assessmentId);
  if (worksIn(here) && (await isAsked(call.db, assessmentId))) return here;
  if (declarable(here, call.actor)?.length === 0) throw new Problem("forbidden");
  requireOpen(here, call.at);
  return here;
}

async function noteFile(call: Call, assessmentId: string, file: StoredFile): Promise<StoredFile> {
  // Much may have happened while the bytes came.
  const { assessment } = await requireSender(call, assessmentId);
  const unitId = assessment.unit.id;
  const before = await repository.findUnitFile(call.db, unitId, file.hash);
  if (before !== undefined) return before;
  await repository.lockUnitFiles(call.db, unitId);
  await requireRoom(call, unitId, file);
  await repository.insertUnitFile(call.db, file, { unitId, by: call.actor.accountId, at: call.at });
  await record(call, {
    action: "file.upload",
    subject: { type: "file", id: file.hash },
    unitId,
    after: { ...file, assessmentId },
  });
  return file;
}

/**
 * The unit's library, for its own people: others see what is cited.
 * @throws {Problem} `forbidden`
 */
export async function listFiles(call: Call, assessmentId: string): Promise<LibraryFile[]> {
  const { assessment, office, head, rooms } = await standing(call, assessmentId);
  if (!office && !head && rooms.length === 0) throw new Problem("forbidden");
  return repository.listUnitFiles(call.db, assessment.unit.id);
}

/**
 * A file of an assessment, to be seen or saved.
 * @throws {Problem} `not-found` unless it is the unit's, or cited in this assessment.
 */
export async function findFile(call: LongCall, assessmentId: string, hash: string): Promise<StoredFile> {
  const { assessment } = await standing(call, assessmentId);
  const file =
    (await repository.findUnitFile(call.db, assessment.unit.id, hash)) ??
    (await repository.findCitedFile(call.db, assessmentId, hash));
  return found(file);
}
