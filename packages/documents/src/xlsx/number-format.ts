/** How a workbook shows a stored number: formats of ECMA-376 as far as decisions use them, with the signs of Vietnam. */

/** Days from 1970-01-01 to the workbook's day 0, in the two calendars of Excel. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;
const DAY = 86_400_000;

const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [14, "dd/mm/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm"],
  [19, "h:mm:ss"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "dd/mm/yyyy h:mm"],
  [37, "#,##0"],
  [38, "#,##0"],
  [39, "#,##0.00"],
  [40, "#,##0.00"],
  [41, "#,##0"],
  [42, "#,##0"],
  [43, "#,##0.00"],
  [44, "#,##0.00"],
  [45, "mm:ss"],
  [46, "h:mm:ss"],
  [47, "mm:ss"],
]);

export interface ShownNumber {
  readonly text: string;
  /** The exact decimal ("0.9565"); undefined for dates. */
  readonly number?: string;
}

/** @param id the format's number; custom ones are looked up among the workbook's own */
export function formatCode(id: number, custom: ReadonlyMap<number, string>): string {
  return custom.get(id) ?? BUILT_IN.get(id) ?? "";
}

/**
 * @param value as the file writes it; undefined is returned when it is no number
 * @param code the format; "" shows all digits
 */
export function showNumber(value: string, code: string, from1904: boolean): ShownNumber | undefined {
  const stored = Number(value);
  if (value.trim() === "" || !Number.isFinite(stored)) return undefined;
  const section = sectionFor(code, stored);
  const bare = section.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/g, "");
  if (/[dyhs]|m/i.test(bare) && !/general/i.test(bare)) {
    const date = showDate(stored, bare, from1904);
    if (date !== undefined) return { text: date };
  }
  // Excel works with 15 digits; what is stored beyond them is noise of binary fractions.
  const exact = plainDecimal(Number(stored.toPrecision(15)));
  if (!/[0#?]/.test(bare)) return { text: vietnamese(exact, false), number: exact };
  const percent = (bare.match(/%/g) ?? []).length;
  const fraction = /\.([0#?]+)/.exec(bare)?.[1] ?? "";
  const scaled = Number((stored * 100 ** percent).toPrecision(15));
  let text = /E\+/i.test(bare)
    ? plainDecimal(scaled)
    : Math.abs(scaled) < 1e21
      ? roundHalfUp(scaled, Math.min(20, fraction.length))
      : plainDecimal(scaled);
  const optional = /#+$/.exec(fraction)?.[0].length ?? 0;
  for (let cut = 0; cut < optional && text.includes(".") && text.endsWith("0"); cut += 1)
    text = text.slice(0, -1);
  text = text.replace(/\.$/, "");
  const shown = vietnamese(text, /[0#],[0#]/.test(bare));
  return { text: percent > 0 ? `${shown}%` : shown, number: exact };
}

/** Whether a format shows days: `dd/mm/yyyy`, `mmm-yy`, `h:mm`. */
export function isDateFormat(code: string): boolean {
  const bare = (code.split(";")[0] ?? "").replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/g, "");
  return /[dyhs]|m/i.test(bare) && !/general/i.test(bare);
}

/** The day of a stored number as YYYY-MM-DD, its time left out; undefined before 1900 and after 9999. */
export function dayOf(serial: number, from1904: boolean): string | undefined {
  const leap = !from1904 && serial < 60 ? 1 : 0;
  const moment = new Date((Math.floor(serial) + leap + (from1904 ? EPOCH_1904 : EPOCH_1900)) * DAY);
  if (Number.isNaN(moment.getTime()) || serial < 0 || moment.getUTCFullYear() > 9999) return undefined;
  return moment.toISOString().slice(0, 10);
}

function sectionFor(code: string, value: number): string {
  const sections = code.split(";");
  const positive = sections[0] ?? "";
  if (value < 0 && sections[1] !== undefined)
    return sections[1].includes("-") ? sections[1] : `-${sections[1]}`;
  if (value === 0 && sections[2] !== undefined && /[0#?]/.test(sections[2])) return sections[2];
  return positive;
}

/** Decimal digits as shown: half away from zero on the decimal that is seen, not on the binary one behind it. */
function roundHalfUp(value: number, digits: number): string {
  const [whole = "0", fraction = ""] = plainDecimal(Math.abs(value)).split(".");
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  const up = (fraction[digits] ?? "0") >= "5" ? 1n : 0n;
  const all = String(kept + up).padStart(digits + 1, "0");
  const text = digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** "1234567.5" as "1.234.567,5"; without the dots when the format does not group. */
function vietnamese(decimal: string, grouped: boolean): string {
  const [whole = "", fraction] = decimal.split(".");
  const left = grouped ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, ".") : whole;
  return fraction === undefined ? left : `${left},${fraction}`;
}

/** A number without an exponent. */
export function plainDecimal(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, "0");
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Dates as dd/MM/yyyy, or as much of it as the format shows; times as HH:mm. */
function showDate(serial: number, bare: string, from1904: boolean): string | undefined {
  // 1900 was no leap year, except in Excel: days before its 29 February are one off.
  const leap = !from1904 && serial < 60 ? 1 : 0;
  const moment = new Date((serial + leap + (from1904 ? EPOCH_1904 : EPOCH_1900)) * DAY);
  if (Number.isNaN(moment.getTime()) || serial < 0) return undefined;
  const two = (number: number): string => String(number).padStart(2, "0");
  const year = String(moment.getUTCFullYear());
  const month = two(moment.getUTCMonth() + 1);
  const hasTime = /[hs]/i.test(bare);
  const dateCode = bare.replace(/[hs:]+m*|m+:/gi, "");
  const parts: string[] = [];
  if (/[dy]/i.test(bare) || (/m/i.test(dateCode) && !hasTime))
    parts.push(
      [/d/i.test(bare) ? two(moment.getUTCDate()) : "", month, /y/i.test(bare) ? year : ""]
        .filter((part) => part !== "")
        .join("/"),
    );
  if (hasTime) parts.push(`${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`);
  return parts.join(" ");
}
