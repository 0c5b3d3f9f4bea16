/** "Thông tin chung": facts on the unit, declared once and used by the rules of many indicators. */
import { Button } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import { PROFILE } from "../drafts/edit.js";
import { InputFields } from "../fields/input-fields.js";
import { BesideField } from "./beside-field.js";
import { useDeclaration } from "./declaration.js";
import classes from "./indicator.module.css";

interface ProfileFormProps {
  headRef(head: HTMLElement | null): void;
  onStep(steps: number): void;
}

/** The first section of the assessment. */
export function ProfileForm({ headRef, onStep }: ProfileFormProps): ReactNode {
  const say = useText();
  const { outline, mayDeclare } = useDeclaration();
  return (
    <article className={classes.indicator} aria-labelledby="profile-title">
      <div className={classes.indicatorHead}>
        <h2 id="profile-title" ref={headRef} tabIndex={-1}>
          {say("assessments.profile.title")}
        </h2>
      </div>
      <p className={classes.lead}>{say("assessments.profile.lead")}</p>
      <div className={classes.profile}>
        <InputFields
          code={PROFILE}
          rows={false}
          inputs={outline.profile}
          readOnly={!mayDeclare(PROFILE)}
          beside={(input) => <BesideField code={PROFILE} input={input} />}
        />
      </div>
      <div className={classes.steps} data-print="hide">
        <Button
          variant="default"
          size="xs"
          rightSection={<IconArrowDown size={15} aria-hidden />}
          onClick={() => onStep(1)}
        >
          {say("assessments.step.on")}
        </Button>
      </div>
    </article>
  );
}
