import type { Call } from "../../http/call.js";
import type { Page } from "../../http/page.js";
import { Problem } from "../../http/problem.js";
import type { Person, QueueCounts, QueueItem, UnitProgress } from "./appraisal.js";
import type { QueueFilter, QueueSort } from "./queue-repository.js";

export interface QueueWish {
  readonly code?: string | undefined;
  readonly unit?: string | undefined;
  readonly group?: string | undefined;
  readonly filter?: QueueFilter | undefined;
}
export async function listQueue(
  _call: Call,
  _id: string,
  _wish: QueueWish,
  _sort: QueueSort,
  _cursor: string | undefined,
  _limit: number,
): Promise<Page<QueueItem> & { readonly counts: QueueCounts }> {
  throw new Problem("not-ready");
}

export interface QueueSummary {
  readonly units: readonly UnitProgress[];
  readonly indicators: readonly {
    readonly code: string;
    readonly title: string;
    readonly pillar: string;
    readonly judged: number;
    readonly total: number;
    readonly openQueries: number;
    readonly disagreeing: number;
  }[];
  readonly appraisers: readonly {
    readonly account: Person;
    readonly judged: number;
    readonly total: number;
  }[];
}
export async function summariseQueue(_call: Call, _id: string): Promise<QueueSummary> {
  throw new Problem("not-ready");
}
