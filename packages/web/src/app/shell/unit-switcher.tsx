import { Button } from "@mantine/core";
import { IconBuilding, IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Dropdown, DropdownItem } from "../../shared/dropdown.js";
import { chooseUnit, unitsOf, useChosenUnit, useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";

/** For accounts with grants in several units: which of them the lists are about. */
export function UnitSwitcher(): ReactNode {
  const say = useText();
  const units = unitsOf(useSession());
  const chosen = useChosenUnit();
  if (units.length < 2) return null;
  return (
    <Dropdown
      title={say("app.chooseUnit")}
      trigger={(props) => (
        <Button
          variant="default"
          size="xs"
          maw={240}
          visibleFrom="sm"
          leftSection={<IconBuilding size={16} stroke={1.5} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          {...props}
        >
          {chosen?.name ?? say("app.allUnits")}
        </Button>
      )}
    >
      <DropdownItem chosen={chosen === null} onClick={() => chooseUnit(null)}>
        {say("app.allUnits")}
      </DropdownItem>
      {units.map(({ id, name }) => (
        <DropdownItem key={id} chosen={id === chosen?.id} onClick={() => chooseUnit(id)}>
          {name}
        </DropdownItem>
      ))}
    </Dropdown>
  );
}
