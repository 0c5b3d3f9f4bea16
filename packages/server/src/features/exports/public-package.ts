/**
 * Packages of published results for everybody. Published results never change, so each package is made once, by the desk
 * as any other export, and kept; whoever asks first waits a little.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { OpenLongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { wake } from "../../jobs/wake.js";
import type { Platform } from "../../platform.js";
import { publishedEdition } from "../results/edition.js";
import { DESK } from "./desk.js";
import { exportKind } from "./kinds/all.js";
import type { ExportJob, NewExport } from "./repository.js";
import * as repository from "./repository.js";
import { type FetchedExport, fileNameOf } from "./service.js";
import { openExportStore } from "./store.js";

/** The kinds that everybody may have; each is open. */
export const publicPackages = ["open-data", "sdmx", "coinr"] as const;
type PublicPackage = (typeof publicPackages)[number];

/** How long somebody waits for a package that nobody had before, and how often is looked. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 250;
/** Strangers who wait at once; more are told when to come again. */
const MOST_WAITING = 20;
const RETRY_SECONDS = 10;

const waiting = new WeakMap<Platform, { count: number }>();

/**
 * The package of a campaign's published results; ordered when it is not there.
 * @param isGone whether whoever asked has left.
 * @throws {Problem} `not-found` when nothing is published; `not-ready` while it is being made.
 */
export async function publicPackage(
  call: OpenLongCall,
  campaignId: string,
  name: PublicPackage,
  isGone: () => boolean,
): Promise<FetchedExport> {
  const { campaign, run } = await publishedEdition(call, campaignId);
  const kind = found(exportKind(name));
  const wish: NewExport = {
    campaignId: campaign.id,
    kind: kind.kind,
    runId: run?.id ?? null,
    runState: run?.state ?? null,
    sight: "public",
    language: "vi",
    fileName: fileNameOf(campaign, kind),
    by: null,
    at: call.at,
  };
  const made = await whenMade(call, await order(call, wish), isGone);
  return { ...made, name: wish.fileName, mediaType: kind.mediaType };
}

/** @returns the id of the export, which may be made long since. */
async function order(call: OpenLongCall, wish: NewExport): Promise<string> {
  const same = await orderOnce(call, wish);
  const one = await repository.findExport(call.db, same);
  if (one?.file == null || (await openExportStore(call.platform.config).has(one.file.hash))) return same;
  // A backup keeps what was asked for, and no files that can be made again.
  await repository.loseFile(call.db, same);
  return orderOnce(call, wish);
}

async function orderOnce(call: OpenLongCall, wish: NewExport): Promise<string> {
  const id = await call.db
    .transaction()
    .execute(
      async (db) => (await repository.findSame(db, wish)) ?? (await repository.insertExport(db, wish)),
    );
  wake(call.platform, DESK);
  return id;
}

async function whenMade(
  call: OpenLongCall,
  id: string,
  isGone: () => boolean,
): Promise<NonNullable<ExportJob["file"]>> {
  const line = waiting.get(call.platform) ?? { count: 0 };
  waiting.set(call.platform, line);
  const until = performance.now() + (line.count < MOST_WAITING ? PATIENCE_MS : 0);
  line.count += 1;
  try {
    for (;;) {
      const one = await repository.findExport(call.db, id);
      if (one?.file != null) return one.file;
      const open = one?.state === "waiting" || one?.state === "working";
      if (!open || isGone() || performance.now() >= until) throw beingMade();
      await pause(LOOK_MS);
    }
  } finally {
    line.count -= 1;
  }
}

const beingMade = () =>
  new Problem(
    "not-ready",
    {
      vi: "Gói dữ liệu đang được tạo. Hãy tải lại sau ít giây.",
      en: "The package is being made. Try again in a few seconds.",
    },
    { retryAfter: RETRY_SECONDS },
  );
