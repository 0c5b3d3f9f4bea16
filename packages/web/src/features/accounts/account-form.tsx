import { Button, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { Account, AccountChange } from "../../api/contract.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { fieldProblemOf } from "./field-problem.js";
import { type DraftGrant, GrantsField, grantsOf } from "./grants-field.js";
import { accountQuery } from "./queries.js";

/** Name, address and roles of an account. */
export function AccountForm({ account }: { account: Account }): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const [displayName, setDisplayName] = useState(account.displayName);
  const [email, setEmail] = useState(account.email ?? "");
  const [drafts, setDrafts] = useState<DraftGrant[]>(
    account.grants.map(({ role, unit: { id, name } }, key) => ({ key, role, unit: { id, name } })),
  );
  const save = useMutation({
    mutationFn: (body: AccountChange) =>
      take(
        api.PATCH("/accounts/{id}", {
          params: { path: { id: account.id } },
          headers: ifMatch(account.version),
          body,
        }),
      ),
    onSuccess: async (changed) => {
      queryClient.setQueryData(accountQuery(account.id).queryKey, changed);
      notice(say("accounts.saved"));
      await queryClient.invalidateQueries({ queryKey: ["accounts", "list"] });
    },
  });
  const grants = grantsOf(drafts);
  // The address of an account is the administrators' to set, and nobody else is told it.
  const administers = useHasRole("administrator");
  const refused = fieldProblemOf(save.error);
  return (
    <Panel title={say("accounts.details")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (grants !== null)
            save.mutate({
              displayName,
              grants,
              ...(administers ? { email: email === "" ? null : email } : {}),
            });
        }}
      >
        <Stack gap="md" maw={640}>
          <TextInput
            label={say("accounts.displayName")}
            required
            withAsterisk={false}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
          />
          {administers && (
            <TextInput
              type="email"
              label={say("accounts.emailOptional")}
              value={email}
              error={refused?.field === "email" ? refused.detail : null}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
          <GrantsField value={drafts} onChange={setDrafts} />
          <ProblemAlert error={refused === null ? save.error : null} />
          <div>
            <Button type="submit" loading={save.isPending} disabled={grants === null}>
              {say("shared.save")}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
