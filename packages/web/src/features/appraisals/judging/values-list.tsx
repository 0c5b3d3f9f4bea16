/** Declared values, each with what was declared last year and the middle of the group; adjusted ones beside them. */
import { IconArrowRight, IconBan } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { AppraisalDetail } from "../../../api/appraisal-contract.js";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import { twoDecimals } from "../../assessments/values/two-decimals.js";
import facts from "./facts.module.css";
import classes from "./judge.module.css";
import { RowsTable } from "./rows-table.js";
import { inputOf, NOT_APPLICABLE_INPUT, useSayValue } from "./values-text.js";

interface ValuesListProps {
  readonly detail: AppraisalDetail;
  readonly outline: SetOutline | undefined;
}

/** One block a value: a choice is long, a number short, both are read at once. */
export function ValuesList({ detail, outline }: ValuesListProps): ReactNode {
  const say = useText();
  const { date } = useFormat();
  const { declared, previous, inputs, reason } = detail;
  const changed = declared.find(({ at }) => at !== null);
  return (
    <section className={facts.values} aria-label={say("appraisals.judge.values")}>
      <div className={classes.panelHead}>
        <h2>{say("appraisals.judge.values")}</h2>
        {changed !== undefined && changed.at !== null && (
          <span className={classes.quiet}>
            {changed.by?.displayName ?? say("shared.system")} · {date(changed.at)}
          </span>
        )}
      </div>
      {declared.length === 0 && <p className={classes.quiet}>{say("appraisals.queue.noValues")}</p>}
      <dl>
        {declared.map(({ input, label, value }) => (
          <Value
            key={input}
            detail={detail}
            outline={outline}
            input={input}
            label={label}
            value={value}
            adjusted={inputs !== null && input in inputs ? inputs[input] : undefined}
          />
        ))}
      </dl>
      {detail.verdict === "adjusted" && reason !== null && (
        <p className={facts.adjustedFor}>
          <strong>{say("appraisals.judge.adjustedFor")}</strong> {reason}
        </p>
      )}
      {previous !== null && previous.score !== null && <LastYear previous={previous} />}
    </section>
  );
}

function LastYear({ previous }: { previous: NonNullable<AppraisalDetail["previous"]> }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const { year, score, max } = previous;
  if (score === null) return null;
  return (
    <p className={classes.quiet}>
      {say("appraisals.judge.lastYearScore", { year: String(year), score: points(score) })}
      {max !== null && ` ${say("shared.points.of", { max: points(max) })}`}
    </p>
  );
}

interface ValueProps extends ValuesListProps {
  readonly input: string;
  readonly label: string;
  readonly value: AnswerValue;
  /** Undefined: left as declared. */
  readonly adjusted: AnswerValue | undefined;
}

function Value({ detail, outline, input, label, value, adjusted }: ValueProps): ReactNode {
  const say = useText();
  const sayValue = useSayValue(outline);
  const { code, previous, group } = detail;
  const described = inputOf(outline, code, input);
  const before = previous?.answers[input] ?? null;
  const middle = group?.values.find((one) => one.input === input)?.median ?? null;
  const away = input === NOT_APPLICABLE_INPUT;
  const beside = [
    previous !== null &&
      before !== null &&
      say("assessments.lastYear.value", {
        year: String(previous.year),
        value: sayValue(code, input, before),
      }),
    middle !== null && say("assessments.group.median", { value: sayValue(code, input, twoDecimals(middle)) }),
  ].filter(Boolean);
  if (described?.kind === "table")
    return (
      <div className={facts.value}>
        <dt>{described.label}</dt>
        <dd>
          <RowsTable input={described} value={value} caption={say("appraisals.judge.asDeclared")} />
          {adjusted !== undefined && (
            <RowsTable input={described} value={adjusted} caption={say("appraisals.judge.adjustedTo")} />
          )}
        </dd>
      </div>
    );
  return (
    <div className={facts.value} data-number={typeof value === "string" && /^-?[\d.]+$/.test(value)}>
      <dt>
        {described?.lettered && <span className={facts.letter}>{input}</span>}
        {away ? say("assessments.notApplicable.mark") : (described?.label ?? label)}
      </dt>
      <dd>
        {away && <IconBan size={16} aria-hidden className={classes.warn} />}
        <span data-replaced={adjusted !== undefined}>
          {away && typeof value === "string" ? value : sayValue(code, input, value)}
        </span>
        {adjusted !== undefined && (
          <>
            <IconArrowRight size={16} aria-label={say("appraisals.judge.adjustedTo")} />
            <strong className={classes.accent}>{sayValue(code, input, adjusted)}</strong>
          </>
        )}
        {beside.length > 0 && <span className={facts.beside}>{beside.join(" · ")}</span>}
      </dd>
    </div>
  );
}
