import type { ErrorComponentProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ErrorState } from "../shared/error-state.js";
import { Panel } from "../shared/panel.js";
import classes from "./shell/shell.module.css";

/** What stands in place of a page that could not be drawn: the server was out of reach, or there is a fault. */
export function RouteError({ error, reset }: ErrorComponentProps): ReactNode {
  return (
    <div className={classes.main}>
      <Panel>
        <ErrorState error={error} onRetry={reset} />
      </Panel>
    </div>
  );
}
