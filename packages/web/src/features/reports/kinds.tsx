/** Which document: each with what it holds, or why there is none yet. */
import { Radio } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../shared/text.js";
import classes from "./reports.module.css";

type Kind =
  | "self-assessment"
  | "data-form"
  | "explanation"
  | "appraisal-minutes"
  | "result-report"
  | "result-proposal"
  | "result-decision";

interface KindsProps<K extends Kind> {
  readonly kinds: readonly K[];
  readonly kind: NoInfer<K>;
  /** Those that come with the submission, while it is awaited. */
  readonly early?: readonly NoInfer<K>[];
  onChoose(kind: NoInfer<K>): void;
}

export function Kinds<K extends Kind>({ kinds, kind, early = [], onChoose }: KindsProps<K>): ReactNode {
  const say = useText();
  return (
    <fieldset className={classes.kinds}>
      <legend className="for-readers">{say("reports.document")}</legend>
      {kinds.map((one) => (
        <Radio
          key={one}
          className={classes.kind ?? ""}
          name="kind"
          data-checked={one === kind}
          label={say(`reports.kind.${one}`)}
          description={say(early.includes(one) ? "reports.kind.notSubmitted" : `reports.about.${one}`)}
          disabled={early.includes(one)}
          checked={one === kind}
          onChange={() => onChoose(one)}
        />
      ))}
    </fieldset>
  );
}
