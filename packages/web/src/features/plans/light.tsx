/** The light of a deadline: in words and with a sign, never by colour alone. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconProgress,
  IconRefresh,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ProgressLine } from "../../api/plans-contract.js";
import { Chip, type Tone } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";

export type Light = ProgressLine["state"];

/** What needs looking at first stands first. */
export const lights: readonly Light[] = [
  "overdue",
  "due-soon",
  "in-time",
  "continuous",
  "statistics",
  "after-event",
  "not-scored",
  "without-deadline",
  "finished",
];

const looks: Record<Light, { tone: Tone; icon: TablerIcon }> = {
  overdue: { tone: "bad", icon: IconAlertTriangle },
  "due-soon": { tone: "warn", icon: IconClock },
  "in-time": { tone: "accent", icon: IconProgress },
  finished: { tone: "good", icon: IconCircleCheck },
  continuous: { tone: "neutral", icon: IconRefresh },
  statistics: { tone: "neutral", icon: IconRefresh },
  "after-event": { tone: "neutral", icon: IconCircleDashed },
  "not-scored": { tone: "neutral", icon: IconCircleDashed },
  "without-deadline": { tone: "neutral", icon: IconCircleDashed },
};

export function LightChip({ light }: { light: Light }): ReactNode {
  const say = useText();
  const { tone, icon } = looks[light];
  return (
    <Chip tone={tone} icon={icon}>
      {say(`plans.light.${light}`)}
    </Chip>
  );
}

/** How many lines have which light, in order; lights that none has are left out. */
export function countLights(lines: readonly ProgressLine[]): { light: Light; count: number }[] {
  return lights
    .map((light) => ({ light, count: lines.filter(({ state }) => state === light).length }))
    .filter(({ count }) => count > 0);
}
