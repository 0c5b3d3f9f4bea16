/** Sums and differences of decimal strings, digit for digit, without passing through a float. */

const FORM = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal as a whole number of its smallest places; undefined when the text is none. */
function read(text: string): { ticks: bigint; digits: number } | undefined {
  const match = FORM.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const ticks = BigInt(whole + fraction);
  return { ticks: sign === "-" ? -ticks : ticks, digits: fraction.length };
}

function write(ticks: bigint, digits: number): string {
  const sign = ticks < 0n ? "-" : "";
  const text = (ticks < 0n ? -ticks : ticks).toString().padStart(digits + 1, "0");
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The sum of decimal strings, with as many places as the longest of them has. A text that is no decimal counts as 0. */
export function sumOf(values: readonly string[]): string {
  const known = values.map(read).filter((value) => value !== undefined);
  const digits = known.reduce((most, value) => Math.max(most, value.digits), 0);
  const ticks = known.reduce((sum, value) => sum + value.ticks * 10n ** BigInt(digits - value.digits), 0n);
  return write(ticks, digits);
}

/** What is left of `one` without `other`: `differenceOf("9.56", "10")` is `-0.44`. */
export function differenceOf(one: string, other: string): string {
  return sumOf([one, other.startsWith("-") ? other.slice(1) : `-${other}`]);
}

/** -1, 0 or 1: whether a decimal is below, at or above zero. */
export function signOf(value: string): -1 | 0 | 1 {
  const ticks = read(value)?.ticks ?? 0n;
  return ticks < 0n ? -1 : ticks > 0n ? 1 : 0;
}
