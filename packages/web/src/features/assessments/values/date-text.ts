/** Dates are typed `dd/MM/yyyy` and kept as `yyyy-MM-dd`. */

export type DateProblem = "not-a-date" | "no-such-day" | "short-year";

export type DateReading =
  | { readonly ok: true; readonly iso: string }
  | { readonly ok: false; readonly problem: DateProblem };

/** Reads `31/12/2022`, `7/6/2022`, `31-12-2022`, `31.12.2022`, `31122022` and `2022-12-31`. */
export function readDate(text: string): DateReading {
  const typed = text.trim().replace(/\s*([/.-])\s*/g, "$1");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const written =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (written) return day(written[3], written[2], written[1]);
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(typed)) return { ok: false, problem: "short-year" };
  return { ok: false, problem: "not-a-date" };
}

function day(year = "", month = "", date = ""): DateReading {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  const at = new Date(Date.UTC(y, m - 1, d));
  if (y < 1900 || y > 2200 || at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d)
    return { ok: false, problem: "no-such-day" };
  return { ok: true, iso: at.toISOString().slice(0, 10) };
}

/** `2022-12-31` as `31/12/2022`; what is not such a date is given back as it is. */
export function dateText(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : iso;
}
