/** Two appraisers, one indicator: both verdicts beside each other, and nothing lost. */
import { Button, Group } from "@mantine/core";
import { IconArrowsSplit2 } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AppraisalDetail, AppraisalItem, GivenVerdict } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import formed from "./form.module.css";
import classes from "./judge.module.css";
import type { Judge } from "./use-judge.js";
import { useVerdictText } from "./verdict-text.js";

interface JudgeConflictProps {
  readonly judge: Judge;
  readonly detail: AppraisalDetail;
  readonly outline: SetOutline | undefined;
}

/** Nothing while there is no conflict. */
export function JudgeConflict({ judge, detail, outline }: JudgeConflictProps): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const words = useVerdictText(outline);
  const { conflict, busy } = judge;
  if (conflict === null) return null;
  const { theirs, mine } = conflict;
  const of = (verdict: GivenVerdict | AppraisalItem): ReactNode => (
    <>
      <p className={formed.verdictWords}>{words(detail.code, verdict)}</p>
      {"reason" in verdict && verdict.reason && <p className={formed.reasonWords}>{verdict.reason}</p>}
    </>
  );
  return (
    <section className={formed.conflict} role="alert">
      <h3>
        <IconArrowsSplit2 size={18} aria-hidden />
        {say("appraisals.conflict.title")}
      </h3>
      <div className={formed.two}>
        <div>
          <p className={classes.label}>
            {say("appraisals.conflict.theirs", {
              who: theirs.by?.displayName ?? say("shared.system"),
              at: theirs.at === null ? "" : dateTime(theirs.at),
            })}
          </p>
          {of(theirs)}
        </div>
        <div>
          <p className={classes.label}>{say("appraisals.conflict.mine")}</p>
          {of(mine)}
        </div>
      </div>
      <Group gap="xs">
        <Button size="xs" variant="default" disabled={busy} onClick={conflict.yield}>
          {say("appraisals.conflict.yield")}
        </Button>
        <Button size="xs" loading={busy} onClick={conflict.insist}>
          {say("appraisals.conflict.insist")}
        </Button>
      </Group>
    </section>
  );
}
