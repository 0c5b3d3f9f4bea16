/** One indicator: what the decision says, what is declared, and what it gives. */
import { Alert, Button } from "@mantine/core";
import { explainNode, formatNumber } from "@opendti/engine";
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconBan } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Chip } from "../../../shared/state-chip.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { InputFields } from "../fields/input-fields.js";
import { withShortNames } from "../scoring/said-names.js";
import type { IndicatorView } from "../scoring/view-model.js";
import { twoDecimals } from "../values/two-decimals.js";
import { BesideField } from "./beside-field.js";
import { useDeclaration } from "./declaration.js";
import classes from "./indicator.module.css";
import { NotApplicable } from "./not-applicable.js";

interface IndicatorFormProps {
  readonly view: IndicatorView;
  headRef(head: HTMLElement | null): void;
  onStep(steps: number): void;
}

/** The middle of the screen. */
export function IndicatorForm({ view, headRef, onStep }: IndicatorFormProps): ReactNode {
  const say = useText();
  const { language, mayDeclare } = useDeclaration();
  const { node, address, title, inputs, texts } = view.item;
  const readOnly = !mayDeclare(address);
  return (
    <article className={classes.indicator} aria-labelledby="indicator-title">
      {texts.heading !== undefined && <p className={classes.heading}>{texts.heading}</p>}
      <div className={classes.indicatorHead}>
        <h2 id="indicator-title" ref={headRef} tabIndex={-1}>
          <span className={classes.codeMark}>{node.code}</span>
          {title}
        </h2>
        {node.scored && (
          <p className={classes.max}>
            {say("assessments.indicator.max")}
            <strong>{formatNumber(node.max, language)}</strong>
          </p>
        )}
      </div>
      <Marks view={view} readOnly={readOnly} />
      <RuleText text={node.text} note={texts.note} />
      {view.notApplicable ? (
        <div className={classes.away}>
          <IconBan size={18} stroke={1.6} aria-hidden />
          <p>{say("assessments.notApplicable.marked")}</p>
        </div>
      ) : (
        <InputFields
          code={address}
          inputs={inputs.map((input) =>
            input.ownPoints
              ? {
                  ...input,
                  label: say("assessments.field.ownPoints", { max: formatNumber(node.max, language) }),
                }
              : input,
          )}
          readOnly={readOnly}
          beside={(input) => <BesideField code={address} input={input} />}
        />
      )}
      <LiveLine view={view} />
      <Findings view={view} />
      {node.notApplicable !== undefined && <NotApplicable view={view} readOnly={readOnly} />}
      <LastYear address={address} />
      <div className={classes.steps} data-print="hide">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowUp size={15} aria-hidden />}
          onClick={() => onStep(-1)}
        >
          {say("assessments.step.back")}
        </Button>
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

/** To whom it is given, and whether it still waits for something. */
function Marks({ view, readOnly }: { view: IndicatorView; readOnly: boolean }): ReactNode {
  const say = useText();
  const { assessment } = useDeclaration();
  const given = assessment.assignments.find(({ code }) => code === view.item.address);
  const to = [given?.unit?.name, given?.account?.displayName].filter(Boolean).join(" · ");
  return (
    <div className={classes.marks}>
      {to !== "" && <Chip tone="accent">{say("assessments.assign.to", { to })}</Chip>}
      {view.withoutEvidence && <Chip tone="warn">{say("assessments.indicator.withoutEvidence")}</Chip>}
      {view.score.status === "pending" && <Chip>{say("assessments.indicator.provisional")}</Chip>}
      {readOnly && <Chip>{say("assessments.indicator.onlyRead")}</Chip>}
    </div>
  );
}

/** The decision's own words, as long as they are; folded away until wanted. */
function RuleText({ text, note }: { text: string | undefined; note: string | undefined }): ReactNode {
  const say = useText();
  if (text === undefined) return null;
  return (
    <details className={classes.rule}>
      <summary>{say("assessments.indicator.rule")}</summary>
      <blockquote lang="vi">{text}</blockquote>
      {note !== undefined && (
        <p className={classes.ruleNote} lang="vi">
          {say("assessments.indicator.note", { note })}
        </p>
      )}
    </details>
  );
}

/** `22/23 = 95,65% × 10 = 9,56 điểm`, at every keystroke. */
function LiveLine({ view }: { view: IndicatorView }): ReactNode {
  const { language, outline, view: whole } = useDeclaration();
  const { why } = explainNode(withShortNames(outline.set), whole.score, view.item.node.index, whole.facts);
  return (
    <p className={classes.live} data-status={view.score.status} data-live>
      {why[language]}
    </p>
  );
}

function Findings({ view }: { view: IndicatorView }): ReactNode {
  const say = useText();
  const { language } = useDeclaration();
  const own = view.findings.filter(({ evidence }) => evidence === undefined);
  return own.map((finding) => (
    <Alert
      key={finding.message.en}
      variant="default"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      classNames={{
        root: (finding.severity === "block" ? classes.block : classes.warn) ?? "",
        icon: classes.alertIcon ?? "",
      }}
    >
      <span className="for-readers">
        {say(finding.severity === "block" ? "assessments.finding.block" : "assessments.finding.warning")}
      </span>
      {finding.message[language]}
    </Alert>
  ));
}

/** Last year's points and the middle of the group, where they are known. */
function LastYear({ address }: { address: string }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const { previous, medians } = useDeclaration().assessment;
  const before = previous?.scores[address];
  const median = medians?.scores[address];
  if (before === undefined && median === undefined) return null;
  return (
    <dl className={classes.lastYear}>
      {previous && before !== undefined && (
        <div>
          <dt>{say("assessments.lastYear.points", { year: String(previous.year) })}</dt>
          <dd>{points(before)}</dd>
        </div>
      )}
      {medians && median !== undefined && (
        <div>
          <dt>{say("assessments.lastYear.median", { year: String(medians.year) })}</dt>
          <dd>{points(twoDecimals(median))}</dd>
        </div>
      )}
    </dl>
  );
}
