/** Results as files: read by spreadsheets, and never run by them. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { csvLine } from "../../src/features/results/csv.js";

import { type Person, type RunningApp, startApp } from "../running/app.js";
import { insertCampaign, insertRun, type PlannedUnit } from "../running/results.js";
import { type SmallProvince, smallProvince } from "../running/units.js";
import { worksheets } from "../running/workbook.js";

let app: RunningApp;
let units: SmallProvince;
let campaign: string;
let coordinator: Person;
let officer: Person;

const FORMULAS = [`=HYPERLINK("http://x.example","Sở")`, "@SUM(A1)", "+84 Xã", "-1+1", "\tTab"];

const planned = (): PlannedUnit[] => [
  {
    unitId: units.department,
    name: FORMULAS[0] ?? "",
    declared: { staff: 20, documents: [60, 100], trained: 12, activities: 3, planned: true },
  },
  {
    unitId: units.other,
    name: 'Sở "Hai", phòng\nA',
    declared: { staff: 10, documents: null, trained: 5, activities: 5, planned: true },
  },
];

beforeAll(async () => {
  app = await startApp();
  units = await smallProvince(app.db);
  campaign = await insertCampaign(app, 2026, 2, planned());
  await insertRun(app, campaign, planned());
  await app.account("dieu.phoi", ["coordinator", units.province]);
  coordinator = await app.signedIn("dieu.phoi");
  await app.account("can.bo", ["unit-officer", units.department]);
  officer = await app.signedIn("can.bo");
});
afterAll(() => app.close());

const bytes = async (url: string, person?: Person): Promise<Buffer> => {
  const answer = await app.server.inject({
    url: `/api/v1${url}`,
    headers: { "accept-encoding": "gzip", ...(person === undefined ? {} : { cookie: person.cookie }) },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["content-disposition"]).toMatch(
    /^attachment; filename="opendti-2026-[0-9a-f]{8}\.(csv|json|xlsx)"$/,
  );
  return gunzipSync(answer.rawPayload);
};

it("writes CSV that spreadsheets read as UTF-8, with every indicator, and no text that is a formula", async () => {
  const text = (await bytes(`/campaigns/${campaign}/results.csv`, coordinator)).toString("utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [header, ...lines] = text.slice(1).split("\r\n");
  expect(header).toBe(
    "Nhóm xếp hạng,Hạng,Đơn vị,Tổng điểm,Điểm tối đa,Tự đánh giá,1 Nhận thức số,1.1 Văn bản điện tử,1.2 Tỷ lệ công chức được tập huấn,2 Hoạt động,2.1 Hoạt động trong năm,2.2 Có kế hoạch,Mã định danh",
  );
  expect(lines[0]).toBe(
    `"Sở, ban, ngành",1,"'=HYPERLINK(""http://x.example"",""Sở"")",28.5,35,24.5,17.5,7.5,10,11,6,5,${units.department}`,
  );
  expect(lines[1]).toContain('"Sở ""Hai"", phòng\nA"');
});

it("takes every text that a spreadsheet would run for a text, and leaves numbers alone", () => {
  expect(csvLine([...FORMULAS, "-5", "0.25", null, "Sở Một"])).toBe(
    `"'=HYPERLINK(""http://x.example"",""Sở"")",'@SUM(A1),'+84 Xã,'-1+1,'\tTab,-5,0.25,,Sở Một\r\n`,
  );
});

it("writes XLSX whose numbers are numbers and whose names are texts", async () => {
  const [sheet] = await worksheets(await bytes(`/campaigns/${campaign}/results.xlsx`, coordinator));
  const row = sheet?.getRow(2);
  expect(row?.getCell(3).value).toBe(FORMULAS[0]);
  expect(row?.getCell(3).formula).toBeUndefined();
  expect(row?.getCell(4).value).toBe(28.5);
  expect(sheet?.getRow(1).getCell(4).value).toBe("Tổng điểm");
});

it("gives programs the set, the indicators and the points as decimals in text", async () => {
  const open = JSON.parse((await bytes(`/public/campaigns/${campaign}/results.json`)).toString("utf8"));
  expect(open.campaign).toEqual({ id: campaign, name: "Đánh giá 2026", year: 2026 });
  expect(open.indicators).toHaveLength(6);
  expect(open.units[0].scores).toEqual({
    "1": "17.5",
    "1.1": "7.5",
    "1.2": "10",
    "2": "11",
    "2.1": "6",
    "2.2": "5",
  });
  expect(open.run.publishedAt).toBe(app.clock.now.toISOString());
});

it("keeps what units scored themselves from the public and from other units", async () => {
  for (const url of [`/public/campaigns/${campaign}/results.csv`, `/campaigns/${campaign}/results.csv`])
    expect((await bytes(url, officer)).toString("utf8")).not.toContain("Tự đánh giá");
  for (const url of [`/public/campaigns/${campaign}/results.json`, `/campaigns/${campaign}/results.json`])
    expect((await bytes(url, officer)).toString("utf8")).not.toContain("declared");
  expect((await bytes(`/campaigns/${campaign}/results.json`, coordinator)).toString("utf8")).toContain(
    "declaredTotal",
  );
});
