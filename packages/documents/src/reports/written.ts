/** Numbers and days as official documents write them: `9,56`, `51.125.000`, `05/6/2023`. */
import { exact, formatNumber, parseExact, type Rational } from "@opendti/engine";

/** What stands in a cell that has nothing to say. */
export const NOTHING = "–";

/** Points of decimal text, `9,56`; a text that is no number throws RangeError: points are made by the engine, never typed. */
export function pointsWritten(text: string): string {
  return formatNumber(pointsOf(text), "vi");
}

/** Points that may be absent: then a dash. */
export function pointsOrNothing(text: string | undefined): string {
  return text === undefined ? NOTHING : pointsWritten(text);
}

/** How far the second is from the first, with its sign: `-4,5`, `+2`, `0`; a dash where one is not known. */
export function changeWritten(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) return NOTHING;
  const change = exact.subtract(pointsOf(to), pointsOf(from));
  const written = formatNumber(change, "vi");
  return change.n > 0n ? `+${written}` : written;
}

/** Whether two decimal texts are different numbers. */
export function differ(from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && to !== undefined && exact.compare(pointsOf(from), pointsOf(to)) !== 0;
}

/** `2023-06-05` is `05/6/2023`: the month of one digit without a zero from 3 on, as the decree's examples have it. */
export function dayWritten(day: string): string {
  const [, year, month, of] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined || month === undefined || of === undefined)
    throw new RangeError(`Not a day: ${day}`);
  return `${of}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

export interface LegalBasis {
  readonly number?: string | undefined;
  readonly date?: string | undefined;
  readonly issuer: string;
  readonly title: string;
}

/** `Quyết định số 922/QĐ-BTTTT ngày 20/5/2022 của Bộ Thông tin và Truyền thông về việc …`; without a number, its title. */
export function legalBasisWritten({ number, date, issuer, title }: LegalBasis): string {
  if (number === undefined) return title.includes(issuer) ? title : `${title} của ${issuer}`;
  const named = KINDS.find(({ name }) => title.startsWith(`${name} `))?.name;
  const kind = named ?? kindOf(number);
  const dated = date === undefined ? "" : ` ngày ${dayWritten(date)}`;
  // Some titles begin with the kind of document itself, and some with what it is about.
  const about = title
    .slice(named?.length ?? 0)
    .replace(/^\s*(về việc|về|V\/v)\s+/iu, "")
    .trim();
  return `${kind} số ${number}${dated} của ${issuer} về việc ${about.charAt(0).toLocaleLowerCase("vi")}${about.slice(1)}`;
}

/** What the letters after a number's last "/" say that it is; a công văn has the letters of its issuer alone. */
function kindOf(number: string): string {
  const letters = /\/([^/-]+)-[^/]*$/.exec(number)?.[1];
  return KINDS.find((kind) => kind.letters === letters)?.name ?? "Công văn";
}

const KINDS: readonly { readonly letters: string | undefined; readonly name: string }[] = [
  { letters: "QĐ", name: "Quyết định" },
  { letters: "KH", name: "Kế hoạch" },
  { letters: "NQ", name: "Nghị quyết" },
  { letters: "CT", name: "Chỉ thị" },
  { letters: "TT", name: "Thông tư" },
  { letters: "NĐ", name: "Nghị định" },
  { letters: "TB", name: "Thông báo" },
  { letters: "HD", name: "Hướng dẫn" },
  { letters: undefined, name: "Công văn" },
  { letters: undefined, name: "Luật" },
];

function pointsOf(text: string): Rational {
  const points = parseExact(text);
  if (points === undefined) throw new RangeError(`Not points: ${text}`);
  return points;
}

/** As a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
