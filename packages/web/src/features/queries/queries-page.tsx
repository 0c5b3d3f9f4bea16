/** /queries — what was asked of units, and what units complain about. */
import { Checkbox, Select } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { MoreRows } from "../../shared/more-rows.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useOversees } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { campaignsQuery } from "../campaigns/queries.js";
import { type QueryListSearch, queryStates } from "./list-search.js";
import classes from "./queries.module.css";
import { queryColumns } from "./query-columns.js";
import { queriesQuery } from "./reads.js";

const route = getRouteApi("/shell/queries");

function Filters({ search }: { search: QueryListSearch }): ReactNode {
  const say = useText();
  const navigate = route.useNavigate();
  const oversees = useOversees();
  const { data: campaigns } = useQuery({ ...campaignsQuery, enabled: oversees });
  const narrow = (part: Record<string, unknown>): void =>
    void navigate({
      replace: true,
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, ...part }).filter(([, value]) => value),
        ) as QueryListSearch,
    });
  return (
    <div className={classes.filters} data-print="hide">
      {oversees && (
        <Select
          aria-label={say("queries.campaign")}
          placeholder={say("queries.allCampaigns")}
          clearable
          className={classes.campaign ?? ""}
          data={(campaigns?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={search.campaign ?? null}
          onChange={(campaign) => narrow({ campaign })}
        />
      )}
      <Select
        aria-label={say("queries.kind")}
        placeholder={say("queries.allKinds")}
        clearable
        w={200}
        data={(["explanation", "complaint"] as const).map((kind) => ({
          value: kind,
          label: say(`queries.kind.${kind}`),
        }))}
        value={search.kind ?? null}
        onChange={(kind) => narrow({ kind })}
      />
      <Checkbox
        label={say("queries.mine")}
        checked={search.mine === true}
        onChange={(event) => narrow({ mine: event.currentTarget.checked })}
      />
    </div>
  );
}

/** The list, by state; the numbers stand on the tabs. */
export function QueriesPage(): ReactNode {
  const say = useText();
  const format = useFormat();
  const search = route.useSearch();
  const query = useInfiniteQuery(queriesQuery(search));
  const counts = query.data?.pages[0]?.counts;
  return (
    <>
      <PageHeader title={say("queries.title")} description={say("queries.lead")} />
      <Panel flush>
        <nav className={classes.tabs} aria-label={say("queries.column.state")} data-print="hide">
          {[undefined, ...queryStates].map((state) => {
            const { state: _now, ...rest } = search;
            return (
              <Link
                key={state ?? "all"}
                to="/queries"
                search={state === undefined ? rest : { ...rest, state }}
                className={classes.tab}
                activeOptions={{ exact: true }}
                aria-current={search.state === state ? "page" : undefined}
                data-urgent={state === "overdue" && (counts?.overdue ?? 0) > 0}
              >
                {say(
                  state === undefined
                    ? "queries.all"
                    : state === "overdue"
                      ? "queries.overdue"
                      : `queries.state.${state}`,
                )}
                {state !== undefined && counts !== undefined && <span>{format.number(counts[state])}</span>}
              </Link>
            );
          })}
        </nav>
        <Filters search={search} />
        <Loaded query={query}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            return rows.length === 0 ? (
              <EmptyState icon={IconMessageQuestion} title={say("queries.none")}>
                {say("queries.noneDetail")}
              </EmptyState>
            ) : (
              <DataList
                caption={say("queries.title")}
                columns={queryColumns(say, format, true)}
                rows={rows}
                rowKey={({ id }) => id}
              />
            );
          }}
        </Loaded>
        <MoreRows query={query} />
      </Panel>
    </>
  );
}
