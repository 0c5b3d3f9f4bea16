import type { ReactNode } from "react";
import classes from "./runs.module.css";

/** A content hash: its beginning is enough for the eye, the whole stands in the title and in what is copied. */
export function Hash({ value }: { value: string }): ReactNode {
  return (
    <code className={classes.hash} title={value}>
      {value}
    </code>
  );
}
