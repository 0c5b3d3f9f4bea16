import {
  IconCircleCheck,
  IconCircleDashed,
  IconEye,
  IconLock,
  IconPencil,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AssessmentState, CampaignStatus } from "../api/contract.js";
import classes from "./chip.module.css";
import { type TextId, useText } from "./text.js";

/** What a chip's colour says; never the colour alone, the words say it too. */
export type Tone = "neutral" | "accent" | "good" | "warn" | "bad";

interface ChipProps {
  tone?: Tone;
  icon?: TablerIcon;
  children: ReactNode;
}

/** A small word on a tinted ground, optionally with an icon. */
export function Chip({ tone = "neutral", icon: Icon, children }: ChipProps): ReactNode {
  return (
    <span className={`${classes.chip} ${classes[tone]}`}>
      {Icon !== undefined && <Icon size={14} stroke={1.75} aria-hidden />}
      {children}
    </span>
  );
}

const states: Record<AssessmentState | CampaignStatus, { tone: Tone; icon: TablerIcon; text: TextId }> = {
  declaring: { tone: "accent", icon: IconPencil, text: "shared.state.declaring" },
  compiled: { tone: "warn", icon: IconCircleCheck, text: "shared.state.compiled" },
  submitted: { tone: "good", icon: IconLock, text: "shared.state.submitted" },
  appraising: { tone: "accent", icon: IconEye, text: "shared.state.appraising" },
  explaining: { tone: "warn", icon: IconPencil, text: "shared.state.explaining" },
  appraised: { tone: "accent", icon: IconCircleCheck, text: "shared.state.appraised" },
  approved: { tone: "good", icon: IconCircleCheck, text: "shared.state.approved" },
  published: { tone: "good", icon: IconLock, text: "shared.state.published" },
  preparing: { tone: "neutral", icon: IconCircleDashed, text: "shared.state.preparing" },
  open: { tone: "accent", icon: IconPencil, text: "shared.state.open" },
  closed: { tone: "neutral", icon: IconLock, text: "shared.state.closed" },
};

/** The state of an assessment or of a campaign. */
export function StateChip({ state }: { state: AssessmentState | CampaignStatus }): ReactNode {
  const say = useText();
  const { tone, icon, text } = states[state];
  return (
    <Chip tone={tone} icon={icon}>
      {say(text)}
    </Chip>
  );
}
