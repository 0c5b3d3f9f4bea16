import { Button, CopyButton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, asForm, take } from "../../api/client.js";
import type { AccountImportOutcome } from "../../api/contract.js";
import { DataList } from "../../shared/data-list.js";
import { ImportPanel } from "../../shared/import-panel.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";

type Passwords = AccountImportOutcome["passwords"];

/** Accounts from an Excel file: checked first, written on confirmation. The passwords of new ones are shown once. */
export function AccountImportPage(): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const [passwords, setPasswords] = useState<Passwords>([]);
  return (
    <>
      <PageHeader
        back={{ to: "/accounts", label: say("accounts.title") }}
        title={say("accounts.importTitle")}
        description={say("accounts.importDescription")}
      />
      {passwords.length > 0 && <TemporaryPasswords passwords={passwords} />}
      <ImportPanel
        template="/accounts/import/template"
        send={async (file, apply) => {
          const outcome = await take(
            api.POST("/accounts/import", {
              params: { query: { apply: String(apply) } },
              body: { file },
              bodySerializer: asForm,
            }),
          );
          if (outcome.applied) setPasswords(outcome.passwords);
          return outcome;
        }}
        onApplied={() => void queryClient.invalidateQueries({ queryKey: ["accounts"] })}
      />
    </>
  );
}

/** Nobody can read these again, so they stand until the page is left, and go into a table with one press. */
function TemporaryPasswords({ passwords }: { passwords: Passwords }): ReactNode {
  const say = useText();
  const lines = passwords.map(
    ({ login, displayName, temporaryPassword }) => `${login}\t${displayName}\t${temporaryPassword}`,
  );
  return (
    <Panel
      title={say("accounts.importPasswords", { count: passwords.length })}
      note={say("accounts.importPasswordsHint")}
      flush
      actions={
        <CopyButton value={lines.join("\n")}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? say("accounts.copied") : say("accounts.copy")}
            </Button>
          )}
        </CopyButton>
      }
    >
      <DataList
        caption={say("accounts.importPasswords", { count: passwords.length })}
        columns={[
          { id: "login", header: say("accounts.login"), main: true, cell: ({ login }) => login },
          { id: "name", header: say("accounts.displayName"), cell: ({ displayName }) => displayName },
          {
            id: "password",
            header: say("accounts.temporary"),
            cell: ({ temporaryPassword }) => <code>{temporaryPassword}</code>,
          },
        ]}
        rows={passwords}
        rowKey={({ login }) => login}
      />
    </Panel>
  );
}
