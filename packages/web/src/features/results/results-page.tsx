import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { address } from "../../api/client.js";
import { isProblem } from "../../api/problem.js";
import type { Ranking } from "../../api/results-contract.js";
import { Dropdown } from "../../shared/dropdown.js";
import { EmptyState } from "../../shared/empty-state.js";
import { LineSkeleton, Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useOversees } from "../../shared/session.js";
import { type TextId, useText } from "../../shared/text.js";
import { chosenGroup } from "./group-choice.js";
import { rankingQuery } from "./queries.js";
import { RankingView } from "./ranking/ranking-view.js";
import classes from "./results.module.css";
import { RunStateChip, RunWords } from "./run-words.js";
import { type ResultsSearch, type ResultView, type RunSearch, resultViews } from "./search.js";

const route = getRouteApi("/shell/campaigns/$campaignId/results");

const HeatView = lazy(async () => ({ default: (await import("./heat/heat-view.js")).HeatView }));
const CompareView = lazy(async () => ({ default: (await import("./compare/compare-view.js")).CompareView }));
const RobustnessView = lazy(async () => ({
  default: (await import("./robustness/robustness-view.js")).RobustnessView,
}));

const titles: Record<ResultView, TextId> = {
  ranking: "results.ranking",
  "heat-map": "results.heatMap",
  compare: "results.compare",
  robustness: "results.robustness",
};

const formats = ["xlsx", "csv", "json"] as const;

function Downloads({ ranking, run }: { ranking: Ranking; run: string | undefined }): ReactNode {
  const say = useText();
  const asked = run === undefined ? "" : `?run=${run}`;
  return (
    <Dropdown
      title={say("results.download")}
      trigger={(props) => (
        <Button
          variant="default"
          leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
          {...props}
        >
          {say("results.download")}
        </Button>
      )}
    >
      {formats.map((format) => (
        <a
          key={format}
          className={classes.download}
          href={address(`/campaigns/${ranking.campaign.id}/results.${format}${asked}`)}
          download
        >
          {say(`results.format.${format}`)}
        </a>
      ))}
      <Link
        className={classes.download}
        to="/campaigns/$campaignId/exports"
        params={{ campaignId: ranking.campaign.id }}
        search={run === undefined ? {} : { run }}
      >
        {say("exports.bigger")}
      </Link>
    </Dropdown>
  );
}

function Views({ view, search }: { view: ResultView; search: ResultsSearch }): ReactNode {
  const say = useText();
  const oversees = useOversees();
  return (
    <nav aria-label={say("results.views")} data-print="hide">
      <ul className={classes.views}>
        {resultViews
          .filter((one) => one !== "robustness" || oversees)
          .map((one) => (
            <li key={one}>
              <Link
                from="/campaigns/$campaignId/results"
                search={{ ...search, view: one }}
                className={classes.view}
                aria-current={one === view ? "page" : undefined}
                activeProps={{}}
                resetScroll={false}
              >
                {say(titles[one])}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function ResultsBody({ ranking, search }: { ranking: Ranking; search: ResultsSearch }): ReactNode {
  const navigate = route.useNavigate();
  const { view = "ranking" } = search;
  const group = chosenGroup(ranking.groups, search.group);
  const run: RunSearch = search.run === undefined ? {} : { run: search.run };
  const change = (part: ResultsSearch): void =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const onGroup = (chosen: string): void => change({ group: chosen });
  return (
    <>
      <Views view={view} search={search} />
      <Suspense
        fallback={
          <Panel>
            <LineSkeleton />
          </Panel>
        }
      >
        {view === "ranking" && <RankingView ranking={ranking} group={group} search={run} onGroup={onGroup} />}
        {view === "heat-map" && <HeatView ranking={ranking} group={group} run={run} onGroup={onGroup} />}
        {view === "compare" && (
          <CompareView
            ranking={ranking}
            run={run}
            chosen={search.units ?? []}
            onChoose={(units) => change({ units })}
          />
        )}
        {view === "robustness" && (
          <RobustnessView ranking={ranking} group={group} run={run} onGroup={onGroup} />
        )}
      </Suspense>
    </>
  );
}

function ResultsView({ ranking }: { ranking: Ranking }): ReactNode {
  const say = useText();
  const search = route.useSearch();
  const oversees = useOversees();
  const { campaign, run } = ranking;
  return (
    <>
      <PageHeader
        back={
          oversees
            ? { to: "/campaigns/$campaignId", params: { campaignId: campaign.id }, label: campaign.name }
            : { to: "/results", label: say("results.title") }
        }
        title={say("results.of", { year: String(campaign.year) })}
        eyebrow={run === null ? undefined : <RunStateChip state={run.state} />}
        description={
          <>
            {!oversees && <span className="line">{campaign.name}</span>}
            <span className="line">{run === null ? say("results.imported") : <RunWords run={run} />}</span>
          </>
        }
        actions={
          <>
            {run?.state === "published" && (
              <Button component="a" variant="default" href={`/cong-bo/${campaign.id}`}>
                {say("results.publicPage")}
              </Button>
            )}
            <Downloads ranking={ranking} run={search.run} />
          </>
        }
      />
      <ResultsBody ranking={ranking} search={search} />
    </>
  );
}

/** The results of a campaign: its ranking, heat map, comparison and how firmly the ranks stand. */
export function ResultsPage(): ReactNode {
  const say = useText();
  const { campaignId } = route.useParams();
  const { run } = route.useSearch();
  const query = useQuery(rankingQuery(campaignId, run));
  // Nothing compiled, or nothing published to those who see only that.
  if (isProblem(query.error, "not-found") && query.data === undefined)
    return (
      <>
        <PageHeader back={{ to: "/results", label: say("results.title") }} title={say("results.title")} />
        <Panel>
          <EmptyState title={say("results.notYet")}>{say("results.notYetDetail")}</EmptyState>
        </Panel>
      </>
    );
  return (
    <Loaded query={query}>
      {(ranking) =>
        ranking.items.length === 0 ? (
          <>
            <PageHeader
              back={{ to: "/results", label: say("results.title") }}
              title={say("results.of", { year: String(ranking.campaign.year) })}
              description={ranking.campaign.name}
            />
            <Panel>
              <EmptyState title={say("results.notYet")}>{say("results.notYetDetail")}</EmptyState>
            </Panel>
          </>
        ) : (
          <ResultsView ranking={ranking} />
        )
      }
    </Loaded>
  );
}
