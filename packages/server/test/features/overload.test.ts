import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { smallProvince } from "../running/units.js";

const WAITING = 5;

let app: RunningApp;
let person: Person;

beforeAll(async () => {
  app = await startApp({ WAITING_REQUESTS: String(WAITING) });
  const units = await smallProvince(app.db);
  await app.account("can.bo", ["unit-officer", units.department]);
  person = await app.signedIn("can.bo");
});
afterAll(() => app.close());

describe("more requests than the database keeps up with", () => {
  it("wait up to a bound; who comes then is told when to come again, and nobody who waited is lost", async () => {
    const { pool } = app.platform;
    const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    const waiting = Array.from({ length: WAITING }, () => person.get("/home"));
    await vi.waitFor(() => expect(pool.waitingCount).toBe(WAITING));
    const refused = await person.get("/home", { "accept-language": "vi" });
    expect(refused.status).toBe(503);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThanOrEqual(1);
    expect(refused.body).toMatchObject({
      code: "not-ready",
      retryAfter: Number(refused.headers["retry-after"]),
      detail: expect.stringContaining("vẫn được giữ"),
    });
    expect((await ask(app, { method: "GET", url: "/api/health/live" })).status).toBe(200);
    const figures = await ask(app, { method: "GET", url: "/metrics" });
    expect(figures.body).toContain(`opendti_database_connections{state="waiting"} ${WAITING}`);
    for (const client of held) client.release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
    expect((await person.get("/home")).status).toBe(200);
  });
});
