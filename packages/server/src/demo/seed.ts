/** Fills an empty database with the demo: a province, its sets, last year's results, this year's campaigns, accounts. */
import { readdir, readFile } from "node:fs/promises";
import { sql } from "kysely";
import type { Connection, Work } from "../database/connection.js";
import { readPlanContent } from "../features/plans/content.js";
import { insertPlan } from "../features/plans/repository.js";
import { writeLetterhead } from "../features/reports/letterhead-repository.js";
import { usualOf } from "../features/reports/letterheads.js";
import { readContent } from "../features/sets/content.js";
import { insertDraft, publishSet, type SetCase } from "../features/sets/repository.js";
import type { SetShelf } from "../features/sets/shelf.js";
import { seedCampaign } from "./campaigns.js";
import { readAccounts, readCampaigns, readUnits, setsFolder } from "./files.js";
import { seedPlans } from "./plans.js";
import { idOf, seedAccounts, seedUnits } from "./units.js";

/** Every demo account's password. Printed at the start; the demo listens to this machine alone. */
export const DEMO_PASSWORD = "minh hoa opendti 2026";

/**
 * Seeds the demo unless the database has units already. In one transaction: a demo is whole or not there.
 * @returns whether it was seeded now.
 */
export async function seedDemo(db: Connection, sets: SetShelf, at: Date): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    // Of several servers that start at once on one empty database, the first seeds and the others find it done.
    await sql`select pg_advisory_xact_lock(hashtext('opendti demo'))`.execute(work);
    const some = await work.selectFrom("unit").select("id").limit(1).executeTakeFirst();
    if (some !== undefined) return false;
    const file = await readUnits();
    const units = await seedUnits(work, file);
    const accounts = await seedAccounts(work, await readAccounts(), units, DEMO_PASSWORD, at);
    for (const { unit, to } of file.letterheads) {
      const id = idOf(units, unit);
      await writeLetterhead(work, id, { ...(await usualOf(work, id)), to }, { version: 0, by: null, at });
    }
    await publishShipped(work, sets, at);
    await seedPlans({ db: work, units, accounts, file, at });
    for (const campaign of await readCampaigns()) {
      const source = await readFile(new URL(`${campaign.set}/set.yaml`, setsFolder), "utf8");
      await seedCampaign({ db: work, units, accounts, file, at }, campaign, sets.load(source));
    }
    return true;
  });
}

/** Publishes every set that ships, with its cases, and keeps the plans made on it. */
async function publishShipped(db: Work, sets: SetShelf, at: Date): Promise<void> {
  for (const id of (await readdir(setsFolder)).sort()) {
    const folder = new URL(`${id}/`, setsFolder);
    const source = await readFile(new URL("set.yaml", folder), "utf8");
    const content = readContent(sets, source, await shipped(folder, "cases"));
    await insertDraft(db, content, null);
    await publishSet(db, content.id, content.setVersion, at, null);
    const set = { id: content.id, version: content.setVersion };
    for (const { text } of await shipped(folder, "plans"))
      await insertPlan(db, set, readPlanContent(sets.load(source), text), null, at);
  }
}

async function shipped(folder: URL, kind: "cases" | "plans"): Promise<SetCase[]> {
  const names = await readdir(new URL(`${kind}/`, folder)).catch(() => []);
  const files = names.filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(
    files.map(async (name) => ({
      file: `${kind}/${name}`,
      text: await readFile(new URL(`${kind}/${name}`, folder), "utf8"),
    })),
  );
}
