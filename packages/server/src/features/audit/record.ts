/** Writing the audit log: who did what, when, from where, before and after. In the request's own transaction. */
import type { OpenCall } from "../../http/call.js";

export interface AuditEntry {
  /** What happened: `assessment.submit`. A fixed word, for filters. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** The unit it concerns, when there is one. */
  readonly unitId?: string | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
  /** Who, when it is not the call's actor (signing in). */
  readonly accountId?: string | undefined;
}

/** Where an event is written from: a request, or a job or command that no person's request started. */
type Scene = Pick<OpenCall, "db" | "at" | "address"> & { readonly actor?: { readonly accountId: string } };

/** Appends one event. Never a password, a code or a token: callers pass only what may be read. */
export async function record(scene: Scene, entry: AuditEntry): Promise<void> {
  await scene.db.insertInto("audit_event").values(auditRow(scene, entry)).execute();
}

/** An event as it is stored. */
export interface AuditRow {
  readonly at: Date;
  readonly account_id: string | null;
  readonly address: string;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly unit_id: string | null;
  /** JSON text. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The event that {@link record} would append, for whoever writes it in one statement with what it tells of. */
export function auditRow(scene: Omit<Scene, "db">, entry: AuditEntry): AuditRow {
  return {
    at: scene.at,
    account_id: entry.accountId ?? scene.actor?.accountId ?? null,
    address: scene.address,
    action: entry.action,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    unit_id: entry.unitId ?? null,
    before: entry.before === undefined ? null : JSON.stringify(entry.before),
    after: entry.after === undefined ? null : JSON.stringify(entry.after),
  };
}
