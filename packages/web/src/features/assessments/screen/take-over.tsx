/** A number that is known already, put into a field by one click: from the profile, or from last year; and back. */
import { Button } from "@mantine/core";
import { IconArrowBackUp, IconCopy } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { PROFILE } from "../drafts/edit.js";
import type { FormInput } from "../scoring/inputs.js";
import { sameValue } from "../values/answer-value.js";
import { useDeclaration, useField } from "./declaration.js";
import classes from "./indicator.module.css";
import { useValueText } from "./value-text.js";

interface TakeOverProps {
  readonly code: string;
  readonly input: FormInput;
  /** What was declared last year; null when nothing was. */
  readonly previous: AnswerValue;
}

/** Whether last year's value can still be declared: an option may be gone. */
function fits({ kind, options }: FormInput, value: AnswerValue): boolean {
  if (kind === "choice") return Number(value) >= 1 && Number(value) <= options.length;
  if (kind === "choices")
    return (
      Array.isArray(value) && value.every((place) => Number(place) >= 1 && Number(place) <= options.length)
    );
  return kind !== "table";
}

/** The offers beside a field, each gone once its value stands there; after one was taken, the way back. */
export function TakeOver({ code, input, previous }: TakeOverProps): ReactNode {
  const say = useText();
  const valueText = useValueText();
  const { store, outline, mayDeclare } = useDeclaration();
  const { value } = useField(code, input.id);
  const fact = outline.byAddress.get(code)?.fromProfile.get(input.id);
  const told = useField(PROFILE, fact?.id ?? "").value;
  const [taken, setTaken] = useState<{ before: AnswerValue; value: AnswerValue } | null>(null);
  if (!mayDeclare(code)) return null;
  // Whose it is stands above for the eye; among many such buttons a reader has to hear it.
  const whose = <span className="for-readers">{say("assessments.takeOver.of", { label: input.label })}</span>;
  const put = (next: AnswerValue): void => {
    store.type(code, input.id, { readable: true, value: next });
    store.flush();
  };
  if (taken !== null && sameValue(taken.value, value))
    return (
      <Button
        autoFocus
        variant="subtle"
        size="compact-xs"
        className={classes.history ?? ""}
        leftSection={<IconArrowBackUp size={13} stroke={1.6} aria-hidden />}
        onClick={() => {
          put(taken.before);
          setTaken(null);
        }}
      >
        {say("assessments.takeOver.undo")}
        {whose}
      </Button>
    );
  const offer = (next: AnswerValue, text: string): ReactNode =>
    next === null || sameValue(next, value) ? null : (
      <Button
        variant="subtle"
        size="compact-xs"
        className={classes.history ?? ""}
        leftSection={<IconCopy size={13} stroke={1.6} aria-hidden />}
        onClick={() => {
          setTaken({ before: value, value: next });
          put(next);
        }}
      >
        {text}
        {whose}
      </Button>
    );
  return (
    <>
      {fact !== undefined &&
        offer(
          told,
          say("assessments.takeOver.profile", { value: told === null ? "" : valueText(input, told) }),
        )}
      {fits(input, previous) && offer(previous, say("assessments.takeOver.lastYear"))}
    </>
  );
}
