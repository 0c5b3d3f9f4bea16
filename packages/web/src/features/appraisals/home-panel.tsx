/** On the home page: what an appraiser has to judge, what a unit has to explain, and which report on a plan is due. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { DeadlineChip } from "../../shared/deadline-chip.js";
import { LinkButton } from "../../shared/link-button.js";
import { useChosenUnit, useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { campaignsQuery } from "../campaigns/queries.js";
import { DueLines } from "../plans/due-lines.js";
import { queriesQuery } from "../queries/reads.js";
import { AppraisingCards } from "./appraising-cards.js";
import classes from "./appraising-cards.module.css";

/** Nothing for somebody who neither judges nor is asked, and reports on nothing. */
export function HomePanel(): ReactNode {
  const judges = useHasRole("appraiser");
  const declares = useHasRole("unit-officer", "unit-head");
  const coordinates = useHasRole("coordinator");
  return (
    <>
      {declares && <ToExplain />}
      {judges && <ToJudge />}
      {(declares || coordinates) && <DueLines />}
    </>
  );
}

function ToJudge(): ReactNode {
  const say = useText();
  const { data } = useQuery(campaignsQuery);
  const open = (data?.items ?? []).filter(({ status }) => status === "open");
  if (open.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{say("appraisals.home.title")}</h2>
      <AppraisingCards campaigns={open} />
    </section>
  );
}

function ToExplain(): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const chosen = useChosenUnit();
  const { data } = useInfiniteQuery(queriesQuery({ state: "open", kind: "explanation" }));
  const asked = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ may, unit }) => may.write && !may.close && (chosen === null || unit.id === chosen.id));
  if (asked.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{say("queries.home.title")}</h2>
      <ul className={classes.asked}>
        {asked.map(({ id, code, title, question, dueAt, unit, may }) => (
          <li key={id}>
            <div className={classes.askedWords}>
              <p className={classes.askedName}>
                <Link to="/queries/$queryId" params={{ queryId: id }}>
                  {code} {title}
                </Link>
              </p>
              <p className={classes.askedUnder}>{question}</p>
              <p className={classes.askedUnder}>
                {unit.name} · {say("queries.home.due", { date: dateTime(dueAt) })}
              </p>
            </div>
            <DeadlineChip dueAt={dueAt} />
            <LinkButton
              to="/queries/$queryId"
              params={{ queryId: id }}
              size="xs"
              variant={may.answer ? "filled" : "default"}
            >
              {say("queries.home.answer")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
