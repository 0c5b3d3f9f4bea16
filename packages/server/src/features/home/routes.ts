/** /home: what the person signed in has to do. */
import { z } from "zod";
import { assessmentStates } from "../../database/schema.js";
import type { Endpoints } from "../../http/endpoint.js";
import * as service from "./service.js";

const item = z
  .object({
    assessmentId: z.uuid(),
    campaign: z.object({ id: z.uuid(), name: z.string(), year: z.int() }),
    unit: z.object({ id: z.uuid(), name: z.string() }),
    state: z.enum(assessmentStates),
    dueAt: z.iso.datetime(),
    mine: z.object({ assigned: z.int(), answered: z.int() }).nullable(),
    answered: z.int(),
    total: z.int(),
    score: z.string(),
    max: z.string(),
    role: z.enum(service.unitRoles),
    returned: z.object({ reason: z.string(), at: z.iso.datetime() }).nullable(),
  })
  .meta({ id: "HomeItem" });

export function homeRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url: "/home",
      summary: "What there is to do",
      answer: z.object({ items: z.array(item) }),
    },
    async (call) => ({
      items: (await service.listHome(call)).map((one) => ({
        ...one,
        dueAt: one.dueAt.toISOString(),
        returned: one.returned && { reason: one.returned.reason, at: one.returned.at.toISOString() },
      })),
    }),
  );
}
