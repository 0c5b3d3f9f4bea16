import { Anchor, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, carryCsrfToken, take } from "../../api/client.js";
import type { Session } from "../../api/contract.js";
import { isProblem } from "../../api/problem.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import classes from "./sign-in.module.css";

interface SignInFormProps {
  /** The account that must sign in again; free to choose when absent. */
  login?: string;
  onSignedIn(session: Session): void;
}

/** Password first; the six digits of the authenticator only where the account asks for them. */
export function SignInForm({ login: fixedLogin, onSignedIn }: SignInFormProps): ReactNode {
  const say = useText();
  const [login, setLogin] = useState(fixedLogin ?? "");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [step, setStep] = useState<"password" | "totp">("password");
  const signIn = useMutation({
    mutationFn: () =>
      take(api.POST("/session", { body: { login, password, ...(step === "totp" ? { code } : {}) } })),
    onSuccess: (session) => {
      carryCsrfToken(session.csrfToken);
      onSignedIn(session);
    },
    onError: (error) => {
      if (isProblem(error, "totp-required")) setStep("totp");
      if (isProblem(error, "totp-wrong")) setCode("");
    },
  });
  const error = isProblem(signIn.error, "totp-required") ? null : signIn.error;
  const startOver = (): void => {
    setStep("password");
    setPassword("");
    setCode("");
    signIn.reset();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Stack gap="md">
        {step === "password" ? (
          <>
            <TextInput
              label={say("sessions.login")}
              name="login"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              size="md"
              required
              withAsterisk={false}
              readOnly={fixedLogin !== undefined}
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <PasswordInput
              label={say("sessions.password")}
              name="password"
              autoComplete="current-password"
              size="md"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ "aria-label": say("sessions.showPassword") }}
            />
          </>
        ) : (
          <TextInput
            label={say("sessions.code")}
            description={say("sessions.codeHint")}
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            pattern="[0-9 ]*"
            maxLength={6}
            size="lg"
            required
            withAsterisk={false}
            autoFocus
            classNames={{ input: classes.code ?? "" }}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value.replace(/\D/g, ""))}
          />
        )}
        <ProblemAlert error={error} />
        <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
          {step === "password" ? say("sessions.signIn") : say("sessions.confirmCode")}
        </Button>
        {step === "totp" && (
          <Anchor component="button" type="button" size="sm" onClick={startOver}>
            {say("sessions.otherAccount")}
          </Anchor>
        )}
      </Stack>
    </form>
  );
}
