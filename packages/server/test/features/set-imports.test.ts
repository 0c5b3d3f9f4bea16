/** A document is read once and kept; decisions on it are kept one by one; of it come drafts. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formOf } from "../files/form.js";
import { type Answered, ask, type Person, type RunningApp, startApp } from "../running/app.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

const document = readFileSync(new URL("set-imports/quyet-dinh.txt", import.meta.url));
const match = (version: number) => ({ "if-match": `"${version}"` });

let app: RunningApp;
let units: SmallProvince;
let coordinator: Person;
let colleague: Person;
let officer: Person;

beforeAll(async () => {
  app = await startApp({ UPLOAD_MEGABYTES: "1" });
  units = await smallProvince(app.db);
  await app.account("dieu.phoi", ["coordinator", units.province]);
  await app.account("dong.nghiep", ["coordinator", units.province]);
  await app.account("can.bo", ["unit-officer", units.department]);
  [coordinator, colleague, officer] = (await Promise.all(
    ["dieu.phoi", "dong.nghiep", "can.bo"].map((login) => app.signedIn(login)),
  )) as [Person, Person, Person];
});
afterAll(() => app.close());

function send(person: Person, name: string, bytes: Buffer): Promise<Answered> {
  const form = formOf(name, bytes);
  return ask(app, {
    method: "POST",
    url: "/api/v1/set-imports",
    headers: { ...form.headers, cookie: person.cookie, "x-csrf-token": person.csrfToken },
    payload: form.payload,
  });
}

describe("bringing a document", () => {
  it("is the coordinator's: others neither bring nor see one, whatever its address", async () => {
    expect((await send(officer, "quyet-dinh.txt", document)).body.code).toBe("forbidden");
    const made = await send(coordinator, "quyet-dinh.txt", document);
    expect(made.status).toBe(201);
    for (const path of ["", "/content"])
      expect((await officer.get(`/set-imports/${made.body.id}${path}`)).body.code).toBe("forbidden");
    const nobody = "00000000-0000-4000-8000-000000000000";
    expect((await officer.get(`/set-imports/${nobody}`)).body.code).toBe("forbidden");
    expect((await coordinator.get(`/set-imports/${nobody}`)).status).toBe(404);
  });

  it.each([
    ["rong.txt", Buffer.alloc(0)],
    ["cu.doc", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
    ["hong.docx", Buffer.from("PK\u0003\u0004 không phải gói nén")],
    ["anh.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
  ])("%s is refused with the reason and what to do, and nothing is kept", async (name, bytes) => {
    const before = (await coordinator.get("/set-imports")).body.items.length;
    const sent = await send(coordinator, name, bytes);
    expect(sent.body).toMatchObject({ code: "upload-refused", detail: expect.stringMatching(/.{20}/) });
    expect((await coordinator.get("/set-imports")).body.items).toHaveLength(before);
  });

  it("says so where there is no table of indicators", async () => {
    const letter = Buffer.from("Kính gửi các sở, ban, ngành.\nĐề nghị báo cáo trước ngày 15.\n");
    const sent = await send(coordinator, "cong-van.txt", letter);
    expect(sent.body).toMatchObject({ code: "content-refused", detail: expect.stringMatching(/.{20}/) });
  });

  it("is refused above the limit of uploads", async () => {
    const sent = await send(coordinator, "lon.txt", Buffer.alloc(1_100_000, "a"));
    expect(sent.body.code).toBe("upload-too-large");
  });
});

describe("a reading", () => {
  let id: string;

  beforeAll(async () => {
    id = (await send(coordinator, "quyet-dinh.txt", document)).body.id;
  });

  it("is told in the list with its counts, and goes on another day, for a colleague too", async () => {
    const { items } = (await colleague.get("/set-imports")).body;
    const head = items.find((one: { id: string }) => one.id === id);
    expect(head).toMatchObject({
      name: "quyet-dinh.txt",
      format: "text",
      by: { name: "dieu.phoi" },
      drafts: [],
      lockVersion: 1,
    });
    const [set] = head.sets;
    expect(set.indicators).toBe(4);
    expect(set.certain + set.doubtful + set.unread).toBe(4);
  });

  it("keeps the decision's own text beside what was read of it", async () => {
    const { sets } = (await coordinator.get(`/set-imports/${id}/content`)).body;
    const row = sets[0].rows.find(({ name }: { name: string }) => name === "1.1");
    expect(row.text).toContain("Điểm=Tỷ lệ*Điểm tối đa");
    expect(row.status).toBe("certain");
    const pieces = row.pieces.map(({ start, end }: { start: number; end: number }) =>
      row.text.slice(start, end),
    );
    expect(pieces.join("")).toBe(row.text);
    expect(row.place.vi).toMatch(/^Dòng \d+/);
  });

  it("keeps decisions one by one; a correction outside of the rules language is refused by its place", async () => {
    const url = `/set-imports/${id}/decisions`;
    const accepted = { verdict: "accepted", change: null };
    const first = await coordinator.send("PUT", url, { set: 0, indicators: { "1.1": accepted } }, match(1));
    expect(first.body.lockVersion).toBe(2);
    expect((await colleague.send("PUT", url, { set: 0, indicators: {} }, match(1))).body).toMatchObject({
      code: "changed-meanwhile",
    });
    const change = {
      title: "Chỉ số",
      max: "10",
      rule: { proportional: { of: "a/b" } },
      inputs: [{ id: "a", label: "Số a", kind: "count" }],
      exceptions: [],
      not_applicable: null,
    };
    const bad = { ...change, rule: { proportional: { off: "a/b" } } };
    const refused = await coordinator.send(
      "PUT",
      url,
      { set: 0, indicators: { "1.2": { verdict: "corrected", change: bad } } },
      match(2),
    );
    expect(refused.body).toMatchObject({ code: "content-refused", detail: expect.stringContaining("1.2") });
    await coordinator.send(
      "PUT",
      url,
      { set: 0, indicators: { "1.2": { verdict: "corrected", change } } },
      match(2),
    );
    const back = await coordinator.send("PUT", url, { set: 0, indicators: { "1.1": null } }, match(3));
    expect(back.body.decisions).toEqual([
      { head: null, indicators: { "1.2": { verdict: "corrected", change } } },
    ]);
    expect((await coordinator.send("PUT", url, { set: 7, indicators: {} }, match(4))).status).toBe(404);
  });

  it("becomes a draft that the pages of sets go on with; one that does not load is refused line by line", async () => {
    const url = `/set-imports/${id}/drafts`;
    const [{ set }] = (await coordinator.get(`/set-imports/${id}/content`)).body.sets;
    const broken = {
      ...set,
      indicators: [{ code: "1", title: "A", max: 1, rule: { proportional: { of: "x" } } }],
    };
    const refused = await coordinator.send("POST", url, { set: 0, source: broken, cases: false }, match(4));
    expect(refused.body).toMatchObject({ code: "set-has-errors", problems: [{ line: expect.any(Number) }] });
    const source = { ...set, id: "bo-tu-van-ban" };
    const draft = await coordinator.send("POST", url, { set: 0, source, cases: true }, match(4));
    expect(draft.status).toBe(201);
    expect(draft.body).toEqual({ id: "bo-tu-van-ban", version: set.version });
    const kept = await coordinator.get(`/sets/bo-tu-van-ban/versions/${set.version}`);
    expect(kept.body).toMatchObject({ status: "draft", indicatorCount: 4 });
    const { drafts } = (await coordinator.get(`/set-imports/${id}`)).body;
    expect(drafts).toEqual([{ set: 0, id: "bo-tu-van-ban", version: set.version }]);
  });

  it("is thrown away on the version that was seen; its drafts stay", async () => {
    expect((await coordinator.send("DELETE", `/set-imports/${id}`, undefined, match(1))).status).toBe(412);
    expect((await coordinator.send("DELETE", `/set-imports/${id}`, undefined, match(5))).status).toBe(204);
    expect((await coordinator.get(`/set-imports/${id}`)).status).toBe(404);
    expect((await coordinator.get("/sets")).body.items.map((one: { id: string }) => one.id)).toContain(
      "bo-tu-van-ban",
    );
  });
});

describe("a set that was exported", () => {
  it("comes back as the same set, from the workbook and from YAML", async () => {
    const { body } = await send(coordinator, "quyet-dinh.txt", document);
    const [{ set }] = (await coordinator.get(`/set-imports/${body.id}/content`)).body.sets;
    const source = { ...set, id: "bo-di-ve" };
    await coordinator.send(
      "POST",
      `/set-imports/${body.id}/drafts`,
      { set: 0, source, cases: false },
      match(1),
    );
    const place = `/api/v1/sets/bo-di-ve/versions/${set.version}`;
    const { cookie } = coordinator;
    const whole = (await coordinator.get(`/sets/bo-di-ve/versions/${set.version}/content`)).body;
    for (const [form, name] of [
      ["workbook", "bo.xlsx"],
      ["source", "bo.yaml"],
    ]) {
      const file = await app.server.inject({
        url: `${place}/${form}`,
        headers: { host: "localhost", cookie },
      });
      const back = await send(coordinator, name ?? "", file.rawPayload);
      expect(back.status, name).toBe(201);
      const read = (await coordinator.get(`/set-imports/${back.body.id}/content`)).body.sets[0].set;
      expect(comparable(read)).toEqual(comparable(whole));
    }
  });
});

/** Numbers as they are written: a workbook does not tell 10 from "10". */
const comparable = (set: unknown): unknown =>
  JSON.parse(JSON.stringify(set, (_, value: unknown) => (typeof value === "number" ? String(value) : value)));
