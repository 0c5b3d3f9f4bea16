/** Exports: asked for, looked at, called off, fetched. What is in a file is for those alone who may see it when they fetch it. */
import { holds, seeingAll } from "../../access/actor.js";
import { inTransaction, type LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { wake } from "../../jobs/wake.js";
import { seesUnpublished } from "../appraisals/sight.js";
import { record } from "../audit/record.js";
import { editionFor } from "../results/edition.js";
import { type Edition, findEdition } from "../results/repository.js";
import { DESK } from "./desk.js";
import { exportKind, exportKinds } from "./kinds/all.js";
import type { ExportKind } from "./kinds/kind.js";
import type { ExportJob, NewExport } from "./repository.js";
import * as repository from "./repository.js";
import { openExportStore } from "./store.js";

/** An export with what the actor may do with it. */
export interface ExportView extends ExportJob {
  readonly may: { readonly fetch: boolean; readonly cancel: boolean };
}

export interface ExportsOfCampaign {
  readonly campaign: { readonly id: string; readonly name: string; readonly year: number };
  /** What exports would be made of; null: there are no results yet, or none that the actor may see. */
  readonly results: { readonly run: Edition["run"]; readonly seesAll: boolean } | null;
  /** What the actor may ask for. */
  readonly kinds: readonly string[];
  /** What may be seen of what was asked for; the newest first. */
  readonly exports: readonly ExportView[];
}

/** What of a campaign the actor may see, as far as exports go. */
interface Sight {
  readonly campaign: ExportsOfCampaign["campaign"];
  /** Everybody's results before they are published, and what they were made of. */
  readonly all: boolean;
}

/**
 * The campaign's exports that the actor may see.
 * @throws {Problem} `not-found`.
 */
export async function listExports(call: LongCall, campaignId: string): Promise<ExportsOfCampaign> {
  const edition = await editionFor(call, campaignId, undefined);
  const sight: Sight = { campaign: edition.campaign, all: edition.seesAll };
  const there = edition.run !== null || edition.imported;
  const results = there ? { run: edition.run, seesAll: edition.seesAll } : null;
  const kinds: string[] = [];
  for (const kind of exportKinds) if (await mayAsk(call, kind, campaignId, results)) kinds.push(kind.kind);
  const exports = await repository.listExports(call.db, campaignId);
  return {
    campaign: edition.campaign,
    results,
    kinds,
    exports: exports.filter((one) => isSeen(call, sight, one)).map((one) => viewOf(call, one)),
  };
}

async function mayAsk(
  call: LongCall,
  kind: ExportKind,
  campaignId: string,
  results: ExportsOfCampaign["results"],
): Promise<boolean> {
  if (kind.of === "results")
    return (
      results !== null && (kind.open || results.seesAll) && (kind.ofRun !== true || results.run !== null)
    );
  try {
    await kind.allow?.(call, campaignId);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/**
 * Asks for a file. The same that somebody asked for before is not made again.
 * @throws {Problem} `not-found`, `forbidden`; `state-refused` while there are no results.
 */
export async function askForExport(
  call: LongCall,
  campaignId: string,
  asked: { readonly kind: string; readonly run?: string | undefined },
): Promise<ExportView> {
  const kind = found(exportKind(asked.kind));
  const wish =
    kind.of === "own"
      ? await ownWish(call, kind, campaignId)
      : await resultWish(call, kind, campaignId, asked.run);
  const id = await inTransaction(call, async (within) => {
    const same = await repository.findSame(within.db, wish);
    if (same !== undefined) return same;
    const made = await repository.insertExport(within.db, wish);
    await record(within, {
      action: "export.create",
      subject: { type: "export", id: made },
      after: {
        kind: kind.kind,
        campaign: campaignId,
        ...(wish.runId === null ? {} : { run: wish.runId }),
        sight: wish.sight,
      },
    });
    return made;
  });
  wake(call.platform, DESK);
  return viewOf(call, found(await repository.findExport(call.db, id)));
}

async function ownWish(call: LongCall, kind: ExportKind, campaignId: string): Promise<NewExport> {
  const edition = await editionFor(call, campaignId, undefined);
  await kind.allow?.(call, campaignId);
  return wishOf(call, kind, edition, { runId: null, runState: null, sight: "own" });
}

async function resultWish(
  call: LongCall,
  kind: ExportKind,
  campaignId: string,
  run: string | undefined,
): Promise<NewExport> {
  const edition = await editionFor(call, campaignId, run);
  if (!kind.open && !edition.seesAll) throw new Problem("forbidden");
  if (edition.run === null && !edition.imported)
    throw new Problem("state-refused", {
      vi: "Đợt này chưa có kết quả để xuất. Hãy tổng hợp kết quả trước.",
      en: "This campaign has no results to export yet. Compile them first.",
    });
  if (kind.ofRun === true && edition.run === null)
    throw new Problem("state-refused", {
      vi: "Kết quả của đợt này được nhập sẵn, không phải tổng hợp trong hệ thống, nên không có gói này.",
      en: "The results of this campaign were entered, not compiled here, so there is no such package.",
    });
  return wishOf(call, kind, edition, {
    runId: edition.run?.id ?? null,
    runState: edition.run?.state ?? null,
    sight: edition.seesAll ? "whole" : "public",
  });
}

/** What a made file is called when it is saved. */
export const fileNameOf = (
  { id, year }: Pick<Edition["campaign"], "id" | "year">,
  { kind, ending }: Pick<ExportKind, "kind" | "ending">,
): string => `opendti-${year}-${id.slice(0, 8)}-${kind}.${ending}`;

const wishOf = (
  call: LongCall,
  kind: ExportKind,
  { campaign }: Edition,
  what: Pick<NewExport, "runId" | "runState" | "sight">,
): NewExport => ({
  ...what,
  campaignId: campaign.id,
  kind: kind.kind,
  language: call.actor.language,
  fileName: fileNameOf(campaign, kind),
  by: call.actor.accountId,
  at: call.at,
});

/** One export, to see how far it is. @throws {Problem} `not-found`, also when it is not theirs to know of. */
export async function getExport(call: LongCall, id: string): Promise<ExportView> {
  return viewOf(call, await seen(call, id));
}

/**
 * Calls an export off that is not made yet.
 * @throws {Problem} `not-found`, `forbidden`; `state-refused` when it is made, or has ended otherwise.
 */
export async function cancelExport(call: LongCall, id: string): Promise<ExportView> {
  const one = await seen(call, id);
  if (!isMine(call, one) && !holds(call.actor, "coordinator")) throw new Problem("forbidden");
  await inTransaction(call, async (within) => {
    if (!(await repository.cancelExport(within.db, id, call.at)))
      throw new Problem("state-refused", {
        vi: "Tệp này đã xong hoặc đã dừng, không hủy được nữa.",
        en: "This file is made or has ended already, and cannot be called off.",
      });
    await record(within, {
      action: "export.cancel",
      subject: { type: "export", id },
      after: { kind: one.kind, campaign: one.campaignId },
    });
  });
  return viewOf(call, found(await repository.findExport(call.db, id)));
}

/** A made file, to be sent. */
export interface FetchedExport {
  readonly hash: string;
  readonly size: number;
  readonly name: string;
  readonly mediaType: string;
}

/**
 * The file, for those who may see now what is in it. That it was fetched is written down.
 * @throws {Problem} `not-found`; `state-refused` while it is not made.
 */
export async function fetchExport(call: LongCall, id: string): Promise<FetchedExport> {
  const one = await seen(call, id);
  const kind = found(exportKind(one.kind));
  if (kind.of === "own") await kind.allow?.(call, one.campaignId);
  if (one.state !== "done" || one.file === null)
    throw new Problem("state-refused", {
      vi: "Tệp chưa làm xong.",
      en: "The file is not made yet.",
    });
  const { hash, size } = one.file;
  if (!(await openExportStore(call.platform.config).has(hash))) {
    // A backup keeps what was asked for, and no files that can be made again.
    await repository.loseFile(call.db, id);
    throw new Problem("not-found", {
      vi: "Tệp không còn trong kho. Hãy làm lại.",
      en: "The file is not kept any more. Have it made again.",
    });
  }
  await inTransaction(call, (within) =>
    record(within, {
      action: "export.fetch",
      subject: { type: "export", id },
      after: { kind: one.kind, campaign: one.campaignId, sight: one.sight, hash },
    }),
  );
  return { hash, size, name: one.fileName, mediaType: kind.mediaType };
}

async function seen(call: LongCall, id: string): Promise<ExportJob> {
  const one = found(await repository.findExport(call.db, id));
  const edition = found(await findEdition(call.db, one.campaignId, "published"));
  const sight = { campaign: edition.campaign, all: await seesUnpublished(call, one.campaignId) };
  if (!isSeen(call, sight, one)) throw new Problem("not-found");
  return one;
}

/** Whether the actor may see now what is in it, or will be. */
function isSeen(call: LongCall, { all }: Sight, one: ExportJob): boolean {
  switch (one.sight) {
    case "own":
      return isMine(call, one);
    case "whole":
      return all;
    case "public":
      if (!all && !isMine(call, one) && (one.state === "failed" || one.state === "cancelled")) return false;
      // What was withdrawn is public no more. Without a run: results of a year before OpenDTI, which are.
      return all || one.run === null || one.run.state === "published";
  }
}

const isMine = ({ actor }: LongCall, { askedBy }: ExportJob): boolean => askedBy?.id === actor.accountId;

/** @returns without who asked, for those who may not know what others work on. */
function viewOf(call: LongCall, one: ExportJob): ExportView {
  const open = one.state === "waiting" || one.state === "working";
  const named = isMine(call, one) || holds(call.actor, ...seeingAll);
  return {
    ...one,
    askedBy: named ? one.askedBy : null,
    may: {
      fetch: one.state === "done",
      cancel: open && (isMine(call, one) || holds(call.actor, "coordinator")),
    },
  };
}
