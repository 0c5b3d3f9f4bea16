/** /campaigns/:id/live and /assessments/:id/what-if: everyone's points as they stand now, and as one change would leave them. */
import { z } from "zod";
import { assessmentStates } from "../../database/schema.js";
import type { Endpoints } from "../../http/endpoint.js";
import { answerValue } from "../answers/routes.js";
import * as service from "./service.js";

const place = z.object({ id: z.uuid() });
const named = z.object({ id: z.uuid(), name: z.string() });
const points = z.string();
const rank = z.int().nullable();
const basis = z.enum(["declared", "appraised"]);
const standing = z.object({ unit: named, value: z.string() }).nullable();

const liveSchema = z
  .object({
    basis,
    /** True until a run is approved: whatever comes in still moves it. */
    provisional: z.boolean(),
    at: z.iso.datetime(),
    /** Own units of an appraiser that are not told yet what was judged of them; ranks are among the others. */
    leftOut: z.array(named),
    items: z.array(
      z.object({
        assessmentId: z.uuid(),
        unit: named,
        group: z.string().nullable(),
        total: points,
        max: points,
        rank,
        state: z.enum(assessmentStates),
      }),
    ),
    relatives: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        group: z.string().nullable(),
        best: standing,
        worst: standing,
        /** Units of the group that have no value yet. */
        pending: z.int(),
      }),
    ),
  })
  .meta({ id: "LiveRanking" });

const whatIfSchema = z
  .object({
    basis,
    own: z.object({
      code: z.string(),
      before: points,
      after: points,
      totalBefore: points,
      totalAfter: points,
      rankBefore: rank,
      rankAfter: rank,
    }),
    /** Relative indicators whose best in the group would be another one; its value only for who sees all units. */
    group: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        bestBefore: z.string().nullable(),
        bestAfter: z.string().nullable(),
      }),
    ),
    /** Other units whose total or rank would move: the most first, at most 200. Empty for the unit's own people. */
    movers: z.array(
      z.object({
        unit: named,
        totalBefore: points,
        totalAfter: points,
        rankBefore: rank,
        rankAfter: rank,
      }),
    ),
    moversCount: z.int(),
  })
  .meta({ id: "WhatIf" });

export function liveRoutes(endpoints: Endpoints): void {
  endpoints.long(
    {
      method: "GET",
      url: "/campaigns/:id/live",
      summary: "Everyone's total and rank as they stand now",
      params: place,
      query: z.object({ basis: basis.default("appraised") }),
      answer: liveSchema,
      polled: { apartFrom: ["at"] },
    },
    async (call, { params, query }) => {
      const live = await service.getLive(call, params.id, query.basis);
      return { ...live, at: call.at.toISOString() };
    },
  );
  endpoints.long(
    {
      method: "POST",
      url: "/assessments/:id/what-if",
      summary: "What other values of one indicator would do to this unit and its group; nothing is stored",
      params: place,
      body: z.object({
        code: z.string().min(1).max(60),
        /** Values by input; null clears one. The input "" marks the indicator as not applicable, with a reason. */
        inputs: z.record(z.string().max(60), answerValue),
        /** Points in place of what the rule gives (appraisers only). */
        points: z.string().max(40).nullable().optional(),
        basis: basis.optional(),
      }),
      answer: whatIfSchema,
    },
    async (call, { params, body }) =>
      service.tryOut(call, params.id, {
        code: body.code,
        inputs: body.inputs,
        points: body.points ?? null,
        basis: body.basis,
      }),
  );
}
