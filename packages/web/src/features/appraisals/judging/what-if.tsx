/** What an adjustment would move, before it is saved: own points, total and rank, and who else moves. */
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { AppraisalDetail, WhatIfAnswer } from "../../../api/appraisal-contract.js";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { whatIfQuery } from "../reads.js";
import formed from "./form.module.css";
import classes from "./judge.module.css";

const PAUSE_MS = 350;
/** More names than this tell an appraiser nothing. */
const NAMED = 5;

interface WhatIfProps {
  readonly detail: Pick<AppraisalDetail, "assessmentId" | "code">;
  readonly inputs: Record<string, AnswerValue> | null;
  readonly points: string | null;
}

/** Asked once the typing pauses; nothing while nothing is adjusted. */
export function WhatIf({ detail, inputs, points }: WhatIfProps): ReactNode {
  const say = useText();
  const [tried] = useDebouncedValue(JSON.stringify({ inputs: inputs ?? {}, points }), PAUSE_MS);
  const wanted = inputs !== null || points !== null;
  const { data, error, isPending } = useQuery({
    ...whatIfQuery(detail.assessmentId, detail.code, JSON.parse(tried)),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
  if (!wanted) return null;
  return (
    <div className={formed.whatIf} role="status">
      {error !== null ? (
        <ProblemAlert error={error} />
      ) : isPending || data === undefined ? (
        <p className={classes.quiet}>{say("appraisals.whatIf.reckoning")}</p>
      ) : (
        <Moves of={data} />
      )}
    </div>
  );
}

function Moves({ of }: { of: WhatIfAnswer }): ReactNode {
  const say = useText();
  const { points, number } = useFormat();
  const { own, group, movers, moversCount } = of;
  const from = (before: string, after: string): ReactNode => (
    <dd>
      {points(before)} → <strong>{points(after)}</strong>
    </dd>
  );
  return (
    <>
      <dl>
        <div>
          <dt>{say("appraisals.whatIf.points")}</dt>
          {from(own.before, own.after)}
        </div>
        <div>
          <dt>{say("appraisals.whatIf.total")}</dt>
          {from(own.totalBefore, own.totalAfter)}
        </div>
        {own.rankBefore !== null && own.rankAfter !== null && (
          <div>
            <dt>{say("appraisals.whatIf.rank")}</dt>
            <dd>
              {own.rankBefore === own.rankAfter ? (
                say("appraisals.whatIf.sameRank", { rank: number(own.rankBefore) })
              ) : (
                <>
                  {number(own.rankBefore)} → <strong>{number(own.rankAfter)}</strong>
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
      {group.map(({ code, title }) => (
        <p key={code} className={classes.warnWords}>
          {say("appraisals.whatIf.best", { code, title })}
        </p>
      ))}
      {moversCount > 0 && (
        <details>
          <summary>{say("appraisals.whatIf.movers", { count: moversCount })}</summary>
          <ul>
            {movers.slice(0, NAMED).map(({ unit, totalBefore, totalAfter, rankBefore, rankAfter }) => (
              <li key={unit.id}>
                {unit.name}
                <span>
                  {totalBefore !== totalAfter
                    ? `${points(totalBefore)} → ${points(totalAfter)}`
                    : say("appraisals.whatIf.rankMoves", {
                        from: rankBefore === null ? say("shared.none") : number(rankBefore),
                        to: rankAfter === null ? say("shared.none") : number(rankAfter),
                      })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
