/** What a document says of points outside the rows of its table: notes under it, and indicators in plain paragraphs. */
import type { Message } from "@opendti/engine";
import type { ParagraphBlock, Place } from "../blocks/types.js";
import { importFinding } from "./findings.js";
import type { ImportFinding } from "./types.js";
import { oneLine } from "./words.js";

export interface NoteBelow {
  readonly text: string;
  readonly place: Place;
  /** Printed codes that it names: "tiêu chí 1.2 và 1.3". */
  readonly codes: readonly string[];
}

const NOTE = /^\s*[*(]?\s*(?:Ghi chú|Lưu ý|Chú thích|Chú ý)(?!\p{L})/iu;
/** What changes who gets how many points; how sums are rounded is read elsewhere. */
const GIVES =
  /(?:(?<!\p{L})(?:được|tính|chấm|trừ|cộng|áp dụng|không)(?!\p{L})[^.;]{0,80}điểm)|điểm tối đa|\d\s*điểm/iu;
const ROUNDS = /làm tròn/iu;
const NAMES =
  /(?:chỉ số|tiêu chí|mục|nội dung)\s+((?:\d+(?:\.\d+)*|[IVX]+(?:\.\d+)+)(?:(?:\s*[,;]\s*|\s+và\s+)\d+(?:\.\d+)*)*)/giu;
/** An indicator without a table: "3. Mạng nội bộ (tối đa 10 điểm)". */
const INDICATOR =
  /^\s*(?:Điều\s+\d+|(?:Tiêu chí|Chỉ số|Mục)\s+[\dIVX]|[IVX]+[.)]|\d+(?:\.\d+)*[.)]?)\s.{0,300}?(?:tối đa|thang điểm)?\s*[:(]?\s*(?:tối đa\s*)?\d+(?:[.,]\d+)?\s*điểm/iu;
/** Longer is no heading of an indicator. */
const LONGEST = 400;
const MOST_BELOW = 12;

/** Notes under a table that may change what points are given. */
export function notesBelow(paragraphs: readonly ParagraphBlock[]): NoteBelow[] {
  return paragraphs.flatMap(({ text, place }, at) => {
    if (!NOTE.test(text.normalize("NFC"))) return [];
    const items: string[] = [text];
    // "Ghi chú:" may stand over a list.
    for (const { text: next } of paragraphs.slice(at + 1, at + MOST_BELOW)) {
      if (!/^\s*[-+•*(\d]/u.test(next)) break;
      items.push(next);
    }
    const words = oneLine(items.join(" ")).normalize("NFC");
    if (!bearsOnPoints(words)) return [];
    return [{ text: words, place, codes: namedCodes(words) }];
  });
}

/** Whether words may change what points are given. */
export function bearsOnPoints(words: string): boolean {
  return words
    .normalize("NFC")
    .split(/[.;]\s/u)
    .some((sentence) => GIVES.test(sentence) && !ROUNDS.test(sentence));
}

/** Whether a row without a number is a note in the table. */
export function isNote(words: string): boolean {
  return NOTE.test(words.normalize("NFC"));
}

function namedCodes(words: string): string[] {
  return [...words.matchAll(NAMES)].flatMap(([, list = ""]) => list.split(/\s*[,;]\s*|\s+và\s+/u));
}

/** The question that a note puts to an indicator that it names, or under which it stands. */
export function noteQuestion(text: string): Message {
  const short = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  return {
    vi: `Ghi chú trong văn bản có thể đổi cách tính điểm: "${short}". Đưa vào quy tắc (ngoại lệ), hoặc xác nhận là không đổi.`,
    en: `A note of the document may change how points are given: "${short}". Put it into the rule (an exception), or confirm that it changes nothing.`,
  };
}

/** A finding for every note, and one for indicators that stand in paragraphs. */
export function outsideFindings(
  notes: readonly NoteBelow[],
  paragraphs: readonly ParagraphBlock[],
): ImportFinding[] {
  const findings = notes.map(({ text, place }) =>
    importFinding("note-below", "", noteQuestion(text), place, { found: text.slice(0, 300) }),
  );
  const prose = paragraphs.filter(
    ({ text }) => text.length <= LONGEST && INDICATOR.test(text.normalize("NFC")) && !isNote(text),
  );
  const [first] = prose;
  if (first)
    findings.push(
      importFinding(
        "indicators-in-prose",
        "",
        {
          vi: `Có ${prose.length} đoạn văn ngoài bảng nêu tiêu chí kèm điểm, đoạn đầu: "${oneLine(first.text).slice(0, 160)}". Chỉ các bảng được nhập; đưa các đoạn này vào bảng (STT, Tiêu chí, Điểm tối đa, Cách tính điểm) rồi nhập lại, hoặc thêm vào set.yaml.`,
          en: `${prose.length} paragraphs outside the tables state criteria with points, the first: "${oneLine(first.text).slice(0, 160)}". Only tables are imported; put these paragraphs into a table (STT, Tiêu chí, Điểm tối đa, Cách tính điểm) and import again, or add them to set.yaml.`,
        },
        first.place,
        { found: oneLine(first.text).slice(0, 160) },
      ),
    );
  return findings;
}
