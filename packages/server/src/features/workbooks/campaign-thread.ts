/** What runs in the thread: one workbook of a campaign, one answer, and questions meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { askThrough } from "../../threads/asking.js";
import {
  type CampaignQuestion,
  type CampaignReply,
  type CampaignWork,
  workOnCampaign,
} from "./campaign-work.js";

if (parentPort !== null)
  parentPort.postMessage(
    await workOnCampaign(workerData as CampaignWork, askThrough<CampaignQuestion, CampaignReply>(parentPort)),
  );
