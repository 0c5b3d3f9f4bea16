/** /assessments/:id/reports — what is printed of an assessment, in Word or PDF, under the unit's own letterhead. */
import { Radio, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Assessment } from "../../api/assessment-contract.js";
import { isSubmitted } from "../../shared/assessment-state.js";
import { DayField } from "../../shared/day-field.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { assessmentQuery } from "../assessments/data/assessment-queries.js";
import { DownloadButtons } from "./download-buttons.js";
import { useLetterhead } from "./letterhead.js";
import { LetterheadPanel } from "./letterhead-panel.js";
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
  const [number, setNumber] = useState("");
  const [day, setDay] = useState("");
  const [request, setRequest] = useState("");
  const letterhead = useLetterhead(unit.id);
  const submitted = isSubmitted(state);
  const asked = {
    ...(number.trim() === "" ? {} : { number: number.trim() }),
    ...(day === "" ? {} : { day }),
    ...(kind !== "self-assessment" || request.trim() === "" ? {} : { request: request.trim() }),
  };
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
            <fieldset className={classes.kinds}>
              <legend className="for-readers">{say("reports.document")}</legend>
              {kinds.map((one) => (
                <Radio
                  key={one}
                  className={classes.kind ?? ""}
                  name="kind"
                  data-checked={one === kind}
                  label={say(`reports.kind.${one}`)}
                  description={say(
                    one === "appraisal-minutes" && !submitted
                      ? "reports.kind.notSubmitted"
                      : `reports.about.${one}`,
                  )}
                  disabled={one === "appraisal-minutes" && !submitted}
                  checked={one === kind}
                  onChange={() => setKind(one)}
                />
              ))}
            </fieldset>
            <div className={classes.own}>
              <TextInput
                label={say("reports.number")}
                description={say("reports.number.hint")}
                maxLength={40}
                value={number}
                onChange={({ currentTarget }) => setNumber(currentTarget.value)}
              />
              <DayField label={say("reports.day")} value={day} onChange={setDay} />
              {kind === "self-assessment" && (
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
              )}
            </div>
            <DownloadButtons
              key={kind}
              path={`/assessments/${id}/reports/${kind}`}
              asked={asked}
              before={letterhead.keep}
            />
          </div>
        </Panel>
        <LetterheadPanel
          edited={letterhead}
          addressed={kind === "self-assessment" || kind === "explanation"}
        />
      </div>
    </div>
  );
}
