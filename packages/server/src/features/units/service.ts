/** Reading units. Names and the tree are public to everybody signed in; changes are in changes.ts and mergers.ts. */
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { type Page, page, readCursor } from "../../http/page.js";
import { dayOf } from "./day.js";
import * as repository from "./repository.js";
import type { Unit, UnitKind, UnitPage } from "./unit.js";

export interface UnitFilter {
  /** The day to look at; absent: today. */
  readonly at?: string | undefined;
  /** Those that are not there on that day too. */
  readonly all: boolean;
  /** "none": the tops of the tree. */
  readonly parent?: string | undefined;
  readonly kind?: string | undefined;
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The kinds of unit, from the province down. */
export async function kinds(call: Call): Promise<UnitKind[]> {
  return repository.unitKinds(call.db);
}

/** Units of a day, with the names and the tree of that day. */
export async function list(call: Call, filter: UnitFilter): Promise<Page<Unit>> {
  const rows = await repository.listUnits(call.db, {
    day: filter.at ?? dayOf(call.at),
    ever: filter.all,
    parentId: filter.parent === "none" ? null : filter.parent,
    kind: filter.kind,
    text: filter.q,
    after: readCursor(filter.cursor, 2),
    limit: filter.limit,
  });
  return page(rows, filter.limit, ({ name, id }) => [name, id]);
}

/** One unit with its history: names, what it came from and went into, results of its line. */
export async function read(call: Call, id: string): Promise<UnitPage> {
  const { db } = call;
  const unit = found(await repository.findUnit(db, id, dayOf(call.at)));
  return {
    ...unit,
    rankingGroupName:
      unit.rankingGroup === null ? null : await repository.rankingGroupName(db, unit.rankingGroup),
    names: await repository.namesOf(db, unit),
    predecessors: await repository.predecessorsOf(db, id),
    successors: await repository.successorsOf(db, id),
    results: await repository.pastResults(db, id),
  };
}
