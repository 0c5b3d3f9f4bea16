import { Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { Account } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import type { TextId } from "../../shared/text.js";
import { useText } from "../../shared/text.js";
import classes from "./security-panel.module.css";
import { TemporaryPassword } from "./temporary-password.js";

type Action = "password" | "sessions" | "totp" | "disable" | "enable";

const texts: Record<Action, { title: TextId; detail: TextId; done: TextId }> = {
  password: { title: "accounts.reset", detail: "accounts.resetDetail", done: "accounts.resetDone" },
  sessions: {
    title: "accounts.endSessions",
    detail: "accounts.endSessionsDetail",
    done: "accounts.sessionsEnded",
  },
  totp: { title: "accounts.removeTotp", detail: "accounts.removeTotpDetail", done: "accounts.totpRemoved" },
  disable: { title: "accounts.disable", detail: "accounts.disableDetail", done: "accounts.disabledDone" },
  enable: { title: "accounts.enable", detail: "accounts.enableDetail", done: "accounts.enabledDone" },
};

/** Does one of the actions; only a new password has something to show. */
async function perform(action: Action, { id, version }: Account): Promise<string | null> {
  const params = { path: { id } };
  switch (action) {
    case "password":
      return (await take(api.POST("/accounts/{id}/password", { params }))).temporaryPassword;
    case "sessions":
      await take(api.DELETE("/accounts/{id}/sessions", { params }));
      return null;
    case "totp":
      await take(api.DELETE("/accounts/{id}/totp", { params }));
      return null;
    case "disable":
    case "enable":
      await take(
        api.PATCH("/accounts/{id}", {
          params,
          headers: ifMatch(version),
          body: { disabled: action === "disable" },
        }),
      );
      return null;
  }
}

/** What an administrator may do to an account that is lost, stolen or no longer needed. */
export function SecurityPanel({ account }: { account: Account }): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Action | null>(null);
  const run = useMutation({
    mutationFn: (action: Action) => perform(action, account),
    onSuccess: async (_, action) => {
      setAsked(null);
      notice(say(texts[action].done));
      await queryClient.invalidateQueries({ queryKey: ["accounts"] });
    },
  });
  const offered: Action[] = [
    "password",
    "sessions",
    ...(account.totpEnabled ? (["totp"] as const) : []),
    account.disabled ? "enable" : "disable",
  ];
  const close = (): void => {
    setAsked(null);
    run.reset();
  };
  return (
    <Panel title={say("accounts.security")} flush>
      <ul className={classes.actions}>
        {offered.map((action) => (
          <li key={action} className={classes.action}>
            <div>
              <div className={classes.title}>{say(texts[action].title)}</div>
              <Text size="sm" c="dimmed">
                {say(texts[action].detail)}
              </Text>
            </div>
            <Button variant="default" onClick={() => setAsked(action)}>
              {say(texts[action].title)}
            </Button>
          </li>
        ))}
      </ul>
      {asked !== null && (
        <ConfirmDialog
          opened
          title={say(texts[asked].title)}
          confirm={say(texts[asked].title)}
          danger={asked !== "enable"}
          busy={run.isPending}
          error={run.error}
          onConfirm={() => run.mutate(asked)}
          onClose={close}
        >
          <Text>{say(texts[asked].detail)}</Text>
          <Text fw={500}>
            {say("accounts.concerns", { name: account.displayName, login: account.login })}
          </Text>
        </ConfirmDialog>
      )}
      {asked === null && run.data != null && (
        <TemporaryPassword login={account.login} password={run.data} onClose={() => run.reset()} />
      )}
    </Panel>
  );
}
