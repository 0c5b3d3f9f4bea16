import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { must } from "../running/ranked-campaign.js";
import { type RunDesk, startDesk } from "../running/run-desk.js";

let desk: RunDesk;

beforeEach(async () => {
  desk = await startDesk();
  return () => desk.app.close();
}, 60_000);

describe("before a run", () => {
  it("everybody who may still submit or be appraised stands in its way, by name", async () => {
    await desk.submit(3);
    const { body } = await desk.preview();
    expect(body.ready).toBe(false);
    expect(body.blockers).toContainEqual({
      kind: "unjudged",
      unit: { id: desk.unitAt(0).id, name: desk.unitAt(0).name },
      count: 4,
    });
    expect(body.blockers.map((one: { kind: string }) => one.kind).sort()).toEqual(
      ["not-submitted", ...Array(3).fill("unfinished"), ...Array(3).fill("unjudged")].sort(),
    );
    const refused = await desk.compile();
    expect([refused.status, refused.body.code]).toEqual([409, "state-refused"]);
    expect(refused.body.blockers).toHaveLength(7);
  });

  it("an open question does, until it is closed", async () => {
    await desk.submit(4);
    const asked = await must(
      desk.campaign.coordinator.send("POST", `/assessments/${desk.unitAt(1).assessment}/queries`, {
        code: "1.1",
        body: "Chín văn bản nào?",
        dueAt: "2026-12-05T10:00:00Z",
      }),
    );
    const blocking = async () =>
      (await desk.preview()).body.blockers.filter((one: { kind: string }) => one.kind === "open-query");
    expect(await blocking()).toEqual([
      { kind: "open-query", unit: { id: desk.unitAt(1).id, name: desk.unitAt(1).name }, count: 1 },
    ]);
    await must(
      desk.campaign.coordinator.send(
        "POST",
        `/queries/${asked.body.id}/close`,
        { outcome: "withdrawn" },
        { "if-match": `"${asked.body.version}"` },
      ),
    );
    expect(await blocking()).toEqual([]);
  });

  it("the preview names what changes against the declaration, and why", async () => {
    await desk.appraised();
    const { body } = await desk.preview();
    expect(body).toMatchObject({ ready: true, settled: false, against: null, units: 4 });
    const first = body.differences.find((one: { unit: { id: string } }) => one.unit.id === desk.unitAt(0).id);
    // Declared alone 1.2 is provisionally 0.8 x 20; now 0.5 is the best of the group.
    expect(first.codes).toContainEqual({
      code: "1.2",
      title: "Hồ sơ trực tuyến so với đơn vị cao nhất",
      before: "16",
      after: "20",
      cause: "appraised",
      reason: "Ba hồ sơ ngoài kỳ",
    });
    const second = body.differences.find(
      (one: { unit: { id: string } }) => one.unit.id === desk.unitAt(1).id,
    );
    expect(second.codes).toContainEqual(
      expect.objectContaining({ code: "1.2", before: "8", after: "16", cause: "relative", reason: null }),
    );
  });
});

describe("a run", () => {
  it("ranks everybody on appraised data, within the groups, and freezes it", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    expect(run).toMatchObject({ number: 1, state: "compiled", units: 4, revises: null });
    const { results } = (await desk.campaign.observer.get(`/runs/${run.id}`)).body;
    const of = (place: number) =>
      results.find((one: { unit: { id: string } }) => one.unit.id === desk.unitAt(place).id);
    // 9 + 20 x 0.4/0.5 + 15 x 30/60 + 5; the points given to the third leave the range of the group as it is.
    expect(of(1)).toMatchObject({ total: "37.5", rank: 1, group: "lon", submitted: true, max: "50" });
    expect(of(0)).toMatchObject({ total: "30", rank: 2, declaredTotal: "27.5" });
    expect(of(2)).toMatchObject({ total: "25.17", rank: 3 });
    expect(of(3)).toMatchObject({ rank: 1, group: "nho" });
    // 6.67 + 12 + 6.5 in the stored points.
    const stored = await desk.app.db
      .selectFrom("run_result")
      .where("unit_id", "=", desk.unitAt(2).id)
      .select(["scores", "statuses"])
      .executeTakeFirstOrThrow();
    expect(stored.scores).toMatchObject({ "1": "18.67", "1.2": "12", "2.1": "6.5" });
    expect(stored.statuses).toMatchObject({ "1.1": "scored", "2.1": "scored" });
    await expect(desk.app.db.updateTable("run_result").set({ total: "50" }).execute()).rejects.toThrow(
      "append-only",
    );
  });

  it("has who never submitted in it with nothing that counts, behind everybody, once the deadline is over", async () => {
    await desk.submit(2);
    await desk.finish(2);
    expect((await desk.compile()).body.code).toBe("state-refused");
    desk.app.clock.now = new Date("2026-12-01T00:00:00Z");
    await desk.signInAgain();
    const { warnings } = (await desk.preview()).body;
    expect(warnings.map((one: { kind: string }) => one.kind).sort()).toEqual([
      "not-submitted",
      "not-submitted",
      "unjudged",
      "unjudged",
    ]);
    const { body: run } = await must(desk.compile());
    const { results } = (await desk.campaign.coordinator.get(`/runs/${run.id}`)).body;
    const silent = results.find((one: { unit: { id: string } }) => one.unit.id === desk.unitAt(2).id);
    expect(silent).toMatchObject({ submitted: false, total: "0", rank: 3, declaredTotal: "0" });
    await must(desk.decide(run.id, "approve"));
    expect(await desk.statesNow()).toEqual(Array(4).fill("approved"));
  });

  it("gives the same again from what is stored, whatever has become of the data since", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    await sql`update answer set value = '"1"' where input = 'a'`.execute(desk.app.db);
    const { body } = await desk.campaign.observer.send("POST", `/runs/${run.id}/repeat`);
    expect(body).toEqual({ same: true, resultHash: run.resultHash, first: null });
  });

  it("names the first thing that somebody has changed in the database", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    const repeat = async () => (await desk.campaign.observer.send("POST", `/runs/${run.id}/repeat`)).body;
    const unit = { id: desk.unitAt(2).id, name: desk.unitAt(2).name };
    const untriggered = async (statement: ReturnType<typeof sql>) => {
      await sql`alter table run_result disable trigger append_only`.execute(desk.app.db);
      await statement.execute(desk.app.db);
      await sql`alter table run_result enable trigger append_only`.execute(desk.app.db);
    };
    await untriggered(
      sql`update run_result set scores = scores || '{"2.1": "15"}' where unit_id = ${unit.id}::uuid`,
    );
    expect(await repeat()).toMatchObject({
      same: false,
      first: { what: "result", unit, code: "2.1", stored: "15", found: "6.5" },
    });
    await untriggered(
      sql`update run_result set scores = scores || '{"2.1": "6.5"}', rank = 1 where unit_id = ${unit.id}::uuid`,
    );
    expect((await repeat()).first).toEqual({ what: "result", unit, code: "rank", stored: "1", found: "3" });
    await untriggered(sql`update run_result set rank = 3 where unit_id = ${unit.id}::uuid`);
    expect((await repeat()).same).toBe(true);
    await untriggered(sql`delete from run_result where unit_id = ${unit.id}::uuid`);
    expect((await repeat()).first).toMatchObject({ what: "units", unit, stored: null });
  });

  it("tells a changed input by its hash, and what it does to the points", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    const { input } = await desk.app.db
      .selectFrom("run")
      .where("id", "=", run.id)
      .select("input")
      .executeTakeFirstOrThrow();
    const put = (text: string) =>
      desk.app.db
        .updateTable("run")
        .set({ input: gzipSync(text) })
        .where("id", "=", run.id)
        .execute();
    const repeat = async () => (await desk.campaign.observer.send("POST", `/runs/${run.id}/repeat`)).body;
    const text = gunzipSync(input).toString();
    expect(text).toContain('["1.2","a","4"]');
    await put(text.replace('["1.2","a","4"]', '["1.2","a","3"]'));
    expect((await repeat()).first).toEqual({
      what: "input",
      unit: { id: desk.unitAt(1).id, name: desk.unitAt(1).name },
      code: "1.2",
      stored: "16",
      found: "12",
    });
    await put(`${text} `);
    expect((await repeat()).first).toMatchObject({ what: "input", unit: null, stored: run.inputHash });
    await put("không phải một bản ghi");
    expect((await repeat()).first).toMatchObject({ what: "input", unit: null, found: null });
    await put(text);
    await sql`update indicator_set set source = source || ' '`.execute(desk.app.db);
    expect((await repeat()).first).toMatchObject({ what: "set", stored: run.setHash });
  });

  it("of the same data has the same hashes, and takes the place of the one before", async () => {
    await desk.appraised();
    const { body: first } = await must(desk.compile());
    const { body: second } = await must(desk.compile());
    expect([second.number, second.inputHash, second.resultHash]).toEqual([
      2,
      first.inputHash,
      first.resultHash,
    ]);
    const { items } = (await desk.campaign.observer.get(`/campaigns/${desk.campaign.id}/runs`)).body;
    expect(items.map((one: { state: string }) => one.state)).toEqual(["compiled", "superseded"]);
    expect((await desk.decide(first.id, "approve")).body.code).toBe("state-refused");
    expect(
      (await desk.campaign.observer.get(`/runs/${second.id}/differences?against=${first.id}`)).body.items,
    ).toEqual([]);
  });
});

describe("a tested campaign", () => {
  it("is not shown to a unit's own people, and nobody meets a run that is not there", async () => {
    await desk.appraised();
    const { body: run } = await must(desk.compile());
    for (const path of [
      `/campaigns/${desk.campaign.id}/runs`,
      `/campaigns/${desk.campaign.id}/compile`,
      `/runs/${run.id}`,
    ])
      expect([path, (await desk.unitAt(0).people.get(path)).body.code]).toEqual([path, "forbidden"]);
    const nowhere = "00000000-0000-4000-8000-000000000000";
    for (const path of [
      `/runs/${nowhere}`,
      `/campaigns/${nowhere}/runs`,
      `/runs/${run.id}/differences?against=${nowhere}`,
    ])
      expect([path, (await desk.campaign.observer.get(path)).body.code]).toEqual([path, "not-found"]);
  });
});
