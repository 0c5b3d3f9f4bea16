import { Button, FileButton } from "@mantine/core";
import { type DragEvent, type ReactNode, useState } from "react";
import classes from "./drop-place.module.css";

interface DropPlaceProps {
  readonly icon: ReactNode;
  /** What is to be dropped here. */
  readonly title: string;
  /** Which files are taken. */
  readonly formats: string;
  /** On the button. */
  readonly choose: string;
  /** The button is what the page is for. */
  readonly primary?: boolean;
  /** The endings of names that the choice of a file shows, as in `<input accept>`. */
  readonly accept: string;
  /** What is under way; undefined while a file can be taken. */
  readonly busy: string | undefined;
  onFile(file: File): void;
}

/** Where a file is dropped or chosen. */
export function DropPlace(props: DropPlaceProps): ReactNode {
  const { icon, title, formats, choose, primary = false, accept, busy, onFile } = props;
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined && busy === undefined) onFile(file);
  };
  return (
    <section
      className={classes.drop}
      aria-label={title}
      data-over={over}
      data-primary={primary}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {icon}
      <p className={classes.title}>{title}</p>
      <p className={classes.quiet}>{formats}</p>
      <FileButton accept={accept} onChange={(file) => file !== null && onFile(file)}>
        {(button) => (
          <Button {...button} variant={primary ? "filled" : "default"} loading={busy !== undefined}>
            {choose}
          </Button>
        )}
      </FileButton>
      <p className={classes.quiet} role="status">
        {busy ?? ""}
      </p>
    </section>
  );
}
