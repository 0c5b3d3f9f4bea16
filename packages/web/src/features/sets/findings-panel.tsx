import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { SetFinding } from "../../api/contract.js";
import { Panel } from "../../shared/panel.js";
import { Chip } from "../../shared/state-chip.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./sets.module.css";

interface FindingsProps {
  findings: readonly SetFinding[];
  /** Told in one line until it is opened; else open at once. */
  folded?: boolean;
}

/** What the document says wrong of itself, or leaves unsaid; errors first. */
export function FindingsPanel({ findings, folded = false }: FindingsProps): ReactNode {
  const say = useText();
  const { language } = useFormat();
  if (findings.length === 0) return null;
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity !== "error");
  const list = (
    <>
      {[...errors, ...warnings].map(({ severity, code, at, message, expected, found }) => (
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
    </>
  );
  return (
    <Panel title={say("sets.findings")} note={say("sets.findingsNote")} flush>
      {folded ? (
        <details>
          <summary className={classes.fold}>
            {say("sets.findingsCount", { errors: errors.length, warnings: warnings.length })}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </Panel>
  );
}
