import { IconClock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Distance, distanceTo, formatDateTime } from "./format.js";
import { Chip, type Tone } from "./state-chip.js";
import { type Say, type TextId, useText } from "./text.js";
import { useNow } from "./use-format.js";

const ahead: Record<Distance["unit"], TextId> = {
  day: "shared.deadline.days",
  hour: "shared.deadline.hours",
  minute: "shared.deadline.minutes",
};
const behind: Record<Distance["unit"], TextId> = {
  day: "shared.deadline.pastDays",
  hour: "shared.deadline.pastHours",
  minute: "shared.deadline.pastMinutes",
};

/** A distance in words: "còn 6 ngày", "quá hạn 2 giờ". */
export function sayDistance(say: Say, distance: Distance): string {
  return say((distance.past ? behind : ahead)[distance.unit], { count: distance.count });
}

function toneOf({ past, unit, count }: Distance): Tone {
  if (past) return "bad";
  return unit !== "day" || count < 7 ? "warn" : "neutral";
}

const before: Record<Distance["unit"], TextId> = {
  day: "shared.deadline.beginsDays",
  hour: "shared.deadline.beginsHours",
  minute: "shared.deadline.beginsMinutes",
};

interface DeadlineProps {
  dueAt: string;
  /** When it begins: until then the chip says how long that is, not how long there is to work. */
  opensAt?: string | null;
  done?: boolean;
}

/** How long until a deadline, coloured from a week before on; nothing is due any more once `done`. */
export function DeadlineChip({ dueAt, opensAt = null, done = false }: DeadlineProps): ReactNode {
  const say = useText();
  const now = useNow();
  if (done) return null;
  if (opensAt !== null && new Date(opensAt) > now) {
    const { unit, count } = distanceTo(opensAt, now);
    return (
      <time dateTime={opensAt} title={formatDateTime(opensAt)}>
        <Chip icon={IconClock}>{say(before[unit], { count })}</Chip>
      </time>
    );
  }
  const distance = distanceTo(dueAt, now);
  return (
    <time dateTime={dueAt} title={formatDateTime(dueAt)}>
      <Chip tone={toneOf(distance)} icon={IconClock}>
        {sayDistance(say, distance)}
      </Chip>
    </time>
  );
}
