import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { AccountForm } from "./account-form.js";
import { accountQuery } from "./queries.js";
import { SecurityPanel } from "./security-panel.js";

const route = getRouteApi("/shell/accounts/$accountId");

/** One account: its details and roles, and what keeps it safe. */
export function AccountPage(): ReactNode {
  const say = useText();
  const { accountId } = route.useParams();
  const query = useQuery(accountQuery(accountId));
  return (
    <Loaded query={query}>
      {(account) => (
        <>
          <PageHeader
            back={{ to: "/accounts", label: say("accounts.title") }}
            title={account.displayName}
            eyebrow={account.login}
            actions={account.disabled && <Chip tone="bad">{say("accounts.disabled")}</Chip>}
          />
          <Stack gap="lg">
            <AccountForm key={`${account.id} ${account.version}`} account={account} />
            <SecurityPanel account={account} />
          </Stack>
        </>
      )}
    </Loaded>
  );
}
