/** /assessments/:id/reports — what is printed of an assessment, in Word or PDF, under the unit's own letterhead. */
import { Select, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, linkOptions } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Assessment } from "../../api/assessment-contract.js";
import type { UnitName } from "../../api/contract.js";
import { isSubmitted } from "../../shared/assessment-state.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole, useOversees } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { UnitSelect } from "../../shared/unit-select.js";
import { assessmentQuery } from "../assessments/data/assessment-queries.js";
import { DownloadButtons } from "./download-buttons.js";
import { Issuer } from "./issuer.js";
import { Kinds } from "./kinds.js";
import { useLetterhead } from "./letterhead.js";
import { LetterheadPanel } from "./letterhead-panel.js";
import { OwnFields, useOwnHead } from "./own-fields.js";
import { templatesQuery } from "./queries.js";
import classes from "./reports.module.css";

const route = getRouteApi("/shell/assessments/$assessmentId/reports");

const kinds = ["self-assessment", "data-form", "explanation", "appraisal-minutes"] as const;
type Kind = (typeof kinds)[number];

/** Chooses a document, completes its head, takes it. */
export function AssessmentReportsPage(): ReactNode {
  const { assessmentId } = route.useParams();
  const query = useQuery(assessmentQuery(assessmentId));
  return <Loaded query={query}>{(assessment) => <Reports assessment={assessment} />}</Loaded>;
}

function Reports({ assessment }: { assessment: Assessment }): ReactNode {
  const say = useText();
  const { id, unit, campaign, state } = assessment;
  const [kind, setKind] = useState<Kind>("self-assessment");
  const [request, setRequest] = useState("");
  const [template, setTemplate] = useState<string | null>(null);
  const { own, setOwn, asked } = useOwnHead();
  const letterhead = useLetterhead(unit.id);
  const oversees = useOversees();
  const [issuer, setIssuer] = useState<UnitName | null>(null);
  const letter = kind === "self-assessment";
  const minutes = kind === "appraisal-minutes";
  // Whoever sees one unit alone does not see the letterheads of others.
  const chosen = minutes && oversees ? issuer : null;
  return (
    <div className={classes.page}>
      <PageHeader
        back={{
          ...linkOptions({ to: "/assessments/$assessmentId", params: { assessmentId: id } }),
          label: say("reports.back"),
        }}
        eyebrow={`${campaign.name} · ${unit.name}`}
        title={say("reports.title")}
        description={say("reports.lead")}
      />
      <div className={classes.columns}>
        <Panel title={say("reports.document")}>
          <div className={classes.choice}>
            <Kinds
              kinds={kinds}
              kind={kind}
              early={isSubmitted(state) ? [] : ["appraisal-minutes"]}
              onChoose={setKind}
            />
            <div className={classes.own}>
              <OwnFields own={own} setOwn={setOwn} />
              {letter && (
                <>
                  <Textarea
                    className={classes.whole ?? ""}
                    label={say("reports.request")}
                    description={say("reports.request.hint")}
                    autosize
                    minRows={2}
                    maxLength={1000}
                    value={request}
                    onChange={({ currentTarget }) => setRequest(currentTarget.value)}
                  />
                  <TemplateChoice template={template} onChoose={setTemplate} />
                </>
              )}
              {minutes && oversees && (
                <div className={classes.whole}>
                  <UnitSelect
                    label={say("reports.minutes.issuer")}
                    value={issuer}
                    onChange={setIssuer}
                    clearable
                  />
                </div>
              )}
            </div>
            {minutes && <p className={classes.quiet}>{say("reports.minutes.sides")}</p>}
            <DownloadButtons
              key={kind}
              path={`/assessments/${id}/reports/${kind}`}
              asked={{
                ...asked,
                ...(!letter || request.trim() === "" ? {} : { request: request.trim() }),
                ...(!letter || template === null ? {} : { template }),
                ...(chosen === null ? {} : { issuer: chosen.id }),
              }}
              wordOnly={letter && template !== null}
              before={letterhead.keep}
            />
          </div>
        </Panel>
        <div className={classes.choice}>
          {chosen !== null && <Issuer key={chosen.id} issuer={chosen} />}
          <LetterheadPanel
            edited={letterhead}
            addressed={letter || kind === "explanation"}
            {...(minutes ? { title: say("reports.letterheadOf", { unit: unit.name }) } : {})}
          />
        </div>
      </div>
    </div>
  );
}

const USUAL = "usual";

/** The usual letter, or one of the province's own templates; nothing to choose where it has none. */
function TemplateChoice({
  template,
  onChoose,
}: {
  template: string | null;
  onChoose(template: string | null): void;
}): ReactNode {
  const say = useText();
  const manages = useHasRole("coordinator");
  const { data } = useQuery(templatesQuery);
  const items = data?.items ?? [];
  if (items.length === 0 && !manages) return null;
  return (
    <Select
      className={classes.whole ?? ""}
      label={say("reports.template")}
      description={
        manages ? (
          <Link to="/report-templates">{say("reports.templates.manage")}</Link>
        ) : (
          say("reports.template.hint")
        )
      }
      allowDeselect={false}
      data={[
        { value: USUAL, label: say("reports.template.usual") },
        ...items.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={template ?? USUAL}
      onChange={(chosen) => onChoose(chosen === null || chosen === USUAL ? null : chosen)}
    />
  );
}
