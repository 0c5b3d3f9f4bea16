import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../api/client.js";
import type { UnitName } from "../api/contract.js";
import { useText } from "./text.js";

interface UnitSelectProps {
  label: string;
  value: UnitName | null;
  onChange(unit: UnitName | null): void;
  /** Units that cannot be chosen here. */
  without?: readonly string[];
  required?: boolean;
  clearable?: boolean;
}

/** Chooses one unit by searching the server; the tree may hold hundreds. */
export function UnitSelect(props: UnitSelectProps): ReactNode {
  const say = useText();
  const { label, value, onChange, without = [], required = false, clearable = false } = props;
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed === value?.name ? "" : typed, 250);
  const { data } = useQuery({
    queryKey: ["units", "select", words],
    queryFn: ({ signal }) =>
      take(
        api.GET("/units", {
          params: { query: { limit: 50, ...(words === "" ? {} : { q: words }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).filter(({ id }) => !without.includes(id));
  const shown = value === null || found.some(({ id }) => id === value.id) ? found : [value, ...found];
  return (
    <Select
      label={label}
      placeholder={say("shared.search")}
      searchable
      clearable={clearable}
      required={required}
      withAsterisk={false}
      data={shown.map(({ id, name }) => ({ value: id, label: name }))}
      value={value?.id ?? null}
      // The server has searched already, and knows better which names fit.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onChange(shown.find((unit) => unit.id === id) ?? null)}
    />
  );
}
