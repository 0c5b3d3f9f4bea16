/** /cong-bo/:campaignId/:unitId: one unit beside its group, its points one by one, its years. */
import { day, figure, hundredths, percent } from "./figures.js";
import { addressed, framed, type Look } from "./frame.js";
import { type Html, html } from "./html.js";
import { changeOf } from "./movement.js";
import type { PublicUnit } from "./service.js";
import { type Words, wordsOf } from "./words.js";

type Indicator = PublicUnit["indicators"][number];

export function unitPage(look: Look, unit: PublicUnit): string {
  const words = wordsOf[look.language];
  const { campaign } = unit;
  const facts = [
    campaign.setTitle,
    unit.publishedAt === null ? words.earlier : words.published(day(unit.publishedAt)),
  ];
  const content = html`<h1>${unit.unit.name}</h1>
<p class="lead">${facts.join(" · ")}</p>
${summary(look, unit, words)}
${pillars(look, unit, words)}
${indicators(look, unit, words)}
${years(look, unit, words)}`;
  return framed(look, {
    title: `${unit.unit.name} · ${campaign.name}`,
    description: [unit.unit.name, campaign.name, ...facts].join(" · "),
    path: `/cong-bo/${campaign.id}/${unit.unit.id}`,
    above: [
      { path: "/cong-bo", title: words.home },
      { path: `/cong-bo/${campaign.id}`, title: campaign.name },
    ],
    content,
  });
}

function summary({ language }: Look, unit: PublicUnit, words: Words): Html {
  const group = unit.group === null ? words.noGroup : unit.groupName;
  const rank =
    unit.rank === null
      ? html`<b>–</b> <span>${words.unranked}</span>`
      : html`<b>${unit.rank}</b> <span>/ ${unit.of} · ${group}</span>`;
  return html`<dl class="summary">
<div><dt>${words.rank}</dt><dd>${rank}</dd></div>
<div><dt>${words.total}</dt><dd><b>${figure(unit.total, language)}</b> <span>/ ${figure(unit.max, language)}</span></dd></div>
${unit.level !== null && html`<div><dt>${words.level}</dt><dd><b class="word">${unit.level}</b></dd></div>`}
<div><dt>${words.change}</dt><dd class="word">${changeOf(unit, words)}</dd></div>
</dl>
${!unit.submitted && html`<p><span class="note bad">${words.notSubmitted}</span></p>`}`;
}

/** Bars of SVG with marks for the group's best and its middle; the same numbers stand in the table. */
function pillars({ language }: Look, unit: PublicUnit, words: Words): Html {
  const byCode = new Map(unit.indicators.map((one) => [one.code, one]));
  const rows = unit.radar.map((spoke) => {
    const one = byCode.get(spoke.code);
    const points = (text: string | null | undefined): string =>
      text === null || text === undefined ? "–" : figure(text, language);
    const median = (text: string | null | undefined): string =>
      text === null || text === undefined ? "–" : hundredths(text, language);
    return html`
<tr><th scope="row">${spoke.title}</th><td class="n"><b>${points(one?.score)}</b> <small>/ ${points(one?.max)}</small></td><td class="bars">${bars(spoke)}</td><td class="n"><span class="label">${words.share}</span>${spoke.own === null ? "–" : percent(spoke.own, language)}</td><td class="n"><span class="label">${words.best}</span>${points(one?.groupBest)}</td><td class="n"><span class="label">${words.median}</span>${median(one?.groupMedian)}</td></tr>`;
  });
  return html`<section>
<h2>${words.pillars}</h2>
<p class="legend" aria-hidden="true"><span class="own">${words.legendOwn}</span><span class="best">${words.best}</span><span class="median">${words.median}</span></p>
<table class="pillars"><thead><tr><th scope="col">${words.pillar}</th><th scope="col" class="n">${words.points}</th><th scope="col" class="bars"><span class="unseen">${words.share}</span></th><th scope="col" class="n">${words.share}</th><th scope="col" class="n">${words.best}</th><th scope="col" class="n">${words.median}</th></tr></thead>
<tbody>${rows}
</tbody></table>
</section>`;
}

function bars({ own, best, median }: PublicUnit["radar"][number]): Html {
  const at = (share: number | null): string => ((share ?? 0) * 200).toFixed(1);
  const mark = (kind: string, share: number | null): Html | null =>
    share === null ? null : html`<line class="${kind}" x1="${at(share)}" x2="${at(share)}" y1="0" y2="14"/>`;
  return html`<svg class="spoke" viewBox="-1 0 202 14" preserveAspectRatio="none" aria-hidden="true"><rect class="track" y="3" width="200" height="8"/><rect class="own" y="3" width="${at(own)}" height="8"/>${mark("median", median)}${mark("best", best)}</svg>`;
}

/** Pillar by pillar; what sums others stands above it. */
function indicators({ language }: Look, unit: PublicUnit, words: Words): Html {
  const parts = unit.pillarHeads.map((pillar) => {
    const under = unit.indicators.filter((one) => one.depth > 0 && pillarOf(unit, one) === pillar.code);
    return under.length === 0 ? null : part({ language }, pillar, under, words);
  });
  return html`<section>
<h2>${words.indicators}</h2>
${parts}
</section>`;
}

function pillarOf({ indicators: all }: PublicUnit, indicator: Indicator): string {
  const byCode = new Map(all.map((one) => [one.code, one]));
  let one: Indicator | undefined = indicator;
  while (one !== undefined && one.parent !== null) {
    const above: Indicator | undefined = byCode.get(one.parent);
    if (above === undefined) break;
    one = above;
  }
  return one.code;
}

function part(
  { language }: Pick<Look, "language">,
  pillar: PublicUnit["pillarHeads"][number],
  rows: readonly Indicator[],
  words: Words,
): Html {
  return html`<table class="indicators"><caption>${pillar.title}</caption>
<thead><tr><th scope="col">${words.indicator}</th><th scope="col" class="n">${words.points}</th><th scope="col" class="n">${words.best}</th><th scope="col" class="n">${words.median}</th></tr></thead>
<tbody>${rows.map(
    (one) => html`
<tr class="${`depth${Math.min(3, one.depth)}${one.leaf ? "" : " sum"}`}"><th scope="row"><span class="code">${one.printed}</span> ${one.title}${noteOf(one, words)}</th><td class="n"><b>${figure(one.score, language)}</b> <small>/ ${figure(one.max, language)}</small></td><td class="n"><span class="label">${words.best}</span>${one.groupBest === null ? "–" : figure(one.groupBest, language)}</td><td class="n"><span class="label">${words.median}</span>${one.groupMedian === null ? "–" : hundredths(one.groupMedian, language)}</td></tr>`,
  )}
</tbody></table>
`;
}

function noteOf({ status, bonus, leaf }: Indicator, words: Words): Html | null {
  const said = [
    ...(bonus ? [words.bonus] : []),
    ...(leaf && status !== null && status !== "scored" ? [words.status[status]] : []),
  ];
  return said.length === 0 ? null : html` ${said.map((one) => html`<span class="note">${one}</span> `)}`;
}

function years({ language }: Look, unit: PublicUnit, words: Words): Html | null {
  if (unit.series.length < 2) return null;
  const renamed = unit.series.some(({ unitName }) => unitName !== unit.unit.name);
  return html`<section>
<h2>${words.years}</h2>
<table class="years"><thead><tr><th scope="col">${words.year}</th>${renamed && html`<th scope="col">${words.calledThen}</th>`}<th scope="col" class="n">${words.points}</th><th scope="col" class="bars"><span class="unseen">${words.share}</span></th><th scope="col" class="n">${words.share}</th><th scope="col" class="n">${words.rank}</th></tr></thead>
<tbody>${unit.series.map((point) => {
    const share = Number(point.max) > 0 ? Number(point.total) / Number(point.max) : null;
    return html`
<tr><th scope="row"><a href="${addressed(`/cong-bo/${point.campaignId}/${point.unitId}`, language)}">${point.year}</a></th>${renamed && html`<td>${point.unitName}</td>`}<td class="n"><b>${figure(point.total, language)}</b> <small>/ ${figure(point.max, language)}</small></td><td class="bars">${bars({ code: "", title: "", own: share, best: null, median: null })}</td><td class="n"><span class="label">${words.share}</span>${share === null ? "–" : percent(share, language)}</td><td class="n"><span class="label">${words.rank}</span>${point.rank === null ? "–" : `${point.rank}/${point.of}`}</td></tr>`;
  })}
</tbody></table>
</section>`;
}
