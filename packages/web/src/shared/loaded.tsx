import { Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "./error-state.js";
import { useText } from "./text.js";

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  /** The shape of what is coming; lines of text where none is given. */
  skeleton?: ReactNode;
  children(data: Data): ReactNode;
}

/** A query in all its states: a skeleton, what was read, or why not with a way to try again. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>): ReactNode {
  const say = useText();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div aria-busy="true">
      <span className="for-readers" role="status">
        {say("app.loading")}
      </span>
      {skeleton ?? <LineSkeleton />}
    </div>
  );
}

/** Lines as a table or list will fill them. */
export function LineSkeleton({ lines = 6 }: { lines?: number }): ReactNode {
  return (
    <Stack gap="md" p="lg" aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton
          key={`line-${line.toString()}`}
          height={16}
          width={`${90 - ((line * 17) % 40)}%`}
          radius="sm"
        />
      ))}
    </Stack>
  );
}
