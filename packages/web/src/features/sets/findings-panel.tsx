import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { SetFinding } from "../../api/contract.js";
import { Panel } from "../../shared/panel.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./sets.module.css";

/** What the document says wrong of itself, or leaves unsaid. */
export function FindingsPanel({ findings }: { findings: readonly SetFinding[] }): ReactNode {
  const say = useText();
  const { language } = useFormat();
  if (findings.length === 0) return null;
  return (
    <Panel title={say("sets.findings")} note={say("sets.findingsNote")} flush>
      {findings.map(({ severity, code, at, message, expected, found }) => (
        <div key={`${code} ${at} ${message.vi}`} className={classes.finding}>
          <div className={classes.findingHead}>
            <Chip
              tone={severity === "error" ? "bad" : "warn"}
              icon={severity === "error" ? IconCircleX : IconAlertTriangle}
            >
              {severity === "error" ? say("sets.error") : say("sets.warning")}
            </Chip>
            <span className={classes.quiet}>{at}</span>
          </div>
          <p>{message[language]}</p>
          {expected !== null && found !== null && (
            <p className={classes.quiet}>{say("sets.expectedFound", { expected, found })}</p>
          )}
        </div>
      ))}
    </Panel>
  );
}
