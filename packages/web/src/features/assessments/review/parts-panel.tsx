/** The rooms' parts: who still declares, who has handed over; a part may be handed back with a reason. */
import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AssessmentPart } from "../../../api/assessment-contract.js";
import { api, take } from "../../../api/client.js";
import { ConfirmDialog } from "../../../shared/confirm-dialog.js";
import { Panel } from "../../../shared/panel.js";
import { Chip } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { unsentCount, useDeclaration, useDraftSummary, useReread } from "../screen/declaration.js";
import classes from "./review.module.css";

/** Nothing at all where the unit has no rooms at work. */
export function PartsPanel(): ReactNode {
  const say = useText();
  const { assessment } = useDeclaration();
  if (assessment.parts.length === 0) return null;
  return (
    <Panel title={say("assessments.parts.title")}>
      <ul className={classes.parts}>
        {assessment.parts.map((part) => (
          <Part key={part.unit.id} part={part} />
        ))}
      </ul>
    </Panel>
  );
}

function Part({ part }: { part: AssessmentPart }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const { assessment, view } = useDeclaration();
  const done = part.codes.filter((code) => view.byAddress.get(code)?.completion === "complete").length;
  const mayReturn = assessment.may.compile && part.state === "handed-over";
  return (
    <li className={classes.part}>
      <div>
        <p className={classes.partName}>{part.unit.name}</p>
        <p className={classes.small}>
          {say("assessments.parts.progress", { done, of: part.codes.length })}
          {part.by && part.at && ` · ${part.by.displayName} · ${dateTime(part.at)}`}
        </p>
        {part.reason !== null && part.state === "declaring" && (
          <p className={classes.reason}>{say("assessments.parts.returnedFor", { reason: part.reason })}</p>
        )}
      </div>
      <Chip tone={part.state === "handed-over" ? "good" : "accent"}>
        {say(part.state === "handed-over" ? "assessments.parts.handedOver" : "assessments.parts.declaring")}
      </Chip>
      {assessment.may.handOver.includes(part.unit.id) && part.state === "declaring" && (
        <HandOver unitId={part.unit.id} name={part.unit.name} missing={part.codes.length - done} />
      )}
      {mayReturn && <ReturnPart unitId={part.unit.id} name={part.unit.name} />}
    </li>
  );
}

function HandOver({ unitId, name, missing }: { unitId: string; name: string; missing: number }): ReactNode {
  const say = useText();
  const reread = useReread();
  const { assessment } = useDeclaration();
  const unsent = unsentCount(useDraftSummary());
  const [asking, setAsking] = useState(false);
  const handOver = useMutation({
    mutationFn: () =>
      take(
        api.POST("/assessments/{id}/parts/{unitId}/hand-over", {
          params: { path: { id: assessment.id, unitId } },
        }),
      ),
    onSuccess: async () => {
      setAsking(false);
      await reread();
    },
  });
  return (
    <>
      <Button size="xs" onClick={() => setAsking(true)}>
        {say("assessments.parts.handOver")}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={say("assessments.parts.handOverTitle", { name })}
        confirm={say("assessments.parts.handOver")}
        busy={handOver.isPending}
        disabled={unsent > 0}
        error={handOver.error}
        onConfirm={() => handOver.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{say("assessments.parts.handOverText")}</p>
        {unsent > 0 && (
          <p className={classes.reason}>{say("assessments.review.unsent", { count: unsent })}</p>
        )}
        {missing > 0 && (
          <p className={classes.reason}>{say("assessments.parts.handOverMissing", { count: missing })}</p>
        )}
      </ConfirmDialog>
    </>
  );
}

function ReturnPart({ unitId, name }: { unitId: string; name: string }): ReactNode {
  const say = useText();
  const reread = useReread();
  const { assessment } = useDeclaration();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const send = useMutation({
    mutationFn: () =>
      take(
        api.POST("/assessments/{id}/parts/{unitId}/return", {
          params: { path: { id: assessment.id, unitId } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: async () => {
      setAsking(false);
      await reread();
    },
  });
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {say("assessments.parts.return")}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={say("assessments.parts.returnTitle", { name })}
        confirm={say("assessments.parts.return")}
        busy={send.isPending}
        disabled={reason.trim() === ""}
        error={send.error}
        onConfirm={() => send.mutate()}
        onClose={() => setAsking(false)}
      >
        <Textarea
          label={say("assessments.return.reason")}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
