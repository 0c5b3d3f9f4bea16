/** Lines outside tables as paragraphs: a sentence that the page broke stays one paragraph. */
import { tidyLines } from "../blocks/clean.js";
import type { ParagraphBlock } from "../blocks/types.js";
import { isBlank, type TextLine } from "./lines.js";
import { withoutMarkup } from "./markup.js";

/** A new paragraph begins with a bullet, a number, a letter in brackets. */
const BEGINS =
  /^\s*(?:[-+•*–]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[IVX]{1,5}[.)]\s|[a-zđ]\)\s|Điều\s+\d|Căn cứ\s|Phụ lục\b|Nơi nhận|\()/u;
/** A line shorter than this was not broken by the edge of the page. */
const SHORT = 55;

export function paragraphsOf(lines: readonly TextLine[]): ParagraphBlock[] {
  const paragraphs: ParagraphBlock[] = [];
  let open: TextLine[] = [];
  const close = (): void => {
    const [first] = open;
    const text = tidyLines(withoutMarkup(open.map((line) => line.text.replaceAll("\t", " ")).join("\n")));
    if (first && text !== "")
      paragraphs.push({ kind: "paragraph", text, level: null, place: { line: first.number } });
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    if (isBlank(line) || (last && beginsAnew(last.text, line.text))) close();
    if (!isBlank(line)) open.push(line);
  }
  close();
  return paragraphs;
}

function beginsAnew(above: string, line: string): boolean {
  if (BEGINS.test(line)) return true;
  if (!/^\s*["“(]?\p{Lu}/u.test(line)) return false;
  return /[.;:!?/]\s*$/.test(above) || above.trim().length < SHORT;
}
