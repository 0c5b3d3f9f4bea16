/** The parts that every official document has of its issuer: the head of the first page and the foot of the last. */
import type { Addressees, Masthead, Signing } from "../paper/paper.js";
import { signingLines } from "../paper/signer.js";
import { dateInWords, numberOf } from "../paper/wording.js";
import type { OfficialHead } from "./official-head.js";

/**
 * The head of the first page.
 * @param letters of the kind of document, before the symbol: `BC`; absent for a công văn, which has none.
 * @param subject of a công văn, without "V/v".
 */
export function mastheadOf(head: OfficialHead, letters?: string, subject?: string): Masthead {
  const symbol = letters === undefined ? head.symbol : `${letters}-${head.symbol}`;
  return {
    kind: "masthead",
    ...(head.superior === undefined ? {} : { superior: head.superior }),
    // The decree sets the name of a committee's area below "Ủy ban nhân dân".
    body: head.body.replace(/^([ỦU][ỷy] ban nhân dân) /iu, "$1\n"),
    number: head.number === undefined ? { symbol } : { number: head.number, symbol },
    ...(subject === undefined ? {} : { subject }),
    issued: head.issued,
  };
}

/** "Kính gửi"; nothing where a letterhead names nobody. */
export function addressedTo(to: readonly string[]): Addressees[] {
  return to.length === 0 ? [] : [{ kind: "addressees", to }];
}

/** The first entry of a "Nơi nhận" that means whom the document is addressed to. */
const AS_ABOVE = "Như trên";

/**
 * "Nơi nhận" with who keeps it, and the signer.
 * @param above whom "Như trên" stands for where nobody is addressed above: said in its place, or left out when empty.
 */
export function signingOf(head: OfficialHead, above: string = AS_ABOVE): Signing {
  const { name } = head.signer;
  const recipients = head.recipients.map((entry) => (entry === AS_ABOVE ? above : entry));
  return {
    kind: "signing",
    recipients: [...recipients.filter((entry) => entry !== ""), `Lưu: ${head.kept}`],
    signatures: [{ lines: signingLines(head.signer), ...(name === undefined ? {} : { name }) }],
  };
}

/** `(Kèm theo Quyết định số …/QĐ-UBND ngày … tháng 7 năm 2026 của Ủy ban nhân dân tỉnh …)`, over an appendix. */
export function attachedTo(kind: string, letters: string, head: OfficialHead, by = head.body): string {
  const symbol = `${letters}-${head.symbol}`;
  const number = numberOf(head.number === undefined ? { symbol } : { number: head.number, symbol });
  return `(Kèm theo ${kind} số ${number} ${dateInWords(head.issued.date)} của ${by})`;
}

/** The first letter small, in the middle of a sentence: `Đánh giá …` is `đánh giá …`. */
export function inSentence(text: string): string {
  return text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);
}
