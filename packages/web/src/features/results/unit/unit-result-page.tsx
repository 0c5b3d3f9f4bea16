import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { UnitResult } from "../../../api/results-contract.js";
import { FactList } from "../../../shared/fact-list.js";
import { Loaded } from "../../../shared/loaded.js";
import { PageHeader } from "../../../shared/page-header.js";
import { Panel } from "../../../shared/panel.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { QueriesPanel } from "../../queries/queries-panel.js";
import { Movement } from "../movement.js";
import { useOwnAssessment } from "../own-result.js";
import { unitResultQuery } from "../queries.js";
import { RunStateChip, RunWords } from "../run-words.js";
import { BridgePanel } from "./bridge-panel.js";
import { IndicatorsPanel } from "./indicators-panel.js";
import { LostPanel } from "./lost-panel.js";
import { RadarPanel } from "./radar-panel.js";
import { SeriesPanel } from "./series-panel.js";
import classes from "./unit.module.css";

const route = getRouteApi("/shell/campaigns/$campaignId/results/$unitId");

/** Rank, final and declared points, and where the unit stood before. */
function Standing({ result }: { result: UnitResult }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const { rank, of, groupName, total, max, declaredTotal, before, level } = result;
  return (
    <Panel>
      <div className={classes.standing}>
        <div>
          <div className={classes.label}>
            {groupName === "" ? say("results.rank") : say("results.rankIn", { group: groupName })}
          </div>
          <div className={classes.rank}>
            {rank === null ? say("shared.none") : rank}
            <span className={classes.of}>{say("results.outOf", { of })}</span>
            <Movement item={result} />
          </div>
          {level !== null && <div className={classes.level}>{level}</div>}
        </div>
        <FactList
          facts={[
            {
              label: say("results.final"),
              value: `${points(total)} ${say("shared.points.of", { max: points(max) })}`,
            },
            {
              label: say("results.declared"),
              value: declaredTotal === null ? say("shared.none") : points(declaredTotal),
            },
            ...(before === null
              ? []
              : [
                  {
                    label: say("results.beforeYear", { year: String(before.year) }),
                    value: say("results.beforeWords", {
                      total: points(before.total),
                      max: points(before.max),
                      rank: before.rank === null ? say("shared.none") : String(before.rank),
                      of: before.of,
                    }),
                  },
                ]),
          ]}
        />
      </div>
    </Panel>
  );
}

function Strengths({ result }: { result: UnitResult }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  const strong = result.strengths
    .map((code) => result.indicators.find((indicator) => indicator.code === code))
    .filter((indicator) => indicator !== undefined)
    .slice(0, 8);
  if (strong.length === 0) return null;
  return (
    <Panel title={say("results.strengths")} note={say("results.strengthsNote")} flush>
      <ul className={classes.strengths}>
        {strong.map(({ code, printed, title, score, max, groupMedian }) => (
          <li key={code}>
            <span>
              <span className={classes.code}>{printed}</span> {title}
            </span>
            <span className={classes.figures}>
              {points(score)} {say("shared.points.of", { max: points(max) })}
              {groupMedian !== null && (
                <span className={`line ${classes.dimmed}`}>
                  {say("results.medianIs", { median: points(groupMedian) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function UnitResultView({ result }: { result: UnitResult }): ReactNode {
  const say = useText();
  const { run: asked } = route.useSearch();
  const { campaign, run, unit } = result;
  const own = useOwnAssessment(campaign.id);
  return (
    <>
      <PageHeader
        back={{
          to: "/campaigns/$campaignId/results",
          params: { campaignId: campaign.id },
          search: {
            ...(asked === undefined ? {} : { run: asked }),
            ...(result.group === null ? {} : { group: result.group }),
          },
          label: say("results.of", { year: String(campaign.year) }),
        }}
        title={unit.name}
        eyebrow={run === null ? undefined : <RunStateChip state={run.state} />}
        description={
          <>
            <span className="line">{campaign.name}</span>
            <span className="line">{run === null ? say("results.imported") : <RunWords run={run} />}</span>
          </>
        }
      />
      <div className={classes.parts}>
        <Standing result={result} />
        <div className={classes.pair}>
          {result.radar.length > 2 && <RadarPanel radar={result.radar} />}
          <div className={classes.parts}>
            <LostPanel lost={result.lost} />
            <Strengths result={result} />
          </div>
        </div>
        {result.bridge !== null && <BridgePanel bridge={result.bridge} />}
        {result.series.length > 1 && <SeriesPanel series={result.series} />}
        <IndicatorsPanel indicators={result.indicators} />
        {run?.state === "published" && own?.unit.id === unit.id && (
          <QueriesPanel assessmentId={own.id} kind="complaint" indicators={result.indicators} />
        )}
        <p className={classes.links}>
          {own?.unit.id === unit.id && (
            <Link to="/assessments/$assessmentId" params={{ assessmentId: own.id }}>
              {say("results.toAssessment")}
            </Link>
          )}
          <Link to="/units/$unitId" params={{ unitId: unit.id }}>
            {say("results.toUnit")}
          </Link>
        </p>
      </div>
    </>
  );
}

/** The result of one unit in one campaign, and where it comes from. */
export function UnitResultPage(): ReactNode {
  const { campaignId, unitId } = route.useParams();
  const { run } = route.useSearch();
  const query = useQuery(unitResultQuery(campaignId, unitId, run));
  return <Loaded query={query}>{(result) => <UnitResultView key={unitId} result={result} />}</Loaded>;
}
