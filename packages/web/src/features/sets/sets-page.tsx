import { IconAlertTriangle, IconCircleX, IconFileImport, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SetHead } from "../../api/contract.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole } from "../../shared/session.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { Decision } from "./decision.js";
import { setsQuery } from "./queries.js";
import classes from "./sets.module.css";

function Findings({ errors, warnings }: SetHead["findings"]): ReactNode {
  const say = useText();
  if (errors + warnings === 0) return <span className={classes.quiet}>{say("sets.noFindings")}</span>;
  return (
    <span className={classes.chips}>
      {errors > 0 && (
        <Chip tone="bad" icon={IconCircleX}>
          {say("sets.errors", { count: errors })}
        </Chip>
      )}
      {warnings > 0 && (
        <Chip tone="warn" icon={IconAlertTriangle}>
          {say("sets.warnings", { count: warnings })}
        </Chip>
      )}
    </span>
  );
}

/** Every indicator set with its versions. */
export function SetsPage(): ReactNode {
  const say = useText();
  const { points, number } = useFormat();
  const makes = useHasRole("coordinator");
  const query = useQuery(setsQuery);
  const columns: Column<SetHead>[] = [
    {
      id: "title",
      header: say("sets.name"),
      main: true,
      cell: ({ id, version, title }) => (
        <>
          <Link to="/sets/$setId/$version" params={{ setId: id, version: String(version) }}>
            {title}
          </Link>
          <div className={classes.quiet}>{say("sets.versionOf", { id, version })}</div>
        </>
      ),
    },
    {
      id: "status",
      header: say("sets.status"),
      fit: true,
      cell: ({ status }) => (
        <Chip tone={status === "published" ? "good" : "neutral"}>{say(`sets.${status}`)}</Chip>
      ),
    },
    {
      id: "count",
      header: say("sets.indicators"),
      align: "end",
      fit: true,
      cell: ({ indicatorCount }) => (indicatorCount === 0 ? say("shared.none") : number(indicatorCount)),
    },
    {
      id: "max",
      header: say("sets.max"),
      align: "end",
      fit: true,
      cell: ({ max, indicatorCount }) => (indicatorCount === 0 ? say("shared.none") : points(max)),
    },
    { id: "findings", header: say("sets.findings"), cell: ({ findings }) => <Findings {...findings} /> },
    {
      id: "decision",
      header: say("sets.decision"),
      cell: ({ about }) => <Decision about={about} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={say("sets.title")}
        description={say("sets.description")}
        actions={
          makes && (
            <>
              <LinkButton
                variant="default"
                to="/sets/new"
                leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
              >
                {say("sets.create")}
              </LinkButton>
              <LinkButton
                to="/sets/new/import"
                leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />}
              >
                {say("imports.title")}
              </LinkButton>
            </>
          )
        }
      />
      <Panel flush>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={say("sets.empty")}>{say("sets.emptyDetail")}</EmptyState>
            ) : (
              <DataList
                caption={say("sets.title")}
                columns={columns}
                rows={items}
                rowKey={({ id, version }) => `${id} ${version}`}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
