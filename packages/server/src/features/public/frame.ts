/** What every public page has around its content: the head, the way back, the other language, the way in. */
import type { Language } from "@opendti/engine";
import { type Html, html } from "./html.js";
import { type Words, wordsOf } from "./words.js";

/** How a page is asked for. */
export interface Look {
  readonly language: Language;
  /** Of the stylesheet. */
  readonly style: string;
}

export interface Frame {
  readonly title: string;
  readonly description: string;
  /** The page's own address without the language, for the switch. */
  readonly path: string;
  /** Pages above this one. */
  readonly above: readonly { readonly path: string; readonly title: string }[];
  readonly content: Html;
}

/** A whole document. */
export function framed({ language, style }: Look, page: Frame): string {
  const words = wordsOf[language];
  const other = language === "vi" ? "en" : "vi";
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
<title>${page.title}${page.title === words.site ? null : ` · ${words.site}`}</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
</head>
<body>
<a class="skip" href="#noi-dung">${words.skip}</a>
<header class="top"><div class="wide">
<a class="brand" href="${addressed("/cong-bo", language)}">${MARK}<span><b>OpenDTI</b><span class="tagline">${words.site}</span></span></a>
<nav class="ways" aria-label="OpenDTI"><a href="${addressed(page.path, other)}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a><a href="/">${words.signIn}</a></nav>
</div></header>
<main id="noi-dung" class="wide">
${crumbs(page, language, words)}${page.content}
</main>
<footer class="bottom"><div class="wide">${words.footer}</div></footer>
</body>
</html>
`.toString();
}

function crumbs({ above }: Frame, language: Language, words: Words): Html | null {
  if (above.length === 0) return null;
  return html`<nav class="crumbs" aria-label="${words.home}"><ol>${above.map(
    ({ path, title }) => html`<li><a href="${addressed(path, language)}">${title}</a></li>`,
  )}</ol></nav>
`;
}

/** An address in a language: Vietnamese goes without saying. */
export function addressed(path: string, language: Language): string {
  if (language === "vi") return path;
  return `${path}${path.includes("?") ? "&" : "?"}lang=en`;
}

/** Drawn in the page: it takes the colours of the page, and the page needs one file less. */
const MARK = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="6"/><path d="M8 22v-5M13.3 22v-8M18.7 22V11M24 22V8"/></svg>`;
