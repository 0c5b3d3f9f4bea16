/** Evidence of one indicator: what there is, what is doubtful about it, and the three ways to add some. */
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import type { IndicatorView } from "../scoring/view-model.js";
import { useDeclaration } from "../screen/declaration.js";
import { AddEvidence } from "./add-evidence.js";
import classes from "./evidence.module.css";
import { useDeclareEvidence } from "./evidence-changes.js";
import { EvidenceEntry } from "./evidence-entry.js";
import { EvidencePlace } from "./evidence-place.js";

/** The evidence section of an indicator. */
export function EvidencePanel({ view, readOnly }: { view: IndicatorView; readOnly: boolean }): ReactNode {
  const say = useText();
  const { assessment } = useDeclaration();
  const add = useDeclareEvidence();
  const code = view.item.address;
  const own = assessment.evidence.filter((evidence) => evidence.code === code);
  const { required, note } = view.item.texts.evidence;
  return (
    <EvidencePlace assessmentId={assessment.id} year={assessment.campaign.year} add={add}>
      <section className={classes.panel} aria-labelledby="evidence-title">
        <div className={classes.head}>
          <h3 id="evidence-title">{say("assessments.evidence.title")}</h3>
          <span className={classes.count}>
            {own.length > 0
              ? say("assessments.evidence.count", { count: own.length })
              : required
                ? say("assessments.evidence.required")
                : ""}
          </span>
        </div>
        {note !== undefined && <p className={classes.note}>{note}</p>}
        {own.length > 0 && (
          <ul className={classes.list}>
            {own.map((evidence, place) => (
              <EvidenceEntry
                key={evidence.id}
                evidence={evidence}
                readOnly={readOnly}
                withinYear={view.item.texts.evidence.withinYear}
                findings={view.findings.filter((finding) => finding.evidence === place)}
              />
            ))}
          </ul>
        )}
        {own.length === 0 && readOnly && <p className={classes.none}>{say("assessments.evidence.none")}</p>}
        {!readOnly && <AddEvidence code={code} />}
      </section>
    </EvidencePlace>
  );
}
