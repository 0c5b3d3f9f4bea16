/** Where the unit stands among those it is ranked with. */
import type { ReactNode } from "react";
import type { AppraisalDetail } from "../../../api/appraisal-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { twoDecimals } from "../../assessments/values/two-decimals.js";
import { Distribution } from "./distribution.js";
import facts from "./facts.module.css";
import classes from "./judge.module.css";

/** Nothing where the unit is ranked with nobody. */
export function GroupPanel({ detail }: { detail: AppraisalDetail }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const { group, declaredScore, max } = detail;
  if (group === null || group.count < 2) return null;
  const figures = [
    { label: say("appraisals.group.own"), value: points(declaredScore) },
    { label: say("appraisals.group.median"), value: points(twoDecimals(group.median)) },
    { label: say("appraisals.group.best"), value: points(group.best) },
    { label: say("appraisals.group.lowest"), value: points(group.lowest) },
  ];
  return (
    <section aria-label={say("appraisals.group.title")}>
      <div className={classes.panelHead}>
        <h2>{say("appraisals.group.title")}</h2>
        <span className={classes.quiet}>
          {say("appraisals.group.of", { name: group.name, count: group.count })}
        </span>
      </div>
      <Distribution group={group} own={declaredScore} max={max} />
      <dl className={facts.standing}>
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
