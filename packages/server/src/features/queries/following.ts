/** Who may follow a query to its end, and so own it. */
import type { Call } from "../../http/call.js";
import { listScopes } from "../appraisals/scope-repository.js";
import { coveredCodes } from "../appraisals/standing.js";
import { loadSetOf } from "../assessments/load-set.js";
import type { Person, QueryHead } from "./query.js";
import { listJudges } from "./repository.js";

interface Followers {
  /** Whose the indicator of this unit is to appraise. */
  readonly appraisers: readonly Person[];
  readonly coordinators: readonly Person[];
}

/** As roles and assignments are now. Nobody who works in the unit; complaints are the coordinators' alone. */
export async function followersOf(call: Call, query: QueryHead): Promise<Followers> {
  const { campaign, unit, kind, code } = query;
  const judges = await listJudges(call.db, unit.id);
  const coordinators = judges.filter(({ coordinates }) => coordinates).map(personOf);
  if (kind === "complaint") return { appraisers: [], coordinators };
  const { set } = await loadSetOf(call, query.set);
  const scopes = await listScopes(call.db, campaign.id);
  const covering = (accountId: string): boolean => {
    const own = scopes
      .filter(({ account }) => account.id === accountId)
      .map((scope) => ({ code: scope.code, unitId: scope.unit?.id ?? null }));
    const codes = coveredCodes(set, { coordinator: false, scopes: own }, unit.id);
    return codes === null || codes.includes(code);
  };
  const appraisers = judges.filter(({ id, appraises }) => appraises && covering(id)).map(personOf);
  return { appraisers, coordinators };
}

/** Everybody of them once, by name as they come. */
export function everyFollower({ appraisers, coordinators }: Followers): Person[] {
  return [...new Map([...appraisers, ...coordinators].map((one) => [one.id, one])).values()];
}

const personOf = ({ id, displayName }: Person): Person => ({ id, displayName });
