/** Remains of HTML and Markdown in plain text, as programs that take text out of PDF files leave them. */

const TAG =
  /<(\/?)(p|div|ul|ol|li|br|i|b|u|em|strong|span|sup|sub|input|table|thead|tbody|tr|td|th|font|a|h[1-6])\b([^<>]{0,300})>/giu;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});/giu;
const BREAKS: ReadonlySet<string> = new Set([
  "p",
  "div",
  "br",
  "li",
  "ul",
  "ol",
  "tr",
  "table",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
]);

/** The text without tags: breaks for paragraphs, boxes for check boxes, "-" for items of lists that have no sign. */
export function withoutMarkup(text: string): string {
  const plain = /[<&]/.test(text) ? withoutEntities(withoutTags(text)) : text;
  return withoutEmphasis(plain);
}

function withoutTags(text: string): string {
  return text.replace(TAG, (_, closing: string, name: string, attributes: string, at: number) => {
    const tag = name.toLowerCase();
    if (tag === "input") {
      if (/\bhidden\b/i.test(attributes)) return "";
      return /\bchecked\b/i.test(attributes) ? "☑" : "☐";
    }
    if (!BREAKS.has(tag)) return "";
    if (tag === "li" && closing === "")
      return /^\s*[-+•*\d]/.test(
        text
          .slice(at)
          .replace(/^<[^>]*>/, "")
          .slice(0, 20),
      )
        ? "\n"
        : "\n- ";
    return "\n";
  });
}

function withoutEntities(text: string): string {
  return text.replace(ENTITY, (whole, name: string) => {
    const known = ENTITIES.get(name.toLowerCase());
    if (known !== undefined) return known;
    const code =
      name[1] === "x" || name[1] === "X"
        ? Number.parseInt(name.slice(2), 16)
        : Number.parseInt(name.slice(1), 10);
    return Number.isInteger(code) && code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Stars of Markdown, where they can be nothing else: around a whole cell, inside brackets, doubled. "1/2 *Điểm tối đa"
 * is a multiplication.
 */
function withoutEmphasis(text: string): string {
  if (!text.includes("*")) return text;
  return text
    .replace(/([\p{L}\p{N}])\*{2,3}(?=[\p{Lu}(])/gu, "$1\n")
    .replace(/\*{2,3}/g, "")
    .replace(/(^|\n)(\([^*()]*\))\*$/u, "$1$2")
    .replace(/\(\*([^*()]+)\*\)/g, "($1)")
    .replace(/^(\s*)\*([^*\n]+)\*(\s*)$/u, "$1$2$3")
    .replace(/(^|[\s(])\*(\p{L}[^*\n/=]*[\p{L}:;.,)])\*(?=$|[\s.,;:)])/gu, "$1$2");
}
