/**
 * A well-formed request for every route, aimed at things of one unit. Where it can it changes nothing even for those
 * who may: its version is stale, its name is taken, its content is refused. Only who asks decides what it meets.
 */
import type { SmallProvince } from "../running/units.js";

/** Things of one unit. */
export interface Target {
  readonly units: SmallProvince;
  readonly unit: string;
  readonly room: string;
  readonly campaign: string;
  readonly assessment: string;
  readonly evidence: string;
  readonly fileHash: string;
  /** An open question on 2.2.1 of the assessment, and a piece of evidence in answer to it. */
  readonly query: string;
  readonly answer: string;
  /** Of the campaign, approved. */
  readonly run: string;
  /** An export of all that was compiled, which failed. */
  readonly export: string;
  /** A document that was read into sets: of no unit. */
  readonly setImport: string;
  /** A plan made on the set, of no unit; the unit reports on it. */
  readonly plan: string;
  /** A province's own template of a report: of no unit. */
  readonly template: string;
  /** Of the audit log. */
  readonly event: string;
  /** An officer of the unit, who asks for nothing. */
  readonly account: string;
  /** A spare session: the asking account's own, or of the account above. */
  readonly session: string;
}

export interface Wanted {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const NOBODY = "00000000-0000-4000-8000-000000000000";
const STALE = { "if-match": '"999"' };
const SET = "/sets/quang-ngai-so-nganh-2022/versions/1";
const DUE = "2026-11-30T10:00:00Z";

const stale = (path: string, body?: unknown): Wanted => ({ path, body, headers: STALE });

/** A file that no route takes: text that calls itself a workbook. */
function upload(path: string): Wanted {
  const boundary = "ranh-gioi";
  const body = [
    `--${boundary}`,
    'content-disposition: form-data; name="file"; filename="a.xlsx"',
    "content-type: application/octet-stream",
    "",
    "không phải sổ tính",
    `--${boundary}--`,
    "",
  ].join("\r\n");
  return { path, body, headers: { "content-type": `multipart/form-data; boundary=${boundary}` } };
}

const plan = ({ unit }: Target) => ({
  name: "Đợt thử",
  year: 2026,
  setId: "quang-ngai-so-nganh-2022",
  setVersion: 1,
  stages: [{ stage: "declare", opensAt: null, dueAt: DUE }],
  groups: [],
  units: [{ unitId: unit, group: null }],
});

const LETTERHEAD = {
  fullName: "Sở Một",
  shortName: "Sở Một",
  superior: "",
  body: "Sở Một",
  symbol: "SM",
  room: "",
  place: "Minh Họa",
  to: [],
  recipients: [],
  kept: "VT",
  signer: { form: "head", collective: "", head: "Giám đốc", office: "", name: "" },
};

/** What was read of a workbook is told to whoever sent it alone: this one nobody sent. */
function workbookReading(
  url: string,
  of: (target: Target) => string,
): Record<string, (target: Target) => Wanted> {
  return {
    [`GET ${url}/:reading`]: (target) => ({ path: `${of(target)}/${NOBODY}` }),
    [`POST ${url}/:reading/take`]: (target) => ({
      path: `${of(target)}/${NOBODY}/take`,
      body: { rows: [{ row: 0, version: 0 }] },
    }),
  };
}

/** On 2.2.1, which the appraiser covers in the own unit. */
const appraising: Readonly<Record<string, (target: Target) => Wanted>> = {
  "GET /campaigns/:id/appraisers": ({ campaign }) => ({ path: `/campaigns/${campaign}/appraisers` }),
  "PUT /campaigns/:id/appraisers": ({ campaign }) =>
    stale(`/campaigns/${campaign}/appraisers`, { items: [] }),
  "GET /campaigns/:id/queue": ({ campaign }) => ({ path: `/campaigns/${campaign}/queue` }),
  "GET /campaigns/:id/queue/summary": ({ campaign }) => ({ path: `/campaigns/${campaign}/queue/summary` }),
  "GET /campaigns/:id/consistency": ({ campaign }) => ({ path: `/campaigns/${campaign}/consistency` }),
  "POST /campaigns/:id/appraisals/preview": ({ campaign, assessment }) => ({
    path: `/campaigns/${campaign}/appraisals/preview`,
    body: { items: [{ assessmentId: assessment, code: "2.2.1" }] },
  }),
  "POST /campaigns/:id/appraisals/agree": ({ campaign, assessment }) => ({
    path: `/campaigns/${campaign}/appraisals/agree`,
    body: { items: [{ assessmentId: assessment, code: "2.2.1", version: 999 }] },
  }),
  "POST /campaigns/:id/finish": ({ campaign }) => ({ path: `/campaigns/${campaign}/finish`, body: {} }),
  "GET /assessments/:id/appraisal": ({ assessment }) => ({ path: `/assessments/${assessment}/appraisal` }),
  "GET /assessments/:id/appraisal/:code": ({ assessment }) => ({
    path: `/assessments/${assessment}/appraisal/2.2.1`,
  }),
  "PUT /assessments/:id/appraisal/:code": ({ assessment }) =>
    stale(`/assessments/${assessment}/appraisal/2.2.1`, { verdict: "agreed" }),
  "POST /assessments/:id/look": ({ assessment }) => ({ path: `/assessments/${assessment}/look` }),
  "POST /assessments/:id/finish": ({ assessment }) => stale(`/assessments/${assessment}/finish`, {}),
  "POST /assessments/:id/reopen": ({ assessment }) =>
    stale(`/assessments/${assessment}/reopen`, { reason: "thử" }),
  "POST /assessments/:id/queries": ({ assessment }) => ({
    path: `/assessments/${assessment}/queries`,
    body: { code: "2.2.1", body: "thử", dueAt: DUE },
  }),
  "POST /assessments/:id/complaints": ({ assessment }) => ({
    path: `/assessments/${assessment}/complaints`,
    body: { code: "2.2.1", body: "thử" },
  }),
  "GET /queries": () => ({ path: "/queries" }),
  "GET /queries/:id": ({ query }) => ({ path: `/queries/${query}` }),
  "POST /queries/:id/messages": ({ query }) => stale(`/queries/${query}/messages`, { body: "thử" }),
  "POST /queries/:id/evidence": ({ query }) => ({
    path: `/queries/${query}/evidence`,
    body: { item: { kind: "link", url: "https://tinh.example/giai-trinh" } },
  }),
  "DELETE /queries/:id/evidence/:evidenceId": ({ query, answer }) => ({
    path: `/queries/${query}/evidence/${answer}`,
  }),
  "GET /queries/:id/owners": ({ query }) => ({ path: `/queries/${query}/owners` }),
  "PATCH /queries/:id": ({ query }) => stale(`/queries/${query}`, { dueAt: DUE }),
  "POST /queries/:id/close": ({ query }) => stale(`/queries/${query}/close`, { outcome: "accepted" }),
};

/** Papers are made in Word, the quicker of the two forms. */
const documents: Readonly<Record<string, (target: Target) => Wanted>> = {
  "GET /sets/:id/versions/:version/plans": () => ({ path: `${SET}/plans` }),
  "POST /sets/:id/versions/:version/plans": () => ({ path: `${SET}/plans`, body: { source: "không phải" } }),
  "GET /sets/:id/versions/:version/reports/data-form": () => ({ path: `${SET}/reports/data-form` }),
  "GET /plans/:id": ({ plan: id }) => ({ path: `/plans/${id}` }),
  "GET /plans/:id/source": ({ plan: id }) => ({ path: `/plans/${id}/source` }),
  "DELETE /plans/:id": ({ plan: id }) => stale(`/plans/${id}`),
  "GET /plans": () => ({ path: "/plans" }),
  "GET /plans/:id/organisations": ({ plan: id }) => ({ path: `/plans/${id}/organisations` }),
  "PUT /plans/:id/organisations": ({ plan: id }) => stale(`/plans/${id}/organisations`, { items: [] }),
  "GET /plans/:id/progress": ({ plan: id }) => ({ path: `/plans/${id}/progress` }),
  "PUT /plans/:id/progress/:organisation/:year/:quarter/:code": ({ plan: id }) =>
    stale(`/plans/${id}/progress/a/2026/1/2.1.1`, {
      finished: true,
      done: "Xong",
      difficulties: "",
      proposal: "",
    }),
  "POST /plans/:id/progress/:organisation/:year/:quarter/send": ({ plan: id }) =>
    stale(`/plans/${id}/progress/a/2026/1/send`),
  "POST /plans/:id/progress/:organisation/:year/:quarter/return": ({ plan: id }) =>
    stale(`/plans/${id}/progress/a/2026/1/return`, { reason: "Bổ sung số liệu" }),
  "GET /report-templates": () => ({ path: "/report-templates" }),
  "POST /report-templates": () => upload("/report-templates"),
  "GET /report-templates/example": () => ({ path: "/report-templates/example" }),
  "GET /report-templates/:id/file": ({ template }) => ({ path: `/report-templates/${template}/file` }),
  "DELETE /report-templates/:id": ({ template }) => ({ path: `/report-templates/${template}` }),
  "GET /plans/:id/reports/assignment": ({ plan: id }) => ({ path: `/plans/${id}/reports/assignment` }),
  "GET /plans/:id/reports/progress": ({ plan: id }) => ({
    path: `/plans/${id}/reports/progress?quarter=3&lead=khong-co`,
  }),
  "GET /assessments/:id/reports/self-assessment": ({ assessment }) => ({
    path: `/assessments/${assessment}/reports/self-assessment?form=pdf&template=${NOBODY}`,
  }),
  "GET /assessments/:id/reports/data-form": ({ assessment }) => ({
    path: `/assessments/${assessment}/reports/data-form`,
  }),
  "GET /assessments/:id/reports/appraisal-minutes": ({ assessment }) => ({
    path: `/assessments/${assessment}/reports/appraisal-minutes`,
  }),
  "GET /assessments/:id/reports/explanation": ({ assessment }) => ({
    path: `/assessments/${assessment}/reports/explanation`,
  }),
  "GET /runs/:id/reports/result-decision": ({ run }) => ({ path: `/runs/${run}/reports/result-decision` }),
  "GET /runs/:id/reports/result-report": ({ run }) => ({ path: `/runs/${run}/reports/result-report` }),
  "GET /runs/:id/reports/result-proposal": ({ run }) => ({ path: `/runs/${run}/reports/result-proposal` }),
  "GET /units/:id/letterhead": ({ unit }) => ({ path: `/units/${unit}/letterhead` }),
  "PUT /units/:id/letterhead": ({ unit }) => stale(`/units/${unit}/letterhead`, LETTERHEAD),
};

export const requests: Readonly<Record<string, (target: Target) => Wanted>> = {
  "POST /session": () => ({ path: "/session", body: { login: "khong.co", password: "x" } }),
  "GET /session": () => ({ path: "/session" }),
  "DELETE /session": () => ({ path: "/session" }),
  "PATCH /session": () => ({ path: "/session", body: { language: "vi" } }),
  "GET /sign-in-methods": () => ({ path: "/sign-in-methods" }),
  "POST /session/password": () => ({ path: "/session/password", body: { current: "sai", next: "x" } }),
  "POST /session/totp": () => ({ path: "/session/totp" }),
  "PUT /session/totp": () => ({ path: "/session/totp", body: { code: "khong" } }),
  "DELETE /session/totp": () => ({ path: "/session/totp", body: { code: "khong" } }),
  "GET /session/all": () => ({ path: "/session/all" }),
  "DELETE /session/all/:id": ({ session }) => ({ path: `/session/all/${session}` }),
  "GET /oidc/start": () => ({ path: "/oidc/start" }),
  "GET /oidc/callback": () => ({ path: "/oidc/callback" }),
  "GET /notices": () => ({ path: "/notices" }),
  "POST /notices/read": () => ({ path: "/notices/read", body: { ids: [] } }),
  "GET /session/notice-settings": () => ({ path: "/session/notice-settings" }),
  "PATCH /session/notice-settings": () => ({ path: "/session/notice-settings", body: {} }),
  "POST /session/calendar": () => ({ path: "/session/calendar" }),
  "DELETE /session/calendar": () => ({ path: "/session/calendar" }),
  "GET /calendar/:file": () => ({ path: `/calendar/${"x".repeat(32)}.ics` }),
  "GET /unsubscribe/:token": () => ({ path: `/unsubscribe/${NOBODY}` }),
  "POST /unsubscribe/:token": () => ({ path: `/unsubscribe/${NOBODY}` }),
  "GET /home": () => ({ path: "/home" }),
  "GET /unit-kinds": () => ({ path: "/unit-kinds" }),
  "GET /units": () => ({ path: "/units" }),
  "GET /units/:id": ({ unit }) => ({ path: `/units/${unit}` }),
  "POST /units": ({ unit }) => ({
    path: "/units",
    body: { code: "so-mot", name: "Sở Một", kind: "so-nganh", parentId: unit, validFrom: "2025-07-01" },
  }),
  "PATCH /units/:id": ({ unit }) => stale(`/units/${unit}`, { name: "Tên khác" }),
  "POST /units/:id/rename": ({ unit }) =>
    stale(`/units/${unit}/rename`, { name: "Tên", on: "2026-01-01", legalBasis: "QĐ" }),
  "POST /units/:id/close": ({ unit }) => stale(`/units/${unit}/close`, { on: "2026-01-01", reason: "thử" }),
  "POST /units/merge": ({ unit }) => ({
    path: "/units/merge",
    body: { predecessors: [unit], into: { id: unit }, on: "2026-01-01", legalBasis: "NQ" },
  }),
  "GET /units/import/template": () => ({ path: "/units/import/template" }),
  "POST /units/import": () => upload("/units/import"),
  "GET /accounts": ({ unit }) => ({ path: `/accounts?unit=${unit}` }),
  "POST /accounts": ({ unit }) => ({
    path: "/accounts",
    body: {
      login: "can.bo.cua.so-mot",
      displayName: "Đã có",
      grants: [{ role: "unit-officer", unitId: unit }],
    },
  }),
  "GET /accounts/:id": ({ account }) => ({ path: `/accounts/${account}` }),
  "PATCH /accounts/:id": ({ account }) => stale(`/accounts/${account}`, { disabled: true }),
  "POST /accounts/:id/password": ({ account }) => ({ path: `/accounts/${account}/password` }),
  "DELETE /accounts/:id/sessions": ({ account }) => ({ path: `/accounts/${account}/sessions` }),
  "DELETE /accounts/:id/totp": ({ account }) => ({ path: `/accounts/${account}/totp` }),
  "GET /accounts/import/template": () => ({ path: "/accounts/import/template" }),
  "POST /accounts/import": () => upload("/accounts/import"),
  "GET /sets": () => ({ path: "/sets" }),
  "POST /sets/check": () => ({ path: "/sets/check", body: { source: "id: x" } }),
  "POST /sets": () => ({ path: "/sets", body: { source: "id: x" } }),
  "GET /sets/:id/versions/:version": () => ({ path: SET }),
  "GET /sets/:id/versions/:version/source": () => ({ path: `${SET}/source` }),
  "GET /sets/:id/versions/:version/content": () => ({ path: `${SET}/content` }),
  "GET /sets/:id/versions/:version/workbook": () => ({ path: `${SET}/workbook` }),
  "PUT /sets/:id/versions/:version": () => stale(SET, { source: "id: x" }),
  "POST /sets/:id/versions/:version/publish": () => stale(`${SET}/publish`),
  "DELETE /sets/:id/versions/:version": () => stale(SET),
  "GET /set-imports": () => ({ path: "/set-imports" }),
  "POST /set-imports": () => upload("/set-imports"),
  "GET /set-imports/:id": ({ setImport }) => ({ path: `/set-imports/${setImport}` }),
  "GET /set-imports/:id/content": ({ setImport }) => ({ path: `/set-imports/${setImport}/content` }),
  "PUT /set-imports/:id/decisions": ({ setImport }) =>
    stale(`/set-imports/${setImport}/decisions`, { set: 0, indicators: {} }),
  "POST /set-imports/:id/drafts": ({ setImport }) =>
    stale(`/set-imports/${setImport}/drafts`, { set: 0, source: {}, cases: false }),
  "DELETE /set-imports/:id": ({ setImport }) => stale(`/set-imports/${setImport}`),
  "GET /campaigns": () => ({ path: "/campaigns" }),
  "POST /campaigns": (target) => ({ path: "/campaigns", body: plan(target) }),
  "GET /campaigns/:id": ({ campaign }) => ({ path: `/campaigns/${campaign}` }),
  "PATCH /campaigns/:id": ({ campaign }) => stale(`/campaigns/${campaign}`, { name: "Tên khác" }),
  "POST /campaigns/:id/open": ({ campaign }) => stale(`/campaigns/${campaign}/open`),
  "GET /campaigns/:id/progress": ({ campaign }) => ({ path: `/campaigns/${campaign}/progress` }),
  "GET /campaigns/:id/extensions": ({ campaign }) => ({ path: `/campaigns/${campaign}/extensions` }),
  "POST /campaigns/:id/extensions": ({ campaign, unit }) => ({
    path: `/campaigns/${campaign}/extensions`,
    body: { unitId: unit, stage: "declare", dueAt: DUE, reason: "thử" },
  }),
  "GET /assessments": () => ({ path: "/assessments" }),
  "GET /assessments/:id": ({ assessment }) => ({ path: `/assessments/${assessment}` }),
  "GET /assessments/:id/check": ({ assessment }) => ({ path: `/assessments/${assessment}/check` }),
  "POST /assessments/:id/compile": ({ assessment }) =>
    stale(`/assessments/${assessment}/compile`, { revision: "0" }),
  "POST /assessments/:id/submit": ({ assessment }) =>
    stale(`/assessments/${assessment}/submit`, { revision: "0" }),
  "POST /assessments/:id/return": ({ assessment }) =>
    stale(`/assessments/${assessment}/return`, { reason: "thử" }),
  "PUT /assessments/:id/answers/:code/:input": ({ assessment }) =>
    stale(`/assessments/${assessment}/answers/2.1.3/a`, { value: "5" }),
  "PUT /assessments/:id/not-applicable/:code": ({ assessment }) =>
    stale(`/assessments/${assessment}/not-applicable/2.1.3`, { reason: "thử" }),
  "GET /assessments/:id/history": ({ assessment }) => ({
    path: `/assessments/${assessment}/history?code=2.1.3&input=a`,
  }),
  "PUT /assessments/:id/assignments": ({ assessment, room }) => ({
    path: `/assessments/${assessment}/assignments`,
    body: { items: [{ code: "2.1.3", unitId: room, accountId: null }] },
  }),
  "POST /assessments/:id/parts/:unitId/hand-over": ({ assessment, room }) => ({
    path: `/assessments/${assessment}/parts/${room}/hand-over`,
  }),
  "POST /assessments/:id/parts/:unitId/return": ({ assessment, room }) => ({
    path: `/assessments/${assessment}/parts/${room}/return`,
    body: { reason: "thử" },
  }),
  "GET /assessments/:id/comments": ({ assessment }) => ({
    path: `/assessments/${assessment}/comments?code=2.1.3`,
  }),
  "POST /assessments/:id/comments": ({ assessment }) => ({
    path: `/assessments/${assessment}/comments`,
    body: { code: "2.1.3", body: "thử" },
  }),
  "POST /assessments/:id/evidence": ({ assessment }) => ({
    path: `/assessments/${assessment}/evidence`,
    body: { code: "2.1.3", item: { kind: "link", url: "https://tinh.example/van-ban" } },
  }),
  "PUT /assessments/:id/evidence/:evidenceId": ({ assessment, evidence }) =>
    stale(`/assessments/${assessment}/evidence/${evidence}`, {
      item: { kind: "link", url: "https://tinh.example/khac" },
    }),
  "DELETE /assessments/:id/evidence/:evidenceId": ({ assessment, evidence }) =>
    stale(`/assessments/${assessment}/evidence/${evidence}`),
  "POST /assessments/:id/files": ({ assessment }) => upload(`/assessments/${assessment}/files`),
  "GET /assessments/:id/files": ({ assessment }) => ({ path: `/assessments/${assessment}/files` }),
  "GET /assessments/:id/files/:hash": ({ assessment, fileHash }) => ({
    path: `/assessments/${assessment}/files/${fileHash}`,
  }),
  "GET /assessments/:id/workbook": ({ assessment }) => ({ path: `/assessments/${assessment}/workbook` }),
  "POST /assessments/:id/workbook": ({ assessment }) => upload(`/assessments/${assessment}/workbook`),
  ...workbookReading("/assessments/:id/workbook", ({ assessment }) => `/assessments/${assessment}/workbook`),
  "GET /campaigns/:id/workbook": ({ campaign }) => ({ path: `/campaigns/${campaign}/workbook` }),
  "POST /campaigns/:id/workbook": ({ campaign }) => upload(`/campaigns/${campaign}/workbook`),
  ...workbookReading("/campaigns/:id/workbook", ({ campaign }) => `/campaigns/${campaign}/workbook`),
  "GET /campaigns/:id/appraisal-workbook": ({ campaign }) => ({
    path: `/campaigns/${campaign}/appraisal-workbook`,
  }),
  "POST /campaigns/:id/appraisal-workbook": ({ campaign }) =>
    upload(`/campaigns/${campaign}/appraisal-workbook`),
  ...workbookReading(
    "/campaigns/:id/appraisal-workbook",
    ({ campaign }) => `/campaigns/${campaign}/appraisal-workbook`,
  ),
  ...appraising,
  ...documents,
  "GET /campaigns/:id/results": ({ campaign }) => ({ path: `/campaigns/${campaign}/results` }),
  "GET /campaigns/:id/results/:unitId": ({ campaign, unit }) => ({
    path: `/campaigns/${campaign}/results/${unit}`,
  }),
  "GET /campaigns/:id/heat-map": ({ campaign }) => ({ path: `/campaigns/${campaign}/heat-map` }),
  "GET /campaigns/:id/compare": ({ campaign, unit }) => ({
    path: `/campaigns/${campaign}/compare?units=${unit}`,
  }),
  "GET /campaigns/:id/robustness": ({ campaign }) => ({
    path: `/campaigns/${campaign}/robustness?draws=3`,
  }),
  ...Object.fromEntries(
    ["csv", "json", "xlsx"].flatMap((form) => [
      [
        `GET /campaigns/:id/results.${form}`,
        ({ campaign }: Target) => ({ path: `/campaigns/${campaign}/results.${form}` }),
      ],
      [
        `GET /public/campaigns/:id/results.${form}`,
        ({ campaign }: Target) => ({ path: `/public/campaigns/${campaign}/results.${form}` }),
      ],
    ]),
  ),
  "GET /campaigns/:id/exports": ({ campaign }) => ({ path: `/campaigns/${campaign}/exports` }),
  "POST /campaigns/:id/exports": ({ campaign, run }) => ({
    path: `/campaigns/${campaign}/exports`,
    body: { kind: "campaign-book", run },
  }),
  "GET /exports/:id": (target) => ({ path: `/exports/${target.export}` }),
  "POST /exports/:id/cancel": (target) => ({ path: `/exports/${target.export}/cancel` }),
  "GET /exports/:id/file": (target) => ({ path: `/exports/${target.export}/file` }),
  ...Object.fromEntries(
    ["open-data", "sdmx", "coinr"].map((name) => [
      `GET /public/campaigns/:id/${name}.zip`,
      ({ campaign }: Target) => ({ path: `/public/campaigns/${campaign}/${name}.zip` }),
    ]),
  ),
  "GET /public/campaigns": () => ({ path: "/public/campaigns" }),
  "GET /public/campaigns/:id": ({ campaign }) => ({ path: `/public/campaigns/${campaign}` }),
  "GET /public/campaigns/:id/units/:unitId": ({ campaign, unit }) => ({
    path: `/public/campaigns/${campaign}/units/${unit}`,
  }),
  "GET /campaigns/:id/live": ({ campaign }) => ({ path: `/campaigns/${campaign}/live` }),
  "POST /assessments/:id/what-if": ({ assessment }) => ({
    path: `/assessments/${assessment}/what-if`,
    body: { code: "2.1.3", inputs: { a: "5" } },
  }),
  "GET /campaigns/:id/compile": ({ campaign }) => ({ path: `/campaigns/${campaign}/compile` }),
  "GET /campaigns/:id/runs": ({ campaign }) => ({ path: `/campaigns/${campaign}/runs` }),
  "POST /campaigns/:id/runs": ({ campaign }) => ({ path: `/campaigns/${campaign}/runs`, body: {} }),
  "POST /campaigns/:id/revisions": ({ campaign }) => ({
    path: `/campaigns/${campaign}/revisions`,
    body: { reason: "thử" },
  }),
  "GET /runs/:id": ({ run }) => ({ path: `/runs/${run}` }),
  "GET /runs/:id/differences": ({ run }) => ({ path: `/runs/${run}/differences` }),
  "POST /runs/:id/repeat": ({ run }) => ({ path: `/runs/${run}/repeat` }),
  "POST /runs/:id/approve": ({ run }) => stale(`/runs/${run}/approve`),
  "POST /runs/:id/publish": ({ run }) => stale(`/runs/${run}/publish`),
  "POST /runs/:id/withdraw": ({ run }) => stale(`/runs/${run}/withdraw`, { reason: "thử" }),
  "GET /audit": () => ({ path: "/audit" }),
  "GET /audit/:id": ({ event }) => ({ path: `/audit/${event}` }),
};
