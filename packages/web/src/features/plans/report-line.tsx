/** One assignment that a unit leads: what it is, what was said of it, and the form to say more. */
import { Button } from "@mantine/core";
import { type ReactNode, useCallback, useId, useState } from "react";
import type { ProgressLine } from "../../api/plans-contract.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { LightChip } from "./light.js";
import { keptLine, LineForm, ToldText } from "./line-form.js";
import classes from "./plans.module.css";
import { sayPeriod } from "./quarter.js";
import type { ReportOf } from "./saving.js";

interface ReportLineProps {
  readonly report: ReportOf;
  readonly line: ProgressLine;
  readonly write: boolean;
  onUnsaved(line: ProgressLine, unsaved: boolean): void;
}

export const codeOf = ({ code, input }: Pick<ProgressLine, "code" | "input">): string =>
  input === "" ? code : `${code}.${input}`;

export function ReportLine({ report, line, write, onUnsaved }: ReportLineProps): ReactNode {
  const say = useText();
  const id = useId();
  const { account } = useSession();
  // What was typed and not saved is opened again.
  const [open, setOpen] = useState(() => write && keptLine(account.id, report, line).text !== "");
  // Once it was opened the form stays, unseen: what is on its way comes back to it.
  const [opened, setOpened] = useState(open);
  const { entry } = line;
  return (
    <li className={classes.line} data-code={codeOf(line)}>
      <div className={classes.lineHead}>
        <div className={classes.lineWords}>
          {line.pillar !== null && <p className={classes.quiet}>{line.pillar}</p>}
          <h3 id={id}>
            <span className="figures">{codeOf(line)}</span> {line.title}
          </h3>
          <Facts line={line} />
        </div>
        <LightChip light={line.state} />
        {write && (
          <Button
            size="xs"
            variant={entry === null && !open ? "light" : "default"}
            aria-expanded={open}
            aria-describedby={id}
            onClick={() => {
              setOpen(!open);
              setOpened(true);
            }}
          >
            {say(open ? "plans.close" : entry === null ? "plans.report" : "plans.change")}
          </Button>
        )}
      </div>
      {write && opened && (
        <div hidden={!open}>
          <Writing report={report} line={line} onUnsaved={onUnsaved} />
        </div>
      )}
      {!(open && write) && <Saying line={line} period={report.period} />}
    </li>
  );
}

function Facts({ line }: { line: ProgressLine }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const facts = [
    line.deadline !== null && `${say("reports.plan.deadline")}: ${line.deadline.text}`,
    line.max !== null && `${say("plans.max")}: ${points(line.max)}`,
    line.others.length > 0 && `${say("plans.others")}: ${line.others.join("; ")}`,
    line.coordinating.length > 0 && `${say("reports.plan.coordinating")}: ${line.coordinating.join("; ")}`,
    line.note,
  ].filter((fact) => typeof fact === "string");
  return <p className={classes.facts}>{facts.join(" · ")}</p>;
}

/** The form, with what was said in the quarters before beside it. */
function Writing({ report, line, onUnsaved }: Omit<ReportLineProps, "write">): ReactNode {
  const note = useCallback((unsaved: boolean) => onUnsaved(line, unsaved), [line, onUnsaved]);
  return (
    <div className={classes.writing} data-alone={line.before.length === 0}>
      <LineForm report={report} line={line} onUnsaved={note} />
      <Before line={line} open />
    </div>
  );
}

/** What was said, where nothing is written now. */
function Saying({
  line,
  period,
}: {
  line: ProgressLine;
  period: { year: number; quarter: number };
}): ReactNode {
  const say = useText();
  return (
    <>
      {line.entry !== null && (
        <section className={classes.said} aria-label={sayPeriod(say, period)}>
          <ToldText told={line.entry} />
        </section>
      )}
      <Before line={line} open={false} />
    </>
  );
}

/** Earlier quarters: the newest stands open beside a form, the others are opened by hand. */
export function Before({ line: { before }, open }: { line: ProgressLine; open: boolean }): ReactNode {
  const say = useText();
  if (before.length === 0) return null;
  return (
    <div className={classes.before}>
      {before.map((told, at) => (
        <details key={`${told.year}-${told.quarter}`} open={open && at === 0}>
          <summary>{sayPeriod(say, told)}</summary>
          <ToldText told={told} />
        </details>
      ))}
    </div>
  );
}
