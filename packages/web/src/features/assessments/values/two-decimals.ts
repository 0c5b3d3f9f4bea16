/**
 * A decimal string to the nearest hundredth, half away from zero: the middle of a group may have any number of digits,
 * which tell a reader nothing. What is no such string comes back as it is.
 */
export function twoDecimals(value: string): string {
  const [, sign = "", whole, kept, next] = /^(-?)(\d+)\.(\d{2})(\d)\d*$/.exec(value) ?? [];
  if (whole === undefined || kept === undefined || next === undefined) return value;
  const hundredths = (BigInt(whole + kept) + (next >= "5" ? 1n : 0n)).toString().padStart(3, "0");
  return `${sign}${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`.replace(/\.?0+$/, "");
}
