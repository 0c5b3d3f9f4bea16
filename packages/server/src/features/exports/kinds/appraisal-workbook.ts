/** What one appraises in a campaign, to be judged in a workbook: for campaigns that take long. */
import { requireRole } from "../../../access/actor.js";
import { inTransaction } from "../../../http/call.js";
import { XLSX } from "../../../workbook/transfer.js";
import { visibleCampaign } from "../../appraisals/scopes.js";
import type { ExportKind } from "./kind.js";

export const appraisalWorkbook: ExportKind = {
  kind: "appraisal-workbook",
  ending: "xlsx",
  mediaType: XLSX,
  of: "own",
  open: false,
  async allow(call, campaignId) {
    requireRole(call.actor, "appraiser", "coordinator");
    await inTransaction(call, (within) => visibleCampaign(within, campaignId));
  },
  async make(work, sink) {
    const { writeAppraisalBehind } = await import("../../workbooks/behind.js");
    await writeAppraisalBehind(work, sink);
  },
};
