/**
 * The campaigns that this process holds, one turn at a time for each. A turn brings its campaign up to date with the
 * database before anything is read off it, so that however many processes there are, none answers from what it once knew.
 */
import type { UnitFacts } from "@opendti/engine";
import type { Work } from "../../database/connection.js";
import type { LongCall } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import type { Platform } from "../../platform.js";
import { listDeclared, listJudgements } from "../appraisals/fact-repository.js";
import { appraisedFacts } from "../appraisals/facts.js";
import { loadSetOf } from "../assessments/load-set.js";
import { factsOf } from "../assessments/scoring.js";
import { type CampaignGround, findGround } from "../runs/ground-repository.js";
import { CampaignNow } from "./campaign-now.js";
import { listVersions, type UnitVersion } from "./versions-repository.js";

export type Basis = "declared" | "appraised";

/** Campaigns of many units held at once, by the sum of their units: some 5 KB each. */
const UNITS_HELD = 9_000;
const BATCH = 250;
/** When more than one unit in so many has changed, scoring all at once is quicker than following each. */
const ONE_IN = 4;

interface Held {
  now: CampaignNow | undefined;
  /** The end of the last turn that was asked for. */
  turn: Promise<unknown>;
}

const shelves = new WeakMap<Platform, Map<string, Held>>();

/**
 * Takes a turn at a campaign: reads what has changed, and hands it to `look`, which must do all of its looking (and its
 * trying and undoing) before it returns.
 * @param prepare reads what `look` needs, in the same snapshot of the database.
 */
export async function atCampaign<P, T>(
  call: LongCall,
  campaignId: string,
  basis: Basis,
  prepare: (db: Work, ground: CampaignGround) => Promise<P>,
  look: (now: CampaignNow, prepared: P) => T,
): Promise<T> {
  const held = holdOf(call.platform, `${campaignId} ${basis}`);
  const turn = held.turn.then(() =>
    // One snapshot, so that what has changed and what it has changed to belong together.
    call.db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (db) => {
        const ground = await findGround(db, campaignId);
        if (ground === undefined) throw new Problem("not-found");
        const prepared = await prepare(db, ground);
        const now = await broughtUp({ ...call, db }, ground, basis, held);
        try {
          return look(now, prepared);
        } catch (error) {
          // Whatever it left behind goes with it.
          held.now = undefined;
          throw error;
        }
      }),
  );
  held.turn = turn.catch(() => undefined);
  return turn;
}

function holdOf(platform: Platform, key: string): Held {
  const shelf = shelves.get(platform) ?? new Map<string, Held>();
  shelves.set(platform, shelf);
  const held = shelf.get(key) ?? { now: undefined, turn: Promise.resolve() };
  // Newest last: the one that nobody has asked for longest goes first.
  shelf.delete(key);
  shelf.set(key, held);
  let units = 0;
  for (const [other, { now }] of [...shelf].reverse()) {
    units += now?.length ?? 0;
    if (units > UNITS_HELD && other !== key) shelf.delete(other);
  }
  return held;
}

type Scene = Omit<LongCall, "db"> & { readonly db: Work };

async function broughtUp(
  call: Scene,
  ground: CampaignGround,
  basis: Basis,
  held: Held,
): Promise<CampaignNow> {
  const { set } = await loadSetOf(call, ground.set);
  const versions = await listVersions(call.db, ground.id);
  const facts = (batch: readonly UnitVersion[]) => readFacts(call.db, set, basis, batch);
  const changed = held.now?.changedSince(ground.set.hash, versions);
  if (held.now === undefined || changed === undefined || changed.length * ONE_IN > versions.length + ONE_IN) {
    held.now = await CampaignNow.build(set, ground.set.hash, versions, inBatches(versions, facts));
    return held.now;
  }
  if (changed.length === 0) return follow(held, held.now, versions, new Map());
  const read = new Map<string, UnitFacts>();
  for await (const batch of inBatches(changed, facts)) for (const one of batch) read.set(one.unit, one);
  const byAssessment = new Map(
    changed.flatMap(({ assessmentId, unit }) => {
      const own = read.get(unit.id);
      return own === undefined ? [] : [[assessmentId, own] as const];
    }),
  );
  return follow(held, held.now, versions, byAssessment);
}

/** What has thrown while it followed is not to be trusted: the next turn builds it anew. */
function follow(
  held: Held,
  now: CampaignNow,
  versions: readonly UnitVersion[],
  changed: ReadonlyMap<string, UnitFacts>,
): CampaignNow {
  held.now = undefined;
  now.bringUp(versions, changed);
  held.now = now;
  return now;
}

async function* inBatches<T>(
  versions: readonly UnitVersion[],
  read: (batch: readonly UnitVersion[]) => Promise<T>,
): AsyncGenerator<T> {
  for (let from = 0; from < versions.length; from += BATCH)
    yield await read(versions.slice(from, from + BATCH));
}

/** The facts of some assessments, in their order: as declared so far, or with what appraisers put in their place. */
async function readFacts(
  db: Work,
  set: CampaignNow["set"],
  basis: Basis,
  batch: readonly UnitVersion[],
): Promise<UnitFacts[]> {
  const ids = batch.map(({ assessmentId }) => assessmentId);
  const answers = await listDeclared(db, ids);
  const judgements = basis === "appraised" ? await listJudgements(db, ids) : new Map<string, never[]>();
  return batch.map(({ assessmentId, unit, group }) => {
    const own = answers.get(assessmentId) ?? [];
    const judged = judgements.get(assessmentId) ?? [];
    const who = { ...unit, group };
    return judged.length === 0 ? factsOf(set, who, own) : appraisedFacts(set, who, own, judged);
  });
}
