/** Which results somebody may see, and what is kept of them in this process. */

import type { CompiledSet } from "@opendti/engine";
import { holds } from "../../access/actor.js";
import type { LongCall, OpenLongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import type { Platform } from "../../platform.js";
import { seesUnpublished } from "../appraisals/sight.js";
import { loadSetOf } from "../assessments/load-set.js";
import { addressOf } from "../assessments/scoring.js";
import { Board } from "./board.js";
import { type KeptBody, Shelf } from "./kept-body.js";
import type { Edition } from "./repository.js";
import * as repository from "./repository.js";
import { resultRows } from "./row-repository.js";

/** An edition as somebody signed in asks for it. */
interface AskedEdition extends Edition {
  /** They see everybody's results before they are published, and what they were made of. */
  readonly seesAll: boolean;
}

/**
 * The edition that the actor asks for: those who see all, any run, the newest unless they say; everybody else, the
 * published one. Whose own unit is being appraised is one of everybody else.
 * @throws {Problem} `not-found`: no such campaign or run, or not theirs to know of.
 */
export async function editionFor(
  call: LongCall,
  campaignId: string,
  run: string | undefined,
): Promise<AskedEdition> {
  const all = await seesUnpublished(call, campaignId);
  const choice = run !== undefined ? { run } : all ? "newest" : "published";
  const edition = found(await repository.findEdition(call.db, campaignId, choice));
  const prepares = holds(call.actor, "coordinator");
  if (edition.campaign.status === "preparing" && !prepares) throw new Problem("not-found");
  if (run !== undefined && (edition.run === null || (!all && edition.run.state !== "published")))
    throw new Problem("not-found");
  return { ...edition, seesAll: all };
}

/**
 * The published edition.
 * @throws {Problem} `not-found` when nothing of the campaign is published.
 */
export async function publishedEdition(call: OpenLongCall, campaignId: string): Promise<Edition> {
  const edition = found(await repository.findEdition(call.db, campaignId, "published"));
  if (edition.run === null && !edition.imported) throw new Problem("not-found");
  return edition;
}

/** Boards of four thousand units take some eight megabytes each. */
const BOARD_BYTES = 24 * 1024 * 1024;
const BODY_BYTES = 16 * 1024 * 1024;

interface Kept {
  readonly boards: Shelf<Board>;
  readonly bodies: Shelf<KeptBody>;
}
const kept = new WeakMap<Platform, Kept>();

function keptBy(platform: Platform): Kept {
  const known = kept.get(platform);
  if (known !== undefined) return known;
  const made = {
    boards: new Shelf<Board>(BOARD_BYTES, ({ size }) => size),
    bodies: new Shelf<KeptBody>(BODY_BYTES, ({ size }) => size + 1000),
  };
  kept.set(platform, made);
  return made;
}

type AnyCall = Pick<LongCall | OpenLongCall, "platform" | "db">;

/**
 * The edition's results in columns; undefined when it has none.
 * @param parts "pillars": of points, those of the pillars alone; what a ranking shows, at a tenth of the cost.
 */
export async function boardOf(
  call: AnyCall,
  edition: Edition,
  parts: "pillars" | "all" = "all",
): Promise<Board | undefined> {
  if (edition.run === null && !edition.imported) return undefined;
  // Rows of a run and imported ones are append-only; the names of groups belong to the campaign.
  const key = `${edition.campaign.id} ${edition.run?.id ?? "imported"} ${edition.campaign.version} ${parts}`;
  return keptBy(call.platform).boards.take(key, async () => {
    const { set } = await loadSetOf(call, edition.campaign.set);
    const groups = await repository.listGroups(call.db, edition.campaign.id);
    const only = parts === "all" ? null : set.pillars.flatMap((index) => addressAt(set, index));
    return Board.of(set, resultRows(call.db, edition, only), groups);
  });
}

/**
 * The board, for a view of single units.
 * @throws {Problem} `not-found` when the campaign has no results yet.
 */
export async function requireBoard(
  call: AnyCall,
  edition: Edition,
  parts: "pillars" | "all" = "all",
): Promise<Board> {
  return found(await boardOf(call, edition, parts));
}

function addressAt(set: CompiledSet, index: number): string[] {
  const node = set.nodes[index];
  return node === undefined ? [] : [addressOf(set, node)];
}

/** How long a body may be taken from here: renamings and mergers show in it, and are in no stamp. */
const FRESH_MILLISECONDS = 60_000;

/** A body by what it was made of; made when it is not kept. */
export function keptBody(
  call: AnyCall & { readonly at: Date },
  edition: Edition,
  what: string,
  make: () => Promise<KeptBody>,
): Promise<KeptBody> {
  const age = Math.floor(call.at.getTime() / FRESH_MILLISECONDS);
  const key = `${edition.campaign.id} ${edition.stamp} ${age} ${what}`;
  return keptBy(call.platform).bodies.take(key, make);
}
