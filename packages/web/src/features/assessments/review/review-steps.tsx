/** The Office compiles, the head submits under a seal or returns; each step says what it does before it is done. */
import { Button, Checkbox, Textarea } from "@mantine/core";
import { formatNumber } from "@opendti/engine";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../../api/client.js";
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
import classes from "./review.module.css";

type Step = "compile" | "submit" | "return";

function useSteps(onDone: (step: Step) => void) {
  const reread = useReread();
  const { assessment } = useDeclaration();
  return useMutation({
    mutationFn: async ({ step, reason }: { step: Step; reason: string }): Promise<Step> => {
      const params = { path: { id: assessment.id } };
      const headers = ifMatch(assessment.version);
      if (step === "compile") await take(api.POST("/assessments/{id}/compile", { params, headers }));
      else if (step === "submit") await take(api.POST("/assessments/{id}/submit", { params, headers }));
      else await take(api.POST("/assessments/{id}/return", { params, headers, body: { reason } }));
      return step;
    },
    onSuccess: async (step) => {
      onDone(step);
      await reread();
    },
    onError: () => void reread(),
  });
}

/** Only what the person may do; and why it cannot be done yet. */
export function ReviewSteps({ onGo }: { onGo(place: string): void }): ReactNode {
  const say = useText();
  const { assessment, view, outline, language } = useDeclaration();
  const summary = useDraftSummary();
  const [asking, setAsking] = useState<Step | null>(null);
  const [reason, setReason] = useState("");
  const [read, setRead] = useState(false);
  const steps = useSteps((step) => {
    setAsking(null);
    setReason("");
    setRead(false);
    notice(say(`assessments.done.${step}`));
  });
  const { may } = assessment;
  const unsent = unsentCount(summary);
  const [stuck] = stuckFields(summary);
  const rooms = assessment.parts.length;
  const openRooms = assessment.parts.filter(({ state }) => state === "declaring").length;
  // Whoever may submit needs nobody to hand it to.
  const mayCompile = may.compile && !may.submit;
  const blocked = view.blocks > 0 || unsent > 0 || openRooms > 0;
  if (!mayCompile && !may.submit && !may.return) return null;
  const confirm =
    (step: Step): (() => void) =>
    () =>
      steps.mutate({ step, reason: reason.trim() });
  const close = (): void => setAsking(null);
  const total = formatNumber(view.score.total, language);
  const max = formatNumber(outline.set.max, language);
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
          <Button disabled={blocked} onClick={() => setAsking("compile")}>
            {say("assessments.action.compile")}
          </Button>
        )}
        {may.submit && (
          <Button disabled={blocked} onClick={() => setAsking("submit")}>
            {say("assessments.review.submit")}
          </Button>
        )}
        {may.return && (
          <Button variant="default" onClick={() => setAsking("return")}>
            {say("assessments.review.return")}
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={asking === "compile"}
        title={say("assessments.action.compile")}
        confirm={say("assessments.action.compile")}
        busy={steps.isPending}
        disabled={blocked}
        error={steps.error}
        onConfirm={confirm("compile")}
        onClose={close}
      >
        <p>{say("assessments.review.compileText")}</p>
        {rooms > 0 && <p>{say("assessments.review.compileRooms")}</p>}
        <Outstanding />
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === "submit"}
        title={say("assessments.review.submitTitle")}
        confirm={say("assessments.review.submit")}
        busy={steps.isPending}
        disabled={!read || blocked}
        error={steps.error}
        onConfirm={confirm("submit")}
        onClose={close}
      >
        <p>{say("assessments.review.submitText", { unit: assessment.unit.name, total, max })}</p>
        <Outstanding />
        <p>{say("assessments.review.sealText")}</p>
        <Checkbox
          label={say("assessments.review.read")}
          checked={read}
          onChange={(event) => setRead(event.currentTarget.checked)}
        />
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === "return"}
        title={say("assessments.review.return")}
        confirm={say("assessments.review.return")}
        busy={steps.isPending}
        disabled={reason.trim() === ""}
        error={steps.error}
        onConfirm={confirm("return")}
        onClose={close}
      >
        <Textarea
          label={say("assessments.return.reason")}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </Panel>
  );
}

/** How many indicators nobody has declared, and how many warnings stand: not forbidden, but to be known. */
function Outstanding(): ReactNode {
  const say = useText();
  const { view } = useDeclaration();
  const incomplete = view.indicators.length - view.complete;
  if (incomplete === 0 && view.warnings === 0) return null;
  return (
    <p className={classes.reason}>
      {say("assessments.review.outstanding", { incomplete, warnings: view.warnings })}
    </p>
  );
}
