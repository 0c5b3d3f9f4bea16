/** The body of an HTML page as its tags come by. */
import type { Budget } from "../blocks/budget.js";
import { BlockBuilder } from "../blocks/builder.js";
import type { Block } from "../blocks/types.js";
import { formatCounter } from "../docx/numbering.js";

/** Their text is no text of the page. */
const UNSEEN: ReadonlySet<string> = new Set([
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "iframe",
  "object",
  "select",
  "textarea",
  "svg",
  "math",
]);

/** A new line begins before and after them. */
const LINES: ReadonlySet<string> = new Set([
  "p",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "li",
  "section",
  "article",
  "header",
  "footer",
  "blockquote",
  "pre",
  "center",
  "dl",
  "dt",
  "dd",
  "form",
  "fieldset",
  "address",
  "figure",
  "main",
  "nav",
  "aside",
  "body",
  "html",
  "hr",
  "caption",
]);

interface List {
  readonly format: string | undefined;
  next: number;
}

const LIST_FORMATS: ReadonlyMap<string, string> = new Map([
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
  ["1", "decimal"],
]);

const LABEL_ONLY = /^\s*([-+]|\w{1,6}\.)\s*$/;

type HtmlAttributes = Readonly<Record<string, string>>;

export class HtmlBody {
  private readonly builder: BlockBuilder;
  private readonly lists: List[] = [];
  private readonly levels: (number | null)[] = [];
  private depth = 0;
  private unseen = 0;
  private line = "";
  private preformatted = 0;
  /** The label of an item stands in the line and its text has not come yet. */
  private pendingLabel = false;

  constructor(private readonly budget: Budget) {
    this.builder = new BlockBuilder(budget);
  }

  finish(): readonly Block[] {
    this.endLine();
    return this.builder.finish();
  }

  open(name: string, attributes: HtmlAttributes): void {
    this.budget.step();
    this.depth += 1;
    this.budget.depth(this.depth);
    if (UNSEEN.has(name) || this.unseen > 0) {
      this.unseen += 1;
      return;
    }
    if (LINES.has(name)) this.endLine();
    switch (name) {
      case "table":
        this.endLine();
        this.builder.openTable();
        return;
      case "tr":
        this.endLine();
        this.builder.openRow();
        return;
      case "td":
      case "th":
        this.endLine();
        this.builder.openCell({
          columns: span(attributes["colspan"]),
          rows: span(attributes["rowspan"]),
          merge: "none",
        });
        return;
      case "ul":
      case "ol":
        this.lists.push({
          format: name === "ol" ? (LIST_FORMATS.get(attributes["type"] ?? "1") ?? "decimal") : undefined,
          next: Number.parseInt(attributes["start"] ?? "1", 10) || 1,
        });
        return;
      case "li":
        this.line = this.itemLabel();
        return;
      case "br":
        this.line += "\n";
        return;
      case "input":
        this.input(attributes);
        return;
      case "pre":
        this.preformatted += 1;
        return;
      default:
        if (/^h[1-6]$/.test(name)) this.levels.push(Number(name.slice(1)));
    }
  }

  close(name: string): void {
    this.depth -= 1;
    if (this.unseen > 0) {
      this.unseen -= 1;
      return;
    }
    if (name === "li" && this.pendingLabel && LABEL_ONLY.test(this.line)) this.line = "";
    if (LINES.has(name)) this.endLine();
    switch (name) {
      case "table":
        this.endLine();
        this.builder.closeTable();
        return;
      case "tr":
        this.endLine();
        this.builder.closeRow();
        return;
      case "td":
      case "th":
        this.endLine();
        this.builder.closeCell();
        return;
      case "ul":
      case "ol":
        this.lists.pop();
        return;
      case "pre":
        this.preformatted -= 1;
        return;
      default:
        if (/^h[1-6]$/.test(name)) this.levels.pop();
    }
  }

  text(data: string): void {
    if (this.unseen > 0) return;
    this.line += this.preformatted > 0 ? data : data.replace(/[ \t\r\n\f]+/g, " ");
  }

  private endLine(): void {
    // The text of an item may stand in a paragraph of its own: the label waits for it.
    if (this.pendingLabel && LABEL_ONLY.test(this.line)) return;
    this.pendingLabel = false;
    if (this.line.trim() !== "") this.builder.paragraph(this.line, this.levels.at(-1) ?? null);
    this.line = "";
  }

  private itemLabel(): string {
    const list = this.lists.at(-1);
    this.pendingLabel = true;
    if (!list?.format) return "- ";
    const label = `${formatCounter(list.next, list.format)}. `;
    list.next += 1;
    return label;
  }

  private input(attributes: HtmlAttributes): void {
    const type = (attributes["type"] ?? "text").toLowerCase();
    if (type === "checkbox" || type === "radio") this.line += attributes["checked"] === undefined ? "☐" : "☑";
    else if (type !== "hidden" && type !== "submit") this.line += attributes["value"] ?? "";
  }
}

function span(text: string | undefined): number {
  const number = Number.parseInt(text ?? "1", 10);
  return Number.isInteger(number) && number > 0 ? Math.min(number, 1000) : 1;
}
