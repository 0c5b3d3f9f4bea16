/** What the coordinating department does around the rush, with all units at once: each timed, over HTTP. */
import type pg from "pg";
import type { Keys, World } from "./deadline-world.js";

export interface Step {
  readonly what: string;
  readonly seconds: number;
}

/**
 * Opens the planned campaign; closes the one that was declared in, as its deadline does, compiles everyone's scores,
 * approves and publishes them. What people do in between, unit by unit, is stored as done.
 * @throws when the server refuses any of it.
 */
export async function openAndPublish(client: pg.ClientBase, port: number, world: World): Promise<Step[]> {
  const { campaign, planned, coordinator, approver } = world;
  const steps: Step[] = [];
  const ask = async (what: string, who: Keys, path: string, version: number): Promise<Decided> => {
    const since = performance.now();
    const answer = await post(port, who, path, version);
    steps.push({ what, seconds: (performance.now() - since) / 1000 });
    return answer;
  };
  await ask("opened", coordinator, `/campaigns/${planned}/open`, 1);
  await client.query(
    "update campaign_stage set due_at = now() where campaign_id = $1 and stage = 'declare'",
    [campaign],
  );
  await client.query(
    "update assessment set state = 'appraised', submitted_at = now(), revision = revision + 1 where campaign_id = $1",
    [campaign],
  );
  await client.query("analyze assessment");
  const run = await ask("closed: everyone scored and ranked", coordinator, `/campaigns/${campaign}/runs`, 0);
  const approved = await ask("approved", approver, `/runs/${run.id}/approve`, run.version);
  await ask("published", approver, `/runs/${run.id}/publish`, approved.version);
  return steps;
}

interface Decided {
  readonly id: string;
  readonly version: number;
}

async function post(port: number, who: Keys, path: string, version: number): Promise<Decided> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method: "POST",
    headers: {
      cookie: `opendti_session=${who.token}`,
      "x-csrf-token": who.csrfToken,
      "if-match": `"${version}"`,
      "content-type": "application/json",
    },
    body: "{}",
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as Decided;
}
