/** The campaign book: one workbook with ranking, pillars, every indicator, movement and charts. */
import { XLSX } from "../../../workbook/transfer.js";
import type { ExportKind } from "./kind.js";

export const campaignBook: ExportKind = {
  kind: "campaign-book",
  ending: "xlsx",
  mediaType: XLSX,
  of: "results",
  open: true,
  async make({ frame, language }, sink) {
    const { writeCampaignBook } = await import("@opendti/documents");
    // Units once, movements once.
    await writeCampaignBook(await frame(2), language, sink);
  },
};
