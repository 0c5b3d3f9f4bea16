import { Button, Code, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import { sessionQuery } from "../../api/queries.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useSession } from "../../shared/session.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { QrPicture } from "./qr-picture.js";

function CodeInput({ value, onChange }: { value: string; onChange(code: string): void }): ReactNode {
  const say = useText();
  return (
    <TextInput
      label={say("sessions.code")}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={6}
      maw={200}
      data-autofocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ""))}
    />
  );
}

/** Switching two-step verification on (a secret, a QR code, one code as proof) and off (one code as proof). */
export function TotpPanel(): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const { account } = useSession();
  const [code, setCode] = useState("");
  const [asked, setAsked] = useState<"on" | "off" | null>(null);
  const settled = async (text: string): Promise<void> => {
    setAsked(null);
    setCode("");
    notice(text);
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const start = useMutation({
    mutationFn: () => take(api.POST("/session/totp")),
    onSuccess: () => setAsked("on"),
  });
  const enable = useMutation({
    mutationFn: () => take(api.PUT("/session/totp", { body: { code } })),
    onSuccess: () => settled(say("sessions.totpEnabled")),
  });
  const disable = useMutation({
    mutationFn: () => take(api.DELETE("/session/totp", { body: { code } })),
    onSuccess: () => settled(say("sessions.totpDisabled")),
  });
  const close = (): void => {
    setAsked(null);
    setCode("");
    enable.reset();
    disable.reset();
  };
  return (
    <Panel
      title={say("sessions.totp")}
      note={say("sessions.totpNote")}
      actions={
        <Chip tone={account.totpEnabled ? "good" : "neutral"}>
          {account.totpEnabled ? say("sessions.totpOn") : say("sessions.totpOff")}
        </Chip>
      }
    >
      <Stack gap="md" align="flex-start">
        {account.totpEnabled ? (
          <Button variant="default" onClick={() => setAsked("off")}>
            {say("sessions.totpStop")}
          </Button>
        ) : (
          <Button loading={start.isPending} onClick={() => start.mutate()}>
            {say("sessions.totpStart")}
          </Button>
        )}
        <ProblemAlert error={start.error} />
      </Stack>
      <ConfirmDialog
        opened={asked === "on"}
        title={say("sessions.totpStart")}
        confirm={say("sessions.confirmCode")}
        busy={enable.isPending}
        disabled={code.length < 6}
        error={enable.error}
        onConfirm={() => enable.mutate()}
        onClose={close}
      >
        <Text>{say("sessions.totpScan")}</Text>
        {start.data !== undefined && (
          <>
            <QrPicture text={start.data.uri} label={say("sessions.totpQr")} />
            <div>
              <Text size="sm" c="dimmed">
                {say("sessions.totpSecret")}
              </Text>
              <Code>{start.data.secret.replace(/(.{4})(?=.)/g, "$1 ")}</Code>
            </div>
          </>
        )}
        <CodeInput value={code} onChange={setCode} />
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === "off"}
        title={say("sessions.totpStop")}
        confirm={say("sessions.totpStop")}
        danger
        busy={disable.isPending}
        disabled={code.length < 6}
        error={disable.error}
        onConfirm={() => disable.mutate()}
        onClose={close}
      >
        <CodeInput value={code} onChange={setCode} />
      </ConfirmDialog>
    </Panel>
  );
}
