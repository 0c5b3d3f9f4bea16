import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { NewCampaign } from "../../api/contract.js";
import { notice } from "../../shared/notice.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { type TextId, useText } from "../../shared/text.js";
import classes from "./campaigns.module.css";
import { type CampaignDraft, campaignOf, emptyDraft, stageHolds, stages } from "./draft.js";
import { ReviewStep, SetStep, StagesStep, UnitsStep } from "./wizard-steps.js";

interface Step {
  title: TextId;
  /** What is needed to go on, said while it is not there. */
  lacks?: TextId;
  /** Whether enough is chosen to go on. */
  holds(draft: CampaignDraft): boolean;
}

const steps: readonly [Step, Step, Step, Step] = [
  {
    title: "campaigns.step.set",
    lacks: "campaigns.lacks.set",
    holds: ({ set, name }) => set !== null && name.trim() !== "",
  },
  { title: "campaigns.step.units", lacks: "campaigns.lacks.units", holds: ({ units }) => units.length > 0 },
  {
    title: "campaigns.step.stages",
    lacks: "campaigns.lacks.stages",
    holds: (draft) => stages.every((stage) => stageHolds(draft, stage)),
  },
  { title: "campaigns.step.review", holds: () => true },
];

function StepMarks({ current }: { current: number }): ReactNode {
  const say = useText();
  return (
    <ol className={classes.steps}>
      {steps.map(({ title }, index) => (
        <li
          key={title}
          className={classes.step}
          data-done={index < current}
          aria-current={index === current ? "step" : undefined}
        >
          {say(title)}
        </li>
      ))}
    </ol>
  );
}

/** Sets up a campaign in four steps; it is stored as being prepared, and opened from its own page. */
export function CampaignWizardPage(): ReactNode {
  const say = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => emptyDraft(new Date().getFullYear()));
  const [current, setCurrent] = useState(0);
  const change = (part: Partial<CampaignDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const create = useMutation({
    mutationFn: (body: NewCampaign) => take(api.POST("/campaigns", { body })),
    onSuccess: async (campaign) => {
      await queryClient.invalidateQueries({ queryKey: ["campaigns"] });
      notice(say("campaigns.created"));
      await navigate({ to: "/campaigns/$campaignId", params: { campaignId: campaign.id } });
    },
  });
  const step = steps[current] ?? steps[0];
  const last = current === steps.length - 1;
  const proceed = (): void => {
    if (!last) setCurrent(current + 1);
    else if (draft.set !== null) create.mutate(campaignOf(draft, draft.set));
  };
  return (
    <>
      <PageHeader
        back={{ to: "/campaigns", label: say("campaigns.title") }}
        title={say("campaigns.create")}
        description={say("campaigns.createLead")}
      />
      <StepMarks current={current} />
      <Panel title={say(step.title)}>
        <Stack gap="lg">
          {current === 0 && <SetStep draft={draft} onChange={change} />}
          {current === 1 && <UnitsStep draft={draft} onChange={change} />}
          {current === 2 && <StagesStep draft={draft} onChange={change} />}
          {last && <ReviewStep draft={draft} />}
          <ProblemAlert error={create.error} />
          {step.lacks !== undefined && !step.holds(draft) && (
            <Text size="sm" c="dimmed" role="status">
              {say(step.lacks)}
            </Text>
          )}
        </Stack>
        <div className={classes.buttons}>
          <Button variant="default" disabled={current === 0} onClick={() => setCurrent(current - 1)}>
            {say("campaigns.back")}
          </Button>
          <Button disabled={!step.holds(draft)} loading={create.isPending} onClick={proceed}>
            {last ? say("campaigns.store") : say("campaigns.next")}
          </Button>
        </div>
      </Panel>
    </>
  );
}
