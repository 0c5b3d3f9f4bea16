/** Exports: asked for over HTTP, made by whichever process is alive, fetched by those who may see what is in them. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { Worksheet } from "@cj-tech-master/excelts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetExports, makeNext } from "../../src/features/exports/desk.js";
import { takeExport } from "../../src/features/exports/desk-repository.js";
import { campaignBook } from "../../src/features/exports/kinds/campaign-book.js";
import type { ExportKind, ExportWork } from "../../src/features/exports/kinds/kind.js";
import { openExportStore } from "../../src/features/exports/store.js";

import { type Answered, type Person, type RunningApp, startApp } from "../running/app.js";
import { insertRun } from "../running/results.js";
import { type TwoYears, twoYears } from "../running/two-years.js";
import { worksheets } from "../running/workbook.js";

let app: RunningApp;
let world: TwoYears;
let observer: Person;
const running = new AbortController().signal;

beforeAll(async () => {
  app = await startApp();
  world = await twoYears(app);
  await app.account("quan.sat", ["observer", world.units.province]);
  observer = await app.signedIn("quan.sat");
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.deleteFrom("export_job").execute();
  app.clock.now = new Date("2026-11-22T02:00:00Z");
});

const ask = (person: Person, run?: string): Promise<Answered> =>
  person.send("POST", `/campaigns/${world.campaign}/exports`, {
    kind: "campaign-book",
    ...(run ? { run } : {}),
  });
const make = () => makeNext(app.platform, running);
const fetched = async (person: Person, id: string): Promise<Buffer> => {
  const answer = await app.server.inject({
    url: `/api/v1/exports/${id}/file`,
    headers: { cookie: person.cookie },
  });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
};
const state = async (person: Person, id: string) => (await person.get(`/exports/${id}`)).body;
const rowsOf = (sheet: Worksheet | undefined): unknown[][] => {
  const rows: unknown[][] = [];
  sheet?.eachRow((row) => {
    const cells: unknown[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.value ?? null));
    rows.push(cells);
  });
  return rows;
};

describe("the campaign book", () => {
  it("has every unit and every indicator with what was declared, appraised and final", async () => {
    const { body, status } = await ask(world.coordinator);
    expect([status, body.state, body.sight, body.run.state]).toEqual([202, "waiting", "whole", "published"]);
    expect(await make()).toMatchObject({ kind: "campaign-book", made: 1 });
    const done = await state(world.coordinator, body.id);
    expect(done).toMatchObject({ state: "done", done: done.total, may: { fetch: true, cancel: false } });
    expect(done.file.name).toMatch(/^opendti-2026-[0-9a-f]{8}-campaign-book\.xlsx$/);
    const sheets = await worksheets(await fetched(world.coordinator, body.id));
    expect(sheets.map(({ name }) => name)).toEqual([
      "Xếp hạng",
      "Biểu đồ",
      "Điểm theo nhóm chỉ số",
      "Chi tiết chỉ số",
      "So với năm trước",
      "Thay đổi theo chỉ số",
      "Thuyết minh",
    ]);
    const [header, ...details] = rowsOf(sheets[3]);
    expect(header?.slice(7, 11)).toEqual([
      "Tự đánh giá",
      "Thẩm định",
      "Công nhận",
      "Công nhận trừ tự đánh giá",
    ]);
    expect(details).toHaveLength(3 * 4);
    const adjusted = details.find(([, , unit, , code]) => unit === "Sở Hai" && code === "2.1");
    // Declared 5 activities at 2 points, found 4.
    expect(adjusted?.slice(7, 11)).toEqual([10, 8, 8, -2]);
    // Relative to the best of the group: 12 of 20 against 10 of 20 before anybody else was known.
    const relative = details.find(([, , unit, , code]) => unit === "Sở Một" && code === "1.2");
    expect(relative?.slice(7, 11)).toEqual([6, 6, 10, 4]);
    const missing = details.find(([, , unit, , code]) => unit === "Sở Ba" && code === "1.1");
    expect(missing?.slice(7)).toEqual([0, 0, 0, 0, "Chưa kê khai", null, null]);
    const ranking = rowsOf(sheets[0]).filter(([rank]) => typeof rank === "number");
    expect(ranking.map(([rank, unit, , total]) => [rank, unit, total])).toEqual([
      [1, "Sở Hai", 31.33],
      [2, "Sở Một", 28.5],
      [3, "Sở Ba", 13],
    ]);
  });

  it("takes the change since last year apart so that it adds up to the digit", async () => {
    const { body } = await ask(world.coordinator);
    await make();
    const sheets = await worksheets(await fetched(world.coordinator, body.id));
    const rows = rowsOf(sheets[4]).filter((row) => row[2] === 2025);
    expect(rows.map((row) => row[1])).toEqual(["Sở Hai", "Sở Một"]);
    const cents = (value: unknown) => Math.round(Number(value) * 10_000);
    const causes = rowsOf(sheets[5]).slice(1);
    for (const row of rows) {
      const [change, ...parts] = row.slice(11, 15).map(cents);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(change);
      expect(change).toBe(cents(row[7]) - cents(row[4]));
      const own = causes.filter(([, unit]) => unit === row[1]);
      for (const part of [0, 1, 2])
        expect(own.reduce((sum, cause) => sum + cents(cause[4 + part]), 0)).toBe(parts[part]);
    }
  });

  it("is the same file for whoever asks again, and the same bytes when it is made again", async () => {
    const first = (await ask(world.coordinator)).body.id;
    expect((await ask(observer)).body.id).toBe(first);
    await make();
    expect((await ask(observer)).body).toMatchObject({ id: first, state: "done" });
    const bytes = await fetched(observer, first);
    await app.db.deleteFrom("export_job").execute();
    const second = (await ask(world.coordinator)).body.id;
    await make();
    expect(second).not.toBe(first);
    expect((await fetched(world.coordinator, second)).equals(bytes)).toBe(true);
  });
});

describe("who may", () => {
  it("a unit's people get what is published, without what others declared, and never the whole book", async () => {
    const whole = (await ask(world.coordinator)).body.id;
    await make();
    expect((await world.officer.get(`/exports/${whole}`)).status).toBe(404);
    expect((await world.officer.get(`/exports/${whole}/file`)).status).toBe(404);
    const own = (await ask(world.officer)).body;
    expect([own.id === whole, own.sight]).toEqual([false, "public"]);
    await make();
    const sheets = await worksheets(await fetched(world.officer, own.id));
    expect(sheets.map(({ name }) => name)).not.toContain("Thay đổi theo chỉ số");
    const text = JSON.stringify(sheets.map(rowsOf));
    for (const hidden of ["Tự đánh giá", "Thẩm định", "Điều chỉnh"]) expect(text).not.toContain(hidden);
    const listed = (await world.officer.get(`/campaigns/${world.campaign}/exports`)).body;
    expect(listed.items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect(listed).toMatchObject({
      results: { whole: false },
      kinds: expect.arrayContaining(["campaign-book"]),
    });
  });

  it("what is not published is marked so, and hidden from units; what was public is gone when it is withdrawn", async () => {
    const compiled = await insertRun(app, world.campaign, world.in2026, "compiled");
    expect((await ask(world.officer, compiled)).status).toBe(404);
    const { id } = (await ask(world.coordinator, compiled)).body;
    await make();
    const [ranking] = await worksheets(await fetched(world.coordinator, id));
    expect(ranking?.getRow(2).getCell(1).value).toMatch(/^CHƯA CÔNG BỐ/);
    const own = (await ask(world.officer)).body.id;
    await make();
    await fetched(world.officer, own);
    await app.db
      .updateTable("run")
      .set({ state: "withdrawn", withdrawn_at: app.clock.now })
      .where("id", "=", world.run)
      .execute();
    expect((await world.officer.get(`/exports/${own}/file`)).status).toBe(404);
    await app.db
      .updateTable("run")
      .set({ state: "published", withdrawn_at: null })
      .where("id", "=", world.run)
      .execute();
    await app.db
      .updateTable("run")
      .set({ state: "withdrawn", withdrawn_at: app.clock.now })
      .where("id", "=", compiled)
      .execute();
  });

  it("that a file was asked for and fetched is in the audit log", async () => {
    const { id } = (await ask(world.coordinator)).body;
    await make();
    await fetched(world.coordinator, id);
    const events = await app.db
      .selectFrom("audit_event")
      .where("subject_id", "=", id)
      .select("action")
      .orderBy("id")
      .execute();
    expect(events.map(({ action }) => action)).toEqual(["export.create", "export.fetch"]);
  });
});

describe("a job", () => {
  /** What is done in the middle of the book: after a sheet of details and before the rest. */
  const inTheMiddle = (act: (work: ExportWork) => Promise<void>): ExportKind["make"] => {
    const { make: original } = campaignBook;
    return async (work, sink) => {
      let steps = 0;
      await original(
        {
          ...work,
          async frame(passes) {
            const frame = await work.frame(passes);
            return {
              ...frame,
              async *units() {
                for await (const unit of frame.units()) {
                  yield unit;
                  if (++steps === 2) await act(work);
                }
              },
            };
          },
        },
        sink,
      );
    };
  };
  const original = campaignBook.make;
  const during = (act: (work: ExportWork) => Promise<void>) =>
    Object.assign(campaignBook, { make: inTheMiddle(act) });
  afterEach(() => Object.assign(campaignBook, { make: original }));
  const leftovers = () => readdir(join(app.platform.config.data, "exports", "incoming")).catch(() => []);

  it("that is cancelled while it is made stops between two units and leaves nothing", async () => {
    const { id } = (await ask(world.coordinator)).body;
    let told = false;
    during(async ({ step }) => {
      expect((await world.coordinator.send("POST", `/exports/${id}/cancel`)).body.state).toBe("cancelled");
      try {
        // The work goes on until the process hears of it, at its next beat.
        for (;;) {
          step(2, 6);
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        told = true;
      }
    });
    expect(await make()).toMatchObject({ made: 0, stopped: 1 });
    expect(told).toBe(true);
    expect(await state(world.coordinator, id)).toMatchObject({ state: "cancelled", file: null });
    expect(await leftovers()).toEqual([]);
    expect((await world.coordinator.get(`/exports/${id}/file`)).body.code).toBe("state-refused");
    expect((await world.coordinator.send("POST", `/exports/${id}/cancel`)).body.code).toBe("state-refused");
  });

  it("is called off by whoever asked for it or a coordinator, and nobody else", async () => {
    const { id } = (await ask(world.coordinator)).body;
    expect((await observer.send("POST", `/exports/${id}/cancel`)).status).toBe(403);
    expect((await world.officer.send("POST", `/exports/${id}/cancel`)).status).toBe(404);
    expect((await world.coordinator.send("POST", `/exports/${id}/cancel`)).status).toBe(200);
    expect(await make()).toEqual({ made: 0 });
  });

  it("whose process was killed in the middle is made again by another, whole and the same", async () => {
    const first = (await ask(world.coordinator)).body.id;
    await make();
    const bytes = await fetched(world.coordinator, first);
    await app.db.deleteFrom("export_job").execute();
    const { id } = (await ask(world.coordinator)).body;
    // A process takes it, writes half a file, and is never heard of again.
    const at = app.clock.now;
    await takeExport(app.db, { at, silentSince: at });
    const half = new PassThrough();
    half.end(bytes.subarray(0, 2000));
    await openExportStore(app.platform.config).receive(half);
    expect(await state(world.coordinator, id)).toMatchObject({ state: "working", file: null });
    app.clock.now = new Date(at.getTime() + 20_000);
    expect(await make()).toEqual({ made: 0 });
    app.clock.now = new Date(at.getTime() + 31_000);
    expect(await make()).toMatchObject({ made: 1 });
    expect((await fetched(world.coordinator, id)).equals(bytes)).toBe(true);
    app.clock.now = new Date(Date.now() + 2 * 86_400_000);
    await forgetExports(app.platform);
    expect(await leftovers()).toEqual([]);
  });

  it("that three processes died over is given up, in words", async () => {
    const { id } = (await ask(world.coordinator)).body;
    for (let turn = 0; turn < 3; turn += 1) {
      const at = app.clock.now;
      await takeExport(app.db, { at, silentSince: new Date(at.getTime() - 30_000) });
      app.clock.now = new Date(at.getTime() + 60_000);
    }
    expect(await make()).toEqual({ made: 0 });
    const given = await state(world.coordinator, id);
    expect(given).toMatchObject({ state: "failed", fault: { code: "cut-off" } });
    expect(given.fault.why).toContain("dừng giữa chừng");
    // Asked again, it is another one.
    expect((await ask(world.coordinator)).body.id).not.toBe(id);
  });

  it("is left to others when the process ends, and made by them", async () => {
    const { id } = (await ask(world.coordinator)).body;
    const ending = new AbortController();
    during(async () => ending.abort());
    expect(await makeNext(app.platform, ending.signal)).toMatchObject({ made: 0 });
    expect((await state(world.coordinator, id)).state).toBe("waiting");
    Object.assign(campaignBook, { make: original });
    await make();
    expect((await state(world.coordinator, id)).state).toBe("done");
  });

  it("waits behind those that were asked for before", async () => {
    await ask(world.coordinator);
    app.clock.now = new Date(app.clock.now.getTime() + 1000);
    const second = (await ask(world.officer)).body;
    expect(second).toMatchObject({ state: "waiting", ahead: 1 });
    await make();
    expect(await state(world.officer, second.id)).toMatchObject({ state: "waiting", ahead: 0 });
  });

  it("that fails says so, and is forgotten with its file after a week", async () => {
    const failing = (await ask(world.coordinator)).body.id;
    during(async () => {
      throw new Error("the disk is full");
    });
    await expect(make()).rejects.toThrow("the disk is full");
    expect(await state(world.coordinator, failing)).toMatchObject({
      state: "failed",
      fault: { code: "failed" },
    });
    expect(await leftovers()).toEqual([]);
    Object.assign(campaignBook, { make: original });
    const { id } = (await ask(world.coordinator)).body;
    await make();
    const { hash } = (await state(world.coordinator, id)).file;
    const store = openExportStore(app.platform.config);
    app.clock.now = new Date(app.clock.now.getTime() + 6 * 86_400_000);
    await forgetExports(app.platform);
    expect(await store.has(hash)).toBe(true);
    app.clock.now = new Date(app.clock.now.getTime() + 2 * 86_400_000);
    expect(await forgetExports(app.platform)).toMatchObject({ forgotten: 2, files: 1 });
    expect(await store.has(hash)).toBe(false);
    const later = await app.signedIn("dieu.phoi");
    expect((await later.get(`/exports/${id}`)).status).toBe(404);
  });
});
