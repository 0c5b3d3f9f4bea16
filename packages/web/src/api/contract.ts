/**
 * What the server and the browser say to each other, by the names of the HTTP contract. Written by hand until the
 * server publishes /api/openapi.json; the rest of the application imports these names only, so that each can become
 * an alias of the generated schema without another file changing.
 *
 * Times are ISO 8601 UTC, days are YYYY-MM-DD, points and amounts are decimal strings, ids are uuids.
 */

/** What an account may do, always in one unit. */
export type Role =
  | "administrator"
  | "coordinator"
  | "appraiser"
  | "approver"
  | "unit-officer"
  | "unit-head"
  | "observer";

/** The language of the interface, kept with the account. */
export type Language = "vi" | "en";

/** A page of a list; `next` is the cursor of the following page. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface UnitName {
  id: string;
  name: string;
}

export interface Person {
  id: string;
  displayName: string;
}

export interface Grant {
  role: Role;
  unit: { id: string; code: string; name: string; kind: string };
}

export interface Session {
  account: {
    id: string;
    login: string;
    displayName: string;
    language: Language;
    totpEnabled: boolean;
    mustChangePassword: boolean;
  };
  grants: Grant[];
  csrfToken: string;
  idleMinutes: number;
  totpDue: boolean;
}

export interface SignIn {
  login: string;
  password: string;
  code?: string;
}

export interface SignInMethods {
  local: boolean;
  oidc: { name: string; start: string } | null;
}

export interface OpenSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  address: string;
  userAgent: string;
  current: boolean;
}

/** How far an assessment has come on the unit's side. */
export type AssessmentState = "declaring" | "compiled" | "submitted";

export interface HomeItem {
  assessmentId: string;
  campaign: { id: string; name: string; year: number };
  unit: UnitName;
  state: AssessmentState;
  dueAt: string;
  /** Null for those who have no part of their own in it. */
  mine: { assigned: number; answered: number } | null;
  answered: number;
  total: number;
  score: string;
  max: string;
  role: Role;
}

export interface UnitKind {
  kind: string;
  name: string;
  level: number;
}

export interface Unit {
  id: string;
  code: string;
  kind: string;
  kindName: string;
  parentId: string | null;
  name: string;
  shortName: string | null;
  validFrom: string;
  validTo: string | null;
  rankingGroup: string | null;
  version: number;
  childCount: number;
}

export interface UnitDetail extends Unit {
  names: {
    name: string;
    shortName: string | null;
    from: string;
    to: string | null;
    legalBasis: string | null;
  }[];
  predecessors: UnitLink[];
  successors: UnitLink[];
  results: { campaignId: string; year: number; total: string; max: string; rank: number | null }[];
}

export interface UnitLink {
  id: string;
  name: string;
  kind: string;
  on: string;
  legalBasis: string | null;
}

export interface NewUnit {
  code: string;
  kind: string;
  parentId: string | null;
  name: string;
  shortName?: string;
  validFrom: string;
  rankingGroup?: string;
}

export interface UnitRename {
  name: string;
  shortName?: string;
  on: string;
  legalBasis: string;
}

export interface UnitMerge {
  predecessors: string[];
  into: { id: string } | { code: string; name: string; kind: string; parentId: string | null };
  on: string;
  legalBasis: string;
}

/** What an Excel import would do, or has done; a problem names its sheet and cell. */
export interface ImportOutcome {
  changes: {
    row: number;
    action: "create" | "change" | "same";
    code: string;
    name: string;
    before?: Record<string, string | null>;
    after?: Record<string, string | null>;
  }[];
  problems: { sheet: string; cell: string; message: string }[];
}

export interface Account {
  id: string;
  login: string;
  displayName: string;
  email: string | null;
  disabled: boolean;
  totpEnabled: boolean;
  lastSignInAt: string | null;
  grants: Grant[];
  version: number;
}

export interface NewAccount {
  login: string;
  displayName: string;
  email?: string;
  grants: { role: Role; unitId: string }[];
}

export interface AccountChange {
  displayName?: string;
  email?: string | null;
  disabled?: boolean;
  grants?: { role: Role; unitId: string }[];
}

export interface SetFinding {
  severity: "error" | "warning";
  code: string;
  at: string;
  message: Record<Language, string>;
  expected: string | null;
  found: string | null;
}

export interface IndicatorSet {
  id: string;
  version: number;
  title: string;
  status: "draft" | "published";
  hash: string;
  max: string;
  indicatorCount: number;
  findings: { errors: number; warnings: number };
  publishedAt: string | null;
  lockVersion: number;
}

export interface IndicatorSetDetail extends Omit<IndicatorSet, "findings"> {
  findings: SetFinding[];
}

export type Stage = "declare" | "appraise" | "explain" | "approve";

export type CampaignStatus = "preparing" | "open" | "closed";

export interface StageDates {
  stage: Stage;
  /** Null = with the stage before it. */
  opensAt: string | null;
  dueAt: string;
}

/** A campaign as it stands in a list. */
export interface CampaignHead {
  id: string;
  name: string;
  year: number;
  setId: string;
  setVersion: number;
  setTitle: string;
  status: CampaignStatus;
  version: number;
}

export interface Campaign extends CampaignHead {
  stages: StageDates[];
  groups: { code: string; name: string }[];
  units: { unitId: string; name: string; group: string | null }[];
}

export interface NewCampaign {
  name: string;
  year: number;
  setId: string;
  setVersion: number;
  stages: StageDates[];
  groups: { code: string; name: string }[];
  units: { unitId: string; group: string | null }[];
}

export interface UnitProgress {
  assessmentId: string;
  unit: UnitName;
  group: string | null;
  state: AssessmentState;
  answered: number;
  total: number;
  score: string;
  max: string;
  dueAt: string;
  submittedAt: string | null;
}

export interface NewExtension {
  unitId: string;
  stage: Stage;
  dueAt: string;
  reason: string;
}

export interface Extension extends NewExtension {
  id: string;
  unit: UnitName;
  by: Person;
  at: string;
}

export interface AuditEntry {
  id: string;
  at: string;
  account: Person | null;
  address: string | null;
  action: string;
  subject: { type: string; id: string; name: string | null };
  unit: UnitName | null;
  before: unknown;
  after: unknown;
}
