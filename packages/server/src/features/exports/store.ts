/** Where made exports lie: beside the files of units, for these are forgotten after some days and those never. */
import { join } from "node:path";
import type { Config } from "../../config.js";
import { type FileStore, openFileStore } from "../../files/store.js";

const PLACE = "exports";

/** Settings of the place, as another thread is told them. */
export type StoreSettings = Pick<Config, "data" | "filesUrl">;

/** The folder, or the part of the bucket, for exports. */
export const openExportStore = ({ data, filesUrl }: StoreSettings): FileStore =>
  openFileStore(join(data, PLACE), filesUrl, `${PLACE}/`);
