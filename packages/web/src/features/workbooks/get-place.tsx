import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { address } from "../../api/client.js";
import { useText } from "../../shared/text.js";
import classes from "./workbooks.module.css";

/** Where the workbook is downloaded from. */
export function GetPlace({ path, note }: { path: string; note: string }): ReactNode {
  const say = useText();
  return (
    <section className={classes.get} aria-label={say("workbooks.get")}>
      <p>{note}</p>
      <Button
        component="a"
        href={address(path)}
        download
        leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
      >
        {say("workbooks.download")}
      </Button>
    </section>
  );
}
