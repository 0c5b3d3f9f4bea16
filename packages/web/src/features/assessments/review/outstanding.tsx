/** What the assessment goes without when it is passed on: not forbidden, but to be known before. */
import type { ReactNode } from "react";
import { type TextId, useText } from "../../../shared/text.js";
import type { IndicatorView } from "../scoring/view-model.js";
import { useDeclaration } from "../screen/declaration.js";
import classes from "./review.module.css";

/** So many are called by name; the rest are counted. */
const NAMED = 8;

/** Only what there is: a count of nothing says nothing. */
export function Outstanding(): ReactNode {
  const say = useText();
  const { view, outline } = useDeclaration();
  const codes = (indicators: readonly IndicatorView[]): string[] =>
    indicators.map(({ item }) => item.node.code);
  const blank = outline.profile.filter(({ id }) => view.profileMissing.includes(id));
  const kinds: { text: TextId; names: string[] }[] = [
    {
      text: "assessments.outstanding.incomplete",
      names: codes(view.indicators.filter(({ completion }) => completion !== "complete")),
    },
    { text: "assessments.outstanding.profile", names: blank.map(({ label }) => label) },
    { text: "assessments.outstanding.evidence", names: codes(view.withoutEvidence) },
    {
      text: "assessments.outstanding.warnings",
      names: codes(
        view.indicators.filter(({ findings }) => findings.some(({ severity }) => severity === "warning")),
      ),
    },
  ];
  const there = kinds.filter(({ names }) => names.length > 0);
  if (there.length === 0) return null;
  return (
    <section className={classes.outstanding} aria-labelledby="outstanding-title">
      <h3 id="outstanding-title">{say("assessments.outstanding.title")}</h3>
      <ul>
        {there.map(({ text, names }) => (
          <li key={text}>
            <strong>{say(text, { count: names.length })}</strong>{" "}
            {names.slice(0, NAMED).join(text === "assessments.outstanding.profile" ? "; " : ", ")}
            {names.length > NAMED &&
              ` ${say("assessments.outstanding.more", { count: names.length - NAMED })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
