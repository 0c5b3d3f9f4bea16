import { Alert, Button } from "@mantine/core";
import { IconAlertTriangle, IconBuildingBank } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, take } from "../../api/client.js";
import type { Session } from "../../api/contract.js";
import { sessionQuery } from "../../api/queries.js";
import { useLanguage } from "../../app/language.js";
import { Mark } from "../../app/shell/brand.js";
import { ConnectionBanner } from "../../app/shell/connection-banner.js";
import { LanguageMenu, SchemeMenu } from "../../app/shell/preferences.js";
import { useText } from "../../shared/text.js";
import classes from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form.js";

const route = getRouteApi("/sign-in");

/** Heights of the bars at the foot of the picture, in percent: a year's scores that rise. */
const bars = [22, 30, 27, 41, 48, 60, 86];

/** An address inside the application, or the home page: nobody is sent elsewhere after signing in. */
function safeNext(next: string | undefined): string {
  return next?.startsWith("/") && !next.startsWith("//") && !next.includes("\\") ? next : "/";
}

function Story(): ReactNode {
  const say = useText();
  return (
    <aside className={classes.story}>
      <div>
        <div className={classes.name}>
          <Mark size={36} />
          {say("app.name")}
        </div>
        <p className={classes.promise}>{say("sessions.promise")}</p>
        <p className={classes.explain}>{say("sessions.explain")}</p>
      </div>
      <div className={classes.bars} aria-hidden>
        {bars.map((height) => (
          <div key={height} className={classes.bar} style={{ height: `${height}%` }} />
        ))}
      </div>
    </aside>
  );
}

/** The problems with which the organisation's own sign-in comes back here. */
const comingBack = [
  "account-unknown",
  "account-disabled",
  "account-locked",
  "sign-in-expired",
  "sign-in-provider-failed",
] as const;

/** Why one is here again instead of signed in; a code that is none of these is called a failed sign-in. */
function CameBack({ code }: { code: string }): ReactNode {
  const say = useText();
  const known = comingBack.find((one) => one === code) ?? "sign-in-provider-failed";
  return (
    <Alert role="alert" variant="default" mb="md" icon={<IconAlertTriangle aria-hidden />}>
      {say(`sessions.problem.${known}`)}
    </Alert>
  );
}

/** Where one signs in: with a password of this system, or through the organisation's own sign-in where there is one. */
export function SignInPage(): ReactNode {
  const say = useText();
  const { next, problem } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { change } = useLanguage();
  const methods = useQuery({
    queryKey: ["sign-in-methods"],
    queryFn: () => take(api.GET("/sign-in-methods")),
  });
  const signedIn = (session: Session): void => {
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, session);
    change(session.account.language);
    router.history.push(safeNext(next));
  };
  const oidc = methods.data?.oidc;
  return (
    <div className={classes.page}>
      <title>{`${say("sessions.signIn")} · OpenDTI`}</title>
      <Story />
      <div className={classes.side}>
        <header className={classes.top}>
          <div className={`${classes.name} ${classes.small}`}>
            <Mark />
            {say("app.name")}
          </div>
          <LanguageMenu />
          <SchemeMenu />
        </header>
        <ConnectionBanner />
        <main className={classes.form}>
          <h1 className={classes.title}>{say("sessions.signIn")}</h1>
          <p className={classes.lead}>{say("sessions.signInLead")}</p>
          {problem !== undefined && <CameBack code={problem} />}
          {methods.data?.local !== false && <SignInForm onSignedIn={signedIn} />}
          {oidc != null && (
            <>
              {methods.data?.local !== false && <div className={classes.or}>{say("sessions.or")}</div>}
              <Button
                component="a"
                href={`${oidc.start}?${new URLSearchParams({ return_to: safeNext(next) })}`}
                variant="default"
                size="md"
                fullWidth
                h="auto"
                py={10}
                classNames={{ label: classes.wrap ?? "" }}
                leftSection={<IconBuildingBank size={18} stroke={1.5} aria-hidden />}
              >
                {say("sessions.oidc", { name: oidc.name })}
              </Button>
            </>
          )}
        </main>
      </div>
    </div>
  );
}
