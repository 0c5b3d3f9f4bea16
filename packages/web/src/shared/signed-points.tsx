import type { ReactNode } from "react";
import { signOf } from "./decimal.js";
import classes from "./signed-points.module.css";
import { signedText } from "./signed-text.js";
import { useFormat } from "./use-format.js";

/** A difference of points: its sign, and a colour that says the same. */
export function SignedPoints({ value }: { value: string }): ReactNode {
  const { points } = useFormat();
  const sign = signOf(value);
  const tone = sign > 0 ? classes.up : sign < 0 ? classes.down : classes.same;
  return <span className={`figures ${tone}`}>{signedText(value, points)}</span>;
}
