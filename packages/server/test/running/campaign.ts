/** An open campaign of a small province on the real Quảng Ngãi set, asked for through the interface. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Person, RunningApp } from "./app.js";
import type { SmallProvince } from "./units.js";

const folder = new URL("../../../../sets/quang-ngai-so-nganh-2022/", import.meta.url);
const SET_ID = "quang-ngai-so-nganh-2022";
export const setSource = readFileSync(new URL("set.yaml", folder), "utf8");

/** The declared data of the real unit: what gives 451,26. */
export const realUnit = (
  parse(readFileSync(new URL("cases/ban-dan-toc-2022.yaml", folder), "utf8")) as {
    units: [{ profile: Record<string, unknown>; answers: Record<string, Record<string, unknown>> }];
  }
).units[0];

export interface OpenCampaign {
  readonly id: string;
  readonly coordinator: Person;
  /** Assessment of each unit, by the unit's id. */
  readonly assessments: Readonly<Record<string, string>>;
}

/** Publishes the set, plans a campaign of both departments due on 30 November, and opens it. */
export async function openCampaign(app: RunningApp, units: SmallProvince): Promise<OpenCampaign> {
  await app.account("dieu.phoi", ["coordinator", units.province]);
  const coordinator = await app.signedIn("dieu.phoi");
  const draft = await coordinator.send("POST", "/sets", { source: setSource });
  await coordinator.send("POST", `/sets/${SET_ID}/versions/1/publish`, undefined, {
    "if-match": String(draft.headers.etag),
  });
  return { coordinator, ...(await anotherCampaign(coordinator, units)) };
}

/** One more campaign of both departments on the same set, open. */
export async function anotherCampaign(
  coordinator: Person,
  units: SmallProvince,
): Promise<Omit<OpenCampaign, "coordinator">> {
  const planned = await coordinator.send("POST", "/campaigns", {
    name: "Đánh giá chuyển đổi số 2026",
    year: 2026,
    setId: SET_ID,
    setVersion: 1,
    stages: [{ stage: "declare", opensAt: null, dueAt: "2026-11-30T10:00:00Z" }],
    groups: [{ code: "so-nganh", name: "Sở, ban, ngành" }],
    units: [
      { unitId: units.department, group: "so-nganh" },
      { unitId: units.other, group: "so-nganh" },
    ],
  });
  const id = String(planned.body.id);
  const opened = await coordinator.send("POST", `/campaigns/${id}/open`, undefined, { "if-match": '"1"' });
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.body));
  const { body } = await coordinator.get(`/campaigns/${id}/progress`);
  const items = body.items as { assessmentId: string; unit: { id: string } }[];
  return {
    id,
    assessments: Object.fromEntries(items.map(({ assessmentId, unit }) => [unit.id, assessmentId])),
  };
}

/** Declares all of the real unit's data, field by field, as its form would. */
export async function declareRealUnit(person: Person, assessmentId: string): Promise<void> {
  const fields = [
    ...Object.entries(realUnit.profile).map(([input, value]) => ["profile", input, value] as const),
    ...Object.entries(realUnit.answers).flatMap(([code, inputs]) =>
      Object.entries(inputs).map(([input, value]) => [code, input, value] as const),
    ),
  ];
  for (const [code, input, value] of fields) {
    const saved = await person.send(
      "PUT",
      `/assessments/${assessmentId}/answers/${code}/${input}`,
      { value },
      {
        "if-match": '"0"',
      },
    );
    if (saved.status !== 200) throw new Error(`${code}/${input}: ${JSON.stringify(saved.body)}`);
  }
}
