/**
 * The body of a Word document as its elements come by. What is accepted of tracked changes is what Word shows after
 * "accept all"; of two forms of the same text box, the newer is taken.
 */
import type { Budget } from "../blocks/budget.js";
import { BlockBuilder, type Merge } from "../blocks/builder.js";
import { symbolOf } from "../blocks/clean.js";
import type { Block } from "../blocks/types.js";
import type { Attributes, XmlHandler } from "../ooxml/xml.js";
import { bearsOnPoints } from "./footnotes.js";
import type { Numbering } from "./numbering.js";
import { OpenParagraph } from "./paragraph.js";
import type { Styles } from "./styles.js";

/** Elements whose text is no text of the document: old versions, field instructions, second forms of the same thing. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "w:moveFrom",
  "mc:Fallback",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
  "w:numberingChange",
  "w:tblPrExChange",
  "w:sectPr",
  "w:rt",
]);

const CHANGES: ReadonlySet<string> = new Set(["w:ins", "w:del", "w:moveFrom", "w:moveTo"]);

/** A content control: a box to tick, or a place where nobody has written yet. */
interface Control {
  ticked: boolean | undefined;
  placeholder: boolean;
  shown: boolean;
}

interface OpenCell {
  columns: number;
  merge: Merge;
  deleted: boolean;
  opened: boolean;
  /** Footnotes that it refers to and that bear on points. */
  readonly notes: string[];
}

export interface BodyNotes {
  footnotes: number;
  changes: number;
  pictures: number;
}

export class Body implements XmlHandler {
  readonly notes: BodyNotes = { footnotes: 0, changes: 0, pictures: 0 };
  private readonly builder: BlockBuilder;
  private readonly path: string[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly controls: Control[] = [];
  private readonly cells: OpenCell[] = [];
  private readonly deletedRows: boolean[] = [];
  private leftOut = 0;
  private capturing = false;
  private hidden = false;
  private raised = false;
  private page = 1;
  private paged = false;
  private boxDepth = 0;
  private carried = "";
  private formBox: boolean | undefined;

  constructor(
    budget: Budget,
    private readonly numbering: Numbering,
    private readonly styles: Styles,
    private readonly footnotes: ReadonlyMap<string, string> = new Map(),
  ) {
    this.builder = new BlockBuilder(budget);
  }

  finish(): readonly Block[] {
    return this.builder.finish();
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1) ?? "";
    this.path.push(name);
    if (this.leftOut > 0) {
      this.leftOut += 1;
      return;
    }
    if (CHANGES.has(name)) this.notes.changes += 1;
    if (LEFT_OUT.has(name) || (name === "w:del" && parent !== "w:rPr" && parent !== "w:trPr")) {
      this.leftOut = 1;
      return;
    }
    this.openStructure(name, attributes, parent);
    this.openText(name, attributes, parent);
  }

  close(name: string): void {
    this.path.pop();
    if (this.leftOut > 0) {
      this.leftOut -= 1;
      return;
    }
    switch (name) {
      case "w:t":
      case "m:t":
        this.capturing = false;
        return;
      case "w:r":
        this.hidden = false;
        this.raised = false;
        return;
      case "w:p":
        this.closeParagraph();
        return;
      case "w:tcPr":
        this.openCellNow();
        return;
      case "w:tc":
        this.closeCell();
        return;
      case "w:tr":
        if (this.boxDepth > 0) return;
        if (this.deletedRows.pop()) this.builder.dropRow();
        else this.builder.closeRow();
        return;
      case "w:tbl":
        if (this.boxDepth === 0) this.builder.closeTable();
        return;
      default:
        this.closeOther(name);
    }
  }

  text(text: string): void {
    if (this.capturing && this.leftOut === 0) this.write(this.raised ? raisedText(text) : text);
  }

  private closeOther(name: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (name === "w:txbxContent") this.boxDepth -= 1;
    else if (name === "w:sdtContent") this.showControl();
    else if (name === "w:sdt") this.controls.pop();
    else if (name === "w:checkBox") {
      this.write(this.formBox ? "☑" : "☐");
      this.formBox = undefined;
    } else if (name === "m:num") paragraph?.endPiece("numerator");
    else if (name === "m:den") paragraph?.endPiece("denominator");
    else if (name === "m:f") paragraph?.closeFraction();
    else if (name === "m:d") this.write(")");
  }

  private openStructure(name: string, attributes: Attributes, parent: string): void {
    const value = attributes.get("w:val");
    switch (name) {
      case "w:p":
        this.openCellNow();
        this.paragraphs.push(new OpenParagraph());
        return;
      case "w:txbxContent":
        this.boxDepth += 1;
        return;
      case "w:tbl":
        this.openCellNow();
        if (this.boxDepth === 0) this.builder.openTable(this.pageNow());
        return;
      case "w:tr":
        if (this.boxDepth > 0) return;
        this.deletedRows.push(false);
        this.builder.openRow();
        return;
      case "w:tc":
        if (this.boxDepth === 0)
          this.cells.push({ columns: 1, merge: "none", deleted: false, opened: false, notes: [] });
        return;
      case "w:sdt":
        this.controls.push({ ticked: undefined, placeholder: false, shown: false });
        return;
      default:
        this.openProperty(name, value, parent);
    }
  }

  private openProperty(name: string, value: string | undefined, parent: string): void {
    const paragraph = this.paragraphs.at(-1);
    const cell = this.cells.at(-1);
    const control = this.controls.at(-1);
    if (parent === "w:pPr" || parent === "w:numPr") {
      if (!paragraph) return;
      if (name === "w:pStyle") paragraph.style = value;
      else if (name === "w:numId") paragraph.list = value;
      else if (name === "w:ilvl") paragraph.level = Number.parseInt(value ?? "0", 10) || 0;
      else if (name === "w:outlineLvl") paragraph.outline = Number.parseInt(value ?? "9", 10);
    } else if (parent === "w:rPr") {
      const owner = this.path.at(-3);
      if (name === "w:vanish" && owner === "w:r") this.hidden = isOn(value);
      if (name === "w:vertAlign" && owner === "w:r") this.raised = value === "superscript";
      if (name === "w:del" && owner === "w:pPr" && paragraph) paragraph.joined = true;
    } else if (parent === "w:tcPr" && cell) {
      if (name === "w:gridSpan") cell.columns = Number.parseInt(value ?? "1", 10) || 1;
      else if (name === "w:vMerge") cell.merge = value === "restart" ? "starts" : "continues";
      else if (name === "w:cellDel") cell.deleted = true;
    } else if (parent === "w:trPr" && this.boxDepth === 0) {
      if (name === "w:gridBefore") this.builder.skipColumns(Number.parseInt(value ?? "0", 10) || 0);
      else if (name === "w:del" && this.deletedRows.length > 0)
        this.deletedRows[this.deletedRows.length - 1] = true;
    } else if (parent === "w:checkBox") {
      if (name === "w:checked") this.formBox = isOn(value);
      else if (name === "w:default") this.formBox ??= isOn(value);
    } else if (control && name === "w14:checkbox") control.ticked ??= false;
    else if (control && name === "w:showingPlcHdr") control.placeholder = isOn(value);
  }

  private openText(name: string, attributes: Attributes, parent: string): void {
    switch (name) {
      case "w:t":
      case "m:t":
        this.capturing = true;
        return;
      case "w:tab":
        if (parent === "w:r") this.write(this.builder.inCell ? " " : "\t");
        return;
      case "w:br":
        if (attributes.get("w:type") === "page") this.turnPage();
        this.write("\n");
        return;
      case "w:cr":
        this.write("\n");
        return;
      case "w:noBreakHyphen":
        this.write("-");
        return;
      case "w:sym":
        this.write(
          symbolOf(Number.parseInt(attributes.get("w:char") ?? "", 16) || 0, attributes.get("w:font") ?? ""),
        );
        return;
      case "w:lastRenderedPageBreak":
        this.turnPage();
        return;
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.refer(`${name.slice(2, -"Reference".length)} ${attributes.get("w:id") ?? ""}`);
        return;
      case "w:drawing":
      case "w:object":
        this.notes.pictures += 1;
        return;
      default:
        this.openSpecial(name, attributes);
    }
  }

  private openSpecial(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    if (name === "w14:checked") {
      const control = this.controls.at(-1);
      if (control) control.ticked = isOn(attributes.get("w14:val"));
    } else if (name === "m:f") paragraph?.openFraction();
    else if (name === "m:num" || name === "m:den") paragraph?.startPiece();
    else if (name === "m:d") this.write("(");
  }

  /** A footnote that bears on points is read with its cell; others are left out. */
  private refer(key: string): void {
    const note = this.footnotes.get(key) ?? "";
    const cell = this.cells.at(-1);
    if (cell && bearsOnPoints(note)) cell.notes.push(note);
    else this.notes.footnotes += 1;
  }

  private turnPage(): void {
    this.page += 1;
    this.paged = true;
  }

  private pageNow(): number | undefined {
    return this.paged ? this.page : undefined;
  }

  private write(text: string): void {
    if (this.hidden) return;
    const control = this.controls.at(-1);
    if (control?.placeholder) return;
    if (control?.ticked !== undefined) this.showControl();
    else this.paragraphs.at(-1)?.add(text);
  }

  /** A box to tick shows its state once, whatever sign the document keeps for it. */
  private showControl(): void {
    const control = this.controls.at(-1);
    const paragraph = this.paragraphs.at(-1);
    if (!control || control.ticked === undefined || control.shown || !paragraph) return;
    control.shown = true;
    paragraph.add(control.ticked ? "☑" : "☐");
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const style = this.styles.meaning(paragraph.style);
    const text = this.carried + this.numbered(paragraph, style.list, style.level, style.listStyle);
    this.carried = "";
    if (this.boxDepth > 0) {
      this.paragraphs.at(-1)?.boxes.push(text);
      return;
    }
    if (paragraph.joined) {
      this.carried = text;
      return;
    }
    const outline = paragraph.outline ?? style.outline;
    const level = outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : null;
    this.builder.paragraph(text, level, this.pageNow());
    for (const box of paragraph.boxes) this.builder.paragraph(box, null, this.pageNow());
  }

  private numbered(
    paragraph: OpenParagraph,
    styleList: string | undefined,
    styleLevel: number | undefined,
    listStyle: string | undefined,
  ): string {
    const list = paragraph.list ?? styleList;
    const { text } = paragraph;
    if (list === undefined || list === "0") return text;
    // Word prints a number before an empty paragraph too; outside tables nobody means that.
    if (text.trim() === "" && !this.builder.inCell) return text;
    const fromStyle =
      paragraph.list === undefined && listStyle !== undefined
        ? this.numbering.levelOfStyle(list, listStyle)
        : undefined;
    const label = this.numbering.next(list, paragraph.level ?? styleLevel ?? fromStyle ?? 0);
    return label === "" ? text : `${label} ${text.trimStart()}`.trimEnd();
  }

  /** A cell is opened once its properties are known. */
  private openCellNow(): void {
    const cell = this.cells.at(-1);
    if (!cell || cell.opened || this.boxDepth > 0) return;
    cell.opened = true;
    this.builder.openCell({ columns: cell.columns, rows: 1, merge: cell.merge }, this.pageNow());
  }

  private closeCell(): void {
    if (this.boxDepth > 0) return;
    this.openCellNow();
    const cell = this.cells.pop();
    if (this.carried !== "") {
      this.builder.paragraph(this.carried, null, this.pageNow());
      this.carried = "";
    }
    for (const note of cell?.notes ?? []) this.builder.paragraph(`Ghi chú: ${note}`, null, this.pageNow());
    if (cell?.deleted) this.builder.dropCell();
    else this.builder.closeCell();
  }
}

/** "10" and a raised "2" are ten with the mark of a note, and not 102; "m" and a raised "2" are square metres. */
function raisedText(text: string): string {
  const digits = /^\s*\(?(\d{1,2})\)?\s*$/.exec(text)?.[1];
  return digits === undefined ? text : `[${digits}]`;
}

function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off|none)$/i.test(value);
}
