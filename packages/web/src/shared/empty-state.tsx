import { IconInbox, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./states.module.css";

interface EmptyStateProps {
  icon?: TablerIcon;
  title: string;
  /** What would fill this place, or what to do. */
  children?: ReactNode;
  action?: ReactNode;
}

/** What stands where there is nothing: says so, and what to do about it. */
export function EmptyState({ icon: Icon = IconInbox, title, children, action }: EmptyStateProps): ReactNode {
  return (
    <div className={classes.state}>
      <div className={classes.icon} aria-hidden>
        <Icon size={22} stroke={1.5} />
      </div>
      <p className={classes.title}>{title}</p>
      {children !== undefined && <p className={classes.text}>{children}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
