import { Alert } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./problem-alert.module.css";
import { problemText } from "./problem-text.js";
import { useText } from "./text.js";

/** What the server refused and why, beside the form that was sent; nothing when there is no error. */
export function ProblemAlert({ error }: { error: unknown }): ReactNode {
  const say = useText();
  if (error === null || error === undefined) return null;
  const { title, detail } = problemText(error, say);
  return (
    <Alert
      role="alert"
      variant="default"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      classNames={{ root: classes.root ?? "", title: classes.title ?? "", icon: classes.icon ?? "" }}
    >
      {detail === "" ? null : detail}
    </Alert>
  );
}
