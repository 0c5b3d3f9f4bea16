import { Select } from "@mantine/core";
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { AuditEntry, Person, UnitName } from "../../api/contract.js";
import { isProblem } from "../../api/problem.js";
import { DayField } from "../../shared/day-field.js";
import { EmptyState } from "../../shared/empty-state.js";
import { ErrorState } from "../../shared/error-state.js";
import { endOfDay, startOfDay } from "../../shared/format.js";
import { Loaded } from "../../shared/loaded.js";
import { MoreRows } from "../../shared/more-rows.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { Toolbar } from "../../shared/toolbar.js";
import { UnitSelect } from "../../shared/unit-select.js";
import { useFormat } from "../../shared/use-format.js";
import { actions, sayAction } from "./actions.js";
import { type AuditLine, answerSaveOf, linesOf } from "./answer-saves.js";
import classes from "./audit.module.css";
import { differencesOf } from "./difference.js";
import { sayField, sayPlace, saySubject, sayValue } from "./fields.js";
import { PersonSelect } from "./person-select.js";

interface AuditFilter {
  action: string;
  unit: UnitName | null;
  person: Person | null;
  /** Days, YYYY-MM-DD, both included; empty = open. */
  from: string;
  to: string;
}

const everything: AuditFilter = { action: "", unit: null, person: null, from: "", to: "" };

function auditQuery({ action, unit, person, from, to }: AuditFilter) {
  const query = {
    ...(action === "" ? {} : { action }),
    ...(unit === null ? {} : { unit: unit.id }),
    ...(person === null ? {} : { account: person.id }),
    ...(from === "" ? {} : { from: startOfDay(from) }),
    ...(to === "" ? {} : { to: endOfDay(to) }),
  };
  return infiniteQueryOptions({
    queryKey: ["audit", query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/audit", {
          params: {
            query: { ...query, limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

function Difference({ entry }: { entry: AuditEntry }): ReactNode {
  const say = useText();
  const { language } = useFormat();
  return (
    <table className={classes.difference}>
      <thead>
        <tr>
          <th scope="col">{say("audit.field")}</th>
          <th scope="col">{say("audit.before")}</th>
          <th scope="col">{say("audit.after")}</th>
        </tr>
      </thead>
      <tbody>
        {differencesOf(entry.before, entry.after).map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{sayField(say, field)}</th>
            <td className={before === null ? undefined : classes.before}>
              <div className={classes.value}>{sayValue(say, language, before, field)}</div>
            </td>
            <td className={after === null ? undefined : classes.after}>
              <div className={classes.value}>{sayValue(say, language, after, field)}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a list cuts for its length, fetched whole once it is opened. */
function WholeDifference({ entry }: { entry: AuditEntry }): ReactNode {
  const query = useQuery({
    queryKey: ["audit", "one", entry.id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => take(api.GET("/audit/{id}", { params: { path: { id: entry.id } } })),
  });
  return <Loaded query={query}>{(whole) => <Difference entry={whole} />}</Loaded>;
}

function Subject({ entry, count }: AuditLine): ReactNode {
  const say = useText();
  const { language } = useFormat();
  const save = answerSaveOf(entry);
  return (
    <span className={classes.subject}>
      <span className={classes.action}>{sayAction(say, entry.action)}</span>{" "}
      {entry.subject.name ?? saySubject(say, entry.subject.type)}
      {save !== null && (
        <span className={classes.saved}>
          {say("audit.saved", {
            place: sayPlace(say, save.code, save.input, entry.fieldLabel),
            before: sayValue(say, language, save.before, "value"),
            after: sayValue(say, language, save.after, "value"),
          })}
          {count > 1 && <span className={classes.times}>{say("audit.times", { count })}</span>}
        </span>
      )}
    </span>
  );
}

function Line({ entry, count }: AuditLine): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  return (
    <>
      <time className={classes.when} dateTime={entry.at}>
        {dateTime(entry.at)}
      </time>
      <span>{entry.account?.displayName ?? say("audit.nobody")}</span>
      <Subject entry={entry} count={count} />
      <span className={classes.address}>{entry.address}</span>
    </>
  );
}

function Entry({ entry, count }: AuditLine): ReactNode {
  const [opened, setOpened] = useState(false);
  const opens =
    answerSaveOf(entry) === null && (entry.cut || differencesOf(entry.before, entry.after).length > 0);
  return (
    <li className={classes.entry}>
      {opens ? (
        <details onToggle={(event) => setOpened(event.currentTarget.open)}>
          <summary className={classes.summary}>
            <Line entry={entry} count={count} />
          </summary>
          {!entry.cut && <Difference entry={entry} />}
          {entry.cut && opened && <WholeDifference entry={entry} />}
        </details>
      ) : (
        <div className={classes.summary}>
          <Line entry={entry} count={count} />
        </div>
      )}
    </li>
  );
}

/** Who did what, when, from where; with the state before and after. */
export function AuditPage(): ReactNode {
  const say = useText();
  const [filter, setFilter] = useState(everything);
  const query = useInfiniteQuery(auditQuery(filter));
  const met = (query.data?.pages ?? []).flatMap(({ items }) => items.flatMap(({ account }) => account ?? []));
  const change = (part: Partial<AuditFilter>): void => setFilter((before) => ({ ...before, ...part }));
  if (isProblem(query.error, "forbidden"))
    return (
      <Panel>
        <ErrorState error={query.error} />
      </Panel>
    );
  return (
    <>
      <PageHeader title={say("audit.title")} description={say("audit.description")} />
      <Panel flush>
        <Toolbar>
          <div className={classes.filters}>
            <Select
              label={say("audit.action")}
              placeholder={say("audit.allActions")}
              searchable
              clearable
              data={actions.map((action) => ({ value: action, label: sayAction(say, action) }))}
              value={filter.action === "" ? null : filter.action}
              onChange={(action) => change({ action: action ?? "" })}
            />
            <PersonSelect value={filter.person} onChange={(person) => change({ person })} met={met} />
            <UnitSelect
              label={say("audit.unit")}
              value={filter.unit}
              onChange={(unit) => change({ unit })}
              clearable
            />
            <DayField label={say("audit.from")} value={filter.from} onChange={(from) => change({ from })} />
            <DayField label={say("audit.to")} value={filter.to} onChange={(to) => change({ to })} />
          </div>
        </Toolbar>
        <Loaded query={query}>
          {({ pages }) => {
            const entries = pages.flatMap(({ items }) => items);
            return entries.length === 0 ? (
              <EmptyState title={say("audit.empty")} />
            ) : (
              <ul className={classes.entries}>
                {linesOf(entries).map(({ entry, count }) => (
                  <Entry key={entry.id} entry={entry} count={count} />
                ))}
              </ul>
            );
          }}
        </Loaded>
        <MoreRows query={query} />
      </Panel>
    </>
  );
}
