import type { ReactNode } from "react";
import { shareOf } from "./format.js";
import classes from "./progress.module.css";
import { useText } from "./text.js";
import { useFormat } from "./use-format.js";

interface PointsBarProps {
  score: string;
  max: string;
  /** `lg` for the figure a page is about. */
  size?: "sm" | "lg";
  align?: "start" | "end";
}

/** Points out of a maximum: the figures, and a bar under them. */
export function PointsBar({ score, max, size = "sm", align = "start" }: PointsBarProps): ReactNode {
  const say = useText();
  const { points } = useFormat();
  return (
    <div className={`${classes.bar} ${size === "lg" ? classes.large : ""}`}>
      <div className={`${classes.figures} ${align === "end" ? classes.end : ""}`}>
        <span className={classes.score}>{points(score)}</span>
        <span className={classes.of}>{say("shared.points.of", { max: points(max) })}</span>
      </div>
      <div className={classes.track} aria-hidden>
        <div className={classes.fill} style={{ transform: `scaleX(${shareOf(score, max)})` }} />
      </div>
    </div>
  );
}
