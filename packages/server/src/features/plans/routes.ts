/** /sets/:id/versions/:version/plans and /plans: who leads each indicator of a set, and by when. */
import { z } from "zod";
import { contentDisposition } from "../../files/file-name.js";
import { type Endpoints, Raw } from "../../http/endpoint.js";
import { listConcerned } from "./due.js";
import { progressRoutes } from "./progress-routes.js";
import type { PlanHead } from "./repository.js";
import * as service from "./service.js";
import { concernedPlan, detail, head } from "./shapes.js";

const ofSet = z.object({ id: z.string().max(100), version: z.coerce.number().int().min(1) });
const place = z.object({ id: z.uuid() });
const etag = ({ version }: { readonly version: number }) => version;

export function planRoutes(endpoints: Endpoints): void {
  const url = "/sets/:id/versions/:version/plans";
  endpoints.account(
    {
      method: "GET",
      url,
      summary: "The plans made on a set",
      params: ofSet,
      answer: z.object({ items: z.array(head) }),
    },
    async (call, { params }) => ({
      items: (await service.listPlans(call, params.id, params.version)).map(headOf),
    }),
  );
  endpoints.account(
    {
      method: "POST",
      url,
      summary: "Keep a plan's text (YAML) beside its set",
      params: ofSet,
      body: z.object({ source: z.string().min(1).max(900_000) }),
      answer: detail,
      status: 201,
      etag,
    },
    async (call, { params, body }) =>
      detailOf(await service.createPlan(call, params.id, params.version, body.source)),
  );
  endpoints.account(
    {
      method: "GET",
      url: "/plans",
      summary: "The plans that concern the account, with the report that is due",
      answer: z.object({ items: z.array(concernedPlan) }),
    },
    async (call) => ({
      items: (await listConcerned(call)).map(({ plan, own, due }) => ({
        id: plan.id,
        title: plan.title,
        issuer: plan.issuer,
        year: plan.year,
        reporting: plan.reporting,
        assignments: plan.assignments,
        own,
        due,
      })),
    }),
  );
  onePlan(endpoints);
  progressRoutes(endpoints);
}

function onePlan(endpoints: Endpoints): void {
  const url = "/plans/:id";
  endpoints.account(
    { method: "GET", url, summary: "A plan with its lines", params: place, answer: detail, etag },
    async (call, { params }) => detailOf(await service.getPlan(call, params.id)),
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/source`,
      summary: "The plan's own text, as YAML",
      params: place,
      media: "application/yaml",
    },
    async (call, { params }) => {
      const { plan } = await service.getPlan(call, params.id);
      return new Raw("application/yaml; charset=utf-8", plan.source, {
        "content-disposition": contentDisposition(
          "attachment",
          `${plan.key.replace(/[^\p{L}\p{N}._-]+/gu, "-")}.yaml`,
        ),
      });
    },
  );
  endpoints.account(
    { method: "DELETE", url, summary: "Throw a plan away", params: place, ifMatch: true },
    async (call, { params, version }) => {
      await service.deletePlan(call, params.id, version);
      return undefined;
    },
  );
}

const headOf = (plan: PlanHead): z.input<typeof head> => ({
  id: plan.id,
  set: plan.set,
  key: plan.key,
  title: plan.title,
  issuer: plan.issuer,
  year: plan.year,
  reporting: plan.reporting,
  assignments: plan.assignments,
  findings: [...plan.findings],
  createdAt: plan.createdAt.toISOString(),
  version: plan.version,
});

const detailOf = ({ plan, lines, assessments }: service.PlanView) => ({
  ...headOf(plan),
  setTitle: plan.setTitle,
  assessments,
  lines,
});
