/** Who issues an official document, and what its head and foot say: asked for alike by every kind of document. */
import type { PlaceAndDate } from "../paper/paper.js";
import type { Signer } from "../paper/signer.js";

export interface OfficialHead {
  /** The body above the issuer, printed over it: `UBND tỉnh Quảng Ngãi`; absent where there is none (a people's committee). */
  readonly superior?: string | undefined;
  /** The issuing body as its name is written: `Sở Khoa học và Công nghệ`. In capitals in the head, as it is in the text. */
  readonly body: string;
  /** Absent: left free, until it is registered. */
  readonly number?: string | undefined;
  /** What follows the letters of the kind of document: `SKHCN` gives `Số: 15/BC-SKHCN`. */
  readonly symbol: string;
  /** Where and when; a day that is not known yet is left free. */
  readonly issued: PlaceAndDate;
  readonly signer: Signer;
  /** "Nơi nhận", without the last line, dashes and marks: `Như Điều 3`, `UBND tỉnh (b/c)`. */
  readonly recipients: readonly string[];
  /** Who keeps it: `VT, CĐS` is printed `- Lưu: VT, CĐS.` */
  readonly kept: string;
}

/** A whole day, `2026-07-15`, of the place where the document is issued: whoever has moments turns them into days. */
export type Day = string;

/**
 * Points by an indicator's label (its code, or its key where the document prints one code twice: `OutlineRow.label`), as
 * decimal text: `9.56`. Pillars and indicators above others are here too: sums are the engine's, never made by a document.
 */
export type PointsByLabel = Readonly<Record<string, string>>;
