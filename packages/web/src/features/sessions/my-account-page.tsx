import { Alert, Stack } from "@mantine/core";
import { IconShieldLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { DataList } from "../../shared/data-list.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { NoticeSettingsPanel } from "../notices/notice-settings-panel.js";
import { OpenSessionsPanel } from "./open-sessions-panel.js";
import { PasswordPanel } from "./password-panel.js";
import { TotpPanel } from "./totp-panel.js";

/** One's own account: what one may do, password, second factor, open sessions. */
export function MyAccountPage(): ReactNode {
  const say = useText();
  const { account, grants, totpDue } = useSession();
  const due = account.mustChangePassword
    ? say("sessions.passwordDue")
    : totpDue
      ? say("sessions.totpDue")
      : null;
  return (
    <>
      <PageHeader
        title={say("sessions.title")}
        eyebrow={`${account.displayName} · ${account.login}`}
        description={say("sessions.description")}
      />
      <Stack gap="lg">
        {due !== null && (
          <Alert role="alert" color="yellow" variant="default" icon={<IconShieldLock aria-hidden />}>
            {due}
          </Alert>
        )}
        <PasswordPanel />
        <TotpPanel />
        <NoticeSettingsPanel />
        <OpenSessionsPanel />
        <Panel title={say("sessions.grants")} flush>
          <DataList
            caption={say("sessions.grants")}
            columns={[
              { id: "unit", header: say("sessions.unit"), main: true, cell: ({ unit }) => unit.name },
              { id: "role", header: say("sessions.role"), cell: ({ role }) => say(`shared.role.${role}`) },
            ]}
            rows={grants}
            rowKey={({ role, unit }) => `${role} ${unit.id}`}
          />
        </Panel>
      </Stack>
    </>
  );
}
