import { Button, PasswordInput, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import { sessionQuery } from "../../api/queries.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";

/** Changing one's own password; the two lengths are the server's rule, said before it refuses. */
export function PasswordPanel(): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const { account } = useSession();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [repeated, setRepeated] = useState("");
  const least = account.totpEnabled ? 8 : 14;
  const tooShort = next !== "" && next.length < least;
  const differs = repeated !== "" && repeated !== next;
  const change = useMutation({
    mutationFn: () => take(api.POST("/session/password", { body: { current, next } })),
    onSuccess: async () => {
      setCurrent("");
      setNext("");
      setRepeated("");
      notice(say("sessions.passwordChanged"));
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const toggle = { "aria-label": say("sessions.showPassword") };
  return (
    <Panel title={say("sessions.changePassword")} note={say("sessions.changePasswordNote")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack gap="md" maw={400}>
          <PasswordInput
            label={say("sessions.currentPassword")}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            label={say("sessions.newPassword")}
            autoComplete="new-password"
            required
            withAsterisk={false}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            error={tooShort ? say("sessions.passwordShort", { count: least }) : null}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            label={say("sessions.repeatPassword")}
            autoComplete="new-password"
            required
            withAsterisk={false}
            value={repeated}
            onChange={(event) => setRepeated(event.currentTarget.value)}
            error={differs ? say("sessions.passwordDiffers") : null}
            visibilityToggleButtonProps={toggle}
          />
          <ProblemAlert error={change.error} />
          <div>
            <Button
              type="submit"
              loading={change.isPending}
              disabled={tooShort || next !== repeated || next === ""}
            >
              {say("sessions.changePassword")}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
