import { Button, Progress } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconDownload,
  IconX,
  type TablerIcon,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { address } from "../../api/client.js";
import type { Export, ExportState } from "../../api/exports-contract.js";
import { Chip, type Tone } from "../../shared/state-chip.js";
import { type TextId, useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { sizeText } from "../assessments/evidence/file-size.js";
import classes from "./exports.module.css";
import { wordsOfKind } from "./kind-words.js";
import { isOpen } from "./queries.js";

const states: Record<ExportState, { tone: Tone; icon: TablerIcon; text: TextId }> = {
  waiting: { tone: "neutral", icon: IconClock, text: "exports.state.waiting" },
  working: { tone: "accent", icon: IconCircleDashed, text: "exports.state.working" },
  done: { tone: "good", icon: IconCircleCheck, text: "exports.state.done" },
  failed: { tone: "bad", icon: IconAlertTriangle, text: "exports.state.failed" },
  cancelled: { tone: "neutral", icon: IconX, text: "exports.state.cancelled" },
};

interface ExportItemProps {
  made: Export;
  /** What is asked for has not been answered yet. */
  busy: boolean;
  onCancel(): void;
  onAgain(): void;
}

/** One file that was asked for: how far it is, and what can be done with it. */
export function ExportItem({ made, busy, onCancel, onAgain }: ExportItemProps): ReactNode {
  const say = useText();
  const words = wordsOfKind(made.kind);
  const name = words === undefined ? say("exports.kind.other", { kind: made.kind }) : say(words.title);
  const { tone, icon, text } = states[made.state];
  return (
    <li className={classes.item}>
      <div>
        <div className={classes.head}>
          <h3 className={classes.name}>{name}</h3>
          <Chip tone={tone} icon={icon}>
            {say(text)}
          </Chip>
        </div>
        <p className={classes.note}>
          <Asked made={made} />
        </p>
        {made.fault !== null && <p className={classes.warning}>{made.fault.why}</p>}
        {made.state === "working" && <Working made={made} name={name} />}
      </div>
      <div className={classes.acts}>
        <Fetch made={made} name={name} />
        {made.may.cancel && (
          <Button
            variant="default"
            disabled={busy}
            onClick={onCancel}
            aria-label={say("exports.cancelOf", { name })}
          >
            {say("exports.cancel")}
          </Button>
        )}
        {(made.state === "failed" || made.state === "cancelled") && (
          <Button
            variant="default"
            disabled={busy}
            onClick={onAgain}
            aria-label={say("exports.againOf", { name })}
          >
            {say("exports.again")}
          </Button>
        )}
      </div>
    </li>
  );
}

function Asked({ made }: { made: Export }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const at = dateTime(made.askedAt);
  const parts = [
    made.run === null ? "" : say("exports.run", { number: made.run.number }),
    made.askedBy === null
      ? say("exports.asked", { at })
      : say("exports.askedBy", { name: made.askedBy.name, at }),
    made.state === "waiting" ? say("exports.ahead", { count: made.ahead }) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** Rounded down, so that 100 % means all of it. */
const percentOf = ({ done, total }: Export): number => (total === 0 ? 0 : Math.floor((done / total) * 100));

function Working({ made, name }: { made: Export; name: string }): ReactNode {
  const say = useText();
  const percent = percentOf(made);
  return (
    <div className={classes.progress}>
      <Progress.Root size="lg">
        <Progress.Section value={percent} aria-label={say("exports.progress", { name })} />
      </Progress.Root>
      <span className={classes.note}>{percent}%</span>
    </div>
  );
}

function Fetch({ made, name }: { made: Export; name: string }): ReactNode {
  const say = useText();
  const { language } = useFormat();
  if (isOpen(made) || !made.may.fetch || made.file === null) return null;
  const size = sizeText(made.file.size, language);
  return (
    <Button
      component="a"
      href={address(`/exports/${made.id}/file`)}
      download={made.file.name}
      leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
      aria-label={say("exports.fetchOf", { name, size })}
    >
      {say("exports.fetch", { size })}
    </Button>
  );
}
