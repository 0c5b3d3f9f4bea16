import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ask, PASSWORD, type RunningApp, startApp } from "../running/app.js";

const compared = vi.hoisted(() => [] as string[]);
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof import("@node-rs/argon2")>();
  return {
    ...argon2,
    verify: (stored: string, password: string) => {
      compared.push(stored);
      return argon2.verify(stored, password);
    },
  };
});

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
  const vouched = await app.account("chi.dang.nhap.chung");
  await app.db.updateTable("account").set({ password_hash: null }).where("id", "=", vouched).execute();
  await app.account("co.that");
});
afterAll(() => app.close());
beforeEach(() => compared.splice(0));

const signIn = (login: string, password: string) =>
  ask(app, { method: "POST", url: "/api/v1/session", payload: { login, password } });

describe("the time a refusal takes", () => {
  it.each([
    ["a wrong password", "co.that", "sai bét"],
    ["a name of nobody", "khong.co.ai", PASSWORD],
    ["an account without a password here", "chi.dang.nhap.chung", PASSWORD],
  ])("is that of one comparison at full cost for %s", async (_, login, password) => {
    const answer = await signIn(login, password);
    expect(answer.body.code).toBe("sign-in-failed");
    expect(compared).toHaveLength(1);
    expect(compared[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("is so for a locked account too", async () => {
    await app.account("bi.khoa");
    for (let tries = 0; tries < 5; tries += 1) await signIn("bi.khoa", "sai bét");
    compared.splice(0);
    expect((await signIn("bi.khoa", PASSWORD)).body.code).toBe("account-locked");
    expect(compared).toHaveLength(1);
  });
});
