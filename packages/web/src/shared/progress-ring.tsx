import type { ReactNode } from "react";
import { shareOf } from "./format.js";
import classes from "./progress.module.css";

const RADIUS = 26;
const LENGTH = 2 * Math.PI * RADIUS;

/** How much of something is done, as a ring with its percentage; `label` says it for those who do not see it. */
export function ProgressRing({
  part,
  whole,
  label,
}: {
  part: number;
  whole: number;
  label: string;
}): ReactNode {
  const share = shareOf(part, whole);
  // Rounded down, so that 100 % means all of it.
  const percent = `${Math.floor(share * 100)}%`;
  return (
    <div className={classes.ring} role="img" aria-label={label}>
      <svg width="64" height="64" viewBox="0 0 64 64" aria-hidden="true">
        <circle className={classes.ringTrack} cx="32" cy="32" r={RADIUS} fill="none" strokeWidth="5" />
        {share > 0 && (
          <circle
            className={share === 1 ? classes.ringDone : classes.ringFill}
            cx="32"
            cy="32"
            r={RADIUS}
            fill="none"
            strokeWidth="5"
            strokeLinecap="round"
            strokeDasharray={LENGTH}
            strokeDashoffset={LENGTH * (1 - share)}
          />
        )}
      </svg>
      <span className={classes.ringText} aria-hidden>
        {percent}
      </span>
    </div>
  );
}
