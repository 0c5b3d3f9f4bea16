import { Button } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EmptyState } from "../shared/empty-state.js";
import { PageHeader } from "../shared/page-header.js";
import { Panel } from "../shared/panel.js";
import { useText } from "../shared/text.js";
import classes from "./shell/shell.module.css";

/** The page of an address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  const say = useText();
  return (
    <main className={classes.main}>
      <PageHeader title={say("app.notFound")} />
      <Panel>
        <EmptyState
          icon={IconMapOff}
          title={say("app.notFoundDetail")}
          action={
            <Button component={Link} to="/">
              {say("app.toHome")}
            </Button>
          }
        />
      </Panel>
    </main>
  );
}
