import type { ReactNode } from "react";
import classes from "./toolbar.module.css";

/** The filters over a list, inside a flush Panel; the first one takes the room that is left. Not printed. */
export function Toolbar({ children }: { children: ReactNode }): ReactNode {
  return (
    <div className={classes.toolbar} data-print="hide">
      {children}
    </div>
  );
}
