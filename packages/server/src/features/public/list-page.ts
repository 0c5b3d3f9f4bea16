/** /cong-bo: what is published. */
import { day } from "./figures.js";
import { addressed, framed, type Look } from "./frame.js";
import { html } from "./html.js";
import type { PublicCampaign } from "./service.js";
import { wordsOf } from "./words.js";

export function listPage(look: Look, campaigns: readonly PublicCampaign[]): string {
  const { language } = look;
  const words = wordsOf[language];
  const content = html`<h1>${words.listTitle}</h1>
<p class="lead">${words.listLead}</p>
${campaigns.length === 0 && html`<p class="empty">${words.nothing}</p>`}
<ul class="campaigns">${campaigns.map(
    ({ id, name, year, setTitle, publishedAt, units }) => html`
<li><article class="card">
<p class="when"><b>${year}</b> ${publishedAt === null ? words.earlier : words.published(day(publishedAt))}</p>
<h2><a href="${addressed(`/cong-bo/${id}`, language)}">${name}</a></h2>
<p class="facts">${setTitle} · ${words.units(units)}</p>
</article></li>`,
  )}
</ul>`;
  return framed(look, {
    title: words.site,
    description: words.listLead,
    path: "/cong-bo",
    above: [],
    content,
  });
}
