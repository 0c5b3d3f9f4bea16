/** Paragraph styles of Word, as far as they decide what a paragraph says: its numbering and its rank as a heading. */
import type { Attributes, XmlHandler } from "../ooxml/xml.js";

interface Style {
  basedOn?: string;
  list?: string;
  level?: number;
  outline?: number;
}

export interface StyleMeaning {
  readonly list: string | undefined;
  readonly level: number | undefined;
  readonly outline: number | undefined;
  /** The style of the chain that brings the numbering. */
  readonly listStyle: string | undefined;
}

/** Styles build on one another; longer chains are damage. */
const CHAIN = 12;

export class Styles implements XmlHandler {
  private readonly styles = new Map<string, Style>();
  private ordinary = "";
  private style: Style | undefined;

  open(name: string, attributes: Attributes): void {
    const value = attributes.get("w:val") ?? "";
    if (name === "w:style") {
      if (attributes.get("w:type") !== "paragraph") return;
      const id = attributes.get("w:styleId") ?? "";
      this.style = {};
      this.styles.set(id, this.style);
      if (/^(1|true|on)$/.test(attributes.get("w:default") ?? "")) this.ordinary = id;
    } else if (!this.style) return;
    else if (name === "w:basedOn") this.style.basedOn = value;
    else if (name === "w:numId") this.style.list = value;
    else if (name === "w:ilvl") this.style.level = Number.parseInt(value, 10) || 0;
    else if (name === "w:outlineLvl") this.style.outline = Number.parseInt(value, 10);
  }

  close(name: string): void {
    if (name === "w:style") this.style = undefined;
  }

  /** What the style and those it builds on say together. */
  meaning(id: string | undefined): StyleMeaning {
    let at: string | undefined = id ?? this.ordinary;
    let list: string | undefined;
    let level: number | undefined;
    let outline: number | undefined;
    let listStyle: string | undefined;
    for (let step = 0; step < CHAIN && at !== undefined; step += 1) {
      const style: Style | undefined = this.styles.get(at);
      if (list === undefined && style?.list !== undefined) {
        list = style.list;
        listStyle = at;
      }
      level ??= style?.level;
      outline ??= style?.outline;
      at = style?.basedOn;
    }
    return { list, level, outline, listStyle };
  }
}
