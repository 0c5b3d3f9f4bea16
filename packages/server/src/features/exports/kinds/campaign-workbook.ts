/** What every unit declared, in one workbook: as the page of workbooks gives it, for campaigns that take long. */
import { requireRole, seeingAll } from "../../../access/actor.js";
import { inTransaction } from "../../../http/call.js";
import { XLSX } from "../../../workbook/transfer.js";
import { visibleCampaign } from "../../appraisals/scopes.js";
import type { ExportKind } from "./kind.js";

export const campaignWorkbook: ExportKind = {
  kind: "campaign-workbook",
  ending: "xlsx",
  mediaType: XLSX,
  of: "own",
  open: false,
  async allow(call, campaignId) {
    requireRole(call.actor, ...seeingAll);
    await inTransaction(call, (within) => visibleCampaign(within, campaignId));
  },
  async make(work, sink) {
    const { writeCampaignBehind } = await import("../../workbooks/behind.js");
    await writeCampaignBehind(work, sink);
  },
};
