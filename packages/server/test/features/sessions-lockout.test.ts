import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ask, PASSWORD, type RunningApp, startApp } from "../running/app.js";

const START = new Date("2026-11-22T02:00:00Z");
let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ TRUST_PROXY: "1" });
});
afterAll(() => app.close());
afterEach(() => {
  app.clock.now = START;
});

const later = (minutes: number): void => {
  app.clock.now = new Date(START.getTime() + minutes * 60_000);
};
const tryFrom = (address: string, login: string, password = "sai") =>
  ask(app, {
    method: "POST",
    url: "/api/v1/session",
    payload: { login, password },
    headers: { "x-forwarded-for": address },
  });
const wrongFrom = async (address: string, login: string, times: number): Promise<void> => {
  for (let tries = 0; tries < times; tries += 1)
    expect((await tryFrom(address, login)).body.code).toBe("sign-in-failed");
};
const locks = (id: string) =>
  app.db
    .selectFrom("audit_event")
    .where("subject_id", "=", id)
    .where("action", "=", "account.lock")
    .select("after")
    .execute();

describe("five wrong tries", () => {
  it("lock out the network they came from, and nobody else", async () => {
    const id = await app.account("bi.pha");
    await wrongFrom("203.0.113.1", "bi.pha", 5);
    expect((await tryFrom("203.0.113.1", "bi.pha", PASSWORD)).body).toMatchObject({
      code: "account-locked",
      until: "2026-11-22T02:15:00.000Z",
    });
    expect((await tryFrom("203.0.113.2", "bi.pha", PASSWORD)).status).toBe(200);
    expect((await tryFrom("203.0.113.1", "bi.pha", PASSWORD)).status).toBe(423);
    expect((await locks(id)).map(({ after }) => after)).toEqual([
      { until: "2026-11-22T02:15:00.000Z", everywhere: false },
    ]);
    later(15);
    expect((await tryFrom("203.0.113.1", "bi.pha", PASSWORD)).status).toBe(200);
  });

  it("of a name that exists are answered like those of one that does not, while locked too", async () => {
    await app.account("co.ten");
    for (let tries = 1; tries <= 8; tries += 1) {
      const [real, made] = [
        await tryFrom("203.0.113.3", "co.ten"),
        await tryFrom("203.0.113.3", "khong.ten"),
      ];
      expect([real.status, real.body]).toEqual([made.status, made.body]);
    }
  });

  it("from addresses of one IPv6 network count together", async () => {
    await app.account("sau.so");
    for (let n = 1; n <= 5; n += 1) await wrongFrom(`2001:db8:1:2::${n}`, "sau.so", 1);
    expect((await tryFrom("2001:db8:1:2::99", "sau.so", PASSWORD)).status).toBe(423);
  });

  it("are forgotten after a right one from there, and after fifteen minutes without one", async () => {
    await app.account("hay.nham");
    await wrongFrom("203.0.113.4", "hay.nham", 4);
    expect((await tryFrom("203.0.113.4", "hay.nham", PASSWORD)).status).toBe(200);
    await wrongFrom("203.0.113.4", "hay.nham", 4);
    later(16);
    await wrongFrom("203.0.113.4", "hay.nham", 4);
    expect((await tryFrom("203.0.113.4", "hay.nham", PASSWORD)).status).toBe(200);
  });

  it("are no place to go on guessing: after ten the right password is not told from a wrong one", async () => {
    await app.account("doan.tiep");
    await wrongFrom("203.0.113.5", "doan.tiep", 9);
    expect((await tryFrom("203.0.113.5", "doan.tiep", PASSWORD)).status).toBe(423);
    await wrongFrom("203.0.113.5", "doan.tiep", 1);
    expect((await tryFrom("203.0.113.5", "doan.tiep", PASSWORD)).body.code).toBe("sign-in-failed");
    later(15);
    expect((await tryFrom("203.0.113.5", "doan.tiep", PASSWORD)).status).toBe(200);
  });
});

describe("wrong tries from many networks", () => {
  it("lock the account for all at the twentieth, for fifteen minutes", async () => {
    const id = await app.account("bi.vay");
    for (let n = 1; n <= 6; n += 1) await wrongFrom(`198.51.100.${n}`, "bi.vay", 3);
    await wrongFrom("198.51.100.7", "bi.vay", 1);
    expect((await tryFrom("203.0.113.6", "bi.vay", PASSWORD)).status).toBe(200);
    await wrongFrom("198.51.100.7", "bi.vay", 1);
    expect((await tryFrom("203.0.113.6", "bi.vay", PASSWORD)).body).toMatchObject({
      code: "account-locked",
      until: "2026-11-22T02:15:00.000Z",
    });
    expect((await locks(id)).map(({ after }) => after)).toMatchObject([{ everywhere: true }]);
    later(16);
    expect((await tryFrom("203.0.113.6", "bi.vay", PASSWORD)).status).toBe(200);
  });

  it("are not made by one network, however often it tries", async () => {
    await app.account("mot.noi");
    await wrongFrom("203.0.113.7", "mot.noi", 25);
    expect((await tryFrom("203.0.113.8", "mot.noi", PASSWORD)).status).toBe(200);
  });
});
