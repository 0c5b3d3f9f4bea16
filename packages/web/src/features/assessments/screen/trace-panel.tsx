/** "Cách tính": every step from the declared facts to the points, and the decision's sentence. */
import { explainNode } from "@opendti/engine";
import { type ReactNode, useId, useMemo } from "react";
import { useText } from "../../../shared/text.js";
import { withPlaces } from "../scoring/said-names.js";
import type { IndicatorView } from "../scoring/view-model.js";
import { useDeclaration } from "./declaration.js";
import classes from "./panels.module.css";

/** The steps as the engine tells them; the verbatim rule, which stands in the form already, comes last and smaller. */
export function TracePanel({ view }: { view: IndicatorView }): ReactNode {
  const say = useText();
  const title = useId();
  const { language, outline, view: whole } = useDeclaration();
  const named = useMemo(
    () => withPlaces(outline.set, (kind, number) => say(`assessments.trace.${kind}`, { number })),
    [outline.set, say],
  );
  const { steps, why } = explainNode(named, whole.score, view.item.node.index, whole.facts);
  const lines = steps.map((step) => step[language]).filter((line) => line.trim() !== "");
  const told = lines.filter((line) => !line.includes("\n"));
  const quoted = lines.filter((line) => line.includes("\n"));
  return (
    <section className={classes.panel} aria-labelledby={title}>
      <h3 id={title}>{say("assessments.trace.title")}</h3>
      {told.length === 0 ? (
        <p className={classes.traceNone}>{why[language]}</p>
      ) : (
        <ol className={classes.trace}>
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      {quoted.map((line) => (
        <details key={line} className={classes.quoted}>
          <summary>{say("assessments.trace.decision")}</summary>
          <blockquote lang="vi">{line.slice(line.indexOf("\n") + 1)}</blockquote>
        </details>
      ))}
    </section>
  );
}
