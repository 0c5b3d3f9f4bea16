import { afterEach, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/config.js";
import { networkOf } from "../../src/http/network.js";
import { ask, type RunningApp, startApp } from "../running/app.js";

let app: RunningApp;
afterEach(() => app?.close());

/** Fills up the limit of sign-ins from one forwarded address, then tries from others. */
const triesFrom = async (variables: Record<string, string>, forwarded: readonly string[]) => {
  app = await startApp({ SIGN_INS_PER_MINUTE: "2", ...variables });
  const statuses: number[] = [];
  for (const addresses of forwarded) {
    const { status } = await ask(app, {
      method: "POST",
      url: "/api/v1/session",
      payload: { login: "khong.co", password: "sai" },
      headers: { "x-forwarded-for": addresses },
    });
    statuses.push(status);
  }
  return statuses;
};

describe("the address of a client behind proxies", () => {
  const forged = ["6.6.6.1, 203.0.113.9", "6.6.6.2, 203.0.113.9", "6.6.6.3, 203.0.113.9", "203.0.113.8"];

  it.each(["1", "true", "127.0.0.0/8, ::1"])(
    "is what the last proxy saw with TRUST_PROXY=%s",
    async (value) => {
      expect(await triesFrom({ TRUST_PROXY: value }, forged)).toEqual([401, 401, 429, 401]);
    },
  );

  it("is what the first of two proxies saw where two stand before us", async () => {
    const two = ["6.6.6.1, 203.0.113.9, 10.0.0.1", "6.6.6.2, 203.0.113.9, 10.0.0.1", "203.0.113.9, 10.0.0.1"];
    expect(await triesFrom({ TRUST_PROXY: "2" }, two)).toEqual([401, 401, 429]);
  });

  it("is the socket's where no proxy is trusted, or another one", async () => {
    expect(await triesFrom({ TRUST_PROXY: "false" }, forged)).toEqual([401, 401, 429, 429]);
    await app.close();
    expect(await triesFrom({ TRUST_PROXY: "10.0.0.0/8" }, forged)).toEqual([401, 401, 429, 429]);
  });

  it("is stored with the session as the last proxy saw it", async () => {
    app = await startApp({ TRUST_PROXY: "1" });
    await app.account("qua.proxy");
    const headers = { "x-forwarded-for": "6.6.6.6, 203.0.113.9" };
    const payload = { login: "qua.proxy", password: "một câu đủ dài để nhớ" };
    await ask(app, { method: "POST", url: "/api/v1/session", payload, headers });
    const stored = await app.db.selectFrom("session").select("address").execute();
    expect(stored).toEqual([{ address: "203.0.113.9" }]);
  });

  it.each(["yes", "10.0.0.0/33", "10.0.0.0/8/8", "loopback", "1,true", "fe80::/129", "10.0.0.0/"])(
    "is not guessed at: TRUST_PROXY=%s stops the start",
    (value) => {
      expect(() => readConfig({ TRUST_PROXY: value })).toThrow(ConfigError);
    },
  );
});

describe("the network of an address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::ffff:cb00:7109", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["1::", "1:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("is what tries to sign in are counted by", async () => {
    const addresses = ["2001:db8:1:2::1", "2001:db8:1:2:a::", "2001:db8:1:2:ffff::3", "2001:db8:1:3::1"];
    expect(await triesFrom({ TRUST_PROXY: "1" }, addresses)).toEqual([401, 401, 429, 401]);
  });

  it("is what requests without a session are counted by", async () => {
    app = await startApp({ REQUESTS_PER_MINUTE: "10", TRUST_PROXY: "1" });
    const statuses: number[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const headers = { "x-forwarded-for": `2001:db8:1:2::${n}` };
      statuses.push((await ask(app, { method: "GET", url: "/api/v1/session", headers })).status);
    }
    expect(statuses.slice(9)).toEqual([401, 429, 429]);
  });
});

describe("the figures without METRICS_TOKEN", () => {
  it.each(["x-forwarded-for", "forwarded", "x-real-ip"])("are closed to what came with %s", async (name) => {
    app = await startApp();
    expect((await ask(app, { method: "GET", url: "/metrics" })).status).toBe(200);
    const headers = { [name]: name === "forwarded" ? "for=203.0.113.9" : "203.0.113.9" };
    expect((await ask(app, { method: "GET", url: "/metrics", headers })).status).toBe(404);
  });
});
