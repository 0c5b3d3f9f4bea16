/** What every field has around it: letter and label above, what was understood, what is wrong, and its state below. */
import { IconAlertTriangle, IconArrowsSplit2, IconCloudOff, IconLock } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useText } from "../../../shared/text.js";
import type { FieldState } from "../drafts/draft-store.js";
import type { FormInput } from "../scoring/inputs.js";
import { DiscardEdit } from "./discard-edit.js";
import classes from "./fields.module.css";

export interface FieldProps {
  readonly code: string;
  readonly input: FormInput;
  readonly readOnly: boolean;
  /** Shown beside the label: last year's value, history. */
  readonly beside?: ReactNode;
  /** Label and control in one line. */
  readonly row?: boolean;
}

interface FrameProps extends Pick<FieldProps, "input" | "beside" | "row"> {
  readonly state: FieldState;
  /** Id of the control, for the label; a group of controls is labelled by the id given to `children`. */
  readonly group?: boolean;
  readonly said?: string | undefined;
  readonly error?: string | undefined;
  children(ids: {
    control: string;
    label: string;
    described: string | undefined;
    invalid: boolean;
  }): ReactNode;
}

/** Letter, label, control, and the lines under it; the control is told which lines describe it. */
export function FieldFrame(props: FrameProps): ReactNode {
  const { input, state, group = false, row = false, said, error, beside } = props;
  const id = useId();
  const [control, label, help] = [`${id}-control`, `${id}-label`, `${id}-help`];
  const notes = [input.note, said, error].some(Boolean) || state.status !== "saved";
  const text = (
    <>
      {input.lettered && <span className={classes.letter}>{input.id}</span>}
      <span>{input.label}</span>
    </>
  );
  return (
    <div
      className={`${classes.field} ${row ? classes.row : ""}`}
      data-kind={input.kind}
      data-status={state.status}
    >
      <div className={classes.head}>
        {group ? (
          <div id={label} className={classes.label}>
            {text}
          </div>
        ) : (
          <label id={label} htmlFor={control} className={classes.label}>
            {text}
          </label>
        )}
      </div>
      <div className={classes.control}>
        {props.children({
          control,
          label,
          described: notes ? help : undefined,
          invalid: error !== undefined,
        })}
      </div>
      <div id={help} className={classes.help}>
        {error !== undefined && (
          <p className={classes.error}>
            <IconAlertTriangle size={14} aria-hidden />
            {error}
          </p>
        )}
        {said !== undefined && <p className={classes.said}>{said}</p>}
        {input.note !== undefined && <p>{input.note}</p>}
        <FieldStatus state={state} />
      </div>
      {beside}
    </div>
  );
}

/** Only what the person must know: nothing is said of what is saved or on its way. */
function FieldStatus({ state }: { state: FieldState }): ReactNode {
  const say = useText();
  switch (state.status) {
    case "waiting":
      return (
        <p className={classes.waiting}>
          <IconCloudOff size={14} aria-hidden />
          {say("assessments.field.waiting")}
        </p>
      );
    case "conflict":
      return (
        <p className={classes.error}>
          <IconArrowsSplit2 size={14} aria-hidden />
          {say("assessments.field.conflict", { name: state.edit?.theirs?.by?.displayName ?? "" })}
        </p>
      );
    case "refused":
      return (
        <>
          <p className={classes.error}>
            <IconLock size={14} aria-hidden />
            {say("assessments.field.refused", { why: state.edit?.refusal?.detail ?? "" })}
          </p>
          {state.edit && <DiscardEdit edit={state.edit} />}
        </>
      );
    default:
      return null;
  }
}
