/** HTML pages and what spreadsheets, portals and Word save as HTML: a stream of tags, nothing fetched, no script run. */
import { Parser } from "htmlparser2";
import type { Budget } from "../blocks/budget.js";
import type { SourceDocument } from "../blocks/types.js";
import { HtmlBody } from "./body.js";

/** Handed to the parser in pieces, so that the clock is looked at between them. */
const PIECE = 65_536;

export function readHtml(text: string, budget: Budget): SourceDocument {
  const body = new HtmlBody(budget);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => body.open(name, attributes),
      onclosetag: (name) => body.close(name),
      ontext: (data) => body.text(data),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < text.length; at += PIECE) {
    budget.step();
    parser.write(text.slice(at, at + PIECE));
  }
  parser.end();
  return { format: "html", blocks: body.finish(), notes: [] };
}
