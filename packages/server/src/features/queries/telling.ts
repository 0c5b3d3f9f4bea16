/** Who is told of what happens in a query: the unit of what is asked of it, the owner of what is answered. */
import type { Call } from "../../http/call.js";
import { type NoticeOrder, notify } from "../notices/notify.js";
import type { QueryView } from "./query.js";

export type News = "asked" | "answered" | "extended" | "closed";

/** Tells everybody concerned but the one who did it. Complaints go the other way: the unit asks, the coordinator answers. */
export async function tell(
  call: Call,
  { query, title }: QueryView,
  news: News,
  words: string | undefined,
): Promise<void> {
  const judging: NoticeOrder["to"] =
    query.owner === null ? { roles: ["coordinator"] } : { accounts: [query.owner.id] };
  const asked = query.kind === "explanation" ? { unit: query.unit.id } : judging;
  const asking = query.kind === "explanation" ? judging : { unit: query.unit.id };
  // A deadline moved and an end concern the unit, whoever asked.
  const to = { asked, answered: asking, extended: { unit: query.unit.id }, closed: { unit: query.unit.id } }[
    news
  ];
  await notify(call, {
    kind: news,
    to,
    data: {
      campaign: query.campaign.name,
      unit: query.unit.name,
      indicator: `${query.code} ${title}`,
      ...(words === undefined ? {} : { reason: words }),
      ...(news === "asked" || news === "extended" ? { dueAt: query.dueAt.toISOString() } : {}),
    },
    link: `/queries/${query.id}`,
  });
}
