/** /assessments/:id/comments */
import { z } from "zod";
import type { Endpoints } from "../../http/endpoint.js";
import type { Comment } from "./repository.js";
import * as service from "./service.js";

const comment = z
  .object({
    id: z.uuid(),
    code: z.string(),
    body: z.string(),
    by: z.object({ id: z.uuid(), displayName: z.string() }).nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: "Comment" });

const url = "/assessments/:id/comments";
const place = z.object({ id: z.uuid() });
const code = z.string().min(1).max(60);

export function commentRoutes(endpoints: Endpoints): void {
  endpoints.account(
    {
      method: "GET",
      url,
      summary: "Comments, oldest first",
      params: place,
      query: z.object({ code: code.optional() }),
      answer: z.object({ items: z.array(comment) }),
    },
    async (call, { params, query }) => ({
      items: (await service.listComments(call, params.id, query.code)).map(commentOf),
    }),
  );
  endpoints.account(
    {
      method: "POST",
      url,
      summary: "Comment on an indicator",
      params: place,
      body: z.object({ code, body: z.string().trim().min(1).max(5000) }),
      answer: comment,
      status: 201,
    },
    async (call, { params, body }) =>
      commentOf(await service.addComment(call, params.id, body.code, body.body)),
  );
}

const commentOf = (one: Comment) => ({ ...one, at: one.at.toISOString() });
