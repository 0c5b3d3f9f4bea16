/** Reminders: a notice some days before a deadline, and none twice. */
import type { Platform } from "../../platform.js";
import { type Deadline, listDeadlines } from "./deadlines.js";
import { insertNotices } from "./repository.js";

/** Whole days before a deadline. */
const DAYS = [7, 3, 1];
const DAY = 86_400_000;

/** Tells everybody whose deadline has come within the next mark. @returns how many deadlines were looked at. */
export async function remind({ db, now }: Platform): Promise<{ deadlines: number; reminded: number }> {
  const at = now();
  return db.transaction().execute(async (work) => {
    const deadlines = await listDeadlines(work, null, at);
    let reminded = 0;
    for (const deadline of deadlines) {
      const mark = markOf(deadline, at);
      if (mark === undefined) continue;
      const { id, accountId, what, campaign, unit, dueAt, link } = deadline;
      await insertNotices(
        work,
        {
          kind: "due",
          data: {
            campaign,
            ...(unit === null ? {} : { unit }),
            ...(what === "report" ? { progress: true } : {}),
            dueAt: dueAt.toISOString(),
          },
          link,
          // Of a deadline that was moved it is told again.
          once: `due ${id} ${dueAt.toISOString()} ${mark}`,
          at,
        },
        { accounts: [accountId], grants: [], except: null },
      );
      reminded += 1;
    }
    return { deadlines: deadlines.length, reminded };
  });
}

/** The nearest mark that is not behind us yet: of 2 days and some hours, 3. */
function markOf({ dueAt }: Deadline, at: Date): number | undefined {
  const left = (dueAt.getTime() - at.getTime()) / DAY;
  return DAYS.filter((days) => left <= days).at(-1);
}
