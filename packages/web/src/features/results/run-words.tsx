import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHistory,
  IconLock,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ResultRun, RunState } from "../../api/results-contract.js";
import { Chip, type Tone } from "../../shared/state-chip.js";
import { type TextId, useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { useSignedAs } from "./signed-as.js";

const states: Record<RunState, { tone: Tone; icon: TablerIcon; text: TextId }> = {
  compiled: { tone: "accent", icon: IconCircleCheck, text: "results.run.compiled" },
  approved: { tone: "good", icon: IconCircleCheck, text: "results.run.approved" },
  published: { tone: "good", icon: IconLock, text: "results.run.published" },
  withdrawn: { tone: "bad", icon: IconAlertTriangle, text: "results.run.withdrawn" },
  superseded: { tone: "neutral", icon: IconHistory, text: "results.run.superseded" },
};

/** The state of a run. */
export function RunStateChip({ state }: { state: RunState }): ReactNode {
  const say = useText();
  const { tone, icon, text } = states[state];
  return (
    <Chip tone={tone} icon={icon}>
      {say(text)}
    </Chip>
  );
}

/** Which compilation figures are from, and since when it stands; what is not published is called provisional. */
export function RunWords({ run }: { run: ResultRun }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const signedAs = useSignedAs();
  const number = String(run.number);
  if (run.published !== null)
    return say("results.run.publishedWords", {
      number,
      at: dateTime(run.published.at),
      as: signedAs(run.published.as ?? ""),
    });
  return say("results.run.unpublishedWords", { number, at: dateTime(run.compiledAt) });
}
