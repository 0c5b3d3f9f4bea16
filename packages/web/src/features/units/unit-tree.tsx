import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Unit } from "../../api/contract.js";
import { EmptyState } from "../../shared/empty-state.js";
import { LineSkeleton, Loaded } from "../../shared/loaded.js";
import { useText } from "../../shared/text.js";
import { childrenQuery } from "./queries.js";
import classes from "./unit-tree.module.css";

function Branch({ unit, opened: openedAtFirst }: { unit: Unit; opened: boolean }): ReactNode {
  const say = useText();
  const [opened, setOpened] = useState(openedAtFirst);
  return (
    <li>
      <div className={classes.row}>
        {unit.childCount > 0 ? (
          <UnstyledButton
            className={classes.toggle}
            aria-expanded={opened}
            aria-label={say("units.below", { name: unit.name })}
            onClick={() => setOpened(!opened)}
          >
            <IconChevronRight size={18} stroke={1.5} aria-hidden />
          </UnstyledButton>
        ) : (
          <span className={classes.space} />
        )}
        <Link to="/units/$unitId" params={{ unitId: unit.id }} className={classes.name}>
          {unit.name}
        </Link>
        <span className={classes.kind}>{unit.kindName}</span>
        <span className={classes.code}>{unit.code}</span>
      </div>
      {opened && unit.childCount > 0 && <Children parent={unit.id} />}
    </li>
  );
}

function Children({ parent }: { parent: string }): ReactNode {
  const query = useQuery(childrenQuery(parent));
  return (
    <Loaded query={query} skeleton={<LineSkeleton lines={3} />}>
      {({ items }) => (
        <ul className={classes.list}>
          {items.map((unit) => (
            <Branch key={unit.id} unit={unit} opened={false} />
          ))}
        </ul>
      )}
    </Loaded>
  );
}

/** The units as they stand under each other; a branch is read when it is opened. */
export function UnitTree(): ReactNode {
  const say = useText();
  const query = useQuery(childrenQuery("none"));
  return (
    <Loaded query={query}>
      {({ items: roots }) =>
        roots.length === 0 ? (
          <EmptyState title={say("units.empty")} />
        ) : (
          <div className={classes.tree}>
            <ul className={classes.list}>
              {roots.map((unit) => (
                <Branch key={unit.id} unit={unit} opened={roots.length === 1} />
              ))}
            </ul>
          </div>
        )
      }
    </Loaded>
  );
}
