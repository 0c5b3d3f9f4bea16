/** "Không áp dụng", where the set says what it gives; always with a reason. */
import { Checkbox, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type TextId, useText } from "../../../shared/text.js";
import { NOT_APPLICABLE } from "../drafts/edit.js";
import type { IndicatorView } from "../scoring/view-model.js";
import { useDeclaration, useField } from "./declaration.js";
import classes from "./indicator.module.css";

const POLICIES: Readonly<Record<"full" | "zero" | "excluded", TextId>> = {
  full: "assessments.notApplicable.full",
  zero: "assessments.notApplicable.zero",
  excluded: "assessments.notApplicable.excluded",
};

/** The mark counts once a reason is given; taking it away brings the declared values back. */
export function NotApplicable({ view, readOnly }: { view: IndicatorView; readOnly: boolean }): ReactNode {
  const say = useText();
  const { store } = useDeclaration();
  const code = view.item.address;
  const state = useField(code, NOT_APPLICABLE);
  const stored = typeof state.value === "string" ? state.value : null;
  const [asking, setAsking] = useState(false);
  const [typing, setTyping] = useState<string | null>(null);
  const marked = stored !== null || asking;
  const policy = view.item.node.notApplicable;
  if (readOnly && !marked) return null;
  const type = (reason: string): void => {
    setTyping(reason);
    const value = reason.trim() === "" ? null : reason;
    store.type(code, NOT_APPLICABLE, { readable: true, value });
  };
  return (
    <div className={classes.notApplicable}>
      <Checkbox
        label={say("assessments.notApplicable.mark")}
        description={policy && say(POLICIES[policy])}
        checked={marked}
        disabled={readOnly}
        onChange={(event) => {
          setAsking(event.currentTarget.checked);
          setTyping(null);
          if (!event.currentTarget.checked) {
            store.type(code, NOT_APPLICABLE, { readable: true, value: null });
            store.flush();
          }
        }}
      />
      {marked && (
        <Textarea
          label={say("assessments.notApplicable.reason")}
          value={typing ?? stored ?? ""}
          readOnly={readOnly}
          required
          error={
            stored === null && typing !== null ? say("assessments.notApplicable.needsReason") : undefined
          }
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => {
            setTyping(null);
            store.flush();
          }}
        />
      )}
    </div>
  );
}
