/** What the document says wrong of itself, live: each finding leads to its row. */
import { UnstyledButton } from "@mantine/core";
import { findingCatalogue } from "@opendti/engine";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Panel } from "../../../shared/panel.js";
import { Chip } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { ImportFinding, Words } from "../model/import-work.js";
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
  const { few, many } = grouped(findings);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return (
    <div className={classes.findings}>
      <Panel title={say("imports.findings")} note={say("sets.findingsNote")} flush>
        {findings.length === 0 ? (
          <p className={classes.noFindings}>{say("sets.check.fine")}</p>
        ) : (
          <details>
            <summary className={classes.fold}>
              {say("sets.findingsCount", { errors, warnings: findings.length - errors })}
            </summary>
            {few.length > 0 && <Findings findings={few} known={known} onChoose={onChoose} />}
            {many.map(([code, alike]) => (
              <details key={code} className={classes.alike}>
                <summary>
                  {say("imports.alike", { title: titleOf(code)?.[language] ?? code, count: alike.length })}
                </summary>
                <Findings findings={alike} known={known} onChoose={onChoose} />
              </details>
            ))}
          </details>
        )}
      </Panel>
    </div>
  );
}

/** So many of one kind are told under one line. */
const MANY = 5;

/** The findings one by one, but those of which there are many of a kind. */
function grouped(findings: readonly ImportFinding[]): {
  few: ImportFinding[];
  many: [code: string, alike: ImportFinding[]][];
} {
  const byCode = new Map<string, ImportFinding[]>();
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  const many = [...byCode].filter(([, alike]) => alike.length >= MANY);
  const told = new Set(many.map(([code]) => code));
  return { few: findings.filter(({ code }) => !told.has(code)), many };
}

const titleOf = (code: string): Words | undefined =>
  findingCatalogue.find((entry) => entry.code === code)?.title;

function Findings({ findings, known, onChoose }: FindingsListProps): ReactNode {
  const say = useText();
  const { language } = useFormat();
  return (
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
  );
}
