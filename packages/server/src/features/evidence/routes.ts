/** /assessments/:id/evidence */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import { found } from "../../http/endpoint.js";
import { fileRoutes } from "./file-routes.js";
import { evidenceOf, evidenceSchema, givenItem } from "./schemas.js";
import * as service from "./service.js";

const url = "/assessments/:id/evidence";
const piece = z.object({ id: z.uuid(), evidenceId: z.uuid() });
const etag = ({ version }: { readonly version: number }) => version;

export function evidenceRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "POST",
      url,
      summary:
        "Add evidence to an indicator; with split, a text that names several documents becomes several",
      params: z.object({ id: z.uuid() }),
      body: z.object({ code: z.string().min(1).max(60), item: givenItem, split: z.boolean().default(false) }),
      answer: evidenceSchema.and(z.object({ others: z.array(evidenceSchema) })),
      status: 201,
      etag,
    },
    async (call, { params, body }) => {
      const [first, ...others] = await service.addEvidence(call, params.id, body);
      return { ...evidenceOf(found(first)), others: others.map(evidenceOf) };
    },
  );
  endpoints.account(
    {
      method: "PUT",
      url: `${url}/:evidenceId`,
      summary: "Change a piece of evidence",
      params: piece,
      body: z.object({ item: givenItem }),
      answer: evidenceSchema,
      ifMatch: true,
      etag,
    },
    async (call, { params, body, version }) =>
      evidenceOf(await service.changeEvidence(call, params.id, params.evidenceId, version, body.item)),
  );
  endpoints.account(
    {
      method: "DELETE",
      url: `${url}/:evidenceId`,
      summary: "Remove a piece of evidence; its history and its file stay",
      params: piece,
      ifMatch: true,
    },
    async (call, { params, version }) => {
      await service.removeEvidence(call, params.id, params.evidenceId, version);
      return undefined;
    },
  );
  fileRoutes(endpoints);
}
