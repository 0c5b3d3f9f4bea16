import type { ReactNode } from "react";
import { Loaded } from "../../shared/loaded.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import type { Brought, Reading } from "./brought.js";
import { GetPlace } from "./get-place.js";
import { WorkbookPlace } from "./workbook-place.js";
import classes from "./workbooks.module.css";

interface BothWaysProps<R extends Reading> {
  /** Where the workbook is downloaded from, and what is said of it. */
  readonly get: { readonly path: string; readonly note: string };
  readonly brought: Brought<R>;
  /** The reading that the address names. */
  readonly open: string | undefined;
  /** In the place of sending, for whoever only reads. */
  readonly instead?: ReactNode;
  /** What was read. */
  children(made: R): ReactNode;
}

/** A workbook goes down and comes back; below, what was read of it. */
export function BothWays<R extends Reading>(props: BothWaysProps<R>): ReactNode {
  const { get, brought, open, instead, children } = props;
  const { reading, sending } = brought;
  return (
    <>
      <div className={classes.ways}>
        <GetPlace {...get} />
        {instead === undefined ? (
          <WorkbookPlace
            busy={sending.isPending}
            name={sending.variables?.name ?? ""}
            onFile={(file) => sending.mutate(file)}
          />
        ) : (
          instead
        )}
      </div>
      <ProblemAlert error={sending.error} />
      {open !== undefined && <Loaded query={reading}>{children}</Loaded>}
    </>
  );
}
