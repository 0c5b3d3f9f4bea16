import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldedText } from "../../src/database/folded-text.js";
import { type Person, type RunningApp, startApp } from "../running/app.js";
import { type Appraising, acting, appraising, assign, inQuery, judge } from "../running/appraising.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let at: Appraising;
/** Scored indicators of the set, and those of pillar 2.1. */
let leaves: number;
const FIRST_PILLAR = 4;

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  at = await appraising(app, units);
  leaves = (await at.coordinator.get(`/assessments/${at.own}/appraisal`)).body.progress.total;
}, 60_000);
afterAll(() => app.close());

interface Item {
  readonly assessmentId: string;
  readonly code: string;
  readonly title: string;
  readonly unit: { readonly name: string };
  readonly stake: string;
  readonly declared: string;
  readonly version: number;
}

const queue = async (person: Person, query = "") =>
  (await person.get(`/campaigns/${at.campaign.id}/queue?${query}`)).body;
const codes = (body: { items: Item[] }) => body.items.map(({ code, unit }) => `${unit.name} ${code}`);
const minute = async () => {
  app.clock.now = new Date(app.clock.now.getTime() + 60_000);
};

/** All pages of the queue. */
async function whole(person: Person, query: string, limit = 7): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const body = await queue(person, `${query}&limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`);
    items.push(...body.items);
    cursor = body.next;
  }
  return items;
}

describe("the queue", () => {
  it("holds what is the asker's to appraise: an appraiser's scopes, or all", async () => {
    expect((await queue(at.coordinator)).counts).toMatchObject({ all: 2 * leaves, unjudged: 2 * leaves });
    expect((await queue(at.observer)).counts.all).toBe(2 * leaves);
    expect((await queue(at.specialist)).counts.all).toBe(2 * FIRST_PILLAR);
    expect((await queue(at.otherSpecialist)).counts.all).toBe(leaves);
    const all = await whole(at.otherSpecialist, "by=unit");
    expect(new Set(all.map(({ unit }) => unit.name))).toEqual(new Set(["Sở Hai"]));
    for (const person of [at.head, at.office, at.roomOfficer])
      expect((await person.get(`/campaigns/${at.campaign.id}/queue`)).status).toBe(403);
  });

  it("leaves out the unit in which an appraiser works itself", async () => {
    const id = await app.account("kiem.nhiem", ["appraiser", units.province], ["unit-officer", units.room]);
    const both = await app.signedIn("kiem.nhiem");
    await assign(at.coordinator, at.campaign.id, [
      { accountId: at.accounts["chuyen.vien"] ?? "", code: "2.1", unitId: null },
      { accountId: at.accounts["chuyen.vien.hai"] ?? "", code: null, unitId: units.other },
      { accountId: id, code: null, unitId: null },
    ]);
    expect((await queue(both)).counts.all).toBe(leaves);
    await app.db.deleteFrom("appraiser_scope").where("account_id", "=", id).execute();
  });

  it("stands by unit, or by one indicator across all units", async () => {
    expect(codes(await queue(at.specialist, "by=unit")).slice(0, 5)).toEqual([
      "Sở Hai 2.1.1",
      "Sở Hai 2.1.2",
      "Sở Hai 2.1.3",
      "Sở Hai 2.1.4",
      "Sở Một 2.1.1",
    ]);
    expect(codes(await queue(at.specialist, "by=indicator")).slice(0, 3)).toEqual([
      "Sở Hai 2.1.1",
      "Sở Một 2.1.1",
      "Sở Hai 2.1.2",
    ]);
    expect(codes(await queue(at.coordinator, "by=indicator&code=2.1.3"))).toEqual([
      "Sở Hai 2.1.3",
      "Sở Một 2.1.3",
    ]);
    const body = await queue(at.coordinator, `by=unit&unit=${units.other}&code=2.1`);
    expect(codes(body)).toEqual(["Sở Hai 2.1.1", "Sở Hai 2.1.2", "Sở Hai 2.1.3", "Sở Hai 2.1.4"]);
    expect(body.items[2]).toMatchObject({
      max: "10",
      declared: "9.56",
      appraised: null,
      verdict: null,
      stake: "9.56",
      checks: 1,
      evidence: 0,
      group: { code: "so-nganh", name: "Sở, ban, ngành" },
      values: [
        { input: "a", declared: "22" },
        { input: "b", declared: "23" },
      ],
      query: null,
    });
    expect((await queue(at.coordinator, "code=khong-co")).counts.all).toBe(0);
    expect((await queue(at.coordinator, "group=khac")).counts.all).toBe(0);
  });

  it("finds words in the code, the title or the unit's name, with or without marks, among all there is", async () => {
    const asking = (words: string) => `q=${encodeURIComponent(words)}`;
    const everything = await whole(at.coordinator, "by=unit", 50);
    const expected = (...words: readonly string[]) =>
      everything.filter(({ code, title, unit }) =>
        words.every((word) => foldedText(`${code} ${title} ${unit.name}`).includes(word)),
      );
    for (const [typed, words] of [
      ["so hai", ["so", "hai"]],
      ["  VĂN bản  chỉ đạo", ["van", "ban", "chi", "dao"]],
      ["2.1.3 Sở Hai", ["2.1.3", "so", "hai"]],
    ] as const) {
      const found = await whole(at.coordinator, `by=unit&${asking(typed)}`);
      expect(found).toEqual(expected(...words));
      expect(found.length).toBeGreaterThan(0);
      expect((await queue(at.coordinator, asking(typed))).counts.all).toBe(found.length);
    }
    expect(expected("2.1.3", "so", "hai")).toHaveLength(1);
    for (const typed of ["không có từ này", "%", "_"])
      expect((await queue(at.coordinator, asking(typed))).counts.all).toBe(expected(typed).length);
    expect((await queue(at.specialist, asking("2.2.1"))).counts.all).toBe(0);
  });

  it.each(["stake", "unit", "code", "declared"])(
    "goes through everything once when sorted by %s",
    async (sort) => {
      const items = await whole(at.coordinator, `sort=${sort}`);
      expect(new Set(items.map(({ assessmentId, code }) => `${assessmentId} ${code}`)).size).toBe(2 * leaves);
      expect(items).toHaveLength(2 * leaves);
      if (sort === "stake" || sort === "declared") {
        const numbers = items.map((item) => Number(item[sort]));
        expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
      }
    },
  );

  it("filters, and counts what each filter shows", async () => {
    await judge(at.specialist, at.own, "2.1.1", 0, { verdict: "agreed" });
    await judge(at.specialist, at.own, "2.1.3", 0, { verdict: "adjusted", inputs: { a: "20" }, reason: "x" });
    const asked = await at.specialist.send("POST", `/assessments/${at.own}/queries`, {
      code: "2.1.4",
      body: "?",
      dueAt: "2026-11-29T10:00:00Z",
    });
    const body = await queue(at.specialist, "filter=disagreeing");
    expect(body.counts).toMatchObject({
      all: 8,
      unjudged: 6,
      disagreeing: 1,
      queried: 1,
      overdue: 0,
      stale: 0,
      changed: 0,
    });
    expect(body.items).toMatchObject([{ code: "2.1.3", appraised: "8.7", verdict: "adjusted", version: 1 }]);
    expect(codes(await queue(at.specialist, `filter=unjudged&unit=${units.department}`))).toEqual([
      "Sở Một 2.1.2",
      "Sở Một 2.1.4",
    ]);
    const queried = await queue(at.specialist, "filter=queried");
    expect(queried.items).toMatchObject([{ code: "2.1.4", query: { id: asked.body.id, state: "open" } }]);
    const failed = await queue(at.specialist, "filter=failed-checks");
    expect(failed.items.every(({ checks }: { checks: number }) => checks > 0)).toBe(true);
    expect(failed.items).toHaveLength(failed.counts.failedChecks);
  });

  it("tells what has changed since one looked, unless one changed it oneself", async () => {
    expect((await at.head.send("POST", `/assessments/${at.own}/look`)).status).toBe(403);
    expect((await at.specialist.send("POST", `/assessments/${at.own}/look`)).status).toBe(204);
    expect((await queue(at.specialist)).counts.changed).toBe(0);
    await minute();
    await judge(at.specialist, at.own, "2.1.2", 0, { verdict: "agreed" });
    expect((await queue(at.specialist)).counts.changed).toBe(0);
    await judge(at.coordinator, at.own, "2.1.2", 1, { verdict: null });
    const { items } = await queue(at.specialist, "filter=queried");
    await inQuery(at.office, "POST", items[0].query.id, "/messages", { body: "12 bài", done: true });
    expect(codes(await queue(at.specialist, "filter=changed"))).toEqual(["Sở Một 2.1.2", "Sở Một 2.1.4"]);
    await at.specialist.send("POST", `/assessments/${at.own}/look`);
    expect((await queue(at.specialist)).counts.changed).toBe(0);
  });

  it("loses what goes back to its unit, and tells what was judged before it came again", async () => {
    await acting(at.coordinator, at.own, "return", { reason: "Kê khai lại" });
    expect((await queue(at.coordinator)).counts.all).toBe(leaves);
    await at.head.send(
      "PUT",
      `/assessments/${at.own}/answers/2.1.3/a`,
      { value: "21" },
      { "if-match": '"1"' },
    );
    await minute();
    await acting(at.head, at.own, "submit");
    expect((await queue(at.coordinator)).counts).toMatchObject({ all: 2 * leaves, stale: 1 });
    expect((await queue(at.specialist, "filter=stale")).items).toMatchObject([
      { code: "2.1.3", declared: "9.13", verdict: "adjusted", stale: true, changed: true },
    ]);
    // Only what was declared otherwise has changed.
    expect(codes(await queue(at.specialist, "filter=changed"))).toEqual(["Sở Một 2.1.3"]);
  });

  it("is made anew where it is missing, the same", async () => {
    const before = await whole(at.coordinator, "sort=code", 200);
    await app.db.deleteFrom("indicator_score").execute();
    const after = await whole(at.coordinator, "sort=code", 200);
    const plain = (items: Item[]) => items.map((item) => ({ ...item, changed: false }));
    expect(plain(after)).toEqual(plain(before));
  });

  it("counts by unit, by indicator and by appraiser", async () => {
    const { body } = await at.coordinator.get(`/campaigns/${at.campaign.id}/queue/summary`);
    expect(body.units).toMatchObject([
      { unit: { name: "Sở Hai" }, state: "submitted", judged: 0, total: leaves },
      { unit: { name: "Sở Một" }, judged: 1, total: leaves, openQueries: 1 },
    ]);
    expect(body.indicators).toHaveLength(leaves);
    expect(body.indicators[0]).toMatchObject({
      code: "2.1.1",
      pillar: "2.1",
      judged: 1,
      total: 2,
      disagreeing: 0,
    });
    expect(body.appraisers).toMatchObject([
      { account: { displayName: "chuyen.vien" }, judged: 1, total: 2 * FIRST_PILLAR },
      { account: { displayName: "chuyen.vien.hai" }, judged: 0, total: leaves },
    ]);
  });
});

describe("who appraises what", () => {
  const url = () => `/campaigns/${at.campaign.id}/appraisers`;

  it("is said by the coordinator, and seen by those who oversee", async () => {
    const { body, headers } = await at.observer.get(url());
    expect(body.items).toMatchObject([
      {
        account: { displayName: "chuyen.vien" },
        code: "2.1",
        title: "Nhận thức số",
        unit: null,
        total: 8,
        done: 1,
      },
      { account: { displayName: "chuyen.vien.hai" }, code: null, unit: { name: "Sở Hai" }, total: leaves },
    ]);
    expect(body.candidates).toEqual([]);
    expect(body.unassigned).toHaveLength(leaves - FIRST_PILLAR);
    expect((await at.coordinator.get(url())).body.candidates).toHaveLength(3);
    const items = [{ accountId: at.accounts["chuyen.vien"], code: "2.1", unitId: null }];
    const sent = { "if-match": String(headers.etag) };
    for (const person of [at.specialist, at.observer, at.head])
      expect((await person.send("PUT", url(), { items }, sent)).status).toBe(403);
    expect((await at.head.get(url())).status).toBe(403);
    expect((await at.coordinator.send("PUT", url(), { items }, { "if-match": '"0"' })).status).toBe(412);
  });

  it("is refused where it does not fit", async () => {
    const put = async (item: object) => {
      const { headers } = await at.coordinator.get(url());
      const items = [{ accountId: at.accounts["chuyen.vien"], code: null, unitId: null, ...item }];
      return (await at.coordinator.send("PUT", url(), { items }, { "if-match": String(headers.etag) })).body
        .code;
    };
    expect(await put({ accountId: at.accounts["thu.truong"] })).toBe("content-refused");
    expect(await put({ code: "9.9" })).toBe("content-refused");
    expect(await put({ unitId: units.commune })).toBe("content-refused");
  });

  it("covers an indicator also unit by unit", async () => {
    const mine = at.accounts["chuyen.vien"] ?? "";
    const body = await assign(at.coordinator, at.campaign.id, [
      { accountId: mine, code: null, unitId: units.department },
      { accountId: mine, code: null, unitId: units.other },
      { accountId: mine, code: null, unitId: units.other },
    ]);
    expect(body.items).toHaveLength(2);
    expect(body.unassigned).toEqual([]);
    expect((await queue(at.specialist)).counts.all).toBe(2 * leaves);
    expect((await queue(at.otherSpecialist)).counts.all).toBe(0);
  });
});
