/** How a unit's rank moved since its last result. */
import { type Html, html } from "./html.js";
import type { PublicRanking } from "./service.js";
import type { Words } from "./words.js";

/** An arrow with its number, and the sentence for who does not see it. */
export function changeOf(
  { rank, before }: Pick<PublicRanking["items"][number], "rank" | "before">,
  words: Words,
): Html {
  if (before === null) return html`<span class="quiet">${words.isNew}</span>`;
  if (rank === null || before.rank === null) return html`<span class="quiet">–</span>`;
  const places = before.rank - rank;
  if (places === 0) return moved("same", "=", words.same(before.year));
  return places > 0
    ? moved("up", `▲ ${places}`, words.up(places, before.year))
    : moved("down", `▼ ${-places}`, words.down(-places, before.year));
}

const moved = (kind: "up" | "down" | "same", sign: string, sentence: string): Html =>
  html`<span class="${kind}" title="${sentence}"><span aria-hidden="true">${sign}</span><span class="unseen">${sentence}</span></span>`;
