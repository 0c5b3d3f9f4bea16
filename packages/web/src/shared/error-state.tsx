import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCloudOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { isProblem } from "../api/problem.js";
import { EmptyState } from "./empty-state.js";
import { problemText } from "./problem-text.js";
import { useText } from "./text.js";

/** What stands where something could not be read, with a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactNode {
  const say = useText();
  const { title, detail } = problemText(error, say);
  return (
    <div role="alert">
      <EmptyState
        icon={isProblem(error, "unreachable") ? IconCloudOff : IconAlertTriangle}
        title={title}
        action={
          onRetry !== undefined && (
            <Button variant="default" onClick={onRetry}>
              {say("shared.retry")}
            </Button>
          )
        }
      >
        {detail}
      </EmptyState>
    </div>
  );
}
