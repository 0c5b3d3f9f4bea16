import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "../../shared/text.js";
import classes from "./notices.module.css";
import { noticesQuery } from "./queries.js";

/** More than this is said as "99+". */
const MOST = 99;

/** The way to one's notices, with how many are unread. */
export function NoticeBell(): ReactNode {
  const say = useText();
  const unread = useQuery(noticesQuery).data?.unread ?? 0;
  return (
    <Link
      to="/notices"
      className={classes.bell}
      aria-label={unread === 0 ? say("notices.bell") : say("notices.bellUnread", { count: unread })}
    >
      <IconBell size={20} stroke={1.5} aria-hidden />
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </Link>
  );
}
