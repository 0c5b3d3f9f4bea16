/** What an agency puts on every document that it issues, whatever the document is about. */
import type { DocumentNumber, PlaceAndDate } from "./paper.js";
import type { Signer } from "./signer.js";

export interface Letterhead {
  /** The body above: "UBND tỉnh Quảng Ngãi". Absent where there is none. */
  readonly superior?: string;
  /** The issuing body as its head names it: "Ban Dân tộc". */
  readonly body: string;
  /** Its name in a sentence: "Ban Dân tộc tỉnh Quảng Ngãi". */
  readonly name: string;
  /** `{ symbol: "BDT-VP" }`: the number is given by the clerk. */
  readonly number: DocumentNumber;
  /** `{ place: "Quảng Ngãi", date: { month: 7, year: 2023 } }`: the day is written in when it is signed. */
  readonly issued: PlaceAndDate;
  /** Kính gửi: ["Sở Thông tin và Truyền thông"]; none on decisions and plans. */
  readonly to: readonly string[];
  /** Nơi nhận, without dashes: ["Như trên", "Lãnh đạo Ban", "Lưu: VT, VP"]. */
  readonly copies: readonly string[];
  readonly signer: Signer;
}
