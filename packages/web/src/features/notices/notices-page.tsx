import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { Notice } from "../../api/contract.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { notice as tell } from "../../shared/notice.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { problemText } from "../../shared/problem-text.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./notices.module.css";
import { noticesQuery, olderNoticesQuery } from "./queries.js";

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen(): void }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const unread = notice.readAt === null;
  return (
    <li className={classes.row} data-unread={unread || undefined}>
      <a
        className={classes.open}
        href={notice.link}
        onClick={(event) => {
          // A new tab, or the own one without loading the application again.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        <span className={classes.head}>
          <strong className={classes.title}>{notice.title}</strong>
          {unread && <span className={classes.unread}>{say("notices.unread")}</span>}
        </span>
        <span className={classes.body}>{notice.body}</span>
      </a>
      <time className={classes.time} dateTime={notice.at}>
        {dateTime(notice.at)}
      </time>
    </li>
  );
}

/** The notices of the one who is signed in, the newest first. */
export function NoticesPage(): ReactNode {
  const say = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const query = useQuery(noticesQuery);
  const read = useMutation({
    mutationFn: (which: { ids: string[] } | { all: true }) =>
      take(api.POST("/notices/read", { body: which })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["notices"] }),
    onError: (error) => tell(problemText(error, say).title),
  });
  const { unread = 0, next = null } = query.data ?? {};
  const [from, setFrom] = useState<string | null>(null);
  const rest = useInfiniteQuery({ ...olderNoticesQuery(from ?? ""), enabled: from !== null });
  const older = (rest.data?.pages ?? []).flatMap(({ items }) => items);
  const open = ({ id, link, readAt }: Notice): void => {
    if (readAt === null) read.mutate({ ids: [id] });
    void navigate({ to: link });
  };
  return (
    <>
      <PageHeader
        title={say("notices.title")}
        description={say("notices.description")}
        actions={
          unread > 0 && (
            <Button variant="default" loading={read.isPending} onClick={() => read.mutate({ all: true })}>
              {say("notices.readAll")}
            </Button>
          )
        }
      />
      <Panel flush>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconBell} title={say("notices.empty")}>
                {say("notices.emptyDetail")}
              </EmptyState>
            ) : (
              <ul className={classes.list}>
                {items.map((one) => (
                  <NoticeRow key={one.id} notice={one} onOpen={() => open(one)} />
                ))}
                {older.map((one) => (
                  <NoticeRow key={one.id} notice={one} onOpen={() => open(one)} />
                ))}
              </ul>
            )
          }
        </Loaded>
        {from === null && next !== null && (
          <Button variant="subtle" fullWidth onClick={() => setFrom(next)}>
            {say("shared.more")}
          </Button>
        )}
        {from !== null && (rest.isFetching || rest.hasNextPage) && (
          <Button
            variant="subtle"
            fullWidth
            loading={rest.isFetching}
            onClick={() => void rest.fetchNextPage()}
          >
            {say("shared.more")}
          </Button>
        )}
      </Panel>
    </>
  );
}
