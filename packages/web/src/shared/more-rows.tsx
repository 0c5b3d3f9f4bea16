import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "./text.js";

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): Promise<unknown>;
}

/** Fetches the next page of a list, as long as there is one. */
export function MoreRows({ query }: { readonly query: Pages }): ReactNode {
  const say = useText();
  if (!query.hasNextPage) return null;
  return (
    <Button
      variant="subtle"
      fullWidth
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {say("shared.more")}
    </Button>
  );
}
