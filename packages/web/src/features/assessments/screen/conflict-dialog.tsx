/** Two people on one field: both values, who and when, and the choice. Nothing is overwritten unseen. */
import { Button, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type TextId, useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { type FieldKey, NOT_APPLICABLE, PROFILE } from "../drafts/edit.js";
import type { FormInput } from "../scoring/inputs.js";
import type { SetOutline } from "../scoring/set-outline.js";
import { partsOf, useDeclaration, useDraftSummary } from "./declaration.js";
import classes from "./dialogs.module.css";
import { useValueText } from "./value-text.js";

/** Opens by itself for the first conflict; put off, it opens again for the next. */
export function ConflictDialog({ onGo }: { onGo(place: string): void }): ReactNode {
  const say = useText();
  const { conflicts } = useDraftSummary();
  const [putOff, setPutOff] = useState<readonly FieldKey[]>([]);
  const key = conflicts.find((each) => !putOff.includes(each));
  return (
    <Modal
      opened={key !== undefined}
      onClose={() => setPutOff(conflicts)}
      title={say("assessments.conflict.title")}
      size="lg"
      closeButtonProps={{ "aria-label": say("assessments.conflict.later") }}
    >
      {key !== undefined && (
        <Choice
          key={key}
          of={key}
          onShow={() => {
            setPutOff(conflicts);
            onGo(partsOf(key).code);
          }}
        />
      )}
    </Modal>
  );
}

function inputOf(outline: SetOutline, key: FieldKey): { place: string; input: FormInput | undefined } {
  const { code, input } = partsOf(key);
  if (code === PROFILE) return { place: "", input: outline.profile.find(({ id }) => id === input) };
  const item = outline.byAddress.get(code);
  return {
    place: item ? `${item.node.code} ${item.title}` : code,
    input: item?.inputs.find(({ id }) => id === input),
  };
}

function Choice({ of: key, onShow }: { of: FieldKey; onShow(): void }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const valueText = useValueText();
  const { outline, store } = useDeclaration();
  const { edit } = store.field(key);
  const { place, input } = inputOf(outline, key);
  if (!edit?.theirs) return null;
  const described = input ?? { kind: "text" as const, unit: undefined, options: [] };
  const label =
    partsOf(key).input === NOT_APPLICABLE ? say("assessments.notApplicable.reason") : (input?.label ?? "");
  const mine = edit.typed.readable ? valueText(described, edit.typed.value) : edit.typed.text;
  const { theirs } = edit;
  return (
    <div className={classes.conflict}>
      <p className={classes.conflictPlace}>{place}</p>
      <p className={classes.conflictLabel}>{label}</p>
      <div className={classes.versionsSide}>
        <Version
          title="assessments.conflict.mine"
          value={mine}
          when={dateTime(new Date(edit.at).toISOString())}
          action="assessments.conflict.keepMine"
          onChoose={() => store.resolve(key, "mine")}
        />
        <Version
          title="assessments.conflict.theirs"
          who={theirs.by?.displayName ?? ""}
          value={
            theirs.value === null ? say("assessments.history.cleared") : valueText(described, theirs.value)
          }
          when={theirs.at === null ? "" : dateTime(theirs.at)}
          action="assessments.conflict.takeTheirs"
          onChoose={() => store.resolve(key, "theirs")}
        />
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onShow}>
        {say("assessments.conflict.show")}
      </Button>
    </div>
  );
}

function Version(props: {
  title: TextId;
  who?: string;
  value: string;
  when: string;
  action: TextId;
  onChoose(): void;
}): ReactNode {
  const say = useText();
  return (
    <section className={classes.version}>
      <h3>{say(props.title, { who: props.who ?? "" })}</h3>
      <p className={classes.versionValue}>{props.value}</p>
      <p className={classes.versionWhen}>{props.when}</p>
      <Button fullWidth variant="light" size="xs" onClick={props.onChoose}>
        {say(props.action)}
      </Button>
    </section>
  );
}
