import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";

const PAUSE_MS = 250;

/** A search over a list: tells what was typed once the typing pauses. */
export function SearchField({
  label,
  initial = "",
  onSearch,
}: {
  label: string;
  /** What is searched for already, when the page opens. */
  initial?: string;
  onSearch(words: string): void;
}): ReactNode {
  const [typed, setTyped] = useState(initial);
  // Whoever goes on to another page meanwhile is not called back by what was typed on this one. Nothing is told any sooner
  // when the field is left: the list would move away under the pointer that is about to click in it.
  const tell = useDebouncedCallback((words: string, page: string) => {
    if (page === window.location.pathname) onSearch(words);
  }, PAUSE_MS);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value.trim(), window.location.pathname);
      }}
    />
  );
}
