import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { ALL_GROUPS, groupKey } from "./group-choice.js";

interface GroupSelectProps {
  groups: readonly { code: string | null; name: string; units: number }[];
  value: string;
  /** Whether all groups may be looked at together. */
  all?: boolean;
  onChange(group: string): void;
}

/** Chooses a ranking group; nothing where there is but one. */
export function GroupSelect({ groups, value, all = false, onChange }: GroupSelectProps): ReactNode {
  const say = useText();
  const { number } = useFormat();
  if (groups.length < 2) return null;
  return (
    <Select
      aria-label={say("results.group")}
      allowDeselect={false}
      w={{ base: "100%", sm: 280 }}
      data={[
        ...groups.map(({ code, name, units }) => ({
          value: groupKey(code),
          label: say("results.groupOption", {
            name: name === "" ? say("results.noGroup") : name,
            units: number(units),
          }),
        })),
        ...(all ? [{ value: ALL_GROUPS, label: say("results.allGroups") }] : []),
      ]}
      value={value}
      onChange={(group) => group !== null && onChange(group)}
    />
  );
}
