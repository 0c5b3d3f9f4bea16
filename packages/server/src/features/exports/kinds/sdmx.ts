/** The results for statistical systems: SDMX-CSV with its structure. Final points and ranks alone. */
import { type ExportKind, ZIP } from "./kind.js";

export const sdmx: ExportKind = {
  kind: "sdmx",
  ending: "zip",
  mediaType: ZIP,
  of: "results",
  open: true,
  async make({ frame }, sink) {
    const { SDMX_PASSES, writeSdmx } = await import("@opendti/documents");
    await writeSdmx(await frame(SDMX_PASSES), sink);
  },
};
