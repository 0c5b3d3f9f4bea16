import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMenu2 } from "@tabler/icons-react";
import { Link, Outlet, useRouter } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { NoticeBell } from "../../features/notices/notice-bell.js";
import { SessionWarning } from "../../features/sessions/session-warning.js";
import { SignInDialog } from "../../features/sessions/sign-in-dialog.js";
import { NoticeBoard } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import { useKeptSession } from "../offline/use-kept-session.js";
import { AccountMenu } from "./account-menu.js";
import { Mark } from "./brand.js";
import { CampaignContext } from "./campaign-context.js";
import { ConnectionBanner } from "./connection-banner.js";
import { NavigationLinks } from "./navigation-links.js";
import { LanguageMenu, SchemeMenu } from "./preferences.js";
import classes from "./shell.module.css";
import { UnitSwitcher } from "./unit-switcher.js";

/** Only small screens have the drawer; it is fetched when it is first opened. */
const NavigationDrawer = lazy(async () => ({
  default: (await import("./navigation-drawer.js")).NavigationDrawer,
}));

/** After a change of page the new h1 takes the focus, so that it is read and Tab goes on from there. */
function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
      }),
    [router],
  );
}

/** Header and navigation around the page; the sign-in dialog when a session ends under it. */
export function Shell(): ReactNode {
  const say = useText();
  const [menuAsked, setMenuAsked] = useState(false);
  const [menuOpened, menu] = useDisclosure(false, { onOpen: () => setMenuAsked(true) });
  useFocusOnNavigation();
  useKeptSession();
  return (
    <>
      <a className={classes.skip} href="#main" data-print="hide">
        {say("app.skip")}
      </a>
      <header className={classes.header} data-print="hide">
        <ActionIcon
          className={classes.menuButton ?? ""}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say("app.menu")}
          aria-expanded={menuOpened}
          onClick={menu.open}
        >
          <IconMenu2 size={22} stroke={1.5} aria-hidden />
        </ActionIcon>
        <Link to="/" className={classes.brand}>
          <Mark />
          {say("app.name")}
        </Link>
        <CampaignContext />
        <UnitSwitcher />
        <NoticeBell />
        <LanguageMenu />
        <SchemeMenu />
        <AccountMenu />
      </header>
      <ConnectionBanner />
      <div className={classes.body}>
        <div className={classes.side} data-print="hide">
          <div className={classes.sideInner}>
            <NavigationLinks />
          </div>
        </div>
        <main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <Suspense>{menuAsked && <NavigationDrawer opened={menuOpened} onClose={menu.close} />}</Suspense>
      <SessionWarning />
      <SignInDialog />
      <NoticeBoard />
    </>
  );
}
