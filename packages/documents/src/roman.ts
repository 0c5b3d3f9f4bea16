/** Numbers as sections and appendices are counted. */
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** `I`, `II`, `III`, …; beyond 3999, where there is no such writing, in digits. */
export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let text = "";
  let rest = number;
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  return text;
}
