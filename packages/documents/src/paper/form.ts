/** The measures of the form that both writers share: Nghị định 30/2020/NĐ-CP, Phụ lục I. Millimetres and points. */
import { textWidth } from "./measure.js";
import type { DocumentTitle, Masthead, PaperSection, Signature, Signing } from "./paper.js";
import { capitals, ended, written } from "./text.js";
import { numberOf, placeAndDate } from "./wording.js";

export const PAGE = { width: 210, height: 297 } as const;
export const MARGIN = { top: 20, bottom: 20, left: 30, right: 15 } as const;
/** From the edge of the page to the page number. */
export const NUMBER_FROM_TOP = 10;
/** First line of a paragraph. */
export const INDENT = 12.7;

export const POINTS = {
  body: 14,
  /** Agencies, quốc hiệu. */
  agency: 12,
  motto: 13,
  number: 13,
  subject: 12,
  place: 13,
  recipients: 11,
  recipientsHead: 12,
  small: 12,
} as const;

/** Left and right part of the head and of the foot. */
export const HEAD_WIDTHS = { left: 68, right: 97 } as const;

const STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO = "Độc lập - Tự do - Hạnh phúc";

/** The words of a head, line by line, and the length of its lines. */
export function mastheadWords(masthead: Masthead) {
  const { superior, body, number, subject, issued } = masthead;
  const name = capitals(body);
  return {
    superior: superior === undefined ? undefined : capitals(superior),
    body: name,
    // A third to a half of the name's length, as the decree has it.
    bodyRule: Math.min(textWidth(name, POINTS.agency, true), HEAD_WIDTHS.left - 4) * 0.4,
    number: number === undefined ? undefined : `Số: ${written(numberOf(number))}`,
    subject: subject === undefined ? undefined : `V/v ${written(subject)}`,
    state: STATE,
    motto: MOTTO,
    // As long as the motto.
    mottoRule: textWidth(MOTTO, POINTS.motto, true),
    issued: issued === undefined ? undefined : written(placeAndDate(issued)),
  };
}

/** The words of a document's name. */
export function titleWords({ name, summary, authority }: DocumentTitle, width: number) {
  const longest = Math.min(width, textWidth(summary ?? name, POINTS.body, true));
  return {
    name: capitals(name),
    summary: summary === undefined ? undefined : written(summary),
    rule: Math.min(60, Math.max(20, longest * 0.35)),
    authority: authority === undefined ? undefined : capitals(authority),
  };
}

/** "Nơi nhận" with its dashes and marks; undefined where there is none. */
export function recipientLines({ recipients }: Signing): string[] | undefined {
  return recipients && ended(recipients).map((line) => `- ${line}`);
}

/** The words around a signature. */
export function signatureWords({ lines, note, name, issued }: Signature) {
  return {
    issued: issued === undefined ? undefined : written(placeAndDate(issued)),
    lines: lines.map(capitals),
    note: note === undefined ? undefined : written(note),
    name: name === undefined ? undefined : written(name),
  };
}

/** Whether page numbers begin anew, with none on the section's first page. */
export function restarts(section: PaperSection, at: number): boolean {
  return at === 0 || section.pages !== "continues";
}
