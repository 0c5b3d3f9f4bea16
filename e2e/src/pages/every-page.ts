/** Every page of the product, and somebody who may see it. */
import { readFile } from "node:fs/promises";
import type { Person } from "../person.js";

export interface PageOf {
  readonly name: string;
  readonly path: string;
}

export interface Visitor {
  /** Absent: nobody is signed in. */
  readonly login?: string;
  /** The pages to look at, found by what the visitor may read. */
  pages(person: Person): Promise<readonly PageOf[]>;
}

interface Listed {
  readonly items: readonly { readonly id: string; readonly assessmentId?: string }[];
}

async function first(person: Person, path: string): Promise<string> {
  const { body } = await person.get<Listed>(path);
  const [item] = body.items;
  const id = item?.assessmentId ?? item?.id;
  if (id === undefined) throw new Error(`${person.login} finds nothing at ${path}`);
  return id;
}

const shipped = new URL("../../../sets/binh-phuoc-website-100/set.yaml", import.meta.url);

/** The pages of a draft, which is made where there is none yet. */
async function draftPages(person: Person): Promise<readonly PageOf[]> {
  const source = (await readFile(shipped, "utf8")).replace(/^id: .*$/m, "id: bo-dang-soan");
  await person.send("POST", "/sets", { source });
  return [
    { name: "set-draft", path: "/sets/bo-dang-soan/1" },
    { name: "set-edit", path: "/sets/bo-dang-soan/1/edit" },
  ];
}

/** A question, by its own id: what lists it names its assessment too. */
async function firstQuery(person: Person): Promise<string> {
  const { body } = await person.get<Listed>("/queries");
  const [query] = body.items;
  if (query === undefined) throw new Error(`${person.login} finds no question`);
  return query.id;
}

/** The plan of the demo on which units report. */
async function reportedPlan(person: Person): Promise<string> {
  const { body } = await person.get<{ items: { id: string; reporting: string | null }[] }>("/plans");
  const found = body.items.find(({ reporting }) => reporting === "quarterly");
  if (found === undefined) throw new Error(`${person.login} finds no plan that is reported on`);
  return found.id;
}

/** The campaign of the demo that is being appraised. */
async function underAppraisal(person: Person): Promise<string> {
  const { body } = await person.get<{ items: { id: string; name: string }[] }>("/campaigns");
  const found = body.items.find(({ name }) => name.startsWith("Đánh giá giữa năm"));
  if (found === undefined) throw new Error("the demo has no campaign under appraisal");
  return found.id;
}

/** Results that are published, and the way to results of a campaign that is still open. */
async function resultPages(person: Person): Promise<PageOf[]> {
  const { body } = await person.get<{ items: { id: string; status: string }[] }>("/campaigns");
  const at = (status: string): string =>
    `/campaigns/${body.items.find((campaign) => campaign.status === status)?.id ?? ""}`;
  const closed = at("closed");
  const { body: results } = await person.get<{ items: { unit: { id: string } }[] }>(`${closed}/results`);
  const unit = results.items[0]?.unit.id ?? "";
  return [
    { name: "published", path: "/results" },
    { name: "ranking", path: `${closed}/results` },
    { name: "heat-map", path: `${closed}/results?view=heat-map` },
    { name: "robustness", path: `${closed}/results?view=robustness` },
    { name: "unit-result", path: `${closed}/results/${unit}` },
    { name: "exports", path: `${closed}/exports` },
    { name: "live", path: `${at("open")}/live` },
    { name: "runs", path: `${at("open")}/runs` },
    { name: "decision", path: `${closed}/runs/${await first(person, `${closed}/runs`)}/decision` },
  ];
}

export const visitors: readonly Visitor[] = [
  {
    pages: async () => [{ name: "sign-in", path: "/sign-in" }],
  },
  {
    login: "vanphong",
    pages: async (person) => {
      const assessment = `/assessments/${await first(person, "/home")}`;
      return [
        { name: "home-officer", path: "/" },
        { name: "profile", path: `${assessment}?at=profile` },
        { name: "declaring-ratio", path: `${assessment}?at=2.1.3` },
        { name: "declaring-choice", path: `${assessment}?at=2.1.1` },
        { name: "declaring-comments", path: `${assessment}?at=2.5.3` },
        { name: "review", path: `${assessment}/review` },
        { name: "print", path: `${assessment}/print` },
        { name: "workbook", path: `${assessment}/workbook` },
        { name: "reports", path: `${assessment}/reports` },
        { name: "my-account", path: "/account" },
      ];
    },
  },
  {
    login: "canbo.binhminh",
    pages: async (person) => {
      const assessment = `/assessments/${await first(person, "/home")}`;
      return [
        { name: "declaring-table", path: `${assessment}?at=5.6` },
        { name: "declaring-several", path: `${assessment}?at=1.5` },
      ];
    },
  },
  {
    login: "giamdoc.khcn",
    pages: async (person) => {
      const assessment = `/assessments/${await first(person, "/home")}`;
      return [
        { name: "sealed", path: `${assessment}/review` },
        { name: "plan-report", path: `/plans/${await reportedPlan(person)}/progress` },
        { name: "audit-head", path: "/audit" },
      ];
    },
  },
  {
    login: "dieuphoi",
    pages: async (person) => [
      { name: "home-coordinator", path: "/" },
      { name: "assessments", path: "/assessments" },
      { name: "campaigns", path: "/campaigns" },
      { name: "campaign", path: `/campaigns/${await first(person, "/campaigns")}` },
      { name: "campaign-wizard", path: "/campaigns/new" },
      { name: "sets", path: "/sets" },
      { name: "set", path: "/sets/quang-ngai-so-nganh-2022/1" },
      {
        name: "plan",
        path: `/plans/${await first(person, "/sets/binh-phuoc-website-100/versions/1/plans")}`,
      },
      { name: "plans", path: "/plans" },
      { name: "plan-organisations", path: `/plans/${await reportedPlan(person)}` },
      { name: "plan-progress", path: `/plans/${await reportedPlan(person)}/progress` },
      { name: "report-templates", path: "/report-templates" },
      { name: "set-new", path: "/sets/new" },
      { name: "set-import", path: "/sets/new/import" },
      { name: "set-next-version", path: "/sets/new?from=quang-ngai-so-nganh-2022&version=1" },
      ...(await draftPages(person)),
      ...(await resultPages(person)),
      { name: "appraisal-progress", path: `/campaigns/${await underAppraisal(person)}/appraisal` },
      { name: "appraisers", path: `/campaigns/${await underAppraisal(person)}/appraisers` },
      { name: "query", path: `/queries/${await firstQuery(person)}` },
    ],
  },
  {
    login: "thamdinh1",
    pages: async (person) => {
      const campaign = await underAppraisal(person);
      const judging = `/assessments/${await first(person, `/campaigns/${campaign}/queue?limit=1`)}/appraise`;
      return [
        { name: "home-appraiser", path: "/" },
        { name: "appraised-campaigns", path: "/appraisals" },
        { name: "queue", path: `/campaigns/${campaign}/appraise` },
        { name: "queue-of-an-indicator", path: `/campaigns/${campaign}/appraise?by=indicator&code=2.1.3` },
        { name: "judging", path: `${judging}?code=2.1.3` },
        { name: "consistency", path: `/campaigns/${campaign}/consistency` },
        { name: "appraisal-workbook", path: `/campaigns/${campaign}/appraisal-workbook` },
        { name: "queries", path: "/queries" },
      ];
    },
  },
  {
    login: "quantri",
    pages: async (person) => [
      { name: "home-administrator", path: "/" },
      { name: "units", path: "/units" },
      { name: "unit", path: `/units/${await first(person, "/units?q=so-dttg")}` },
      { name: "units-import", path: "/units/import" },
      { name: "accounts", path: "/accounts" },
      { name: "account", path: `/accounts/${await first(person, "/accounts")}` },
      { name: "accounts-import", path: "/accounts/import" },
      { name: "audit", path: "/audit" },
      { name: "not-found", path: "/no-such-page" },
    ],
  },
];
