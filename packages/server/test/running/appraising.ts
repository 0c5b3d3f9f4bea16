/** A campaign whose two departments have submitted the real unit's data, with people to appraise it. */
import type { Person, RunningApp } from "./app.js";
import { declareRealUnit, type OpenCampaign, openCampaign } from "./campaign.js";
import type { SmallProvince } from "./units.js";

export interface Appraising {
  readonly campaign: OpenCampaign;
  readonly coordinator: Person;
  /** Covers pillar 2.1 of both departments. */
  readonly specialist: Person;
  /** Covers everything of the other department alone. */
  readonly otherSpecialist: Person;
  readonly observer: Person;
  /** Of the first department. */
  readonly head: Person;
  readonly office: Person;
  readonly roomOfficer: Person;
  readonly otherHead: Person;
  /** The assessment of the first department, and of the other. */
  readonly own: string;
  readonly other: string;
  readonly accounts: Readonly<Record<string, string>>;
}

export async function appraising(app: RunningApp, units: SmallProvince): Promise<Appraising> {
  const campaign = await openCampaign(app, units);
  const accounts: Record<string, string> = {};
  const person = async (
    login: string,
    ...grants: Parameters<RunningApp["account"]> extends [string, ...infer G] ? G : never
  ) => {
    accounts[login] = await app.account(login, ...grants);
    return app.signedIn(login);
  };
  const specialist = await person("chuyen.vien", ["appraiser", units.province]);
  const otherSpecialist = await person("chuyen.vien.hai", ["appraiser", units.province]);
  const observer = await person("lanh.dao.tinh", ["observer", units.province]);
  const head = await person("thu.truong", ["unit-head", units.department]);
  const office = await person("van.phong", ["unit-officer", units.department]);
  const roomOfficer = await person("phong.a", ["unit-officer", units.room]);
  const otherHead = await person("thu.truong.hai", ["unit-head", units.other]);
  const own = campaign.assessments[units.department] ?? "";
  const other = campaign.assessments[units.other] ?? "";
  await declareRealUnit(head, own);
  await declareRealUnit(otherHead, other);
  await submit(head, own);
  await submit(otherHead, other);
  await assign(campaign.coordinator, campaign.id, [
    { accountId: accounts["chuyen.vien"] ?? "", code: "2.1", unitId: null },
    { accountId: accounts["chuyen.vien.hai"] ?? "", code: null, unitId: units.other },
  ]);
  return {
    campaign,
    coordinator: campaign.coordinator,
    specialist,
    otherSpecialist,
    observer,
    head,
    office,
    roomOfficer,
    otherHead,
    own,
    other,
    accounts,
  };
}

/** Puts these scopes in place of all. */
export async function assign(
  coordinator: Person,
  campaignId: string,
  items: readonly { accountId: string; code: string | null; unitId: string | null }[],
) {
  const { headers } = await coordinator.get(`/campaigns/${campaignId}/appraisers`);
  const answer = await coordinator.send(
    "PUT",
    `/campaigns/${campaignId}/appraisers`,
    { items },
    { "if-match": String(headers.etag) },
  );
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

async function submit(head: Person, assessmentId: string): Promise<void> {
  const answer = await acting(head, assessmentId, "submit");
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** An action of an assessment, on the version that is stored. */
export async function acting(person: Person, assessmentId: string, action: string, body?: unknown) {
  const { version, revision } = (await person.get(`/assessments/${assessmentId}`)).body;
  const match = { "if-match": `"${version}"` };
  return person.send("POST", `/assessments/${assessmentId}/${action}`, body ?? { revision }, match);
}

/** A judgement, on a version that was seen. */
export const judge = (
  person: Person,
  assessmentId: string,
  code: string,
  version: number,
  verdict: unknown,
) =>
  person.send("PUT", `/assessments/${assessmentId}/appraisal/${code}`, verdict, {
    "if-match": `"${version}"`,
  });

/** A change of a query, on the version that is stored. */
export async function inQuery(
  person: Person,
  method: "POST" | "PATCH",
  queryId: string,
  part: string,
  body: unknown,
) {
  const { version } = (await person.get(`/queries/${queryId}`)).body;
  return person.send(method, `/queries/${queryId}${part}`, body, { "if-match": `"${version}"` });
}

/** An open question on an indicator, with a piece of evidence in answer to it, as the interface leaves them. */
export async function openQuestion(
  app: RunningApp,
  assessmentId: string,
  code: string,
): Promise<{ readonly query: string; readonly answer: string }> {
  const at = app.clock.now;
  const query = await app.db
    .insertInto("query")
    .values({
      assessment_id: assessmentId,
      code,
      kind: "explanation",
      due_at: new Date(at.getTime() + 86_400_000),
      opened_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto("query_message")
    .values({ query_id: query.id, side: "appraiser", body: "Vì sao?", at })
    .execute();
  const item = { kind: "link", url: "https://so-mot.example/", title: null, page: null, section: null };
  const answer = await app.db
    .insertInto("evidence")
    .values({
      assessment_id: assessmentId,
      code,
      kind: "link",
      item: JSON.stringify(item),
      place: 1,
      at,
      query_id: query.id,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { query: query.id, answer: answer.id };
}
