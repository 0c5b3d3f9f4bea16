/** One paragraph of Word while it is read: its text so far, its numbering, formulas put on one line. */

interface Fraction {
  numerator: string;
  denominator: string;
}

export class OpenParagraph {
  style: string | undefined;
  list: string | undefined;
  level: number | undefined;
  outline: number | undefined;
  /** The paragraph mark is deleted in a tracked change: the next paragraph goes on with this one. */
  joined = false;
  /** Paragraphs of text boxes that hang on this one, printed after it. */
  readonly boxes: string[] = [];
  private readonly texts: string[] = [""];
  private readonly fractions: Fraction[] = [];

  add(text: string): void {
    this.texts[this.texts.length - 1] += text;
  }

  get text(): string {
    return this.texts.join("");
  }

  openFraction(): void {
    this.fractions.push({ numerator: "", denominator: "" });
  }

  /** The text until {@link endPiece} is a piece of a formula and not yet of the paragraph. */
  startPiece(): void {
    this.texts.push("");
  }

  endPiece(piece: keyof Fraction): void {
    const text = this.texts.length > 1 ? (this.texts.pop() ?? "") : "";
    const fraction = this.fractions.at(-1);
    if (fraction) fraction[piece] = text.trim();
    else this.add(text);
  }

  closeFraction(): void {
    const fraction = this.fractions.pop();
    if (fraction) this.add(`${bracketed(fraction.numerator)}/${bracketed(fraction.denominator)}`);
  }
}

/** A sum above or under the line needs brackets once the line is gone; one word or number does not. */
function bracketed(text: string): string {
  return /[\s+\-*/×:]/.test(text) && !/^\([^()]*\)$/.test(text) ? `(${text})` : text;
}
