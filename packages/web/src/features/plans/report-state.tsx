/** Whether the report of an organisation is there: sent, missing, or not asked for yet. */
import { IconAlertTriangle, IconCircleDashed, IconPencil, IconSend } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { PlanLead } from "../../api/plans-contract.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";

export function ReportChip({ lead: { unit, report, expected, late } }: { lead: PlanLead }): ReactNode {
  const say = useText();
  const { date } = useFormat();
  if (report.state === "sent")
    return (
      <Chip tone="good" icon={IconSend}>
        {say("plans.state.sent", { date: date(report.at ?? "") })}
      </Chip>
    );
  if (report.reason !== null)
    return (
      <Chip tone="warn" icon={IconPencil}>
        {say("plans.state.givenBack")}
      </Chip>
    );
  if (late)
    return (
      <Chip tone="bad" icon={IconAlertTriangle}>
        {say("plans.state.late")}
      </Chip>
    );
  return (
    <Chip tone={expected ? "warn" : "neutral"} icon={IconCircleDashed}>
      {say(unit === null ? "plans.state.noUnit" : "plans.state.open")}
    </Chip>
  );
}
