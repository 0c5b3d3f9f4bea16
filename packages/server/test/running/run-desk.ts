/** A ranked campaign with everything declared, and what its coordinator and approver do with it, through the interface. */
import { type Answered, type RunningApp, startApp } from "./app.js";
import {
  declarations,
  declare,
  must,
  type RankedCampaign,
  type RankedUnit,
  rankedCampaign,
  step,
} from "./ranked-campaign.js";
import { smallProvince } from "./units.js";

export interface RunDesk {
  readonly app: RunningApp;
  readonly campaign: RankedCampaign;
  unitAt(place: number): RankedUnit;
  /** Submits the first so many units; the others never do. */
  submit(count: number): Promise<void>;
  /** Puts values, or points, in place of what was declared. */
  judge(
    unit: RankedUnit,
    code: string,
    judgement: { readonly inputs?: object; readonly points?: string; readonly reason: string },
  ): Promise<void>;
  /** Ends appraising of units up to so many: what nobody judged stands as it was declared. */
  finish(count: number, from?: number): Promise<void>;
  /** All units appraised: the first one's files cut down, the third one's expenses given points. */
  appraised(): Promise<void>;
  preview(): Promise<Answered>;
  compile(): Promise<Answered>;
  /** The approver decides on a run, on the version that is stored. */
  decide(id: string, what: "approve" | "publish" | "withdraw", body?: object): Promise<Answered>;
  /** The states of all assessments, in the order of their units. */
  statesNow(): Promise<string[]>;
  /** The coordinator and the approver, after their sessions have ended. */
  signInAgain(): Promise<void>;
}

export async function startDesk(): Promise<RunDesk> {
  const app = await startApp();
  const campaign = await rankedCampaign(app, await smallProvince(app.db));
  for (const [place, unit] of campaign.units.entries()) await declare(unit, declarations[place] ?? {});
  const people = { coordinator: campaign.coordinator, approver: campaign.approver };
  const desk: RunDesk = {
    app,
    campaign: {
      ...campaign,
      get coordinator() {
        return people.coordinator;
      },
      get approver() {
        return people.approver;
      },
    },
    unitAt(place) {
      const unit = campaign.units[place];
      if (unit === undefined) throw new Error(`there is no unit ${place}`);
      return unit;
    },
    async submit(count) {
      for (const { people: own, assessment } of campaign.units.slice(0, count))
        await step(own, assessment, "submit");
    },
    async judge({ assessment }, code, judgement) {
      const path = `/assessments/${assessment}/appraisal/${code}`;
      const { version } = (await must(people.coordinator.get(path))).body;
      await must(
        people.coordinator.send(
          "PUT",
          path,
          { verdict: "adjusted", ...judgement },
          { "if-match": `"${version}"` },
        ),
      );
    },
    async finish(count, from = 0) {
      for (const { assessment } of campaign.units.slice(from, count))
        await step(people.coordinator, assessment, "finish", { force: true, reason: "Hết thời gian" });
    },
    async appraised() {
      await desk.submit(4);
      await desk.judge(desk.unitAt(0), "1.2", { inputs: { a: "5" }, reason: "Ba hồ sơ ngoài kỳ" });
      await desk.judge(desk.unitAt(2), "2.1", { points: "6.5", reason: "Thiếu chứng từ" });
      await desk.finish(4);
    },
    preview: () => people.coordinator.get(`/campaigns/${campaign.id}/compile`),
    compile: () => people.coordinator.send("POST", `/campaigns/${campaign.id}/runs`, {}),
    async decide(id, what, body) {
      const { version } = (await people.approver.get(`/runs/${id}`)).body;
      return people.approver.send("POST", `/runs/${id}/${what}`, body, { "if-match": `"${version}"` });
    },
    async statesNow() {
      const rows = await app.db
        .selectFrom("assessment as a")
        .innerJoin("unit as u", "u.id", "a.unit_id")
        .where("a.campaign_id", "=", campaign.id)
        .select("a.state")
        .orderBy("u.code")
        .execute();
      return rows.map(({ state }) => state);
    },
    async signInAgain() {
      people.coordinator = await app.signedIn("dieu.phoi.xh");
      people.approver = await app.signedIn("phe.duyet.xh");
    },
  };
  return desk;
}
