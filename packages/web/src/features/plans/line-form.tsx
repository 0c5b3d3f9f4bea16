/** What is reported of one assignment: saved when one leaves it, never lost, and never over what another has stored. */
import { Button, Checkbox, Group, Textarea } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ProgressLine } from "../../api/plans-contract.js";
import { isProblem } from "../../api/problem.js";
import { keptText } from "../../shared/kept-text.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./plans.module.css";
import { isSame, type ReportOf, type Told, useSaveLine } from "./saving.js";

const NOTHING: Told = { finished: false, done: "", difficulties: "", proposal: "" };
const FIELDS = ["done", "difficulties", "proposal"] as const;

/** What is kept in the browser while it is not saved. */
export function keptLine(account: string, { planId, period }: ReportOf, line: ProgressLine) {
  const { organisation, code, input } = line;
  return keptText(
    account,
    `plan ${planId} ${organisation} ${period.year}-${period.quarter} ${code} ${input}`,
  );
}

/** Something said, and the version that it was said on. */
interface Versioned {
  readonly told: Told;
  readonly version: number;
}

/** What was typed before and not saved; undefined where nothing is. */
function typedBefore(text: string): Versioned | undefined {
  if (text === "") return undefined;
  try {
    const { version = 0, ...told } = JSON.parse(text) as Partial<Told & { version: number }>;
    return { told: { ...NOTHING, ...told }, version };
  } catch {
    return undefined;
  }
}

/** What stands in a form at first: of an assignment that is done already, that it is. */
function firstTold({ entry, state }: ProgressLine): Told {
  return entry ?? { ...NOTHING, finished: state === "finished" };
}

interface LineFormProps {
  readonly report: ReportOf;
  readonly line: ProgressLine;
  /** Told whether there is something that is not saved. */
  onUnsaved(unsaved: boolean): void;
}

function useLineForm({ report, line, onUnsaved }: LineFormProps) {
  const { account } = useSession();
  const kept = keptLine(account.id, report, line);
  const stored = { told: firstTold(line), version: line.entry?.version ?? 0 };
  const [first] = useState(() => typedBefore(kept.text));
  const [told, setTold] = useState<Told>(first?.told ?? stored.told);
  // What is typed is typed over this: what another has stored since is not written over.
  const [base, setBase] = useState<Versioned>({
    told: stored.told,
    version: first?.version ?? stored.version,
  });
  const newest = useRef(told);
  const save = useSaveLine(report, line, (sent, version) => {
    setBase({ told: sent, version });
    // What was typed while it was on its way stays kept.
    const done = isSame(newest.current, sent);
    kept.keep(done ? "" : JSON.stringify({ ...newest.current, version }));
    onUnsaved(!done);
  });
  const unsaved = !isSame(told, base.told);
  useEffect(() => onUnsaved(unsaved), [unsaved, onUnsaved]);
  const put = (next: Told): void => {
    setTold(next);
    newest.current = next;
  };
  const begin = (from: Versioned): void => {
    put(from.told);
    setBase(from);
    kept.keep("");
  };
  // Nothing is typed here, and another has stored something else: it is shown.
  if (!unsaved && !save.isPending && stored.version > base.version) {
    setTold(stored.told);
    setBase(stored);
  }
  const type = (part: Partial<Told>): void => {
    const next = { ...told, ...part };
    put(next);
    kept.keep(isSame(next, base.told) ? "" : JSON.stringify({ ...next, version: base.version }));
  };
  const store = (version = base.version): void => {
    if (save.isPending) return;
    save.mutate({ told, version });
  };
  const conflict = isProblem(save.error, "changed-meanwhile")
    ? (save.error.extensions["current"] as (Told & { version: number }) | undefined)
    : undefined;
  const takeTheirs = ({ version, ...theirs }: Told & { version: number }): void => {
    begin({ told: theirs, version });
    save.reset();
  };
  return { told, type, store, save, unsaved, conflict, takeTheirs };
}

export function LineForm(props: LineFormProps): ReactNode {
  const say = useText();
  const { time } = useFormat();
  const { told, type, store, save, unsaved, conflict, takeTheirs } = useLineForm(props);
  const { entry } = props.line;
  const saved = entry === null ? "" : say("plans.saved", { time: time(entry.at) });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        store();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (unsaved && conflict === undefined && !currentTarget.contains(relatedTarget)) store();
      }}
    >
      <Checkbox
        label={say("plans.finished")}
        checked={told.finished}
        onChange={(event) => type({ finished: event.currentTarget.checked })}
      />
      {FIELDS.map((field) => (
        <Textarea
          key={field}
          label={say(`plans.${field}`)}
          autosize
          minRows={field === "done" ? 3 : 2}
          maxRows={12}
          maxLength={5000}
          value={told[field]}
          onChange={(event) => type({ [field]: event.currentTarget.value })}
        />
      ))}
      {conflict === undefined ? (
        <ProblemAlert error={save.error} />
      ) : (
        <div className={classes.conflict} role="alert">
          <p>
            <strong>{say("plans.conflict")}</strong>
          </p>
          <ToldText told={conflict} />
          <Group gap="xs">
            <Button size="xs" onClick={() => store(conflict.version)}>
              {say("plans.conflict.mine")}
            </Button>
            <Button size="xs" variant="default" onClick={() => takeTheirs(conflict)}>
              {say("plans.conflict.theirs")}
            </Button>
          </Group>
        </div>
      )}
      <Group gap="sm">
        <Button type="submit" size="xs" variant="default" loading={save.isPending} disabled={!unsaved}>
          {say("plans.save")}
        </Button>
        <span className={classes.quiet} role="status">
          {save.isPending ? say("plans.saving") : unsaved ? say("plans.unsaved") : saved}
        </span>
      </Group>
    </form>
  );
}

/** What was said of an assignment, to be read. */
export function ToldText({ told }: { told: Told }): ReactNode {
  const say = useText();
  const said = FIELDS.filter((field) => told[field] !== "");
  return (
    <div className={classes.told}>
      {told.finished && <p className={classes.finished}>{say("plans.finished")}</p>}
      {said.length > 0 && (
        <dl>
          {said.map((field) => (
            <div key={field}>
              <dt>{say(`plans.${field}`)}</dt>
              <dd>{told[field]}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
