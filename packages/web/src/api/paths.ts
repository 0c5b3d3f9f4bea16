/** The routes under /api/v1 in the shape that openapi-fetch reads; a generated `paths` takes this file's place. */
import type {
  Answer,
  AnswerHistory,
  AnswerValue,
  Assessment,
  AssessmentCheck,
  Comment,
  Evidence,
  EvidenceItem,
  LibraryFile,
  NotApplicable,
  Seal,
  StoredFile,
} from "./assessment-contract.js";
import type {
  Account,
  AccountChange,
  AuditEntry,
  Campaign,
  CampaignHead,
  Extension,
  HomeItem,
  ImportOutcome,
  IndicatorSet,
  IndicatorSetDetail,
  Language,
  NewAccount,
  NewCampaign,
  NewExtension,
  NewUnit,
  OpenSession,
  Page,
  Session,
  SetFinding,
  SignIn,
  SignInMethods,
  Unit,
  UnitDetail,
  UnitKind,
  UnitMerge,
  UnitProgress,
  UnitRename,
} from "./contract.js";

/** One operation: what it answers, and what it takes in the path, the query and the body. */
interface Call<Result, Path = undefined, Query = undefined, Body = undefined> {
  parameters: (Path extends undefined ? { path?: never } : { path: Path }) &
    (Query extends undefined ? { query?: never } : { query?: Query });
  requestBody: Body extends undefined ? never : { content: { "application/json": Body } };
  responses: { 200: { content: { "application/json": Result } } };
}

/** An operation without a body: `requestBody` is then absent rather than forbidden. */
type Get<Result, Path = undefined, Query = undefined> = Omit<Call<Result, Path, Query>, "requestBody"> & {
  requestBody?: never;
};

type Id = { id: string };
type SetVersion = { id: string; version: number };
type At = { cursor?: string; limit?: number };
type Items<Item> = { items: Item[] };
type Apply = { apply: boolean };
type Upload = { file: Blob };
type Nothing = undefined;

export interface paths {
  "/session": {
    get: Get<Session>;
    post: Call<Session, undefined, undefined, SignIn>;
    patch: Call<Session, undefined, undefined, { language: Language }>;
    delete: Get<Nothing>;
  };
  "/session/password": { post: Call<Nothing, undefined, undefined, { current: string; next: string }> };
  "/session/totp": {
    post: Get<{ secret: string; uri: string }>;
    put: Call<Nothing, undefined, undefined, { code: string }>;
    delete: Call<Nothing, undefined, undefined, { code: string }>;
  };
  "/session/all": { get: Get<Items<OpenSession>> };
  "/session/all/{id}": { delete: Get<Nothing, Id> };
  "/sign-in-methods": { get: Get<SignInMethods> };
  "/home": { get: Get<Items<HomeItem>> };

  "/unit-kinds": { get: Get<Items<UnitKind>> };
  "/units": {
    get: Get<Page<Unit>, undefined, At & { parent?: string; kind?: string; q?: string; at?: string }>;
    post: Call<Unit, undefined, undefined, NewUnit>;
  };
  "/units/{id}": {
    get: Get<UnitDetail, Id>;
    patch: Call<
      Unit,
      Id,
      undefined,
      { code?: string; parentId?: string | null; rankingGroup?: string | null }
    >;
  };
  "/units/{id}/rename": { post: Call<Unit, Id, undefined, UnitRename> };
  "/units/{id}/close": { post: Call<Unit, Id, undefined, { on: string; reason: string }> };
  "/units/merge": { post: Call<Unit, undefined, undefined, UnitMerge> };
  "/units/import": { post: Call<ImportOutcome, undefined, Apply, Upload> };

  "/accounts": {
    get: Get<Page<Account>, undefined, At & { q?: string; unit?: string; role?: string }>;
    post: Call<{ account: Account; temporaryPassword: string }, undefined, undefined, NewAccount>;
  };
  "/accounts/{id}": { get: Get<Account, Id>; patch: Call<Account, Id, undefined, AccountChange> };
  "/accounts/{id}/password": { post: Get<{ temporaryPassword: string }, Id> };
  "/accounts/{id}/sessions": { delete: Get<Nothing, Id> };
  "/accounts/{id}/totp": { delete: Get<Nothing, Id> };
  "/accounts/import": { post: Call<ImportOutcome, undefined, Apply, Upload> };

  "/sets": {
    get: Get<Items<IndicatorSet>>;
    post: Call<IndicatorSet, undefined, undefined, { source: string }>;
  };
  "/sets/check": {
    post: Call<{ findings: SetFinding[]; problems: SetFinding[] }, undefined, undefined, { source: string }>;
  };
  "/sets/{id}/versions/{version}": {
    get: Get<IndicatorSetDetail, SetVersion>;
    put: Call<IndicatorSet, SetVersion, undefined, { source: string }>;
    delete: Get<Nothing, SetVersion>;
  };
  "/sets/{id}/versions/{version}/source": { get: Get<string, SetVersion> };
  "/sets/{id}/versions/{version}/publish": { post: Get<IndicatorSet, SetVersion> };

  "/campaigns": {
    get: Get<Items<CampaignHead>>;
    post: Call<Campaign, undefined, undefined, NewCampaign>;
  };
  "/campaigns/{id}": { get: Get<Campaign, Id>; patch: Call<Campaign, Id, undefined, Partial<NewCampaign>> };
  "/campaigns/{id}/open": { post: Get<Campaign, Id> };
  "/campaigns/{id}/progress": { get: Get<Items<UnitProgress>, Id> };
  "/campaigns/{id}/extensions": {
    get: Get<Items<Extension>, Id>;
    post: Call<Extension, Id, undefined, NewExtension>;
  };

  "/assessments/{id}": { get: Get<Assessment, Id> };
  "/assessments/{id}/answers/{code}/{input}": {
    put: Call<Answer, Id & { code: string; input: string }, undefined, { value: AnswerValue }>;
  };
  "/assessments/{id}/not-applicable/{code}": {
    put: Call<NotApplicable, Id & { code: string }, undefined, { reason: string | null }>;
  };
  "/assessments/{id}/evidence": { post: Call<Evidence, Id, undefined, { code: string; item: EvidenceItem }> };
  "/assessments/{id}/evidence/{evidenceId}": {
    put: Call<Evidence, Id & { evidenceId: string }, undefined, { item: EvidenceItem }>;
    delete: Get<Nothing, Id & { evidenceId: string }>;
  };
  "/assessments/{id}/files": {
    get: Get<Items<LibraryFile>, Id>;
    post: Call<StoredFile, Id, undefined, Upload>;
  };
  "/assessments/{id}/files/{hash}": { get: Get<Blob, Id & { hash: string }, { download?: 1 }> };
  "/assessments/{id}/comments": {
    get: Get<Items<Comment>, Id, { code?: string }>;
    post: Call<Comment, Id, undefined, { code: string; body: string }>;
  };
  "/assessments/{id}/assignments": {
    put: Call<
      Items<Assessment["assignments"][number]>,
      Id,
      undefined,
      { items: { code: string; unitId: string | null; accountId: string | null }[] }
    >;
  };
  "/assessments/{id}/parts/{unitId}/hand-over": { post: Get<Nothing, Id & { unitId: string }> };
  "/assessments/{id}/parts/{unitId}/return": {
    post: Call<Nothing, Id & { unitId: string }, undefined, { reason: string }>;
  };
  "/assessments/{id}/compile": { post: Get<Nothing, Id> };
  "/assessments/{id}/submit": { post: Get<{ seal: Seal }, Id> };
  "/assessments/{id}/return": { post: Call<Nothing, Id, undefined, { reason: string }> };
  "/assessments/{id}/check": { get: Get<AssessmentCheck, Id> };
  "/assessments/{id}/history": { get: Get<AnswerHistory, Id, { code: string; input: string }> };

  "/audit": {
    get: Get<
      Page<AuditEntry>,
      undefined,
      At & { account?: string; action?: string; subject?: string; unit?: string; from?: string; to?: string }
    >;
  };
}
