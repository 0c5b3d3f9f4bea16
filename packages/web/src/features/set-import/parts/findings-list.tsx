/** What the document says wrong of itself, live: each finding leads to its row. */
import { UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Panel } from "../../../shared/panel.js";
import { Chip } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { ImportFinding } from "../model/import-work.js";
import classes from "../set-import.module.css";

interface FindingsListProps {
  readonly findings: readonly ImportFinding[];
  /** The rows that can be gone to. */
  readonly known: readonly string[];
  onChoose(name: string): void;
}

export function FindingsList({ findings, known, onChoose }: FindingsListProps): ReactNode {
  const say = useText();
  const { language } = useFormat();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return (
    <div className={classes.findings}>
      <Panel title={say("setImport.findings")} note={say("sets.findingsNote")} flush>
        {findings.length === 0 ? (
          <p className={classes.noFindings}>{say("sets.check.fine")}</p>
        ) : (
          <details>
            <summary className={classes.fold}>
              {say("sets.findingsCount", { errors, warnings: findings.length - errors })}
            </summary>
            <ul className={classes.findingList}>
              {findings.map(({ severity, code, at, message, place }) => (
                <li key={`${code} ${at} ${message.vi}`}>
                  <Chip
                    tone={severity === "error" ? "bad" : "warn"}
                    icon={severity === "error" ? IconCircleX : IconAlertTriangle}
                  >
                    {say(severity === "error" ? "sets.error" : "sets.warning")}
                  </Chip>
                  <span className={classes.grow}>
                    {known.includes(at) ? (
                      <UnstyledButton className={classes.toRow ?? ""} onClick={() => onChoose(at)}>
                        {at}
                      </UnstyledButton>
                    ) : (
                      <span className={classes.quiet}>{at}</span>
                    )}{" "}
                    {message[language]}
                    {place !== null && <span className={classes.quiet}> ({place[language]})</span>}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Panel>
    </div>
  );
}
