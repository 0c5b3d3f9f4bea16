/** Workbooks of a whole campaign: what its units declared, and what one appraises of it. */
import type { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import * as appraisal from "./appraisal.js";
import * as campaign from "./campaign.js";
import { incomingWorkbook, limits, media, place, readingPlace, workbookFile } from "./receiving.js";
import * as shapes from "./shapes.js";

export function campaignWorkbookRoutes(endpoints: Endpoints): void {
  ofCampaign(endpoints);
  ofAppraisal(endpoints);
}

function ofCampaign(endpoints: Endpoints): void {
  const url = "/campaigns/:id/workbook";
  endpoints.long(
    {
      method: "GET",
      url,
      summary: "Every unit's declared data of a campaign as a workbook (.xlsx)",
      params: place,
      media,
      limitPerMinute: limits.down,
    },
    async (call, { params }) => {
      const { name, body } = await campaign.downloadCampaign(call, params.id);
      return workbookFile(name, body);
    },
  );
  endpoints.long(
    {
      method: "POST",
      url,
      summary: "Read a campaign's workbook that was filled in, and tell what it would change",
      params: place,
      upload: true,
      answer: shapes.campaignReading,
      status: 201,
      limitPerMinute: limits.up,
    },
    async (call, { params }, wire) =>
      toldOf(await campaign.receiveCampaign(call, params.id, () => incomingWorkbook(wire))),
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/:reading`,
      summary: "What a campaign's workbook that was sent would change now",
      params: readingPlace,
      answer: shapes.campaignReading,
    },
    async (call, { params }) => toldOf(await campaign.lookAtCampaign(call, params.id, params.reading)),
  );
  endpoints.account(
    {
      method: "POST",
      url: `${url}/:reading/take`,
      summary: "Take chosen rows of units that one declares for, all or none",
      params: readingPlace,
      body: shapes.chosen,
      answer: shapes.taken,
    },
    async (call, { params, body }) => ({
      taken: await campaign.takeCampaign(call, params.id, params.reading, body.rows),
    }),
  );
}

function ofAppraisal(endpoints: Endpoints): void {
  const url = "/campaigns/:id/appraisal-workbook";
  endpoints.long(
    {
      method: "GET",
      url,
      summary: "What one appraises in a campaign as a workbook (.xlsx) to judge in offline",
      params: place,
      media,
      limitPerMinute: limits.down,
    },
    async (call, { params }) => {
      const { name, body } = await appraisal.downloadAppraisal(call, params.id);
      return workbookFile(name, body);
    },
  );
  endpoints.long(
    {
      method: "POST",
      url,
      summary: "Read an appraiser's workbook, and tell what it would change; nothing is judged yet",
      params: place,
      upload: true,
      answer: shapes.appraisalReading,
      status: 201,
      limitPerMinute: limits.up,
    },
    async (call, { params }, wire) =>
      judgementsOf(await appraisal.receiveAppraisal(call, params.id, () => incomingWorkbook(wire))),
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/:reading`,
      summary: "What an appraiser's workbook that was sent would change now",
      params: readingPlace,
      answer: shapes.appraisalReading,
    },
    async (call, { params }) =>
      judgementsOf(await appraisal.lookAtAppraisal(call, params.id, params.reading)),
  );
  endpoints.account(
    {
      method: "POST",
      url: `${url}/:reading/take`,
      summary: "Take chosen judgements, all or none, each on the judgement that was seen",
      params: readingPlace,
      body: shapes.chosen,
      answer: shapes.taken,
    },
    async (call, { params, body }) => ({
      taken: await appraisal.takeAppraisal(call, params.id, params.reading, body.rows),
    }),
  );
}

const toldOf = ({ rows, at, ...view }: campaign.CampaignReadingView) =>
  ({
    ...view,
    at: at.toISOString(),
    rows: rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null })),
  }) as z.input<typeof shapes.campaignReading>;

const judgementsOf = ({ rows, at, ...view }: appraisal.AppraisalReadingView) =>
  ({
    ...view,
    at: at.toISOString(),
    rows: rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null })),
  }) as z.input<typeof shapes.appraisalReading>;
