/** Every minute: what was written to the audit log since the last batch is sealed. */
import { sealAudit } from "../features/audit/sealing.js";
import type { Job } from "./job.js";

export const sealAuditJob: Job = {
  name: "seal-audit",
  cron: "* * * * *",
  async run({ db, now }) {
    const batch = await sealAudit(db, now());
    // In the process's own log the newest hash is out of the reach of whoever could rewrite the database.
    return batch === undefined
      ? { events: 0 }
      : { events: Number(batch.events), batch: Number(batch.number), hash: batch.hash };
  },
};
