/** A message in a query: the unit's answer or a draft of it, the appraiser's further question. */
import { Button, Group, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AskedQuery } from "../../api/appraisal-contract.js";
import { api, ifMatch, take } from "../../api/client.js";
import { isProblem } from "../../api/problem.js";
import { keptText } from "../../shared/kept-text.js";
import { notice } from "../../shared/notice.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useAddingEvidence } from "../assessments/evidence/evidence-changes.js";
import classes from "./queries.module.css";
import { askedQuery, noteChanged } from "./reads.js";

/** Sends a message; a stale one shows what was said meanwhile, and what is typed stays. */
function useWrite(query: AskedQuery, onSent: (done: boolean) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, done }: { body: string; done: boolean }) =>
      take(
        api.POST("/queries/{id}/messages", {
          params: { path: { id: query.id } },
          headers: ifMatch(query.version),
          body: { body, done },
        }),
      ),
    onSuccess: async (changed, { done }) => {
      onSent(done);
      await noteChanged(client, changed);
    },
    onError: (error) => {
      if (isProblem(error, "changed-meanwhile")) void client.invalidateQueries(askedQuery(query.id));
    },
  });
}

/** The box under a thread; what is typed is kept until it is sent. */
export function WriteForm({ query, unitSide }: { query: AskedQuery; unitSide: boolean }): ReactNode {
  const say = useText();
  const { account } = useSession();
  const kept = keptText(account.id, `query ${query.id}`);
  const [body, setBody] = useState(kept.text);
  const type = (text: string): void => {
    setBody(text);
    kept.keep(text);
  };
  const write = useWrite(query, (done) => {
    type("");
    notice(say(done ? "queries.done.answered" : "queries.done.written"));
  });
  // An answer goes after the evidence that it speaks of, and to the version that holds it.
  const adding = useAddingEvidence();
  const empty = body.trim() === "" || adding;
  const send = (done: boolean): void => {
    if (!empty && !write.isPending) write.mutate({ body: body.trim(), done });
  };
  const { answer, reopen } = query.may;
  // An appraiser's message on what was answered opens it again: the button says so.
  const plain = !unitSide && reopen && query.state !== "open" ? "queries.reopen" : "queries.write";
  const label = answer ? "queries.answerLabel" : unitSide ? "queries.draftLabel" : "queries.writeLabel";
  return (
    <form
      className={classes.write}
      onSubmit={(event) => {
        event.preventDefault();
        send(answer);
      }}
    >
      <Textarea
        label={say(label)}
        {...(answer && unitSide ? { description: say("queries.answerHint") } : {})}
        autosize
        minRows={3}
        maxRows={14}
        value={body}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(answer);
        }}
      />
      <ProblemAlert error={write.error} />
      <Group justify="flex-end" gap="xs">
        <Button
          type={answer ? "button" : "submit"}
          variant={answer ? "default" : "filled"}
          disabled={empty}
          loading={write.isPending && write.variables?.done === false}
          onClick={() => answer && send(false)}
        >
          {say(unitSide ? "queries.writeInside" : plain)}
        </Button>
        {answer && (
          <Button type="submit" disabled={empty} loading={write.isPending && write.variables?.done === true}>
            {say("queries.answer")}
          </Button>
        )}
      </Group>
    </form>
  );
}
