/** /campaigns/:id/appraise — what there is to judge, by unit or by indicator. */
import { SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import type { QueueItem } from "../../../api/appraisal-contract.js";
import type { Campaign } from "../../../api/contract.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { ErrorState } from "../../../shared/error-state.js";
import { LinkButton } from "../../../shared/link-button.js";
import { LineSkeleton, Loaded } from "../../../shared/loaded.js";
import { Panel } from "../../../shared/panel.js";
import { SearchField } from "../../../shared/search-field.js";
import { useHasRole } from "../../../shared/session.js";
import { useText } from "../../../shared/text.js";
import { campaignQuery } from "../../campaigns/queries.js";
import { AppraisalHeader } from "../appraisal-header.js";
import { useOutline, useSayValues } from "../judging/values-text.js";
import { summaryQuery } from "../reads.js";
import { BulkAgree } from "./bulk-agree.js";
import classes from "./queue.module.css";
import { QueueFilters } from "./queue-filters.js";
import { QueueList } from "./queue-list.js";
import { placesOf, QueuePlaceSelect, QueuePlaces } from "./queue-places.js";
import { judgeSearchFrom, keyOf, type QueueBy, type QueueSearch, queueSorts } from "./queue-search.js";
import { useListKeys } from "./use-list-keys.js";
import { useQueue } from "./use-queue.js";

const route = getRouteApi("/shell/campaigns/$campaignId/appraise");

/** The queue of one campaign. */
export function QueuePage(): ReactNode {
  const { campaignId } = route.useParams();
  const query = useQuery(campaignQuery(campaignId));
  return <Loaded query={query}>{(campaign) => <QueueView campaign={campaign} />}</Loaded>;
}

function useNarrowing(): (part: Partial<Record<keyof QueueSearch, string | undefined>>) => void {
  const navigate = route.useNavigate();
  return (part) =>
    void navigate({
      replace: true,
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined && value !== ""),
        ) as QueueSearch,
    });
}

function QueueView({ campaign }: { campaign: Campaign }): ReactNode {
  const say = useText();
  const judges = useHasRole("appraiser", "coordinator");
  const search = route.useSearch();
  const narrow = useNarrowing();
  const by = search.by ?? "unit";
  const { data: summary } = useQuery(summaryQuery(campaign.id));
  const places = useMemo(() => placesOf(summary, by), [summary, by]);
  const chosen = by === "unit" ? search.unit : search.code;
  const choose = (id: string | undefined): void => narrow(by === "unit" ? { unit: id } : { code: id });
  return (
    <>
      <AppraisalHeader
        campaign={campaign}
        current="queue"
        actions={
          judges && (
            <LinkButton
              variant="default"
              to="/campaigns/$campaignId/appraisal-workbook"
              params={{ campaignId: campaign.id }}
            >
              {say("workbooks.appraisal.title")}
            </LinkButton>
          )
        }
      />
      <div className={classes.columns}>
        <QueuePlaces by={by} places={places} chosen={chosen} onChoose={choose} />
        <QueuePanel key={by} campaign={campaign} search={search} narrow={narrow}>
          <QueuePlaceSelect by={by} places={places} chosen={chosen} onChoose={choose} />
        </QueuePanel>
      </div>
    </>
  );
}

interface QueuePanelProps {
  readonly campaign: Campaign;
  readonly search: QueueSearch;
  narrow(part: Partial<Record<keyof QueueSearch, string | undefined>>): void;
  /** The field that chooses a unit or an indicator. */
  readonly children: ReactNode;
}

function QueueTools({ campaign, search, narrow, children }: QueuePanelProps): ReactNode {
  const say = useText();
  const by = search.by ?? "unit";
  return (
    <div className={classes.tools} data-print="hide">
      <SegmentedControl
        size="sm"
        aria-label={say("appraisals.queue.by")}
        value={by}
        data={(["unit", "indicator"] as const).map((one) => ({
          value: one,
          label: say(`appraisals.by.${one}`),
        }))}
        onChange={(next: QueueBy) =>
          narrow({
            by: next === "unit" ? undefined : next,
            unit: undefined,
            code: undefined,
            sort: undefined,
          })
        }
      />
      {children}
      <div className={classes.find}>
        <SearchField
          label={say("appraisals.queue.search")}
          initial={search.q ?? ""}
          onSearch={(q) => narrow({ q })}
        />
      </div>
      {campaign.groups.length > 1 && (
        <Select
          className={classes.field ?? ""}
          aria-label={say("appraisals.queue.group")}
          placeholder={say("appraisals.queue.allGroups")}
          clearable
          data={campaign.groups.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.group ?? null}
          onChange={(group) => narrow({ group: group ?? undefined })}
        />
      )}
      <Select
        className={classes.field ?? ""}
        aria-label={say("appraisals.queue.sort")}
        allowDeselect={false}
        data={queueSorts.map((sort) => ({ value: sort, label: say(`appraisals.sort.${sort}`) }))}
        value={search.sort ?? (by === "unit" ? "unit" : "code")}
        onChange={(sort) => narrow({ sort: sort ?? undefined })}
      />
    </div>
  );
}

/** The items that are ticked, by their keys; forgotten when the queue shows something else. */
function useSelection(): {
  selected: ReadonlyMap<string, QueueItem>;
  set(items: readonly QueueItem[], on: boolean): void;
  clear(): void;
} {
  const [selected, setSelected] = useState<ReadonlyMap<string, QueueItem>>(new Map());
  return {
    selected,
    set: (items, on) =>
      setSelected((before) => {
        const next = new Map(before);
        for (const item of items) {
          if (on) next.set(keyOf(item), item);
          else next.delete(keyOf(item));
        }
        return next;
      }),
    clear: () => setSelected(new Map()),
  };
}

function QueuePanel(props: QueuePanelProps): ReactNode {
  const { campaign, search } = props;
  const say = useText();
  const navigate = useNavigate();
  const judges = useHasRole("appraiser", "coordinator");
  const queue = useQueue(campaign.id, search);
  const { selected, set, clear } = useSelection();
  const keys = useMemo(() => new Set(selected.keys()), [selected]);
  // What is ticked and not shown any more would be agreed with unseen.
  const narrow: QueuePanelProps["narrow"] = (part) => {
    clear();
    props.narrow(part);
  };
  const nothing = queue.counts?.all === 0 && search.q === undefined;
  const outline = useOutline(campaign);
  const sayValues = useSayValues(outline);
  const open = ({ assessmentId, code }: QueueItem): void =>
    void navigate({
      to: "/assessments/$assessmentId/appraise",
      params: { assessmentId },
      search: judgeSearchFrom(search, code),
    });
  const { here } = useListKeys({
    count: queue.items.length,
    open: (place) => queue.items[place] && open(queue.items[place]),
    mark: (place) => {
      const item = queue.items[place];
      if (item && judges) set([item], !keys.has(keyOf(item)));
    },
  });
  const selectAll = (on: boolean): void => {
    if (!on) clear();
    else void queue.everything().then((items) => set(items, true));
  };
  return (
    <Panel flush>
      <QueueTools {...props} narrow={narrow} />
      <QueueFilters counts={queue.counts} chosen={search.filter} onChoose={(filter) => narrow({ filter })} />
      {selected.size > 0 && (
        <BulkAgree campaignId={campaign.id} items={[...selected.values()]} onClear={clear} />
      )}
      {queue.query.isError && (
        <ErrorState error={queue.query.error} onRetry={() => void queue.query.refetch()} />
      )}
      {queue.query.isPending && <LineSkeleton lines={10} />}
      {queue.query.isSuccess && queue.items.length === 0 && !queue.hasMore && (
        <EmptyState title={say(nothing ? "appraisals.queue.none" : "appraisals.queue.noneFound")}>
          {say(nothing ? "appraisals.queue.noneDetail" : "appraisals.queue.noneFoundDetail")}
        </EmptyState>
      )}
      {queue.items.length > 0 && (
        <QueueList
          queue={queue}
          search={search}
          selected={keys}
          here={here}
          onSelect={judges ? (item, on) => set([item], on) : null}
          onSelectAll={selectAll}
          sayValues={sayValues}
        />
      )}
      <p className={classes.hint} data-print="hide">
        {say("appraisals.queue.keys")}
      </p>
    </Panel>
  );
}
