/** The foot of the screen: whether everything is saved, what is questioned, and what comes next. */
import { ActionIcon, Button } from "@mantine/core";
import { formatNumber } from "@opendti/engine";
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconChecklist,
  IconCloudOff,
  IconKeyboard,
  IconListDetails,
  IconPrinter,
  IconRefresh,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Say, type TextId, useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { DraftSummary } from "../drafts/draft-store.js";
import { partsOf, stuckFields, useDeclaration, useDraftSummary } from "./declaration.js";
import classes from "./status.module.css";

interface StatusBarProps {
  onCheck(): void;
  onMenu(): void;
  onKeys(): void;
  onStep(steps: number): void;
  onGo(place: string): void;
}

interface Told {
  readonly text: string;
  readonly tone: "fine" | "busy" | "warn" | "bad";
}

/** One sentence on all drafts, the most urgent first. */
function tell(summary: DraftSummary, say: Say, time: (iso: string) => string): Told {
  const waiting = summary.saving + summary.waiting;
  if (!summary.kept && waiting > 0) return { text: say("assessments.saved.notKept"), tone: "bad" };
  const [refused] = summary.refused;
  if (refused) {
    const count = summary.refused.length;
    return { text: say("assessments.saved.refused", { count, why: refused.refusal.detail }), tone: "bad" };
  }
  if (summary.conflicts.length > 0)
    return { text: say("assessments.saved.conflicts", { count: summary.conflicts.length }), tone: "bad" };
  if (summary.connection === "signed-out") return { text: say("assessments.saved.signedOut"), tone: "warn" };
  if (summary.connection === "unanswered")
    return { text: say("assessments.saved.waiting", { count: waiting }), tone: "warn" };
  if (summary.unreadable.length > 0)
    return { text: say("assessments.saved.unreadable", { count: summary.unreadable.length }), tone: "bad" };
  if (waiting > 0) return { text: say("assessments.saved.saving"), tone: "busy" };
  if (summary.savedAt !== null)
    return { text: say("assessments.saved.at", { time: time(summary.savedAt) }), tone: "fine" };
  return { text: say("assessments.saved.all"), tone: "fine" };
}

/** Saved state and warnings at the left, actions at the right; on a phone also the way through the indicators. */
export function StatusBar({ onCheck, onMenu, onKeys, onStep, onGo }: StatusBarProps): ReactNode {
  const say = useText();
  const { time } = useFormat();
  const { assessment, view, counted, store, language, outline } = useDeclaration();
  const summary = useDraftSummary();
  const told = tell(summary, say, time);
  const [refused] = summary.refused;
  const findings = counted.flatMap((each) => each.findings);
  const blocks = findings.filter(({ severity }) => severity === "block").length;
  const questioned = [
    blocks > 0 ? say("assessments.saved.blocks", { count: blocks }) : "",
    findings.length > blocks ? say("assessments.saved.warnings", { count: findings.length - blocks }) : "",
  ].filter(Boolean);
  const stuck = summary.connection !== "fine" || refused !== undefined;
  const [place] = stuckFields(summary);
  const total = formatNumber(view.score.total, language);
  return (
    <div className={classes.status} data-print="hide">
      <p className={classes.savedState} data-tone={told.tone} data-saved>
        <SavedIcon tone={told.tone} />
        <span className={classes.told}>{told.text}</span>
        <span className={classes.phoneTotal} aria-hidden>
          {total} / {formatNumber(outline.set.max, language)}
        </span>
      </p>
      <p className="for-readers" role="status" aria-live="polite">
        {told.tone === "busy" ? "" : `${told.text}. ${say("assessments.saved.total", { total })}`}
      </p>
      {place !== undefined && (
        <Button variant="subtle" size="compact-xs" onClick={() => onGo(partsOf(place).code)}>
          {say("assessments.saved.show")}
        </Button>
      )}
      {stuck && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => store.retry()}
        >
          {say("assessments.saved.retry")}
        </Button>
      )}
      {questioned.length > 0 && (
        <button type="button" className={classes.warnings} data-blocks={blocks > 0} onClick={onCheck}>
          {questioned.join(" · ")}
        </button>
      )}
      <span className={classes.spring} />
      <div className={classes.phoneSteps}>
        <ActionIcon variant="default" size="lg" aria-label={say("assessments.nav.open")} onClick={onMenu}>
          <IconListDetails size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say("assessments.step.back")}
          onClick={() => onStep(-1)}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say("assessments.step.on")}
          onClick={() => onStep(1)}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
      </div>
      <ActionIcon
        className={classes.keys ?? ""}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={say("assessments.keys.title")}
        onClick={onKeys}
      >
        <IconKeyboard size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconChecklist size={16} stroke={1.6} aria-hidden />}
        onClick={onCheck}
      >
        {say("assessments.action.check")}
      </Button>
      <Button
        className={classes.wide ?? ""}
        renderRoot={(root) => (
          <Link {...root} to="/assessments/$assessmentId/print" params={{ assessmentId: assessment.id }} />
        )}
        variant="default"
        size="xs"
        leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
      >
        {say("assessments.action.print")}
      </Button>
      <Button
        className={classes.wide ?? ""}
        renderRoot={(root) => (
          <Link {...root} to="/assessments/$assessmentId/reports" params={{ assessmentId: assessment.id }} />
        )}
        variant="default"
        size="xs"
      >
        {say("assessments.action.reports")}
      </Button>
      <Button
        renderRoot={(root) => (
          <Link {...root} to="/assessments/$assessmentId/review" params={{ assessmentId: assessment.id }} />
        )}
        size="xs"
      >
        {say(nextStep(assessment))}
      </Button>
    </div>
  );
}

const ICONS = { fine: IconCheck, busy: IconRefresh, warn: IconCloudOff, bad: IconAlertTriangle } as const;

function SavedIcon({ tone }: { tone: Told["tone"] }): ReactNode {
  const Icon = ICONS[tone];
  return <Icon size={16} stroke={1.8} aria-hidden />;
}

/** What the person at the screen does with the whole next. */
function nextStep({
  state,
  may,
}: {
  state: string;
  may: { submit: boolean; compile: boolean; handOver: string[] };
}): TextId {
  if (state === "submitted") return "assessments.action.seal";
  if (may.submit) return "assessments.action.submit";
  if (may.compile) return "assessments.action.compile";
  return may.handOver.length > 0 ? "assessments.action.handOver" : "assessments.action.review";
}
