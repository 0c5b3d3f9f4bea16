import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { destinationOf, destinationsFor } from "../navigation.js";
import classes from "./shell.module.css";

/** The links of the side navigation that the account's roles have a use for. */
export function NavigationLinks({ onFollow }: { onFollow?: () => void }): ReactNode {
  const say = useText();
  const { grants } = useSession();
  const here = useLocation({ select: ({ pathname }) => destinationOf(pathname) });
  return (
    <nav aria-label={say("app.navigation")}>
      <ul className={classes.links}>
        {destinationsFor(grants.map(({ role }) => role)).map(({ to, text, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes.link}
              activeOptions={{ exact: true }}
              aria-current={to === here ? "page" : undefined}
              {...(onFollow === undefined ? {} : { onClick: onFollow })}
            >
              <Icon size={20} stroke={1.5} aria-hidden />
              {say(text)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
