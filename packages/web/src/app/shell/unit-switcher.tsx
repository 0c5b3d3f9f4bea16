import { Button, Menu } from "@mantine/core";
import { IconBuilding, IconCheck, IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { chooseUnit, unitsOf, useChosenUnit, useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";

/** For accounts with grants in several units: which of them the lists are about. */
export function UnitSwitcher(): ReactNode {
  const say = useText();
  const units = unitsOf(useSession());
  const chosen = useChosenUnit();
  if (units.length < 2) return null;
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          maw={240}
          visibleFrom="sm"
          leftSection={<IconBuilding size={16} stroke={1.5} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {chosen?.name ?? say("app.allUnits")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say("app.chooseUnit")}</Menu.Label>
        <Menu.Item
          rightSection={chosen === null ? <IconCheck size={16} aria-hidden /> : null}
          onClick={() => chooseUnit(null)}
        >
          {say("app.allUnits")}
        </Menu.Item>
        {units.map((unit) => (
          <Menu.Item
            key={unit.id}
            rightSection={unit.id === chosen?.id ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => chooseUnit(unit.id)}
          >
            {unit.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
