/** "Yêu cầu giải trình": what the unit is asked, until when. */
import { Button, Group, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../../api/client.js";
import type { Campaign } from "../../../api/contract.js";
import { DayField } from "../../../shared/day-field.js";
import { dayOf, endOfDay } from "../../../shared/format.js";
import { keptText } from "../../../shared/kept-text.js";
import { notice } from "../../../shared/notice.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useSession } from "../../../shared/session.js";
import { type TextId, useText } from "../../../shared/text.js";
import formed from "./form.module.css";
import { inView } from "./in-view.js";
import classes from "./judge.module.css";

/** Time that a unit usually has to answer. */
const DAYS = 5;
const DAY_MS = 86_400_000;

const PHRASES: readonly { name: TextId; text: TextId }[] = [
  { name: "appraisals.ask.phrase.evidence", text: "appraisals.ask.phrase.evidenceText" },
  { name: "appraisals.ask.phrase.differs", text: "appraisals.ask.phrase.differsText" },
  { name: "appraisals.ask.phrase.lastYear", text: "appraisals.ask.phrase.lastYearText" },
];

interface AskFormProps {
  readonly assessmentId: string;
  readonly campaign: Campaign;
  readonly code: string;
  onDone(): void;
  onClose(): void;
}

/** Five days from now, but not past the stage in which units explain, as long as that is not over. */
function usualDeadline(campaign: Pick<Campaign, "stages">, now: Date): string {
  const usual = dayOf(new Date(now.getTime() + DAYS * DAY_MS));
  const stage = campaign.stages.find((one) => one.stage === "explain");
  const last = stage === undefined ? usual : dayOf(stage.dueAt);
  return last < usual && last > dayOf(now) ? last : usual;
}

/** The form; what is typed is kept until it is sent. */
export function AskForm({ assessmentId, campaign, code, onDone, onClose }: AskFormProps): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const { account } = useSession();
  const kept = keptText(account.id, `${assessmentId} ${code} ask`);
  const [body, setBody] = useState(kept.text);
  const [due, setDue] = useState(() => usualDeadline(campaign, new Date()));
  const type = (text: string): void => {
    setBody(text);
    kept.keep(text);
  };
  const ask = useMutation({
    mutationFn: () =>
      take(
        api.POST("/assessments/{id}/queries", {
          params: { path: { id: assessmentId } },
          body: { code, body: body.trim(), dueAt: endOfDay(due) },
        }),
      ),
    onSuccess: async (query) => {
      kept.keep("");
      notice(say("appraisals.done.asked", { code, unit: query.unit.name }));
      onDone();
      await client.invalidateQueries({ queryKey: ["assessments", assessmentId] });
      await client.invalidateQueries({ queryKey: ["appraisals", campaign.id] });
      await client.invalidateQueries({ queryKey: ["queries"] });
    },
  });
  const ready = body.trim() !== "" && due !== "";
  const send = (): void => {
    if (ready && !ask.isPending) ask.mutate();
  };
  return (
    <form
      ref={inView}
      className={formed.form}
      aria-label={say("appraisals.action.ask")}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
      }}
    >
      <div className={classes.panelHead}>
        <h2>{say("appraisals.action.ask")}</h2>
      </div>
      <div className={formed.phrases}>
        {PHRASES.map(({ name, text }) => (
          <Button
            key={name}
            size="compact-xs"
            variant="default"
            onClick={() => type(body.trim() === "" ? say(text) : `${body.trimEnd()}\n${say(text)}`)}
          >
            {say(name)}
          </Button>
        ))}
      </div>
      <Textarea
        label={say("appraisals.ask.body")}
        autosize
        autoFocus
        minRows={3}
        maxRows={10}
        value={body}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <div className={formed.due}>
        <DayField
          label={say("appraisals.ask.due")}
          value={due}
          min={dayOf(new Date())}
          onChange={setDue}
          required
        />
      </div>
      <ProblemAlert error={ask.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="xs" onClick={onClose}>
          {say("shared.cancel")}
        </Button>
        <Button type="submit" size="xs" disabled={!ready} loading={ask.isPending}>
          {say("appraisals.ask.send")}
        </Button>
      </Group>
    </form>
  );
}
