/**
 * How the rest of the server tells people of what happened: in the same transaction as the thing itself, so that
 * neither is without the other. Mail follows by a job.
 */
import type { ProvinceRole } from "../../access/actor.js";
import type { NoticeData, NoticeKind } from "../../database/notice-tables.js";
import type { Call } from "../../http/call.js";
import * as repository from "./repository.js";

export interface NoticeOrder {
  readonly kind: NoticeKind;
  readonly to: {
    readonly accounts?: readonly string[];
    /** The officers and heads granted in this very unit. */
    readonly unit?: string;
    /** Everybody with these roles. */
    readonly roles?: readonly ProvinceRole[];
  };
  readonly data: NoticeData;
  /** Where it leads, a path of the application: `/assessments/…`. */
  readonly link: string;
  readonly once?: string;
}

/** The longest text of somebody's that a notice repeats. */
const LONGEST = 500;

/** Tells everybody concerned but the one who did it. */
export async function notify(
  { db, actor, at }: Call,
  { kind, to, data, link, once }: NoticeOrder,
): Promise<void> {
  const { unit, roles = [], accounts = [] } = to;
  const grants = [
    ...(unit === undefined
      ? []
      : (["unit-officer", "unit-head"] as const).map((role) => ({ role, unitId: unit }))),
    ...roles.map((role) => ({ role, unitId: null })),
  ];
  await repository.insertNotices(
    db,
    { kind, data: shortened(data), link, once: once ?? null, at },
    { accounts, grants, except: actor.accountId },
  );
}

function shortened({ reason, ...data }: NoticeData): NoticeData {
  if (reason === undefined) return data;
  return { ...data, reason: reason.length > LONGEST ? `${reason.slice(0, LONGEST)}…` : reason };
}
