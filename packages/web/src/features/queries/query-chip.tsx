/** How a query stands: open and until when, answered, closed. */
import { IconCheck, IconMessageCheck, IconMessageQuestion } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { QueryHead, QueryState } from "../../api/appraisal-contract.js";
import { formatDateTime } from "../../shared/format.js";
import { Chip, type Tone } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";

const looks = {
  open: { tone: "warn", icon: IconMessageQuestion },
  answered: { tone: "accent", icon: IconMessageCheck },
  closed: { tone: "neutral", icon: IconCheck },
} as const satisfies Record<QueryState, { tone: Tone; icon: typeof IconCheck }>;

interface QueryChipProps {
  /** A question to the unit unless said. */
  readonly kind?: QueryHead["kind"];
  readonly state: QueryState;
  readonly dueAt: string;
  readonly overdue: boolean;
}

/** An overdue one says so, in red and in words. */
export function QueryChip({ kind = "explanation", state, dueAt, overdue }: QueryChipProps): ReactNode {
  const say = useText();
  const { tone, icon } = looks[state];
  const late = kind === "complaint" ? "queries.overdueComplaint" : "queries.overdue";
  return (
    <span title={formatDateTime(dueAt)}>
      <Chip tone={overdue ? "bad" : tone} icon={icon}>
        {say(overdue ? late : `queries.state.${state}`)}
      </Chip>
    </span>
  );
}
