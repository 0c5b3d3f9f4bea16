/** The assessment's part of the HTTP contract; see contract.ts. */
import type { AssessmentState, Person, UnitName } from "./contract.js";

/** A declared value: a decimal string, a yes or no, a 1-based place, places, a text, a day, or rows of a table. */
export type AnswerValue =
  | string
  | number
  | boolean
  | number[]
  | Record<string, string | number | boolean | null>[]
  | null;

export interface Answer {
  code: string;
  input: string;
  value: AnswerValue;
  version: number;
  by: Person;
  at: string;
}

export interface NotApplicable {
  code: string;
  reason: string | null;
  version: number;
  by: Person;
  at: string;
}

export type EvidenceItem =
  | {
      kind: "document";
      text: string;
      number: string | null;
      symbol: string | null;
      date: string | null;
      issuer: string | null;
      title: string | null;
      page: string | null;
      section: string | null;
    }
  | { kind: "link"; url: string; title: string | null; page: string | null; section: string | null }
  | {
      kind: "file";
      hash: string;
      name: string;
      mediaType: string;
      size: number;
      page: string | null;
      section: string | null;
    };

export type Evidence = { id: string; code: string; version: number; by: Person; at: string } & EvidenceItem;

export interface StoredFile {
  hash: string;
  name: string;
  size: number;
  mediaType: string;
}

export interface LibraryFile extends StoredFile {
  at: string;
  usedIn: { year: number; code: string }[];
}

export interface Assignment {
  code: string;
  unit: UnitName | null;
  account: Person | null;
}

export interface AssessmentPart {
  unit: UnitName;
  state: "declaring" | "handed-over";
  codes: string[];
  by: Person | null;
  at: string | null;
  reason: string | null;
}

export interface Comment {
  id: string;
  code: string;
  body: string;
  by: Person;
  at: string;
}

export interface Seal {
  hash: string;
  at: string;
  by: Person;
}

export interface Assessment {
  id: string;
  version: number;
  state: AssessmentState;
  campaign: { id: string; name: string; year: number };
  unit: { id: string; code: string; name: string; kind: string };
  group: { code: string; name: string } | null;
  set: { id: string; version: number; hash: string; title: string };
  dueAt: string;
  extended: boolean;
  serverTime: string;
  answers: Answer[];
  notApplicable: NotApplicable[];
  evidence: Evidence[];
  assignments: Assignment[];
  parts: AssessmentPart[];
  rooms: { id: string; name: string; officers: Person[] }[];
  comments: Record<string, number>;
  previous: {
    year: number;
    scores: Record<string, string>;
    answers: Record<string, Record<string, AnswerValue>>;
  } | null;
  medians: { year: number; scores: Record<string, string> } | null;
  seal: Seal | null;
  returned: { reason: string; by: Person; at: string } | null;
  may: {
    declare: boolean;
    /** null = every indicator. */
    codes: string[] | null;
    assign: boolean;
    compile: boolean;
    submit: boolean;
    return: boolean;
    handOver: string[];
  };
}

export interface AssessmentCheck {
  findings: { code: string; severity: "error" | "warning"; message: string; blocks: boolean }[];
  missing: string[];
  withoutEvidence: string[];
  openParts: UnitName[];
  total: string;
  max: string;
}

export interface AnswerHistory {
  items: { value: AnswerValue; version: number; by: Person; at: string }[];
}
