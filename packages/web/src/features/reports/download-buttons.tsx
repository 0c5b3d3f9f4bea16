/** The two forms of a document, each with its own busy state, and what was refused. */
import { Button } from "@mantine/core";
import { IconFileTypePdf, IconFileWord } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { type Asked, type DocumentForm, saveDocument } from "./download.js";
import classes from "./reports.module.css";

interface DownloadButtonsProps {
  /** Of the document, under the interface's address. */
  readonly path: string;
  readonly asked?: Asked;
  /** An own template is filled in Word alone. */
  readonly wordOnly?: boolean;
  /** Done before: keeps what was typed. What it throws is shown by whoever keeps it. */
  before?(): Promise<void>;
}

export function DownloadButtons({
  path,
  asked = {},
  wordOnly = false,
  before,
}: DownloadButtonsProps): ReactNode {
  const say = useText();
  const save = useMutation({
    mutationFn: async (form: DocumentForm) => {
      await before?.();
      return saveDocument(path, form, asked);
    },
  });
  const button = (form: DocumentForm, icon: ReactNode): ReactNode => (
    <Button
      variant={form === "docx" ? "filled" : "default"}
      leftSection={icon}
      loading={save.isPending && save.variables === form}
      disabled={save.isPending && save.variables !== form}
      onClick={() => save.mutate(form)}
    >
      {say(`reports.take.${form}`)}
    </Button>
  );
  return (
    <div className={classes.taking}>
      <div className={classes.buttons}>
        {button("docx", <IconFileWord size={18} stroke={1.5} aria-hidden />)}
        {!wordOnly && button("pdf", <IconFileTypePdf size={18} stroke={1.5} aria-hidden />)}
      </div>
      {wordOnly && <p className={classes.quiet}>{say("reports.wordOnly")}</p>}
      <p className={classes.quiet} role="status">
        {save.isPending
          ? say("reports.making")
          : save.isSuccess
            ? say("reports.made", { name: save.data })
            : ""}
      </p>
      <ProblemAlert error={save.error} />
    </div>
  );
}
