/** /assessments/:id/assignments and /parts. */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import * as service from "./service.js";

const place = z.object({ id: z.uuid() });
const part = z.object({ id: z.uuid(), unitId: z.uuid() });

export function assignmentRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "PUT",
      url: "/assessments/:id/assignments",
      summary: "Assign indicators to rooms and officers",
      params: place,
      body: z.object({
        items: z
          .array(
            z.object({
              code: z.string().min(1).max(60),
              unitId: z.uuid().nullable(),
              accountId: z.uuid().nullable(),
            }),
          )
          .min(1)
          .max(1000),
      }),
    },
    async (call, { params, body }) => {
      await service.assign(call, params.id, body.items);
      return undefined;
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/parts/:unitId/hand-over",
      summary: "A room's part is done",
      params: part,
    },
    async (call, { params }) => {
      await service.handOver(call, params.id, params.unitId);
      return undefined;
    },
  );
  endpoints.account(
    {
      method: "POST",
      url: "/assessments/:id/parts/:unitId/return",
      summary: "Return a room's part",
      params: part,
      body: z.object({ reason: z.string().trim().min(1).max(2000) }),
    },
    async (call, { params, body }) => {
      await service.returnPart(call, params.id, params.unitId, body.reason);
      return undefined;
    },
  );
}
