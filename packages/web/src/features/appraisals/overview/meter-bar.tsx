import type { ReactNode } from "react";
import { shareOf } from "../../../shared/format.js";
import classes from "./overview.module.css";

/** How much of something is done, as a thin bar; the figures beside it say the same. */
export function MeterBar({ part, whole }: { part: number; whole: number }): ReactNode {
  const share = shareOf(part, whole);
  return (
    <span className={classes.meter} aria-hidden>
      <span data-full={share === 1} style={{ transform: `scaleX(${share})` }} />
    </span>
  );
}
