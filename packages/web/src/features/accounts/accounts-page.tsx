import { Button, Select } from "@mantine/core";
import { IconPlus, IconTableImport } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Account } from "../../api/contract.js";
import { isProblem } from "../../api/problem.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { ErrorState } from "../../shared/error-state.js";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { MoreRows } from "../../shared/more-rows.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { SearchField } from "../../shared/search-field.js";
import { Chip } from "../../shared/state-chip.js";
import { type Say, useText } from "../../shared/text.js";
import { Toolbar } from "../../shared/toolbar.js";
import { useFormat } from "../../shared/use-format.js";
import { NewAccountDialog } from "./new-account-dialog.js";
import { accountsQuery, roles } from "./queries.js";

function columnsOf(say: Say, dateTime: (iso: string) => string): Column<Account>[] {
  return [
    {
      id: "name",
      header: say("accounts.displayName"),
      main: true,
      cell: ({ id, displayName }) => (
        <Link to="/accounts/$accountId" params={{ accountId: id }}>
          {displayName}
        </Link>
      ),
    },
    { id: "login", header: say("accounts.login"), fit: true, cell: ({ login }) => login },
    {
      id: "grants",
      header: say("accounts.grants"),
      cell: ({ grants }) => (
        <span>
          {grants.map(({ role, unit }) => (
            <span key={`${role} ${unit.id}`} className="line">
              {say("accounts.roleIn", { role: say(`shared.role.${role}`), unit: unit.name })}
            </span>
          ))}
        </span>
      ),
    },
    {
      id: "state",
      header: say("accounts.state"),
      fit: true,
      cell: ({ disabled, totpEnabled }) =>
        disabled ? (
          <Chip tone="bad">{say("accounts.disabled")}</Chip>
        ) : (
          <Chip tone="good">{totpEnabled ? say("accounts.activeTotp") : say("accounts.active")}</Chip>
        ),
    },
    {
      id: "seen",
      header: say("accounts.lastSignIn"),
      align: "end",
      fit: true,
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? say("accounts.never") : dateTime(lastSignInAt)),
    },
  ];
}

/** Every account: search, create, import. */
export function AccountsPage(): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const [q, setQ] = useState("");
  const [role, setRole] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const query = useInfiniteQuery(accountsQuery({ q, role: role ?? "", unit: "" }));
  if (isProblem(query.error, "forbidden"))
    return (
      <Panel>
        <ErrorState error={query.error} />
      </Panel>
    );
  return (
    <>
      <PageHeader
        title={say("accounts.title")}
        description={say("accounts.description")}
        actions={
          <>
            <LinkButton
              to="/accounts/import"
              variant="default"
              leftSection={<IconTableImport size={18} stroke={1.5} aria-hidden />}
            >
              {say("accounts.import")}
            </LinkButton>
            <Button
              leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}
              onClick={() => setCreating(true)}
            >
              {say("accounts.create")}
            </Button>
          </>
        }
      />
      <Panel flush>
        <Toolbar>
          <SearchField label={say("accounts.search")} onSearch={setQ} />
          <Select
            aria-label={say("accounts.role")}
            placeholder={say("accounts.allRoles")}
            clearable
            w={200}
            data={roles.map((one) => ({ value: one, label: say(`shared.role.${one}`) }))}
            value={role}
            onChange={setRole}
          />
        </Toolbar>
        <Loaded query={query}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            return rows.length === 0 ? (
              <EmptyState
                title={q === "" && role === null ? say("accounts.empty") : say("accounts.noneFound")}
              />
            ) : (
              <DataList
                caption={say("accounts.title")}
                columns={columnsOf(say, dateTime)}
                rows={rows}
                rowKey={({ id }) => id}
              />
            );
          }}
        </Loaded>
        <MoreRows query={query} />
      </Panel>
      {creating && <NewAccountDialog onClose={() => setCreating(false)} />}
    </>
  );
}
