import type { ReactNode } from "react";
import classes from "./panel.module.css";

interface PanelProps {
  /** Shown as an h2 above a hairline. */
  title?: string;
  note?: ReactNode;
  actions?: ReactNode;
  /** Content that brings its own edges (a table) takes no padding. */
  flush?: boolean;
  children: ReactNode;
}

/** A surface with a hairline around it; with `title` it is a section of the page. */
export function Panel({ title, note, actions, flush = false, children }: PanelProps): ReactNode {
  return (
    <section className={classes.panel}>
      {title !== undefined && (
        <div className={classes.head}>
          <div>
            <h2 className={classes.title}>{title}</h2>
            {note !== undefined && <div className={classes.note}>{note}</div>}
          </div>
          {actions}
        </div>
      )}
      <div className={flush ? undefined : classes.padded}>{children}</div>
    </section>
  );
}
