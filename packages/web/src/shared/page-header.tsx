import { IconArrowLeft } from "@tabler/icons-react";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./page-header.module.css";

interface PageHeaderProps {
  title: string;
  /** A short line over the title: where this page belongs. */
  eyebrow?: ReactNode;
  description?: ReactNode;
  /** The way back to the list this page came from. */
  back?: LinkProps & { label: string };
  actions?: ReactNode;
}

/** The head of every page: its only h1 (which takes the focus after a change of page) and the document's title. */
export function PageHeader({ title, eyebrow, description, back, actions }: PageHeaderProps): ReactNode {
  return (
    <header className={classes.header}>
      <title>{`${title} · OpenDTI`}</title>
      <div className={classes.words}>
        {back !== undefined && (
          <Link {...back} className={classes.back} data-print="hide">
            <IconArrowLeft size={16} aria-hidden />
            {back.label}
          </Link>
        )}
        {eyebrow !== undefined && <div className={classes.eyebrow}>{eyebrow}</div>}
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {description !== undefined && <div className={classes.description}>{description}</div>}
      </div>
      {actions !== undefined && (
        <div className={classes.actions} data-print="hide">
          {actions}
        </div>
      )}
    </header>
  );
}
