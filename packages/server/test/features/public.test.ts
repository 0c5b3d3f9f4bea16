/** What everybody may read: as data, and as pages; and that nothing else gets out. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, type RunningApp, startApp } from "../running/app.js";
import { insertCampaign, insertRun, type PlannedUnit, withdraw } from "../running/results.js";
import { type SmallProvince, smallProvince } from "../running/units.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: string;
let open: string;

/** A unit whose name would be a script, if anybody let it. */
const EVIL = `<script>alert("x")</script> & 'Sở' "Hai"`;

const planned = (): PlannedUnit[] => [
  {
    unitId: units.department,
    name: "Sở Một",
    declared: { staff: 20, documents: [60, 100], trained: 12, activities: 3, planned: true },
  },
  {
    unitId: units.other,
    name: EVIL,
    declared: { staff: 10, documents: [90, 100], trained: 5, activities: 5, planned: true },
    adjustments: [{ code: "2.1", inputs: { value: "4" }, points: null }],
  },
  { unitId: units.commune, name: "Xã Một", group: null, declared: null },
];

const get = (url: string, headers: Record<string, string> = {}) => ask(app, { url, headers });
const data = (path: string) => get(`/api/v1/public${path}`);
const page = (path: string) => get(`/cong-bo${path}`);

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await insertCampaign(app, 2026, 2, planned());
  await insertRun(app, campaign, planned());
  // Another campaign whose results are approved, not published; its unit bears a name seen nowhere else.
  const secret = planned().map((unit) => ({ ...unit, name: `Chưa công bố ${unit.name}` }));
  open = await insertCampaign(app, 2027, 2, secret, "Đợt chưa công bố");
  await insertRun(app, open, secret, "approved");
});
afterAll(() => app.close());

describe("open data", () => {
  it("lists the campaigns with published results, and those alone", async () => {
    const { status, body } = await data("/campaigns");
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        id: campaign,
        name: "Đánh giá 2026",
        year: 2026,
        setTitle: "Bộ chỉ số thử <2>",
        publishedAt: app.clock.now.toISOString(),
        units: 3,
      },
    ]);
  });

  it("gives the ranking without what led to it", async () => {
    const { body, headers } = await data(`/campaigns/${campaign}`);
    expect(headers["cache-control"]).toBe("public, no-cache");
    expect(body.items.map(({ unit, rank }: Record<string, { name: string }>) => [unit?.name, rank])).toEqual([
      [EVIL, 1],
      ["Sở Một", 2],
      ["Xã Một", 1],
    ]);
    expect(Object.keys(body.items[0]).sort()).toEqual(
      ["before", "group", "level", "max", "of", "pillars", "rank", "submitted", "total", "unit"].sort(),
    );
    expect(JSON.stringify(body)).not.toMatch(/declared|assessment|hash|account|why/i);
  });

  it("finds units by words of their names, with or without marks", async () => {
    const names = async (q: string) =>
      (await data(`/campaigns/${campaign}?q=${encodeURIComponent(q)}`)).body.items.map(
        ({ unit }: { unit: { name: string } }) => unit.name,
      );
    expect(await names("so mot")).toEqual(["Sở Một"]);
    expect(await names("Xã")).toEqual(["Xã Một"]);
    expect(await names("không có")).toEqual([]);
  });

  it("gives a unit's points beside its group's", async () => {
    const { body } = await data(`/campaigns/${campaign}/units/${units.department}`);
    expect(body).toMatchObject({ rank: 2, of: 2, total: "28.5", groupName: "Sở, ban, ngành" });
    expect(body.indicators.find(({ code }: { code: string }) => code === "1.2")).toEqual({
      code: "1.2",
      printed: "1.2",
      title: "Tỷ lệ công chức được tập huấn",
      parent: "1",
      depth: 1,
      leaf: true,
      bonus: false,
      max: "10",
      score: "10",
      status: "scored",
      groupBest: "10",
      groupMedian: "9.165",
    });
    expect(JSON.stringify(body)).not.toMatch(/declared|assessment|hash|account|why|bridge/i);
  });
});

describe("what is not published", () => {
  const paths = () => [
    `/campaigns/${open}`,
    `/campaigns/${open}/units/${units.department}`,
    `/campaigns/${open}/results.csv`,
    `/campaigns/${open}/results.json`,
    `/campaigns/${open}/results.xlsx`,
  ];

  it("is not found, as if it were not there", async () => {
    const never = "00000000-0000-4000-8000-000000000000";
    for (const path of paths()) {
      const answer = await data(path);
      const nothing = await data(path.replace(open, never));
      expect([path, answer.status, answer.body.code]).toEqual([path, 404, "not-found"]);
      expect({ ...answer.body, instance: "" }).toEqual({ ...nothing.body, instance: "" });
    }
    for (const path of [`/${open}`, `/${open}/${units.department}`, "/khong-phai-ma", `/${open}/x`]) {
      const answer = await page(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(answer.body).toBe((await page(`/${never}`)).body);
    }
  });

  it("shows no name and no figure anywhere else", async () => {
    const everything = [
      ...(await Promise.all(["", `/${campaign}`, `/${campaign}/${units.department}`].map(page))),
      ...(await Promise.all(["/campaigns", `/campaigns/${campaign}`].map(data))),
    ];
    for (const { body } of everything) expect(JSON.stringify(body)).not.toMatch(/chưa công bố/i);
  });

  it("is gone at the next request once it is withdrawn", async () => {
    const again = await insertCampaign(app, 2028, 2, planned(), "Đợt thu hồi");
    const run = await insertRun(app, again, planned());
    expect((await data(`/campaigns/${again}`)).status).toBe(200);
    expect((await page(`/${again}/${units.department}`)).status).toBe(200);
    const { headers } = await page(`/${again}`);
    await withdraw(app, run);
    expect((await data(`/campaigns/${again}`)).status).toBe(404);
    expect((await data(`/campaigns/${again}/results.csv`)).status).toBe(404);
    expect((await page(`/${again}/${units.department}`)).status).toBe(404);
    const held = await get(`/cong-bo/${again}`, { "if-none-match": String(headers.etag) });
    expect(held.status).toBe(404);
    expect((await page("")).body).not.toContain("Đợt thu hồi");
  });
});

describe("the pages", () => {
  it("say what is published, in Vietnamese unless English is asked for", async () => {
    const { body, headers } = await page("");
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(body).toContain('<html lang="vi">');
    expect(body).toContain("Đánh giá 2026");
    const english = (await page("?lang=en")).body;
    expect(english).toContain('<html lang="en">');
    expect(english).toContain("Published assessments");
    expect(english).toContain(`/cong-bo/${campaign}?lang=en`);
  });

  it("rank units without a script, with numbers as Vietnam writes them", async () => {
    const { body } = await page(`/${campaign}`);
    expect(body).not.toContain("<script");
    expect(body).toContain("31,33");
    expect(body).toContain("Không nộp phiếu");
    expect(body).toContain(`/api/v1/public/campaigns/${campaign}/results.csv`);
    expect(Buffer.byteLength(body)).toBeLessThan(50_000);
  });

  it("take nothing that a unit or a person wrote for HTML", async () => {
    const search = encodeURIComponent('"><img src=x onerror=alert(1)>');
    for (const path of [`/${campaign}`, `/${campaign}/${units.other}`, `/${campaign}?q=${search}`]) {
      const { body } = await page(path);
      expect(body).not.toContain("<script>");
      expect(body).not.toContain("<img");
    }
    const { body } = await page(`/${campaign}/${units.other}`);
    expect(body).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;Sở&#39;");
    expect((await page(`/${campaign}?q=${search}`)).body).toContain(
      'value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"',
    );
  });

  it("let the browser run nothing and load nothing from elsewhere", async () => {
    const { headers } = await page(`/${campaign}`);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe-inline/);
    const { body } = await page("");
    const [, style = ""] = /<link rel="stylesheet" href="([^"]+)">/.exec(body) ?? [];
    const sheet = await get(style);
    expect([sheet.status, sheet.headers["cache-control"]]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
  });

  it("find a unit by a form, and say so when there is none", async () => {
    const { body } = await page(`/${campaign}?q=so+mot`);
    expect(body).toContain("1 đơn vị có tên chứa “so mot”.");
    expect(body).not.toContain("Xã Một");
    expect((await page(`/${campaign}?q=zzz`)).body).toContain("Không có đơn vị nào khớp");
  });

  it("keep to a group, and turn the page", async () => {
    expect((await page(`/${campaign}?group=-`)).body).not.toContain("Sở Một");
    expect((await page(`/${campaign}?trang=2`)).status).toBe(404);
    expect((await page(`/${campaign}?trang=khong`)).status).toBe(200);
  });

  it("show a unit's place, its pillars and every indicator", async () => {
    const { body } = await page(`/${campaign}/${units.department}`);
    for (const text of ["Sở Một", "28,5", "Nhận thức số", "Tỷ lệ công chức được tập huấn", "Cao nhất nhóm"])
      expect(body).toContain(text);
  });

  it("are told in a word when the browser holds them", async () => {
    const { headers } = await page(`/${campaign}`);
    const again = await get(`/cong-bo/${campaign}`, { "if-none-match": String(headers.etag) });
    expect([again.status, again.body]).toEqual([304, ""]);
  });
});
