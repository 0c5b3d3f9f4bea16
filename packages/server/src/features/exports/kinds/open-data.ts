/** The open data of a campaign: CSV and JSON, described for programs and for catalogues. Final points alone. */
import { findPublisher } from "../publisher-repository.js";
import { type ExportKind, ZIP } from "./kind.js";

export const openData: ExportKind = {
  kind: "open-data",
  ending: "zip",
  mediaType: ZIP,
  of: "results",
  open: true,
  async make({ db, campaignId, frame }, sink) {
    const { OPEN_DATA_PASSES, writeOpenData } = await import("@opendti/documents");
    const publisher = await findPublisher(db, campaignId);
    await writeOpenData(await frame(OPEN_DATA_PASSES), { publisher, homepage: null }, sink);
  },
};
