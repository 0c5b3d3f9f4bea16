import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconPlus, IconTableImport } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Unit } from "../../api/contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { DayField } from "../../shared/day-field.js";
import { EmptyState } from "../../shared/empty-state.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { MoreRows } from "../../shared/more-rows.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { SearchField } from "../../shared/search-field.js";
import { useHasRole } from "../../shared/session.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { Toolbar } from "../../shared/toolbar.js";
import { useFormat } from "../../shared/use-format.js";
import { NewUnitDialog } from "./new-unit-dialog.js";
import { type UnitFilter, unitKindsQuery, unitsQuery } from "./queries.js";
import { UnitTree } from "./unit-tree.js";

function UnitTable({ units }: { units: readonly Unit[] }): ReactNode {
  const say = useText();
  const { date } = useFormat();
  const columns: Column<Unit>[] = [
    {
      id: "name",
      header: say("units.name"),
      main: true,
      cell: ({ id, name }) => (
        <Link to="/units/$unitId" params={{ unitId: id }}>
          {name}
        </Link>
      ),
    },
    { id: "code", header: say("units.code"), fit: true, cell: ({ code }) => code },
    { id: "kind", header: say("units.kind"), cell: ({ kindName }) => kindName },
    {
      id: "valid",
      header: say("units.valid"),
      fit: true,
      cell: ({ validFrom, validTo }) =>
        validTo === null ? (
          <span className="figures">{say("units.since", { date: date(validFrom) })}</span>
        ) : (
          <Chip>{say("units.until", { date: date(validTo) })}</Chip>
        ),
    },
  ];
  return <DataList caption={say("units.title")} columns={columns} rows={units} rowKey={({ id }) => id} />;
}

function UnitList({ filter, narrowed }: { filter: UnitFilter; narrowed: boolean }): ReactNode {
  const say = useText();
  const query = useInfiniteQuery(unitsQuery(filter));
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const units = pages.flatMap(({ items }) => items);
          return units.length === 0 ? (
            <EmptyState title={narrowed ? say("units.noneFound") : say("units.empty")} />
          ) : (
            <UnitTable units={units} />
          );
        }}
      </Loaded>
      <MoreRows query={query} />
    </>
  );
}

/** The units of the province: as a tree, or as a list that can be searched on any day of the past. */
export function UnitsPage(): ReactNode {
  const say = useText();
  const edits = useHasRole("administrator");
  const [view, setView] = useState("tree");
  const [filter, setFilter] = useState<UnitFilter>({ q: "", kind: "", at: "" });
  const [creating, setCreating] = useState(false);
  const kinds = useQuery(unitKindsQuery);
  const narrowed = filter.q !== "" || filter.kind !== "" || filter.at !== "";
  return (
    <>
      <PageHeader
        title={say("units.title")}
        description={say("units.description")}
        actions={
          edits && (
            <>
              <LinkButton
                to="/units/import"
                variant="default"
                leftSection={<IconTableImport size={18} stroke={1.5} aria-hidden />}
              >
                {say("units.import")}
              </LinkButton>
              <Button
                leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
                onClick={() => setCreating(true)}
              >
                {say("units.create")}
              </Button>
            </>
          )
        }
      />
      <Panel flush>
        <Toolbar>
          <SearchField label={say("units.search")} onSearch={(q) => setFilter({ ...filter, q })} />
          <Select
            label={say("units.kind")}
            placeholder={say("units.allKinds")}
            clearable
            w={180}
            data={(kinds.data?.items ?? []).map(({ kind, name }) => ({ value: kind, label: name }))}
            value={filter.kind === "" ? null : filter.kind}
            onChange={(kind) => setFilter({ ...filter, kind: kind ?? "" })}
          />
          <DayField
            label={say("units.at")}
            value={filter.at}
            onChange={(at) => setFilter({ ...filter, at })}
          />
          <SegmentedControl
            aria-label={say("units.view")}
            data={[
              { value: "tree", label: say("units.tree") },
              { value: "list", label: say("units.list") },
            ]}
            value={narrowed ? "list" : view}
            disabled={narrowed}
            onChange={setView}
          />
        </Toolbar>
        {narrowed || view === "list" ? <UnitList filter={filter} narrowed={narrowed} /> : <UnitTree />}
      </Panel>
      {creating && <NewUnitDialog onClose={() => setCreating(false)} />}
    </>
  );
}
