/** Where a campaign's runs stand, and what an actor may do with each. */
import { holds } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { findRevision, listRuns, type OpenRevision, type Run, type RunView } from "./repository.js";
import { hasSettled } from "./states-repository.js";

export interface RunsStanding {
  /** Newest first. */
  readonly runs: readonly Run[];
  /** The newest run that is approved or published. */
  readonly inForce: Run | null;
  /** The newest revision of it. */
  readonly revision: OpenRevision | null;
  /** A run is in force and nobody has opened a revision of it. */
  readonly settled: boolean;
  /** Some assessment stands as it was approved. */
  readonly revisable: boolean;
}

export async function runsStanding(call: Call, campaignId: string): Promise<RunsStanding> {
  const runs = await listRuns(call.db, campaignId);
  const inForce = runs.find(({ state }) => state === "approved" || state === "published") ?? null;
  const revision = inForce === null ? undefined : await findRevision(call.db, inForce.id);
  return {
    runs,
    inForce,
    revision: revision ?? null,
    settled: inForce !== null && revision === undefined,
    revisable: inForce !== null && (await hasSettled(call.db, campaignId)),
  };
}

/** A run with what the actor may do with it. */
export function viewOf(call: Call, here: RunsStanding, run: Run): RunView {
  const approver = holds(call.actor, "approver");
  const newest = here.runs[0]?.id === run.id;
  const inForce = here.inForce?.id === run.id;
  return {
    ...run,
    revision: inForce ? here.revision : null,
    may: {
      approve: approver && newest && run.state === "compiled",
      publish: approver && run.state === "approved" && inForce && here.settled,
      withdraw: approver && ["compiled", "approved", "published"].includes(run.state),
      revise: inForce && here.revisable && holds(call.actor, "coordinator"),
    },
  };
}
