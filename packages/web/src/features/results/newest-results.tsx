import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LinkButton } from "../../shared/link-button.js";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./newest-results.module.css";
import { useOwnAssessment } from "./own-result.js";
import { publishedQuery } from "./queries.js";

const SHOWN = 3;

function OwnResult({ campaignId }: { campaignId: string }): ReactNode {
  const say = useText();
  const own = useOwnAssessment(campaignId);
  if (own === undefined) return null;
  return (
    <LinkButton to="/campaigns/$campaignId/results/$unitId" params={{ campaignId, unitId: own.unit.id }}>
      {say("home.ownResult")}
    </LinkButton>
  );
}

/** The results published last, with the way to one's own unit's; nothing while none are. */
export function NewestResults(): ReactNode {
  const say = useText();
  const { date } = useFormat();
  const { data } = useQuery(publishedQuery);
  const published = (data?.items ?? []).filter(({ publishedAt }) => publishedAt !== null).slice(0, SHOWN);
  if (published.length === 0) return null;
  return (
    <Panel title={say("home.results")} flush>
      <ul className={classes.list}>
        {published.map(({ id, name, publishedAt }) => (
          <li key={id} className={classes.item}>
            <span className={classes.name}>
              {name}
              {publishedAt !== null && (
                <span className={`line ${classes.when}`}>
                  {say("home.resultPublished", { date: date(publishedAt) })}
                </span>
              )}
            </span>
            <span className={classes.links}>
              <OwnResult campaignId={id} />
              <LinkButton variant="default" to="/campaigns/$campaignId/results" params={{ campaignId: id }}>
                {say("home.ranking")}
              </LinkButton>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
