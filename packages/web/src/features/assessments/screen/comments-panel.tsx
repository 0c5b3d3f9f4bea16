/** What the people of the unit say to each other about one indicator. */
import { Button, Textarea } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { api, take } from "../../../api/client.js";
import { keptText } from "../../../shared/kept-text.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useSession } from "../../../shared/session.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { commentsQuery } from "../data/assessment-queries.js";
import { useDeclaration } from "./declaration.js";
import classes from "./panels.module.css";

/** The thread, and a box to add to it; what is typed is kept until it is sent. */
export function CommentsPanel({ code }: { code: string }): ReactNode {
  const say = useText();
  const title = useId();
  const { assessment } = useDeclaration();
  const count = assessment.comments[code] ?? 0;
  const [opened, setOpened] = useState(count > 0);
  return (
    <section className={classes.panel} aria-labelledby={title}>
      <h3 id={title}>
        {say("assessments.comments.title")}
        {count > 0 && <span className={classes.badge}>{count}</span>}
      </h3>
      {opened ? (
        <Thread code={code} />
      ) : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconMessagePlus size={14} stroke={1.6} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          {say("assessments.comments.write")}
        </Button>
      )}
    </section>
  );
}

function Thread({ code }: { code: string }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const { assessment } = useDeclaration();
  const client = useQueryClient();
  const { data, error } = useQuery(commentsQuery(assessment.id, code));
  const { account } = useSession();
  const kept = keptText(account.id, `${assessment.id} ${code} comment`);
  const [body, setBody] = useState(kept.text);
  const send = useMutation({
    mutationFn: (text: string) =>
      take(
        api.POST("/assessments/{id}/comments", {
          params: { path: { id: assessment.id } },
          body: { code, body: text },
        }),
      ),
    onSuccess: () => {
      setBody("");
      kept.keep("");
      return client.invalidateQueries({ queryKey: ["assessments", assessment.id] });
    },
  });
  return (
    <>
      <ol className={classes.thread}>
        {data?.items.map((comment) => (
          <li key={comment.id}>
            <p className={classes.by}>
              <strong>{comment.by?.displayName ?? say("shared.system")}</strong>
              <time dateTime={comment.at}>{dateTime(comment.at)}</time>
            </p>
            <p className={classes.said}>{comment.body}</p>
          </li>
        ))}
      </ol>
      <ProblemAlert error={error ?? send.error} />
      <Textarea
        aria-label={say("assessments.comments.body")}
        placeholder={say("assessments.comments.placeholder")}
        minRows={2}
        autosize
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value);
          kept.keep(event.currentTarget.value);
        }}
      />
      <Button
        mt={8}
        size="xs"
        variant="light"
        disabled={body.trim() === ""}
        loading={send.isPending}
        onClick={() => send.mutate(body.trim())}
      >
        {say("assessments.comments.send")}
      </Button>
    </>
  );
}
