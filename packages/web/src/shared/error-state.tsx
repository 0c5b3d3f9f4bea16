import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCloudOff, IconLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { isProblem } from "../api/problem.js";
import { EmptyState } from "./empty-state.js";
import { problemText } from "./problem-text.js";
import { useText } from "./text.js";

/** What stands where something could not be read, with a way to try again; a way home where trying again is of no use. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const say = useText();
  const forbidden = isProblem(error, "forbidden");
  const lost = forbidden || isProblem(error, "not-found");
  const { title, detail } = forbidden
    ? { title: say("shared.problem.forbidden"), detail: say("shared.problem.forbiddenDetail") }
    : problemText(error, say);
  return (
    <div role="alert">
      <EmptyState
        icon={forbidden ? IconLock : isProblem(error, "unreachable") ? IconCloudOff : IconAlertTriangle}
        title={title}
        action={
          lost ? (
            <Button component={Link} to="/">
              {say("app.toHome")}
            </Button>
          ) : (
            onRetry !== undefined && (
              <Button variant="default" onClick={onRetry}>
                {say("shared.retry")}
              </Button>
            )
          )
        }
      >
        {detail}
      </EmptyState>
    </div>
  );
}
