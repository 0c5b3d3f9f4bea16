/** "Điều chỉnh": other values, or other points, with the reason; and what they would move, before they are saved. */
import { Button, Checkbox, Group, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { AppraisalDetail, GivenVerdict } from "../../../api/appraisal-contract.js";
import { keptText } from "../../../shared/kept-text.js";
import { useSession } from "../../../shared/session.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { problemId } from "../../assessments/fields/problem-id.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import { type AdjustDraft, draftOf, keptDraft, readDraft, type Typed, verdictOf } from "./adjust-draft.js";
import { AdjustField } from "./adjust-field.js";
import formed from "./form.module.css";
import { inView } from "./in-view.js";
import classes from "./judge.module.css";
import { NOT_APPLICABLE_INPUT } from "./values-text.js";
import { WhatIf } from "./what-if.js";

interface AdjustFormProps {
  readonly detail: AppraisalDetail;
  readonly outline: SetOutline | undefined;
  readonly busy: boolean;
  onSave(verdict: GivenVerdict): void;
  onClose(): void;
}

/** What is typed is kept in the browser until it is saved: neither a conflict nor a lost page loses it. */
function useDraft({ detail, outline }: Pick<AdjustFormProps, "detail" | "outline">) {
  const { account } = useSession();
  const { language } = useFormat();
  const item = outline?.byAddress.get(detail.code);
  const inputs = useMemo(() => item?.inputs ?? [], [item]);
  const kept = keptText(account.id, `${detail.assessmentId} ${detail.code} adjust`);
  const [draft, setDraft] = useState<AdjustDraft>(
    () => keptDraft(kept.text) ?? draftOf(detail, inputs, language),
  );
  return {
    draft,
    inputs,
    item,
    change: (part: Partial<AdjustDraft>) => {
      const next = { ...draft, ...part };
      setDraft(next);
      kept.keep(JSON.stringify(next));
    },
    forget: () => kept.keep(""),
  };
}

/** The form; Ctrl+Enter saves. */
export function AdjustForm({ detail, outline, busy, onSave, onClose }: AdjustFormProps): ReactNode {
  const say = useText();
  const { language, points } = useFormat();
  const { draft, inputs, item, change, forget } = useDraft({ detail, outline });
  const [asked, setAsked] = useState(false);
  const reading = readDraft(draft, detail.declared, inputs, language);
  const verdict = verdictOf(draft, reading);
  const away = detail.declared.find(({ input }) => input === NOT_APPLICABLE_INPUT)?.value ?? null;
  const mayBeAway = away !== null || item?.node.notApplicable !== undefined;
  const type = (id: string, typed: Typed): void => change({ typed: { ...draft.typed, [id]: typed } });
  const save = (): void => {
    setAsked(true);
    if (verdict === null) return;
    forget();
    onSave(verdict);
  };
  return (
    <form
      ref={inView}
      className={formed.form}
      aria-label={say("appraisals.action.adjust")}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <div className={classes.panelHead}>
        <h2>{say("appraisals.action.adjust")}</h2>
        <SegmentedControl
          size="xs"
          aria-label={say("appraisals.adjust.what")}
          value={draft.by}
          data={(["inputs", "points"] as const).map((by) => ({
            value: by,
            label: say(`appraisals.adjust.by.${by}`),
          }))}
          onChange={(by) => change({ by })}
        />
      </div>
      {draft.by === "inputs" ? (
        <>
          {inputs.map((input, place) => (
            <AdjustField
              key={input.id}
              input={input}
              declared={detail.declared.find((one) => one.input === input.id)?.value ?? null}
              typed={draft.typed[input.id]}
              problem={reading.fields[input.id]}
              first={place === 0}
              onType={(typed) => type(input.id, typed)}
            />
          ))}
          {inputs.length === 0 && <p className={classes.quiet}>{say("appraisals.adjust.noInputs")}</p>}
          {mayBeAway && (
            <Checkbox
              label={say("assessments.notApplicable.mark")}
              checked={(draft.typed[NOT_APPLICABLE_INPUT] ?? away !== null) === true}
              onChange={(event) => type(NOT_APPLICABLE_INPUT, event.currentTarget.checked)}
            />
          )}
        </>
      ) : (
        <TextInput
          label={say("appraisals.adjust.points", { max: points(detail.max) })}
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          w={200}
          value={draft.points}
          error={reading.points !== null ? say(problemId(reading.points)) : undefined}
          onChange={(event) => change({ points: event.currentTarget.value })}
        />
      )}
      <WhatIf detail={detail} inputs={reading.inputs} points={reading.pointsValue} />
      <Textarea
        label={say("appraisals.adjust.reason")}
        description={say("appraisals.adjust.reasonHint")}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.reason}
        error={asked && draft.reason.trim() === "" ? say("appraisals.adjust.needsReason") : undefined}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      {asked && reading.nothing && <p className={classes.warnWords}>{say("appraisals.adjust.nothing")}</p>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="xs" onClick={onClose}>
          {say("shared.cancel")}
        </Button>
        <Button type="submit" size="xs" loading={busy}>
          {say("appraisals.adjust.save")}
        </Button>
      </Group>
    </form>
  );
}
