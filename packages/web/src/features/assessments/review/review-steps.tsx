/** The Office compiles, the head submits under a seal or returns; each step says what it does before it is done. */
import { Button, Checkbox, Textarea } from "@mantine/core";
import { formatNumber } from "@opendti/engine";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Assessment } from "../../../api/assessment-contract.js";
import { api, ifMatch, take } from "../../../api/client.js";
import { isProblem } from "../../../api/problem.js";
import { homeQuery } from "../../../api/queries.js";
import { ConfirmDialog } from "../../../shared/confirm-dialog.js";
import { notice } from "../../../shared/notice.js";
import { Panel } from "../../../shared/panel.js";
import { useText } from "../../../shared/text.js";
import {
  partsOf,
  stuckFields,
  unsentCount,
  useDeclaration,
  useDraftSummary,
  useReread,
} from "../screen/declaration.js";
import { ChangedSince } from "./changed-since.js";
import { Outstanding } from "./outstanding.js";
import classes from "./review.module.css";
import { type Looking, useLook } from "./use-look.js";

type Step = "compile" | "submit" | "return";

interface Asked {
  readonly step: Step;
  readonly reason: string;
  /** What is on the screen when the button is pressed. */
  readonly seen: Pick<Assessment, "id" | "version" | "revision">;
}

function useSteps(onDone: (step: Step) => void) {
  const reread = useReread();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ step, reason, seen }: Asked): Promise<Step> => {
      const params = { path: { id: seen.id } };
      const headers = ifMatch(seen.version);
      const body = { revision: seen.revision };
      if (step === "compile") await take(api.POST("/assessments/{id}/compile", { params, headers, body }));
      else if (step === "submit") await take(api.POST("/assessments/{id}/submit", { params, headers, body }));
      else await take(api.POST("/assessments/{id}/return", { params, headers, body: { reason } }));
      return step;
    },
    onSuccess: async (step) => {
      onDone(step);
      // What is due stands at the head of every page.
      await Promise.all([reread(), client.invalidateQueries({ queryKey: homeQuery.queryKey })]);
    },
    onError: () => void reread(),
  });
}

/** Only what the person may do; and why it cannot be done yet. */
export function ReviewSteps({ onGo }: { onGo(place: string): void }): ReactNode {
  const say = useText();
  const { assessment, view } = useDeclaration();
  const summary = useDraftSummary();
  const look = useLook();
  const [asking, setAsking] = useState<Step | null>(null);
  const steps = useSteps((step) => {
    setAsking(null);
    notice(say(`assessments.done.${step}`));
  });
  const { may } = assessment;
  const unsent = unsentCount(summary);
  const [stuck] = stuckFields(summary);
  const openRooms = assessment.parts.filter(({ state }) => state === "declaring").length;
  // Whoever may submit needs nobody to hand it to.
  const mayCompile = may.compile && !may.submit;
  const blocked = view.blocks > 0 || unsent > 0 || openRooms > 0;
  if (!mayCompile && !may.submit && !may.return) return null;
  const ask = (step: Step): void => {
    steps.reset();
    look.begin();
    setAsking(step);
  };
  const dialog = {
    look,
    blocked,
    busy: steps.isPending,
    // What changed stands in the dialog by itself; "load again" has been done.
    error: isProblem(steps.error, "changed-meanwhile") && look.changes.length > 0 ? null : steps.error,
    onConfirm: (step: Step, reason = "") => steps.mutate({ step, reason, seen: assessment }),
    onClose: () => setAsking(null),
  };
  return (
    <Panel title={say("assessments.review.next")}>
      <div className={classes.steps}>
        {unsent > 0 && (
          <p className={classes.reason}>{say("assessments.review.unsent", { count: unsent })}</p>
        )}
        {stuck !== undefined && (
          <Button variant="default" size="xs" onClick={() => onGo(partsOf(stuck).code)}>
            {say("assessments.saved.show")}
          </Button>
        )}
        {openRooms > 0 && (mayCompile || may.submit) && (
          <p className={classes.reason}>{say("assessments.review.openRooms", { count: openRooms })}</p>
        )}
        {view.blocks > 0 && (
          <p className={classes.reason}>{say("assessments.review.blocked", { count: view.blocks })}</p>
        )}
        {mayCompile && (
          <Button disabled={blocked} onClick={() => ask("compile")}>
            {say("assessments.action.compile")}
          </Button>
        )}
        {may.submit && (
          <Button disabled={blocked} onClick={() => ask("submit")}>
            {say("assessments.review.submit")}
          </Button>
        )}
        {may.return && (
          <Button variant="default" onClick={() => ask("return")}>
            {say("assessments.review.return")}
          </Button>
        )}
      </div>
      <CompileDialog opened={asking === "compile"} {...dialog} />
      <SubmitDialog opened={asking === "submit"} {...dialog} />
      <ReturnDialog opened={asking === "return"} {...dialog} />
    </Panel>
  );
}

interface DialogProps {
  readonly opened: boolean;
  readonly look: Looking;
  readonly blocked: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  onConfirm(step: Step, reason?: string): void;
  onClose(): void;
}

function CompileDialog({ look, blocked, onConfirm, ...dialog }: DialogProps): ReactNode {
  const say = useText();
  const { assessment } = useDeclaration();
  const moved = look.changes.length > 0;
  return (
    <ConfirmDialog
      {...dialog}
      title={say("assessments.action.compile")}
      confirm={say("assessments.action.compile")}
      disabled={blocked || look.reading || (moved && !look.agreed)}
      onConfirm={() => onConfirm("compile")}
    >
      <p>{say("assessments.review.compileText")}</p>
      {assessment.parts.length > 0 && <p>{say("assessments.review.compileRooms")}</p>}
      <ChangedSince changes={look.changes} total={look.totalBefore} />
      <Outstanding />
      {moved && <Agreed look={look} label={say("assessments.changed.read")} />}
    </ConfirmDialog>
  );
}

function SubmitDialog({ look, blocked, onConfirm, ...dialog }: DialogProps): ReactNode {
  const say = useText();
  const { assessment, view, outline, language } = useDeclaration();
  const total = formatNumber(view.score.total, language);
  const max = formatNumber(outline.set.max, language);
  return (
    <ConfirmDialog
      {...dialog}
      title={say("assessments.review.submitTitle")}
      confirm={say("assessments.review.submit")}
      disabled={blocked || look.reading || !look.agreed}
      onConfirm={() => onConfirm("submit")}
    >
      <p>{say("assessments.review.submitText", { unit: assessment.unit.name, total, max })}</p>
      <ChangedSince changes={look.changes} total={look.totalBefore} />
      <Outstanding />
      <p>{say("assessments.review.sealText")}</p>
      <Agreed look={look} label={say("assessments.review.read")} />
    </ConfirmDialog>
  );
}

function Agreed({ look, label }: { look: Looking; label: string }): ReactNode {
  return (
    <Checkbox
      label={label}
      checked={look.agreed}
      disabled={look.reading}
      onChange={(event) => look.agree(event.currentTarget.checked)}
    />
  );
}

function ReturnDialog({ look: _, blocked: __, onConfirm, ...dialog }: DialogProps): ReactNode {
  const say = useText();
  const [reason, setReason] = useState("");
  return (
    <ConfirmDialog
      {...dialog}
      title={say("assessments.review.return")}
      confirm={say("assessments.review.return")}
      disabled={reason.trim() === ""}
      onConfirm={() => onConfirm("return", reason.trim())}
    >
      <Textarea
        label={say("assessments.return.reason")}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
