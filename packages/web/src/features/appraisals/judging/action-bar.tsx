/** The verdict at the foot of the screen, always in reach, each with its key. */
import { ActionIcon, Button, Kbd } from "@mantine/core";
import {
  IconArrowBackUp,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconKeyboard,
  IconMessageQuestion,
  IconPencil,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Verdict } from "../../../api/appraisal-contract.js";
import { type TextId, useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import classes from "./judge.module.css";
import type { JudgeActions } from "./use-judge-keys.js";

interface ActionBarProps {
  readonly actions: JudgeActions;
  readonly verdict: Verdict | null;
  readonly doing: "adjust" | "ask" | null;
  readonly busy: boolean;
  readonly place: number;
  readonly of: number;
  /** Why nothing can be judged; null where it can. */
  readonly why: string | null;
}

/** What cannot be done is not shown; why, is. */
export function ActionBar(props: ActionBarProps): ReactNode {
  const { actions, verdict, doing, busy, place, of, why } = props;
  const say = useText();
  const { number } = useFormat();
  return (
    <div className={classes.bar} data-print="hide">
      {why !== null && <p className={classes.why}>{why}</p>}
      {actions.agree !== undefined && (
        <Button
          leftSection={<IconCheck size={17} aria-hidden />}
          rightSection={<Key name="D" />}
          variant={verdict === "agreed" ? "light" : "filled"}
          loading={busy}
          data-act="agree"
          onClick={actions.agree}
        >
          {say("appraisals.action.agree")}
        </Button>
      )}
      <Act
        act={actions.adjust}
        icon={IconPencil}
        name="S"
        text="appraisals.action.adjust"
        place="adjust"
        pressed={doing === "adjust"}
      />
      <Act
        act={actions.ask}
        icon={IconMessageQuestion}
        name="H"
        text="appraisals.action.ask"
        place="ask"
        pressed={doing === "ask"}
      />
      {actions.takeBack !== undefined && (
        <Button
          variant="subtle"
          color="gray"
          data-act="take-back"
          leftSection={<IconArrowBackUp size={17} aria-hidden />}
          rightSection={<Key name="U" />}
          onClick={actions.takeBack}
        >
          {say("appraisals.action.takeBack")}
        </Button>
      )}
      <span className={classes.spring} />
      <div className={classes.steps}>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say("appraisals.action.before")}
          data-act="before"
          disabled={actions.before === undefined}
          onClick={actions.before}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <span className={classes.place}>
          {say("appraisals.judge.place", { place: number(place), of: number(of) })}
        </span>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say("appraisals.action.next")}
          data-act="next"
          disabled={actions.next === undefined}
          onClick={actions.next}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.keysButton ?? ""}
          aria-label={say("appraisals.keys.title")}
          onClick={actions.keys}
        >
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}

interface ActProps {
  readonly act: (() => void) | undefined;
  readonly icon: typeof IconPencil;
  readonly name: string;
  readonly text: TextId;
  readonly pressed: boolean;
  /** Where it stands on a telephone. */
  readonly place: "adjust" | "ask";
}

function Act({ act, icon: Icon, name, text, pressed, place }: ActProps): ReactNode {
  const say = useText();
  if (act === undefined) return null;
  return (
    <Button
      variant={pressed ? "light" : "default"}
      aria-pressed={pressed}
      data-act={place}
      leftSection={<Icon size={17} aria-hidden />}
      rightSection={<Key name={name} />}
      onClick={act}
    >
      {say(text)}
    </Button>
  );
}

/** The key of a button; a telephone has none. */
function Key({ name }: { name: string }): ReactNode {
  return (
    <Kbd size="xs" className={classes.key ?? ""} aria-hidden>
      {name}
    </Kbd>
  );
}
