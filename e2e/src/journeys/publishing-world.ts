/** A demo of its own for publishing: a campaign of three units that is appraised to its end and waits to be compiled. */
import type { Person } from "../person.js";
import { signIn } from "../person.js";
import type { Running } from "../running.js";
import { test as base } from "./product.js";

const DAY = 86_400_000;
const NAME = "Đánh giá để công bố";

/** Heads of the units, and how many of 23 documents each declares: their ranks follow from it. */
const declared = [
  { unit: "so-khcn", head: "giamdoc.khcn", documents: "23" },
  { unit: "so-noi-vu", head: "giamdoc.noivu", documents: "20" },
  { unit: "so-tu-phap", head: "giamdoc.tuphap", documents: "20" },
] as const;

interface Identified {
  readonly id: string;
  readonly version: number;
}

export interface AppraisedCampaign {
  readonly id: string;
  readonly name: string;
}

const day = (from: number): string => new Date(Date.now() + from * DAY).toISOString();

async function unitId(person: Person, code: string): Promise<string> {
  const { body } = await person.get<{ items: { id: string; code: string }[] }>(`/units?q=${code}`);
  const unit = body.items.find((one) => one.code === code);
  if (unit === undefined) throw new Error(`the demo has no unit ${code}`);
  return unit.id;
}

/** @throws {Error} when the server does not do what prepares the journey. */
async function done<Body>(answer: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

async function submit(product: Running, campaign: string, head: string, documents: string): Promise<void> {
  const person = await signIn(product.address, head);
  const { items } = await done(person.get<{ items: Identified[] }>(`/assessments?campaign=${campaign}`));
  const at = `/assessments/${items[0]?.id ?? ""}`;
  await done(person.send("PUT", `${at}/answers/2.1.3/a`, { value: documents }, 0));
  await done(person.send("PUT", `${at}/answers/2.1.3/b`, { value: "23" }, 0));
  for (const step of ["compile", "submit"]) {
    const { version, revision } = await done(person.get<Identified & { revision: string }>(at));
    await done(person.send("POST", `${at}/${step}`, { revision }, version));
  }
}

/** Sets up the campaign, has its units submit, and finishes its appraisal. */
async function prepare(product: Running): Promise<AppraisedCampaign> {
  const coordinator = await signIn(product.address, "dieuphoi");
  const units = [];
  for (const { unit } of declared) units.push({ unitId: await unitId(coordinator, unit), group: "so-nganh" });
  const made = await done(
    coordinator.send<Identified>("POST", "/campaigns", {
      name: NAME,
      year: 2027,
      setId: "quang-ngai-so-nganh-2022",
      setVersion: 1,
      groups: [{ code: "so-nganh", name: "Khối sở, ban, ngành" }],
      units,
      stages: ["declare", "appraise", "explain", "approve"].map((stage) => ({
        stage,
        opensAt: day(-1),
        dueAt: day(20),
      })),
    }),
  );
  await done(coordinator.send("POST", `/campaigns/${made.id}/open`, undefined, made.version));
  for (const { head, documents } of declared) await submit(product, made.id, head, documents);
  await done(
    coordinator.send("POST", `/campaigns/${made.id}/finish`, { reason: "Lấy theo số liệu kê khai" }),
  );
  return { id: made.id, name: NAME };
}

/** A worker fixture of its own gives these journeys a product of their own: publishing shows on everybody's home. */
export const test = base.extend<object, { campaign: AppraisedCampaign }>({
  campaign: [
    async ({ product }, use) => {
      await use(await prepare(product));
    },
    { scope: "worker", auto: true, timeout: 60_000 },
  ],
});
