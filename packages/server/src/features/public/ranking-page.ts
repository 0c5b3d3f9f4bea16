/** /cong-bo/:campaignId: who stands where, group by group. */
import { day, digitsOf, figure, hundredths } from "./figures.js";
import { addressed, framed, type Look } from "./frame.js";
import { type Html, html } from "./html.js";
import { changeOf } from "./movement.js";
import type { PublicRanking, RankingPart, Search } from "./service.js";
import { type Words, wordsOf } from "./words.js";

/** Units on a page: a phone reads them in a second. */
export const PAGE_UNITS = 200;

type Item = PublicRanking["items"][number];
type Group = PublicRanking["groups"][number];

export interface RankingView extends RankingPart {
  readonly search: Search;
  /** Every group of the campaign, for the form. */
  readonly groups: readonly Group[];
  /** From 1. */
  readonly page: number;
}

export function rankingPage(look: Look, view: RankingView): string {
  const words = wordsOf[look.language];
  const { campaign } = view.ranking;
  const facts = [
    campaign.setTitle,
    campaign.publishedAt === null ? words.earlier : words.published(day(campaign.publishedAt)),
    words.units(campaign.units),
  ];
  const content = html`<h1>${campaign.name}</h1>
<p class="lead">${facts.join(" · ")}</p>
${view.corrects !== null && html`<p class="facts">${words.corrected(day(view.corrects.toISOString()))}</p>`}
${form(look, view, words)}
${found(view, words)}
${tables(look, view, words)}
${pages(look, view, words)}
${downloads(look, view, words)}`;
  return framed(look, {
    title: campaign.name,
    description: facts.join(" · "),
    path: pathOf(view, view.page),
    above: [{ path: "/cong-bo", title: words.home }],
    content,
  });
}

const baseOf = ({ ranking }: RankingView): string => `/cong-bo/${ranking.campaign.id}`;

function pathOf(view: RankingView, page: number): string {
  const query = new URLSearchParams();
  if (view.search.q) query.set("q", view.search.q);
  if (view.search.group) query.set("group", view.search.group);
  if (page > 1) query.set("trang", String(page));
  const text = query.toString();
  return text === "" ? baseOf(view) : `${baseOf(view)}?${text}`;
}

function form({ language }: Look, view: RankingView, words: Words): Html {
  const { q = "", group = "" } = view.search;
  return html`<form class="search" action="${baseOf(view)}" method="get" role="search">
${language === "en" && html`<input type="hidden" name="lang" value="en">`}
<p><label for="q">${words.search}</label><input id="q" name="q" type="search" value="${q}" maxlength="100" autocomplete="off" enterkeyhint="search"></p>
${
  view.groups.length > 1 &&
  html`<p><label for="nhom">${words.group}</label><select id="nhom" name="group"><option value="">${words.allGroups}</option>${view.groups.map(
    ({ code, name }) =>
      html`<option value="${code ?? "-"}"${(code ?? "-") === group ? html` selected` : null}>${groupName(code, name, words)}</option>`,
  )}</select></p>`
}
<p class="act"><button type="submit">${words.find}</button>${
    (q !== "" || group !== "") && html`<a href="${addressed(baseOf(view), language)}">${words.clear}</a>`
  }</p>
</form>`;
}

const groupName = (code: string | null, name: string, words: Words): string =>
  code === null ? words.noGroup : name;

function found({ search, found: count }: RankingView, words: Words): Html | null {
  if (count === 0) return html`<p class="empty" role="status">${words.notFound}</p>`;
  return search.q ? html`<p class="facts" role="status">${words.found(count, search.q)}</p>` : null;
}

function tables(look: Look, view: RankingView, words: Words): readonly Html[] {
  const { groups, items } = view.ranking;
  return groups.flatMap((group) => {
    const members = items.filter((item) => item.group === group.code);
    return members.length === 0 ? [] : [table(look, view, group, members, words)];
  });
}

function table(
  { language }: Look,
  { ranking }: RankingView,
  group: Group,
  items: readonly Item[],
  words: Words,
): Html {
  const { pillars } = ranking;
  const digits = digitsOf(items.map(({ total }) => total));
  const of = (text: string | null): string => (text === null ? "–" : hundredths(text, language));
  // A maximum that all share stands in the head of the column, not in every line.
  const [max = ""] = items.map((item) => item.max);
  const digitsIn = new Map(
    pillars.map(({ code }) => [code, digitsOf(items.map((item) => item.pillars[code] ?? ""))]),
  );
  const withMoves = items.some(({ before }) => before !== null);
  return html`<section class="group">
<h2>${groupName(group.code, group.name, words)}</h2>
<p class="facts">${words.groupFacts(group.units, of(group.best), of(group.median))}</p>
<table class="ranking"><caption class="unseen">${groupName(group.code, group.name, words)}</caption>
<thead><tr><th scope="col" class="n">${words.rank}</th><th scope="col">${words.unit}</th><th scope="col" class="n total">${words.total} <small>${words.outOf(figure(max, language))}</small></th>${pillars.map(
    ({ title, max: most }) =>
      html`<th scope="col" class="n pillar" title="${title}"><span>${title}</span> <small>${words.outOf(figure(most, language))}</small></th>`,
  )}${withMoves && html`<th scope="col" class="move">${words.change}</th>`}</tr></thead>
<tbody>${items.map(
    (item) => html`
<tr><td class="n rank">${item.rank ?? html`<abbr title="${words.unranked}">–</abbr>`}</td><th scope="row"><a href="${addressed(`/cong-bo/${ranking.campaign.id}/${item.unit.id}`, language)}">${item.unit.name}</a>${notes(item, words)}</th><td class="n total"><b>${figure(item.total, language, digits)}</b>${bar(item)}</td>${pillars.map(
      ({ code }) => html`<td class="n pillar">${pillarPoints(item, code, language, digitsIn.get(code))}</td>`,
    )}${withMoves && html`<td class="move">${changeOf(item, words)}</td>`}</tr>`,
  )}
</tbody></table>
<p class="hint">${words.pillarsHidden}</p>
</section>
`;
}

function pillarPoints(
  { pillars }: Item,
  code: string,
  language: Look["language"],
  digits: number | undefined,
): string {
  const points = pillars[code];
  return points === undefined ? "–" : figure(points, language, digits);
}

function notes({ level, submitted }: Item, words: Words): Html | null {
  if (!submitted) return html` <span class="note bad">${words.notSubmitted}</span>`;
  return level === null ? null : html` <span class="note">${level}</span>`;
}

/** How much of the maximum: a bar of plain SVG, told by the number beside it. */
function bar({ total, max }: Item): Html {
  const share = Number(max) > 0 ? Math.min(1, Math.max(0, Number(total) / Number(max))) : 0;
  return html`<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect width="${(share * 100).toFixed(1)}" height="4"/></svg>`;
}

function pages(look: Look, view: RankingView, words: Words): Html | null {
  const count = Math.ceil(view.found / PAGE_UNITS);
  if (count <= 1) return null;
  const way = (page: number, title: string, rel: "prev" | "next"): Html | null =>
    page < 1 || page > count
      ? null
      : html`<a rel="${rel}" href="${addressed(pathOf(view, page), look.language)}">${title}</a>`;
  return html`<nav class="pages" aria-label="${words.page(view.page, count)}">${way(view.page - 1, words.previous, "prev")}<span>${words.page(view.page, count)}</span>${way(view.page + 1, words.next, "next")}</nav>`;
}

function downloads({ language }: Look, view: RankingView, words: Words): Html {
  const campaign = `/api/v1/public/campaigns/${view.ranking.campaign.id}`;
  const group = view.search.group ? `?group=${encodeURIComponent(view.search.group)}` : "";
  return html`<p class="downloads" lang="${language}"><span>${words.downloads}</span> ${[
    ["csv", "CSV"],
    ["xlsx", "Excel"],
    ["json", "JSON"],
  ].map(
    ([form, title]) => html`<a href="${`${campaign}/results.${form}${group}`}" download>${title}</a>`,
  )} ${[
    ["open-data", words.package],
    ["sdmx", "SDMX"],
    ["coinr", "COINr (R)"],
    // Made when they are first asked for: not by those who only look around.
  ].map(
    ([name, title]) => html`<a href="${`${campaign}/${name}.zip`}" rel="nofollow" download>${title}</a>`,
  )}</p>`;
}
