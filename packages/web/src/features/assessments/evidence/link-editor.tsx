/** "+ Liên kết": an address, what it shows, and where on the page. */
import { Button, Group, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import { problemId } from "../fields/problem-id.js";
import { readTyped } from "../values/typed-value.js";
import classes from "./evidence.module.css";
import { useAddEvidence } from "./evidence-changes.js";

/** Refuses what leads nowhere before it is sent. */
export function LinkEditor({ code, onDone }: { code: string; onDone(): void }): ReactNode {
  const say = useText();
  const [url, setUrl] = useState("");
  const [title, setTitle] = useState("");
  const [asked, setAsked] = useState(false);
  const add = useAddEvidence(code);
  const reading = readTyped({ kind: "link" }, url, "vi");
  const problem = reading.ok
    ? reading.value === null
      ? say("assessments.evidence.linkMissing")
      : undefined
    : say(problemId(reading.problem));
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (reading.ok && typeof reading.value === "string")
          add.mutate(
            [{ kind: "link", url: reading.value, title: title.trim() || null, page: null, section: null }],
            { onSuccess: onDone },
          );
      }}
    >
      <TextInput
        label={say("assessments.evidence.linkAddress")}
        placeholder={say("assessments.evidence.linkExample")}
        inputMode="url"
        autoFocus
        value={url}
        error={asked ? problem : undefined}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextInput
        label={say("assessments.evidence.linkTitle")}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <ProblemAlert error={add.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="xs" onClick={onDone}>
          {say("shared.cancel")}
        </Button>
        <Button type="submit" size="xs" loading={add.isPending}>
          {say("assessments.evidence.add", { count: 1 })}
        </Button>
      </Group>
    </form>
  );
}
