/** Footnotes and endnotes (footnotes.xml, endnotes.xml) by the id that the body refers to them with. */
import { oneLine } from "../blocks/clean.js";
import type { Attributes, XmlHandler } from "../ooxml/xml.js";

export class Footnotes implements XmlHandler {
  /** By kind and id: "footnote 2". */
  readonly texts = new Map<string, string>();
  private key = "";
  private words = "";
  private capturing = false;

  open(name: string, attributes: Attributes): void {
    if (name === "w:footnote" || name === "w:endnote") {
      this.key = `${name.slice(2)} ${attributes.get("w:id") ?? ""}`;
      this.words = "";
    } else if (name === "w:t") this.capturing = true;
    else if (name === "w:p" || name === "w:tab" || name === "w:br") this.words += " ";
  }

  close(name: string): void {
    if (name === "w:t") this.capturing = false;
    if (name === "w:footnote" || name === "w:endnote") this.texts.set(this.key, oneLine(this.words));
  }

  text(text: string): void {
    if (this.capturing) this.words += text;
  }
}

/** Whether a note may change what points are given: such a note is read with the cell that refers to it. */
export function bearsOnPoints(note: string): boolean {
  return /điểm|%|(?<!\p{L})(?:trừ|chấm|tính|làm tròn|tỷ lệ|tỉ lệ|áp dụng|thang)(?!\p{L})/iu.test(
    note.normalize("NFC"),
  );
}
