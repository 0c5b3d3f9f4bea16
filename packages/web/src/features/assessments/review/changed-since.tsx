/** What moved while the dialog of a step was open, and by whom; the new total is confirmed again. */
import { formatNumber, type Rational } from "@opendti/engine";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import { PROFILE } from "../drafts/edit.js";
import { useDeclaration } from "../screen/declaration.js";
import { useValueText } from "../screen/value-text.js";
import type { Change } from "./changes.js";
import classes from "./review.module.css";

interface ChangedSinceProps {
  readonly changes: readonly Change[];
  /** The total that was on the screen before. */
  readonly total: Rational | null;
}

/** Nothing at all where nothing moved. */
export function ChangedSince({ changes, total }: ChangedSinceProps): ReactNode {
  const say = useText();
  const { view, language } = useDeclaration();
  if (changes.length === 0 || total === null) return null;
  const before = formatNumber(total, language);
  const after = formatNumber(view.score.total, language);
  return (
    <section className={classes.changed} role="alert" aria-labelledby="changed-title">
      <h3 id="changed-title">{say("assessments.changed.title")}</h3>
      <p>
        {before === after
          ? say("assessments.changed.sameTotal", { total: after })
          : say("assessments.changed.total", { before, after })}
      </p>
      <ul>
        {changes.map((change) => (
          <li key={change.code}>
            <Line change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ change }: { change: Change }): ReactNode {
  const say = useText();
  const { outline, language } = useDeclaration();
  const told = useValueText();
  const item = outline.byAddress.get(change.code);
  const inputs = change.code === PROFILE ? outline.profile : (item?.inputs ?? []);
  const parts = [
    ...change.fields.flatMap(({ input: id, before, after }) => {
      const input = inputs.find((each) => each.id === id);
      return input === undefined ? [] : [`${input.label}: ${told(input, before)} → ${told(input, after)}`];
    }),
    ...(change.mark ? [say("assessments.changed.mark")] : []),
    ...(change.evidence ? [say("assessments.changed.evidence")] : []),
    ...(change.points === null
      ? []
      : [
          say("assessments.changed.points", {
            before: formatNumber(change.points.before, language),
            after: formatNumber(change.points.after, language),
          }),
        ]),
  ];
  return (
    <>
      <strong>
        {item === undefined ? say("assessments.profile.title") : `${item.node.code} ${item.title}`}
      </strong>
      <span className={classes.small}>
        {parts.join(" · ")}
        {change.by !== null && ` (${change.by})`}
      </span>
    </>
  );
}
