/** A campaign of several units on a small set with relative indicators, declared, submitted and appraised through the interface. */
import type { Person, RunningApp } from "./app.js";
import type { SmallProvince } from "./units.js";

const SET_ID = "bo-mau-xep-hang";
/** One of its indicators is a share of the best of the group, one lies between the worst and the best, one may be left out. */
export const rankedSet = `opendti: 1
id: ${SET_ID}
version: 1
status: draft
title: Bộ chỉ số mẫu có chỉ số tương đối
legal_basis: [{ issuer: UBND tỉnh, title: Quyết định mẫu }]
years: { from: 2024 }
applies_to: [so-nganh]
rounding: { ratio: exact, score: { digits: 2, mode: half-even }, sum: exact }
ranking: { on: rounded }
profile:
  - { id: people, label: Số người, kind: count, min: 1 }
indicators:
  - code: "1"
    title: Nhận thức
    max: 30
    children:
      - code: "1.1"
        title: Văn bản do người đứng đầu ký
        max: 10
        inputs:
          - { id: a, label: Văn bản do người đứng đầu ký, kind: count }
          - { id: b, label: Tổng số văn bản, kind: count, min: 1 }
        rule: { proportional: { of: a/b } }
        not_applicable: excluded
      - code: "1.2"
        title: Hồ sơ trực tuyến so với đơn vị cao nhất
        max: 20
        inputs: [{ id: a, label: Hồ sơ trực tuyến, kind: count }]
        rule: { relative: { of: a/people, to: best, provisional: { proportional: { of: a/people } } } }
  - code: "2"
    title: Hạ tầng
    max: 20
    children:
      - code: "2.1"
        title: Chi cho chuyển đổi số
        max: 15
        inputs: [{ id: value, label: Chi, kind: number }]
        rule: { relative: { of: value, to: range, provisional: { proportional: { of: value/100 } } } }
      - code: "2.2"
        title: Có trang thông tin điện tử
        max: 5
        inputs: [{ id: p1, label: Có trang, kind: yes_no }]
        rule: { choice: { of: p1 } }
`;

export interface RankedUnit {
  readonly id: string;
  readonly name: string;
  readonly assessment: string;
  /** Officer and head of it. */
  readonly people: Person;
}

export interface RankedCampaign {
  readonly id: string;
  readonly coordinator: Person;
  readonly approver: Person;
  readonly appraiser: Person;
  readonly observer: Person;
  readonly units: readonly RankedUnit[];
}

/** Fields by code and input. */
export type Fields = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What each unit of the campaign may declare: the first has the most files a person, the last spends the most. */
export const declarations: readonly Fields[] = [
  {
    profile: { people: "10" },
    "1.1": { a: "5", b: "10" },
    "1.2": { a: "8" },
    "2.1": { value: "10" },
    "2.2": { p1: true },
  },
  {
    profile: { people: "10" },
    "1.1": { a: "9", b: "10" },
    "1.2": { a: "4" },
    "2.1": { value: "40" },
    "2.2": { p1: true },
  },
  {
    profile: { people: "20" },
    "1.1": { a: "6", b: "9" },
    "1.2": { a: "6" },
    "2.1": { value: "70" },
    "2.2": { p1: false },
  },
  { profile: { people: "5" }, "1.1": { a: "1", b: "3" }, "1.2": { a: "1" }, "2.1": { value: "100" } },
];

/** Publishes the set, makes as many units as there are declarations, two groups, and opens the campaign. */
export async function rankedCampaign(app: RunningApp, province: SmallProvince): Promise<RankedCampaign> {
  const role = async (login: string, kind: "coordinator" | "approver" | "appraiser" | "observer") => {
    await app.account(login, [kind, province.province]);
    return app.signedIn(login);
  };
  const coordinator = await role("dieu.phoi.xh", "coordinator");
  const draft = await must(coordinator.send("POST", "/sets", { source: rankedSet }));
  await must(
    coordinator.send("POST", `/sets/${SET_ID}/versions/1/publish`, undefined, {
      "if-match": String(draft.headers.etag),
    }),
  );
  const ids: { id: string; name: string }[] = [];
  for (const place of declarations.keys()) {
    const name = `Đơn vị ${place + 1}`;
    const { id } = await app.db
      .insertInto("unit")
      .values({
        code: `don-vi-${place + 1}`,
        kind: "so-nganh",
        name,
        short_name: name,
        parent_id: province.province,
        valid_from: "2025-07-01",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.push({ id, name });
  }
  const planned = await must(
    coordinator.send("POST", "/campaigns", {
      name: "Đợt có chỉ số tương đối",
      year: 2026,
      setId: SET_ID,
      setVersion: 1,
      stages: [
        { stage: "declare", opensAt: null, dueAt: "2026-11-30T10:00:00Z" },
        { stage: "appraise", opensAt: null, dueAt: "2026-12-20T10:00:00Z" },
        { stage: "approve", opensAt: null, dueAt: "2026-12-30T10:00:00Z" },
      ],
      groups: [
        { code: "lon", name: "Nhóm lớn" },
        { code: "nho", name: "Nhóm nhỏ" },
      ],
      // The last one stands by itself.
      units: ids.map(({ id }, place) => ({ unitId: id, group: place === ids.length - 1 ? "nho" : "lon" })),
    }),
  );
  const id = String(planned.body.id);
  await must(coordinator.send("POST", `/campaigns/${id}/open`, undefined, { "if-match": '"1"' }));
  const { body } = await coordinator.get(`/campaigns/${id}/progress`);
  const assessments = new Map(
    (body.items as { assessmentId: string; unit: { id: string } }[]).map((one) => [
      one.unit.id,
      one.assessmentId,
    ]),
  );
  const units: RankedUnit[] = [];
  for (const [place, unit] of ids.entries()) {
    await app.account(`don.vi.${place}`, ["unit-officer", unit.id], ["unit-head", unit.id]);
    units.push({
      ...unit,
      assessment: assessments.get(unit.id) ?? "",
      people: await app.signedIn(`don.vi.${place}`),
    });
  }
  return {
    id,
    coordinator,
    approver: await role("phe.duyet.xh", "approver"),
    appraiser: await role("tham.dinh.xh", "appraiser"),
    observer: await role("quan.sat.xh", "observer"),
    units,
  };
}

/** Declares fields in an assessment, each on the version that is stored. */
export async function declare({ people, assessment }: RankedUnit, fields: Fields): Promise<void> {
  const { answers } = (await people.get(`/assessments/${assessment}`)).body as {
    answers: { code: string; input: string; version: number }[];
  };
  for (const [code, inputs] of Object.entries(fields))
    for (const [input, value] of Object.entries(inputs)) {
      const stored = answers.find((one) => one.code === code && one.input === input);
      await must(
        people.send(
          "PUT",
          `/assessments/${assessment}/answers/${code}/${input}`,
          { value },
          { "if-match": `"${stored?.version ?? 0}"` },
        ),
      );
    }
}

/** Takes an assessment one step on, on the version that is stored. */
export async function step(
  person: Person,
  assessment: string,
  action: "submit" | "return" | "finish",
  body?: unknown,
): Promise<void> {
  const { version, revision } = (await person.get(`/assessments/${assessment}`)).body;
  await must(
    person.send("POST", `/assessments/${assessment}/${action}`, body ?? { revision }, {
      "if-match": `"${version}"`,
    }),
  );
}

/** An answer that has to be a good one. */
export async function must<T extends { status: number; body: unknown }>(asked: Promise<T>): Promise<T> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
