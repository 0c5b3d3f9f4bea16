/** Which number comes behind which. */
import { readCode } from "../columns/code.js";

/** Numbers of one style count on from one another: "arabic 2" for 2.1, 2.2. */
export function styleOf(text: string): string {
  const code = readCode(text);
  return code ? `${code.kind} ${code.text.split(".").slice(0, -1).join(".")}` : "";
}

export function isFirst(code: string): boolean {
  return /^(?:.*\.)?(?:1|I|A|a)$/.test(code);
}

const ROMANS = [
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
];

export function follows(before: string, code: string): boolean {
  const [one, other] = [before.split(".").at(-1) ?? "", code.split(".").at(-1) ?? ""];
  if (/^\d+$/.test(other)) return Number(other) === Number(one) + 1;
  if (ROMANS.includes(other)) return ROMANS.indexOf(other) === ROMANS.indexOf(one) + 1;
  return other.charCodeAt(0) === one.charCodeAt(0) + 1;
}
