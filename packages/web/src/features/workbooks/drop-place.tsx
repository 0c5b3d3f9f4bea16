import { Button, FileButton } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { type DragEvent, type ReactNode, useState } from "react";
import { useText } from "../../shared/text.js";
import classes from "./workbooks.module.css";

interface DropPlaceProps {
  readonly busy: boolean;
  /** Of the file that is being read. */
  readonly name: string;
  onFile(file: File): void;
}

/** Where a filled-in workbook is dropped or chosen. */
export function DropPlace({ busy, name, onFile }: DropPlaceProps): ReactNode {
  const say = useText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined && !busy) onFile(file);
  };
  return (
    <section
      className={classes.drop}
      aria-label={say("workbooks.drop")}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={28} stroke={1.25} aria-hidden />
      <p className={classes.dropTitle}>{say("workbooks.drop")}</p>
      <p className={classes.quiet}>{say("workbooks.formats")}</p>
      <FileButton accept=".xlsx" onChange={(file) => file !== null && onFile(file)}>
        {(button) => (
          <Button {...button} variant="default" loading={busy}>
            {say("workbooks.choose")}
          </Button>
        )}
      </FileButton>
      <p className={classes.quiet} role="status">
        {busy ? say("workbooks.reading", { name }) : ""}
      </p>
    </section>
  );
}
