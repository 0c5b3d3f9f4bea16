/** One row: what the document says, what it was read into, and what a person decides. */
import { Button } from "@mantine/core";
import {
  IconArrowBackUp,
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconPencil,
} from "@tabler/icons-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Chip, type Tone } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { changeOf, corrected, openIn, type RowFilter, type RowView } from "../model/compose.js";
import type {
  Alternative,
  Decision,
  ImportedRow,
  ImportFinding,
  IndicatorChange,
} from "../model/import-work.js";
import type { IndicatorSource, SetSource } from "../model/set-source.js";
import { runnable } from "../model/try-rule.js";
import { amountText } from "../rule/amount.js";
import { useReviewKeys } from "../use-review-keys.js";
import { CorrectionForm } from "./correction-form.js";
import { DocumentText } from "./document-text.js";
import { QuestionPanel } from "./question-panel.js";
import classes from "./row-review.module.css";
import { RuleWords } from "./rule-words.js";
import { TryPanel } from "./try-panel.js";

interface RowReviewProps {
  readonly view: RowView;
  readonly views: readonly RowView[];
  /** The list that is gone through. */
  readonly filter: RowFilter;
  readonly set: SetSource;
  /** What the checks say of this row. */
  readonly findings: readonly ImportFinding[];
  readonly busy: boolean;
  onChoose(name: string): void;
  onDecide(
    decision: Decision,
    alternative: { readonly question: string; readonly place: number } | null,
    done?: () => void,
  ): void;
  onTakeBack(): void;
}

export function RowReview(props: RowReviewProps): ReactNode {
  const { view, set, findings, busy, onDecide } = props;
  const say = useText();
  const { language } = useFormat();
  const { editing, setEditing, accept, questions, answer } = useRow(props);
  const { row, now } = view;
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    // The row before was longer, or stood lower: this one begins where it can be seen.
    if ((sheet.current?.getBoundingClientRect().top ?? 0) < 0)
      sheet.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <article ref={sheet} className={classes.sheet} aria-labelledby="row-title">
      <SheetHead {...props} />
      <div className={classes.sides} data-editing={editing !== null}>
        <section className={classes.side} aria-label={say("imports.inDocument")}>
          <div className={classes.held}>
            <h3>{say("imports.inDocument")}</h3>
            {row !== null && <InDocument row={row} />}
          </div>
        </section>
        <section className={classes.side} aria-label={say("imports.readAs")}>
          <h3>{say("imports.readAs")}</h3>
          {findings.map(({ code, message }) => (
            <p key={`${code} ${message.vi}`} className={classes.rowFinding}>
              {message[language]}
            </p>
          ))}
          {editing !== null ? (
            <>
              {questions.map(({ code, text }) => (
                <p key={`${code} ${text.vi}`} className={classes.rowFinding}>
                  {text[language]}
                </p>
              ))}
              <CorrectionForm
                indicator={editing}
                set={set}
                busy={busy}
                onSave={(change) => onDecide({ verdict: "corrected", change }, null, () => setEditing(null))}
                onCancel={() => setEditing(null)}
              />
            </>
          ) : (
            <>
              {questions.length > 0 && (
                <QuestionPanel view={view} questions={questions} busy={busy} onAnswer={answer} />
              )}
              <Now view={view} set={set} />
              <Decide {...props} accept={accept} onCorrect={() => setEditing(now)} />
            </>
          )}
        </section>
      </div>
    </article>
  );
}

/** What can be decided on the row now, by button and by key. */
function useRow({ view, views, filter, busy, onChoose, onDecide }: RowReviewProps) {
  const [editing, setEditing] = useState<IndicatorSource | null>(null);
  const next = openIn(views, filter, view.name, 1);
  const before = openIn(views, filter, view.name, -1);
  const accept = view.open ? (): void => onDecide({ verdict: "accepted", change: null }, null) : undefined;
  const questions = view.verdict === null ? (view.row?.questions ?? []) : [];
  const answers = questions.flatMap(({ code, alternatives }) =>
    alternatives.map((alternative, place) => ({ alternative, question: code, place })),
  );
  const answer = (number: number): void => {
    const chosen = answers[number];
    if (chosen === undefined) return;
    const { alternative, question, place } = chosen;
    const change = answered(view, alternative);
    // An answer says nothing on the other questions: those are answered in the form, with this answer in it.
    if (questions.length > 1) setEditing(corrected(view.read, change));
    else onDecide({ verdict: "corrected", change }, { question, place });
  };
  const idle = editing === null && !busy;
  useReviewKeys({
    next: next && (() => onChoose(next.name)),
    before: before && (() => onChoose(before.name)),
    accept: idle ? accept : undefined,
    correct: editing === null ? () => setEditing(view.now) : undefined,
    answer: idle && answers.length > 0 ? answer : undefined,
    close: editing === null ? undefined : () => setEditing(null),
  });
  return { editing, setEditing, accept, questions, answer };
}

/** What the row is, and the way to the doubts around it. */
function SheetHead({ view, views, filter, onChoose }: RowReviewProps): ReactNode {
  const say = useText();
  const { language } = useFormat();
  const { now } = view;
  const next = openIn(views, filter, view.name, 1);
  const before = openIn(views, filter, view.name, -1);
  return (
    <header className={classes.sheetHead}>
      <div className={classes.sheetTitle}>
        <h2 id="row-title" lang="vi">
          <span className={classes.code}>{now.code}</span> {now.title}
        </h2>
        <div className={classes.facts}>
          <StatusChip view={view} />
          {now.max !== undefined && (
            <span className={classes.quiet}>
              {say("imports.upTo", { points: amountText(now.max, language) })}
            </span>
          )}
        </div>
      </div>
      <div className={classes.stepping}>
        <Button
          variant="default"
          size="xs"
          disabled={before === undefined}
          leftSection={<IconChevronLeft size={16} aria-hidden />}
          onClick={() => before !== undefined && onChoose(before.name)}
        >
          {say("imports.before")}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={next === undefined}
          rightSection={<IconChevronRight size={16} aria-hidden />}
          onClick={() => next !== undefined && onChoose(next.name)}
        >
          {say("imports.next")}
        </Button>
      </div>
    </header>
  );
}

interface DecideProps extends RowReviewProps {
  readonly accept: (() => void) | undefined;
  onCorrect(): void;
}

function Decide({ view, busy, accept, onCorrect, onTakeBack }: DecideProps): ReactNode {
  const say = useText();
  return (
    <>
      <div className={classes.decide}>
        {accept !== undefined && (
          <Button
            loading={busy}
            leftSection={<IconCheck size={18} stroke={1.75} aria-hidden />}
            onClick={accept}
          >
            {say(view.status === "unread" ? "imports.acceptManual" : "imports.accept")}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconPencil size={18} stroke={1.5} aria-hidden />}
          onClick={onCorrect}
        >
          {say("imports.correct")}
        </Button>
        {view.verdict !== null && (
          <Button
            variant="subtle"
            color="gray"
            loading={busy}
            leftSection={<IconArrowBackUp size={18} stroke={1.5} aria-hidden />}
            onClick={onTakeBack}
          >
            {say("imports.takeBack")}
          </Button>
        )}
      </div>
      <p className={classes.keys}>{say("imports.keys")}</p>
    </>
  );
}

/** The indicator with an answer in the place of what was read. */
function answered(view: RowView, { rule, inputs, exceptions }: Alternative): IndicatorChange {
  return { ...changeOf(view.read), rule, inputs, exceptions };
}

/** The rule as it stands, in words, and the place to try it. */
function Now({ view: { now }, set }: { view: RowView; set: SetSource }): ReactNode {
  const { language } = useFormat();
  const run = useMemo(() => (now.rule === undefined ? null : runnable(now, set)), [now, set]);
  return (
    <>
      <RuleWords indicator={now} />
      {run?.ok && <TryPanel run={run.value} />}
      {run !== null && !run.ok && (
        <ul className={classes.wrong}>
          {run.why.map((why) => (
            <li key={why.vi}>{why[language]}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function InDocument({ row }: { row: ImportedRow }): ReactNode {
  const { language } = useFormat();
  return (
    <>
      {row.place !== null && <p className={classes.quiet}>{row.place[language]}</p>}
      <DocumentText row={row} />
      {row.cells.length > 0 && (
        <dl className={classes.cells} lang="vi">
          {row.cells
            .filter(({ text }) => !row.text.includes(text))
            .map(({ heading, text }) => (
              <div key={`${heading} ${text}`}>
                <dt>{heading}</dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
      )}
    </>
  );
}

function StatusChip({ view: { status, verdict } }: { view: RowView }): ReactNode {
  const say = useText();
  if (verdict !== null) return <Chip tone="good">{say(`imports.verdict.${verdict}`)}</Chip>;
  if (status === null) return null;
  const tones: Record<typeof status, Tone> = { certain: "neutral", doubtful: "warn", unread: "bad" };
  return <Chip tone={tones[status]}>{say(`imports.status.${status}`)}</Chip>;
}
