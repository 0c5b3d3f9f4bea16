import type { Call } from "../../http/call.js";
import { Problem } from "../../http/problem.js";
import type { Named, Person } from "./appraisal.js";

export interface Scopes {
  /** Of the campaign. */
  readonly version: number;
  readonly items: readonly {
    readonly id: string;
    readonly account: Person;
    readonly code: string | null;
    readonly title: string | null;
    readonly unit: Named | null;
    readonly done: number;
    readonly total: number;
  }[];
  readonly unassigned: readonly { readonly code: string; readonly title: string }[];
  readonly candidates: readonly Person[];
}
export interface GivenScope {
  readonly accountId: string;
  readonly code: string | null;
  readonly unitId: string | null;
}
export async function listScopes(_call: Call, _id: string): Promise<Scopes> {
  throw new Problem("not-ready");
}
export async function replaceScopes(
  _call: Call,
  _id: string,
  _sent: number,
  _items: readonly GivenScope[],
): Promise<Scopes> {
  throw new Problem("not-ready");
}
