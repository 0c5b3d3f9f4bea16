/**
 * Who is told of what happens in a query: the unit of what is asked of it, the owner of what is answered. An owner who
 * may not judge it any more is told nothing: whoever may is.
 */
import type { Call } from "../../http/call.js";
import { type NoticeOrder, notify } from "../notices/notify.js";
import { everyFollower, followersOf } from "./following.js";
import type { QueryHead, QueryView } from "./query.js";

export type News = "asked" | "answered" | "extended" | "closed" | "handed";

/** Tells everybody concerned but the one who did it. Complaints go the other way: the unit asks, the coordinator answers. */
export async function tell(
  call: Call,
  { query, title }: QueryView,
  news: News,
  words: string | undefined,
): Promise<void> {
  const judging = await judgingOf(call, query);
  const asked = query.kind === "explanation" ? { unit: query.unit.id } : judging;
  const asking = query.kind === "explanation" ? judging : { unit: query.unit.id };
  // A deadline moved and an end concern the unit, whoever asked.
  const unit = { unit: query.unit.id };
  const to = { asked, answered: asking, extended: unit, closed: unit, handed: judging }[news];
  await notify(call, {
    kind: news,
    to,
    data: {
      campaign: query.campaign.name,
      unit: query.unit.name,
      indicator: `${query.code} ${title}`,
      ...(query.kind === "complaint" ? { complaint: true } : {}),
      ...(news === "closed" && query.outcome !== null ? { outcome: query.outcome } : {}),
      ...(words === undefined ? {} : { reason: words }),
      ...(news === "asked" || news === "extended" || news === "handed"
        ? { dueAt: query.dueAt.toISOString() }
        : {}),
    },
    link: `/queries/${query.id}`,
  });
}

/** The owner; else those to whom it is assigned now; where it is nobody's, whoever coordinates. */
async function judgingOf(call: Call, query: QueryHead): Promise<NoticeOrder["to"]> {
  const { owner } = query;
  if (owner === null) return { roles: ["coordinator"] };
  const followers = await followersOf(call, query);
  if (everyFollower(followers).some(({ id }) => id === owner.id)) return { accounts: [owner.id] };
  const { appraisers } = followers;
  return appraisers.length === 0 ? { roles: ["coordinator"] } : { accounts: appraisers.map(({ id }) => id) };
}
