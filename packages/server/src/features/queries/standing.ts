/** What an actor may do with a query. Everything that is allowed is decided here. */
import { type Actor, holds, holdsIn, ownUnits, seeingAll } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { listOwnAssessed, listOwnScopes, type Scope } from "../appraisals/scope-repository.js";
import { type Bench, bench, coveredCodes, reachOf } from "../appraisals/standing.js";
import { loadSetOf } from "../assessments/load-set.js";
import { PROFILE } from "../assessments/standing.js";
import type { Query, QueryHead, QueryHeadView, QueryMay, QueryView } from "./query.js";
import { findQuery } from "./repository.js";

/** Who asks, as far as queries of any campaign go. */
export interface Asker {
  readonly actor: Actor;
  /** What it appraises, by campaign. */
  readonly scopes: ReadonlyMap<string, readonly Scope[]>;
  /** The assessed units in which, or in whose rooms, it works. */
  readonly units: ReadonlySet<string>;
}

/** The two that talk: the unit's people, and whoever may judge the indicator. */
export type Side = "unit" | "appraiser";

export async function askerOf({ db, actor }: Pick<Call, "db" | "actor">): Promise<Asker> {
  return {
    actor,
    scopes: holds(actor, "appraiser") ? await listOwnScopes(db, actor.accountId) : new Map(),
    units: new Set(await listOwnAssessed(db, ownUnits(actor))),
  };
}

/** Everybody who may see the assessment may see what is asked about it. */
export const maySee = ({ actor, units }: Asker, query: Pick<QueryHead, "unit">): boolean =>
  units.has(query.unit.id) || holds(actor, ...seeingAll);

/** A query as the asker sees it: its indicator named, and what may be done with it. */
export async function viewOf(call: Call, asker: Asker, query: Query): Promise<QueryView>;
export async function viewOf(call: Call, asker: Asker, query: QueryHead): Promise<QueryHeadView>;
export async function viewOf(call: Call, asker: Asker, query: QueryHead): Promise<QueryHeadView> {
  const { set } = await loadSetOf(call, query.set);
  const node = set.nodeOf.get(query.code);
  const title =
    query.code === PROFILE ? profileTitle : (node === undefined ? undefined : set.nodes[node])?.title;
  const codes = coveredCodes(
    set,
    reachOf(asker.actor, asker.scopes.get(query.campaign.id) ?? []),
    query.unit.id,
  );
  const covered = codes === null || codes.includes(query.code);
  return { query, title: title ?? query.code, may: mayDo(query, sideOf(asker, query, covered), asker.actor) };
}

const profileTitle = "Thông tin chung";

/** Nobody is on the judging side of a unit that it works in. Complaints are the coordinator's to decide. */
function sideOf({ actor, units }: Asker, query: QueryHead, covered: boolean): Side | undefined {
  if (units.has(query.unit.id)) return "unit";
  if (query.kind === "complaint") return holds(actor, "coordinator") ? "appraiser" : undefined;
  return covered ? "appraiser" : undefined;
}

function mayDo({ kind, state, unit }: QueryHead, side: Side | undefined, actor: Actor): QueryMay {
  const asked = kind === "explanation" ? "unit" : "appraiser";
  const leads = holdsIn(actor, unit.id, "unit-head") || holdsIn(actor, unit.id, "unit-officer");
  const answers = side === asked && (side === "appraiser" || leads);
  const unclosed = state !== "closed";
  const reopens = side !== undefined && side !== asked && (side === "appraiser" || leads);
  return {
    // What whoever asked writes on an answer opens the query again.
    write: side !== undefined && (state === "open" || (state === "answered" && reopens)),
    answer: answers && state === "open",
    close: side === "appraiser" && unclosed,
    reopen: reopens && state === "answered",
    extend: side === "appraiser" && unclosed,
  };
}

/** A query with its assessment locked, and the side the actor is on. */
export interface Talk {
  readonly here: Bench;
  readonly asker: Asker;
  readonly query: Query;
  readonly may: QueryMay;
  readonly side: Side | undefined;
}

/**
 * A query that something will be done with: its assessment is locked, so that one thing follows another.
 * @throws {Problem} `not-found` when there is none, or the actor may not know of it; `state-refused` for an explanation
 * of what is approved.
 */
export async function talk(call: Call, id: string): Promise<Talk> {
  const asker = await askerOf(call);
  const before = found(await findQuery(call.db, id, call.at));
  if (!maySee(asker, before)) throw new Problem("not-found");
  const here = await bench(call, before.assessmentId, "lock");
  const query = found(await findQuery(call.db, id, call.at));
  const { may } = await viewOf(call, asker, query);
  const covered = here.codes === null || here.codes.includes(query.code);
  const side = sideOf(asker, query, covered);
  if (side !== undefined && query.kind === "explanation") requireUndecided(here);
  return { here, asker, query, may, side };
}

/** What was approved is explained no more: a revision opens it again, and its questions with it. */
function requireUndecided({ assessment: { state } }: Bench): void {
  if (state === "approved" || state === "published")
    throw new Problem(
      "state-refused",
      {
        vi: "Kết quả đã phê duyệt; chỉ giải trình tiếp khi mở một lần điều chỉnh có ghi lại.",
        en: "The result is approved; only a recorded revision opens its questions again.",
      },
      { state },
    );
}
