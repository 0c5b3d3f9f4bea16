/** What was sent in: kept as it was read, found again by whoever sent it alone, and recorded as it is taken. */
import { createHash } from "node:crypto";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { record } from "../audit/record.js";
import type { KeptContent } from "./kept.js";
import type { IncomingWorkbook } from "./receiving.js";
import * as repository from "./repository.js";

type At<K extends keyof KeptContent> = repository.Place & { readonly kind: K };

/** @returns its id. */
export const keepReading = <K extends keyof KeptContent>(
  { db, actor, at }: Call,
  place: At<K>,
  { name, bytes }: IncomingWorkbook,
  content: KeptContent[K],
): Promise<string> =>
  repository.insertReading(db, place, {
    name,
    fileHash: createHash("sha256").update(bytes).digest("hex"),
    content,
    by: actor.accountId,
    at,
  });

/** @throws {Problem} `not-found` also for what somebody else sent, and for another place's. */
export const keptReading = async <K extends keyof KeptContent>(
  { db, actor }: Call,
  place: At<K>,
  id: string,
): Promise<repository.StoredReading<K>> =>
  found(await repository.findReading(db, id, place, actor.accountId));

/** Nothing is recorded where nothing was taken. */
export async function recordTaken(
  call: Call,
  assessment: { readonly id: string; readonly unitId?: string },
  { name, fileHash }: Pick<repository.StoredReading<keyof KeptContent>, "name" | "fileHash">,
  taken: number,
): Promise<void> {
  if (taken === 0) return;
  await record(call, {
    action: "workbook.take",
    subject: { type: "assessment", id: assessment.id },
    ...(assessment.unitId === undefined ? {} : { unitId: assessment.unitId }),
    after: { name, hash: fileHash, taken },
  });
}
