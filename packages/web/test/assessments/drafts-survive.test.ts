import { beforeEach, describe, expect, test } from "vitest";
import type { DraftStore } from "../../src/features/assessments/drafts/draft-store.js";
import { fieldKey } from "../../src/features/assessments/drafts/edit.js";
import { Browser, FakeServer, ME, OTHER, settled, value } from "./draft-world.js";

const A = fieldKey("2.1.3", "a");

let server: FakeServer;
let browser: Browser;
let store: DraftStore;

beforeEach(async () => {
  server = new FakeServer();
  browser = new Browser(server);
  store = await browser.openTab();
});

async function type(text: string, into: DraftStore = store): Promise<void> {
  into.type("2.1.3", "a", value(text));
  await settled();
}

describe("typing into a field", () => {
  test("is kept in the browser at once and sent after a short quiet, as one value", async () => {
    await type("2");
    await type("22");
    expect(browser.disk.get(A)?.typed).toEqual(value("22"));
    expect(server.requests).toBe(0);
    expect(store.field(A)).toMatchObject({ status: "saving", value: "22" });
    await browser.clock.advance(1_000);
    expect(server.requests).toBe(1);
    expect(server.stored(A)).toMatchObject({ value: "22", version: 1 });
    expect(store.field(A).status).toBe("saved");
    expect(browser.disk.size).toBe(0);
  });

  test("is sent at once when the field is left", async () => {
    await type("22");
    store.flush();
    await settled();
    expect(server.stored(A).value).toBe("22");
  });

  test("and taking it back before it is sent sends nothing", async () => {
    server.write(A, "22", ME);
    store.refresh([{ code: "2.1.3", input: "a", ...server.stored(A) }]);
    await type("2");
    await type("22");
    await browser.clock.advance(5_000);
    expect(server.requests).toBe(0);
    expect(browser.disk.size).toBe(0);
  });

  test("what cannot be read is kept as it was typed, and not sent", async () => {
    store.type("2.1.3", "a", { readable: false, text: "22 văn bản" });
    await browser.clock.advance(5_000);
    expect(server.requests).toBe(0);
    expect(store.summary().unreadable).toEqual([A]);
    store.close();
    const reloaded = await browser.openTab();
    expect(reloaded.field(A).edit?.typed).toEqual({ readable: false, text: "22 văn bản" });
  });

  test("while the same field is under way is sent after it, on the version it made", async () => {
    await type("2");
    store.flush();
    await type("23");
    await browser.clock.advance(1_000);
    expect(server.history.map((write) => write.value)).toEqual(["2", "23"]);
    expect(store.field(A)).toMatchObject({ status: "saved", value: "23" });
  });
});

describe("without a connection", () => {
  test("edits wait, are tried again at growing distances, and are sent when the line is back", async () => {
    server.always = "lost-before";
    await type("22");
    await browser.clock.advance(60_000);
    expect(server.requests).toBeLessThan(9);
    expect(store.field(A).status).toBe("waiting");
    expect(store.summary()).toMatchObject({ connection: "unanswered", waiting: 1 });
    server.always = undefined;
    store.retry();
    await settled();
    expect(server.stored(A).value).toBe("22");
    expect(store.summary()).toMatchObject({ connection: "fine", waiting: 0 });
  });

  test("a server that asks for patience gets it", async () => {
    server.faults.push("busy");
    await type("22");
    await browser.clock.advance(1_000);
    await browser.clock.advance(4_000);
    expect(server.requests).toBe(1);
    await browser.clock.advance(2_000);
    expect(server.stored(A).value).toBe("22");
  });

  test("a reload loses nothing", async () => {
    server.always = "lost-before";
    await type("22");
    await browser.clock.advance(1_000);
    store.close();
    server.always = undefined;
    const reloaded = await browser.openTab();
    expect(reloaded.field(A).value).toBe("22");
    await browser.clock.advance(10);
    expect(server.stored(A).value).toBe("22");
  });

  test("a value that arrived although its answer was lost is no conflict, not even typed over", async () => {
    server.faults.push("lost-after");
    await type("22");
    await browser.clock.advance(750);
    expect(server.stored(A).value).toBe("22");
    await type("23");
    await browser.clock.advance(5_000);
    expect(store.summary().conflicts).toEqual([]);
    expect(server.history.map((write) => write.value)).toEqual(["22", "23"]);
  });

  test("a browser that keeps nothing says so, and still sends", async () => {
    browser.diskFails = true;
    await type("22");
    expect(store.summary().kept).toBe(false);
    await browser.clock.advance(1_000);
    expect(server.stored(A).value).toBe("22");
  });
});

describe("two people on one field", () => {
  test("see the difference; nothing is written until one value is chosen", async () => {
    await type("22");
    server.write(A, "30", OTHER);
    await browser.clock.advance(5_000);
    expect(store.field(A)).toMatchObject({ status: "conflict", value: "22" });
    expect(store.field(A).edit?.theirs).toMatchObject({ value: "30", by: OTHER });
    await type("24");
    await browser.clock.advance(5_000);
    expect(server.stored(A).value).toBe("30");
    store.resolve(A, "mine");
    await browser.clock.advance(10);
    expect(server.stored(A)).toMatchObject({ value: "24", version: 2, by: ME });
  });

  test("theirs chosen leaves the field as they wrote it", async () => {
    await type("22");
    server.write(A, "30", OTHER);
    await browser.clock.advance(1_000);
    store.resolve(A, "theirs");
    await browser.clock.advance(5_000);
    expect(store.field(A)).toMatchObject({ status: "saved", value: "30" });
    expect(server.history).toHaveLength(1);
  });

  test("who typed the same are not asked", async () => {
    await type("22");
    server.write(A, "22", OTHER);
    await browser.clock.advance(1_000);
    expect(store.field(A)).toMatchObject({ status: "saved", value: "22" });
  });

  test("a third value written while one chooses is shown again, not overwritten", async () => {
    await type("22");
    server.write(A, "30", OTHER);
    await browser.clock.advance(1_000);
    server.write(A, "31", OTHER);
    store.resolve(A, "mine");
    await browser.clock.advance(1_000);
    expect(store.field(A).edit?.theirs?.value).toBe("31");
  });

  test("reading the page anew does not make an old edit pass for one made on the new value", async () => {
    server.always = "lost-before";
    await type("22");
    await browser.clock.advance(1_000);
    store.refresh([{ code: "2.1.3", input: "a", ...server.write(A, "30", OTHER) }]);
    server.always = undefined;
    store.retry();
    await browser.clock.advance(1_000);
    expect(store.field(A).status).toBe("conflict");
    expect(server.stored(A).value).toBe("30");
  });
});

describe("a server that does not take a value", () => {
  test("after the deadline keeps the text, says why, and takes it when the deadline is extended", async () => {
    server.always = "deadline-passed";
    await type("22");
    await browser.clock.advance(60_000);
    expect(server.requests).toBe(1);
    expect(store.field(A)).toMatchObject({ status: "refused", value: "22" });
    expect(store.summary().refused).toEqual([
      { key: A, refusal: { reason: "deadline-passed", detail: "deadline-passed" } },
    ]);
    store.close();
    const reloaded = await browser.openTab();
    expect(reloaded.field(A).status).toBe("refused");
    server.always = undefined;
    reloaded.retry();
    await settled();
    expect(server.stored(A).value).toBe("22");
  });

  test("because it cannot read it takes the next thing typed", async () => {
    server.faults.push("unreadable");
    await type("22x");
    await browser.clock.advance(1_000);
    expect(store.field(A).status).toBe("refused");
    await type("22");
    await browser.clock.advance(1_000);
    expect(server.stored(A).value).toBe("22");
  });

  test("because the session ended gets it after signing in again", async () => {
    server.faults.push("signed-out");
    await type("22");
    await browser.clock.advance(60_000);
    expect(store.summary().connection).toBe("signed-out");
    expect(server.requests).toBe(1);
    store.retry();
    await settled();
    expect(server.stored(A).value).toBe("22");
  });
});

describe("two tabs of one person", () => {
  test("show each other's typing; only one of them sends", async () => {
    const second = await browser.openTab();
    await type("22", second);
    expect(store.field(A).value).toBe("22");
    await browser.clock.advance(2_000);
    expect(server.requests).toBe(1);
    expect(second.field(A)).toMatchObject({ status: "saved", value: "22" });
    await type("23", second);
    await type("24", store);
    await browser.clock.advance(2_000);
    expect(server.stored(A).value).toBe("24");
    expect(second.field(A).value).toBe("24");
  });

  test("when the sending one is closed, the other takes over with all that waits", async () => {
    const second = await browser.openTab();
    server.always = "lost-before";
    await type("22");
    await browser.clock.advance(1_000);
    store.close();
    server.always = undefined;
    await browser.clock.advance(60_000);
    expect(server.stored(A).value).toBe("22");
    expect(second.field(A).status).toBe("saved");
  });

  test("a conflict may be resolved in either", async () => {
    const second = await browser.openTab();
    await type("22");
    server.write(A, "30", OTHER);
    await browser.clock.advance(1_000);
    expect(second.field(A).status).toBe("conflict");
    second.resolve(A, "mine");
    await browser.clock.advance(2_000);
    expect(server.stored(A).value).toBe("22");
    expect(store.field(A).status).toBe("saved");
  });
});

test("a hundred fields filled offline go out four at a time, and none is left", async () => {
  server.always = "lost-before";
  for (let place = 0; place < 100; place += 1) store.type("1.1", `f${place}`, value(String(place)));
  await browser.clock.advance(5_000);
  server.always = undefined;
  await browser.clock.advance(120_000);
  expect(server.fields.size).toBe(100);
  expect(store.summary()).toMatchObject({ waiting: 0, saving: 0 });
});
