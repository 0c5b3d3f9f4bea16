import type { ReactNode } from "react";
import classes from "./fact-list.module.css";

/** A few facts side by side: the label small above, the value below. */
export function FactList({ facts }: { facts: readonly { label: string; value: ReactNode }[] }): ReactNode {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
