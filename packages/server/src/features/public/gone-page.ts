/** The page for what is not there: never published, withdrawn, or never anything. All look the same. */
import { addressed, framed, type Look } from "./frame.js";
import { html } from "./html.js";
import { wordsOf } from "./words.js";

export function gonePage(look: Look): string {
  const words = wordsOf[look.language];
  return framed(look, {
    title: words.goneTitle,
    description: words.gone,
    path: "/cong-bo",
    above: [],
    content: html`<h1>${words.goneTitle}</h1>
<p class="lead">${words.gone}</p>
<p class="empty"><a href="${addressed("/cong-bo", look.language)}">${words.backToList}</a></p>`,
  });
}
