import { signOf } from "./decimal.js";

/** A difference of points with its sign, as text: `+1,5`, `−0,44`, `0`. */
export function signedText(value: string, points: (value: string) => string): string {
  return signOf(value) > 0 ? `+${points(value)}` : points(value);
}
