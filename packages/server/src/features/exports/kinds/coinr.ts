/** The index as COINr reads it, so that somebody with R may build it again. Final points alone. */
import { type ExportKind, ZIP } from "./kind.js";

export const coinr: ExportKind = {
  kind: "coinr",
  ending: "zip",
  mediaType: ZIP,
  of: "results",
  open: true,
  async make({ frame }, sink) {
    const { COINR_PASSES, writeCoinr } = await import("@opendti/documents");
    await writeCoinr(await frame(COINR_PASSES), sink);
  },
};
