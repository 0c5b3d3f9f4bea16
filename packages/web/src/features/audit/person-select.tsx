import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { Person } from "../../api/contract.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";

interface PersonSelectProps {
  value: Person | null;
  onChange(person: Person | null): void;
  /** Those whom the entries on the page name: all there is for who may not search accounts. */
  met: readonly Person[];
}

/** Chooses one person: of those that the page names, and of all accounts that one may see. */
export function PersonSelect({ value, onChange, met }: PersonSelectProps): ReactNode {
  const say = useText();
  const searches = useHasRole("administrator", "unit-head");
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed === value?.displayName ? "" : typed, 250);
  const { data } = useQuery({
    queryKey: ["accounts", "select", words],
    enabled: searches,
    queryFn: ({ signal }) =>
      take(
        api.GET("/accounts", {
          params: { query: { limit: 30, ...(words === "" ? {} : { q: words }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const people = new Map<string, Person>();
  for (const person of [...(value === null ? [] : [value]), ...met, ...(data?.items ?? [])])
    people.set(person.id, { id: person.id, displayName: person.displayName });
  return (
    <Select
      label={say("audit.person")}
      placeholder={say("audit.everybody")}
      searchable
      clearable
      data={[...people.values()].map(({ id, displayName }) => ({ value: id, label: displayName }))}
      value={value?.id ?? null}
      onSearchChange={setTyped}
      onChange={(id) => onChange(people.get(id ?? "") ?? null)}
    />
  );
}
