import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { isReachable, watchConnection } from "../api/connection.js";
import { isProblem } from "../api/problem.js";
import { EmptyState } from "../shared/empty-state.js";
import { ErrorState } from "../shared/error-state.js";
import { PageHeader } from "../shared/page-header.js";
import { Panel } from "../shared/panel.js";
import { useText } from "../shared/text.js";
import classes from "./shell/shell.module.css";

/** No connection, and nothing of this page at hand: says that what was typed is safe, and opens it once there is one. */
function Lost({ onRetry }: { onRetry(): void }): ReactNode {
  const say = useText();
  const reachable = useSyncExternalStore(watchConnection, isReachable);
  // biome-ignore lint/correctness/useExhaustiveDependencies: tried again when the connection is back, not when drawn
  useEffect(() => {
    if (reachable) onRetry();
  }, [reachable]);
  return (
    <main className={classes.main}>
      <PageHeader title={say("app.lost")} />
      <Panel>
        <EmptyState
          icon={IconCloudOff}
          title={say("app.lostKept")}
          action={
            <Button variant="default" onClick={onRetry}>
              {say("shared.retry")}
            </Button>
          }
        >
          {say("app.lostDetail")}
        </EmptyState>
      </Panel>
    </main>
  );
}

/** What stands in place of a page that could not be drawn: the server was out of reach, or there is a fault. */
export function RouteError({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  const again = (): void => {
    reset();
    void router.invalidate();
  };
  // Without a connection the code of a page that was not opened before cannot come either.
  if (isProblem(error, "unreachable") || !isReachable() || !navigator.onLine) return <Lost onRetry={again} />;
  return (
    <div className={classes.main}>
      <Panel>
        <ErrorState error={error} onRetry={again} />
      </Panel>
    </div>
  );
}
