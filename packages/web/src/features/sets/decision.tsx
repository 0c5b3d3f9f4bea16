import type { ReactNode } from "react";
import type { SetHead } from "../../api/contract.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./sets.module.css";

/** The decision a set was taken from, by number and day: not the day on which this system read it. */
export function Decision({ about }: Pick<SetHead, "about">): ReactNode {
  const say = useText();
  const { date } = useFormat();
  if (about === null) return say("shared.none");
  const { decision } = about;
  return (
    <>
      <div>{decision.number ?? decision.issuer}</div>
      {decision.date !== null && <div className={classes.quiet}>{date(decision.date)}</div>}
    </>
  );
}
