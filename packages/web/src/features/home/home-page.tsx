import { Skeleton } from "@mantine/core";
import {
  IconBuildingCommunity,
  IconChecks,
  IconHistory,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import type { HomeItem } from "../../api/contract.js";
import { homeQuery } from "../../api/queries.js";
import { isSubmitted } from "../../shared/assessment-state.js";
import { sayDistance } from "../../shared/deadline-chip.js";
import { EmptyState } from "../../shared/empty-state.js";
import { distanceTo } from "../../shared/format.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { useChosenUnit, useHasRole, useOversees, useSession } from "../../shared/session.js";
import { type TextId, useText } from "../../shared/text.js";
import { useNow } from "../../shared/use-format.js";
import { AssessmentCard } from "./assessment-card.js";
import { OpenCampaigns } from "./campaign-summary.js";
import classes from "./home.module.css";

/** Below what is due, and after it. */
const NewestResults = lazy(async () => ({
  default: (await import("../results/newest-results.js")).NewestResults,
}));

/** What is to be judged and explained: fetched apart, for most people have neither. */
const Appraising = lazy(async () => ({ default: (await import("../appraisals/home-panel.js")).HomePanel }));

const shortcuts: {
  to: "/units" | "/accounts" | "/audit";
  icon: TablerIcon;
  title: TextId;
  detail: TextId;
}[] = [
  { to: "/units", icon: IconBuildingCommunity, title: "home.adminUnits", detail: "home.adminUnitsDetail" },
  { to: "/accounts", icon: IconUsers, title: "home.adminAccounts", detail: "home.adminAccountsDetail" },
  { to: "/audit", icon: IconHistory, title: "home.adminAudit", detail: "home.adminAuditDetail" },
];

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={classes.section}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      {children}
    </section>
  );
}

function AdministratorShortcuts(): ReactNode {
  const say = useText();
  return (
    <Section title={say("home.adminTitle")}>
      <div className={classes.shortcuts}>
        {shortcuts.map(({ to, icon: Icon, title, detail }) => (
          <Link key={to} to={to} className={classes.shortcut}>
            <Icon size={24} stroke={1.5} aria-hidden />
            <span>
              <span className={classes.shortcutTitle}>{say(title)}</span>
              <br />
              <span className={classes.factLabel}>{say(detail)}</span>
            </span>
          </Link>
        ))}
      </div>
    </Section>
  );
}

function Work({ items }: { items: readonly HomeItem[] }): ReactNode {
  const say = useText();
  const open = items.filter(({ state }) => !isSubmitted(state));
  const finished = items.filter(({ state }) => isSubmitted(state));
  const oversees = useOversees();
  const cards = (some: readonly HomeItem[]): ReactNode => (
    <div className={classes.cards}>
      {some.map((item) => (
        <AssessmentCard key={item.assessmentId} item={item} />
      ))}
    </div>
  );
  return (
    <>
      {open.length > 0 && <Section title={say("home.due")}>{cards(open)}</Section>}
      {oversees && (
        <Section title={say("home.campaigns")}>
          <div className={classes.cards}>
            <OpenCampaigns />
          </div>
        </Section>
      )}
      {finished.length > 0 && <Section title={say("home.finished")}>{cards(finished)}</Section>}
    </>
  );
}

function CardSkeletons(): ReactNode {
  return (
    <div className={classes.cards} aria-hidden>
      {[1, 2].map((card) => (
        <div key={card} className={classes.card}>
          <Skeleton height={24} width="60%" />
          <Skeleton height={16} width="85%" />
          <Skeleton height={72} />
          <Skeleton height={36} width="40%" />
        </div>
      ))}
    </div>
  );
}

/** What is due for the one who is signed in, by what they do: declare, submit, oversee or administer. */
export function HomePage(): ReactNode {
  const say = useText();
  const now = useNow();
  const { account } = useSession();
  const administers = useHasRole("administrator");
  const oversees = useOversees();
  const chosen = useChosenUnit();
  const query = useQuery(homeQuery);
  const items = (query.data?.items ?? []).filter((item) => chosen === null || item.unit.id === chosen.id);
  const open = items.filter((item) => !isSubmitted(item.state));
  const nearest = open.map(({ dueAt }) => dueAt).toSorted()[0];
  const summary =
    nearest === undefined
      ? undefined
      : say("home.summaryDue", { open: open.length, due: sayDistance(say, distanceTo(nearest, now)) });
  return (
    <>
      <PageHeader title={say("home.hello", { name: account.displayName })} description={summary} />
      <Suspense>
        <Appraising />
      </Suspense>
      <Loaded query={query} skeleton={<CardSkeletons />}>
        {() => (
          <>
            {(items.length > 0 || oversees) && <Work items={items} />}
            {items.length === 0 && !administers && !oversees && (
              <Panel>
                <EmptyState icon={IconChecks} title={say("home.empty")}>
                  {say("home.emptyDetail")}
                </EmptyState>
              </Panel>
            )}
          </>
        )}
      </Loaded>
      {administers ? (
        <AdministratorShortcuts />
      ) : (
        <div className={classes.results}>
          <Suspense>
            <NewestResults />
          </Suspense>
        </div>
      )}
    </>
  );
}
