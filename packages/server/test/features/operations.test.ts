import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type RunningApp, startApp } from "../running/app.js";

let app: RunningApp;
const get = (url: string, headers: Record<string, string> = {}) => ask(app, { method: "GET", url, headers });

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe("what a supervisor asks", () => {
  it("is answered with whether the process lives and whether it can work", async () => {
    expect((await get("/api/health/live")).body).toEqual({ status: "ok" });
    expect((await get("/api/health/ready")).body).toEqual({ status: "ok" });
  });

  it("has figures by route, for programs on this machine and for nobody behind a proxy", async () => {
    await get("/api/v1/session");
    const figures = await get("/metrics");
    expect(figures.body).toContain(
      'opendti_http_request_seconds_count{method="GET",route="/api/v1/session",status="401"}',
    );
    expect((await get("/metrics", { "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
  });

  it("wants the token where there is one", async () => {
    const guarded = await startApp({ METRICS_TOKEN: "một mã thông báo đủ dài" });
    try {
      const ours = (headers: Record<string, string>) =>
        ask(guarded, { method: "GET", url: "/metrics", headers });
      expect((await ours({})).status).toBe(404);
      expect((await ours({ authorization: "Bearer sai" })).status).toBe(404);
    } finally {
      await guarded.close();
    }
  });
});

describe("the interface's own description", () => {
  it("is OpenAPI 3.1 and names every route", async () => {
    const { body } = await get("/api/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = app.routes.map(
      ({ method, url }) => `${method} /api/v1${url.replaceAll(/:(\w+)/g, "{$1}")}`,
    );
    expect(described.sort()).toEqual(routes.sort());
  });

  it("does not describe the rules language, which is not the interface's", async () => {
    const { body } = await get("/api/openapi.json");
    expect(Object.keys(body.components.schemas)).not.toContain("indicator_set");
  });
});

describe("an address that is nothing", () => {
  it("answers with a problem in the asked language", async () => {
    const answer = await get("/api/v1/khong-co", { "accept-language": "en" });
    expect(answer.status).toBe(404);
    expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      code: "not-found",
      title: "Not found",
      instance: "/api/v1/khong-co",
    });
  });
});
