import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTurn } from "../../src/features/runs/turns.js";
import type { Platform } from "../../src/platform.js";
import { must } from "../running/ranked-campaign.js";
import { type RunDesk, startDesk } from "../running/run-desk.js";

const here = () => false;

/** Work that ends when it is told to. */
function slow<T>(value: T) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let begun = false;
  return {
    work: async () => {
      begun = true;
      await ended;
      return value;
    },
    end: () => end(),
    begun: () => begun,
  };
}

/** Lets everything go on that can. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("scoring a campaign", () => {
  it("is done one at a time, in the order in which it is asked for", async () => {
    const platform = {} as Platform;
    const [first, second] = [slow(1), slow(2)];
    const both = [inTurn(platform, "a", here, first.work), inTurn(platform, "a", here, second.work)];
    await settle();
    expect([first.begun(), second.begun()]).toEqual([true, false]);
    first.end();
    await settle();
    expect(second.begun()).toBe(true);
    second.end();
    expect(await Promise.all(both)).toEqual([1, 2]);
  });

  it("of one campaign keeps nobody of another waiting", async () => {
    const platform = {} as Platform;
    const [first, other] = [slow(1), slow(2)];
    const waiting = inTurn(platform, "a", here, first.work);
    const quick = inTurn(platform, "b", here, other.work);
    other.end();
    expect(await quick).toBe(2);
    first.end();
    await waiting;
  });

  it("is refused while too many wait, with the time to come again; then the line is free", async () => {
    const platform = {} as Platform;
    const works = [slow(1), slow(2), slow(3), slow(4)];
    const turns = works.map(({ work }) => inTurn(platform, "a", here, work));
    await expect(inTurn(platform, "a", here, async () => 5)).rejects.toMatchObject({
      code: "not-ready",
      extensions: { retryAfter: 5 },
    });
    for (const { end } of works) end();
    expect(await Promise.all(turns)).toEqual([1, 2, 3, 4]);
    expect(await inTurn(platform, "a", here, async () => 5)).toBe(5);
  });

  it("is not done for who has left, and one that fails holds nobody up", async () => {
    const platform = {} as Platform;
    const gone = slow(1);
    const left = inTurn(platform, "a", () => true, gone.work);
    const failing = inTurn(platform, "a", here, async () => {
      throw new Error("broken");
    });
    const last = inTurn(platform, "a", here, async () => 3);
    await expect(left).rejects.toMatchObject({ code: "not-ready" });
    await expect(failing).rejects.toThrow("broken");
    expect(await last).toBe(3);
    expect(gone.begun()).toBe(false);
  });
});

describe("many who ask for it at once", () => {
  let desk: RunDesk;
  beforeAll(async () => {
    desk = await startDesk();
    await desk.appraised();
  }, 60_000);
  afterAll(() => desk.app.close());

  it("are answered as far as the line goes; the others are told when to come again", async () => {
    const { body: run } = await must(desk.compile());
    const { campaign } = desk;
    const ask = () =>
      Promise.all([
        desk.preview(),
        campaign.observer.get(`/campaigns/${campaign.id}/robustness`),
        campaign.observer.send("POST", `/runs/${run.id}/repeat`),
      ]);
    // The line is full as long as its first has not ended.
    const first = slow(0);
    const { platform } = desk.app;
    const line = [first.work, here, here, here].map((work) =>
      inTurn(platform, campaign.id, here, async () => work()),
    );
    const refused = await ask();
    first.end();
    await Promise.all(line);
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect((await ask()).map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { body, headers } of refused) {
      expect(headers["retry-after"]).toBe("5");
      expect(body).toMatchObject({ code: "not-ready", detail: expect.stringContaining("cùng tính lại") });
    }
    expect((await desk.preview()).status).toBe(200);
  });
});
