/** Saves of answers: which field, from what to what; a run of saves of one field by one person is told in one line. */
import type { AuditEntry } from "../../api/contract.js";
import { isRecord } from "./difference.js";

/** One save of one field. */
export interface AnswerSave {
  code: string;
  /** Empty: the mark that an indicator does not apply. */
  input: string;
  before: unknown;
  after: unknown;
}

/** What a save changed; null for an entry that is none, or whose sides are too long to be listed. */
export function answerSaveOf({ action, before, after }: AuditEntry): AnswerSave | null {
  if (action !== "answer.save" || !isRecord(before) || !isRecord(after)) return null;
  const { code, input, value } = after;
  if (typeof code !== "string" || typeof input !== "string") return null;
  return { code, input, before: before.value, after: value };
}

/** Entries told in one line, newest first. */
export interface AuditLine {
  /** The newest entry, with the state before the oldest. */
  entry: AuditEntry;
  count: number;
}

function fieldOf(entry: AuditEntry): string | null {
  const save = answerSaveOf(entry);
  return save === null ? null : JSON.stringify([entry.account?.id, entry.subject.id, save.code, save.input]);
}

/** Puts saves of one field that follow each other, all by one person, into one line; everything else stays by itself. */
export function linesOf(entries: readonly AuditEntry[]): AuditLine[] {
  const lines: AuditLine[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const field = fieldOf(entry);
    if (last !== undefined && field !== null && field === fieldOf(last.entry))
      lines[lines.length - 1] = { entry: { ...last.entry, before: entry.before }, count: last.count + 1 };
    else lines.push({ entry, count: 1 });
  }
  return lines;
}
