/** The explanation report of one unit: what was asked of it, and how it answered. */
import type { Call } from "../../http/call.js";
import { listAnswers } from "../answers/repository.js";
import { type Items, itemsOf } from "../appraisals/items.js";
import { bench } from "../appraisals/standing.js";
import { shownCodes } from "../appraisals/viewing.js";
import type { Evidence } from "../evidence/repository.js";
import type { Query } from "../queries/query.js";
import { listOfAssessment } from "../queries/repository.js";
import { askerOf, maySee } from "../queries/standing.js";
import { dayOf } from "../units/day.js";
import { type Asked, headFor, type Loaded, labelsByAddress } from "./asked.js";
import { letterheadOf } from "./letterheads.js";
import type { OrderedDocument } from "./order.js";

type Explained = Extract<OrderedDocument, { kind: "explanation" }>["report"]["queries"][number];

/** Points are told of the indicators whose judgement the actor is told of. @throws {Problem} `not-found`. */
export async function loadExplanation(call: Call, id: string, asked: Asked): Promise<Loaded> {
  const here = await bench(call, id);
  const { assessment, loaded } = here;
  const { unit, campaign } = assessment;
  const { letterhead } = await letterheadOf(call, unit.id);
  const asker = await askerOf(call);
  const queries = (await listOfAssessment(call.db, id, null, call.at))
    .filter((query) => maySee(asker, query))
    .reverse();
  const items = await itemsOf(call, here, await listAnswers(call.db, id));
  const shown = await shownCodes(call, here);
  const labelOf = labelsByAddress(loaded.set);
  return {
    title: `Báo cáo giải trình - ${unit.name} - ${campaign.year}`,
    document: {
      kind: "explanation",
      source: loaded.source,
      report: {
        head: headFor(letterhead, asked, call.at),
        to: letterhead.to,
        campaign: { name: campaign.name, year: campaign.year },
        unit: { name: letterhead.fullName },
        queries: queries.map((query) => {
          const told = shown === null || shown.has(query.code);
          return {
            ...explained(query, call.at),
            label: labelOf(query.code),
            ...(told ? { points: pointsOf(items, query.code) } : {}),
          };
        }),
      },
    },
  };
}

function explained(query: Query, at: Date): Omit<Explained, "label"> {
  const { kind, state, openedAt, dueAt, answeredAt, outcome, outcomeNote, messages, evidence } = query;
  return {
    kind,
    state,
    asked: dayOf(openedAt),
    due: dayOf(dueAt),
    ...(answeredAt === null ? {} : { answered: dayOf(answeredAt) }),
    late: (answeredAt ?? at) > dueAt,
    ...(outcome === null ? {} : { outcome }),
    ...(outcomeNote === null ? {} : { outcomeNote }),
    messages: messages.map(({ side, at: on, body }) => ({ side, on: dayOf(on), body })),
    evidence: evidence.map(cited),
  };
}

function pointsOf(items: Items, code: string): NonNullable<Explained["points"]> {
  const { declaredScore, appraisedScore, max } = items.item(code);
  return { declared: declaredScore, appraised: appraisedScore ?? declaredScore, max };
}

/** As a report cites it: a document in its own words, an address, a file by its name. */
function cited({ item }: Evidence): string {
  const where = [item.page === null ? "" : `trang ${item.page}`, item.section ?? ""].filter(
    (part) => part !== "",
  );
  const what = item.kind === "document" ? item.text : item.kind === "link" ? item.url : item.name;
  return [what, ...where].join(", ");
}
