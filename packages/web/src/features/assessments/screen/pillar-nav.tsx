/** Pillars and their indicators: how far each is, its points, what is questioned; searched and filtered. */
import { Button, TextInput } from "@mantine/core";
import { formatNumber } from "@opendti/engine";
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleHalf2,
  IconPencilExclamation,
  IconSearch,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { type TextId, useText } from "../../../shared/text.js";
import { PROFILE } from "../drafts/edit.js";
import { fold } from "../scoring/set-outline.js";
import { type Filter, type IndicatorView, type PillarView, passes } from "../scoring/view-model.js";
import { partsOf, stuckFields, useDeclaration, useDraftSummary } from "./declaration.js";
import classes from "./nav.module.css";

const FILTERS: readonly { only: Filter["only"]; text: TextId }[] = [
  { only: "all", text: "assessments.filter.all" },
  { only: "empty", text: "assessments.filter.empty" },
  { only: "findings", text: "assessments.filter.findings" },
  { only: "no-evidence", text: "assessments.filter.noEvidence" },
  { only: "mine", text: "assessments.filter.mine" },
];

interface PillarNavProps {
  readonly here: string;
  onGo(place: string): void;
  onAssign(): void;
}

/** The side of the screen, and the drawer of a phone. */
export function PillarNav({ here, onGo, onAssign }: PillarNavProps): ReactNode {
  const say = useText();
  const { view, mine, assessment, own } = useDeclaration();
  const [search, setSearch] = useState("");
  const [only, setOnly] = useState<Filter["only"]>(own !== null && mine.has(here) ? "mine" : "all");
  const words = useMemo(() => fold(search).split(/\s+/).filter(Boolean), [search]);
  const counts = useMemo(
    () =>
      new Map(
        FILTERS.map(({ only: each }) => [
          each,
          view.indicators.filter((one) => passes(one, { search: "", only: each, mine }, [])).length,
        ]),
      ),
    [view, mine],
  );
  const shown = (one: IndicatorView): boolean => passes(one, { search, only, mine }, words);
  const found = view.indicators.filter(shown).length;
  const stuck = new Set(stuckFields(useDraftSummary()).map((key) => partsOf(key).code));
  return (
    <div className={classes.nav}>
      <TextInput
        data-search-indicators
        data-autofocus
        aria-label={say("assessments.nav.search")}
        placeholder={say("assessments.nav.searchHint")}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = view.indicators.find(shown);
          if (event.key === "Enter" && first) onGo(first.item.address);
          if (event.key === "Escape") setSearch("");
        }}
      />
      <fieldset className={classes.filters}>
        <legend className="for-readers">{say("assessments.filter.title")}</legend>
        {FILTERS.filter(({ only: each }) => each === "all" || (counts.get(each) ?? 0) > 0).map(
          ({ only: each, text }) => (
            <button
              key={each}
              type="button"
              className={classes.filter}
              aria-pressed={only === each}
              onClick={() => setOnly(only === each ? "all" : each)}
            >
              {say(text)}
              <span className={classes.figure}>{counts.get(each)}</span>
            </button>
          ),
        )}
      </fieldset>
      <p className="for-readers" role="status">
        {say("assessments.nav.found", { count: found })}
      </p>
      {view.outline.profile.length > 0 && search === "" && only === "all" && (
        <ProfileRow here={here} stuck={stuck.has(PROFILE)} onGo={onGo} />
      )}
      {view.pillars.map((pillar) => {
        const rows = pillar.indicators.filter(shown);
        return rows.length === 0 ? null : (
          <Pillar
            key={pillar.item.address}
            pillar={pillar}
            rows={rows}
            stuck={stuck}
            here={here}
            onGo={onGo}
          />
        );
      })}
      {found === 0 && <p className={classes.nothing}>{say("assessments.nav.nothing")}</p>}
      {assessment.may.assign && (
        <Button variant="default" size="xs" fullWidth mt="sm" onClick={onAssign}>
          {say("assessments.assign.open")}
        </Button>
      )}
      <Button
        renderRoot={(root) => (
          <Link {...root} to="/assessments/$assessmentId/workbook" params={{ assessmentId: assessment.id }} />
        )}
        variant="subtle"
        color="gray"
        size="xs"
        fullWidth
        mt="sm"
      >
        {say("assessments.action.workbook")}
      </Button>
    </div>
  );
}

interface ProfileRowProps extends Pick<PillarNavProps, "here" | "onGo"> {
  readonly stuck: boolean;
}

function ProfileRow({ here, stuck, onGo }: ProfileRowProps): ReactNode {
  const say = useText();
  const { view } = useDeclaration();
  const missing = view.profileMissing.length;
  const of = view.outline.profile.length;
  return (
    <button
      type="button"
      className={classes.row}
      aria-current={here === PROFILE ? "page" : undefined}
      onClick={() => onGo(PROFILE)}
    >
      <Completion of={missing === 0 ? "complete" : missing === of ? "empty" : "partial"} />
      <span className={classes.profileName}>{say("assessments.profile.title")}</span>
      {stuck && <StuckMark />}
      <span className={classes.points}>
        {of - missing}/{of}
      </span>
    </button>
  );
}

function Pillar(props: {
  pillar: PillarView;
  rows: readonly IndicatorView[];
  /** Addresses with a value that could not be sent. */
  stuck: ReadonlySet<string>;
  here: string;
  onGo(place: string): void;
}): ReactNode {
  const say = useText();
  const { language } = useDeclaration();
  const { pillar, rows, stuck, here, onGo } = props;
  const { node } = pillar.item;
  return (
    <section className={classes.pillar}>
      <div className={classes.pillarHead}>
        <h2>
          <span className={classes.code}>{node.code}</span> {pillar.item.title}
        </h2>
        {node.scored && (
          <span className={classes.points}>
            {formatNumber(pillar.score.score, language)}
            <span className={classes.of}>/{formatNumber(node.max, language)}</span>
          </span>
        )}
        <div
          className={classes.bar}
          role="img"
          aria-label={say("assessments.nav.completion", { done: pillar.complete, of: pillar.of })}
        >
          <div style={{ transform: `scaleX(${pillar.of === 0 ? 0 : pillar.complete / pillar.of})` }} />
        </div>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.item.address}>
            <IndicatorRow
              row={row}
              stuck={stuck.has(row.item.address)}
              current={row.item.address === here}
              onGo={onGo}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function IndicatorRow(props: {
  row: IndicatorView;
  stuck: boolean;
  current: boolean;
  onGo(place: string): void;
}): ReactNode {
  const say = useText();
  const { language } = useDeclaration();
  const { row, stuck, current, onGo } = props;
  const { node, address, title } = row.item;
  return (
    <button
      type="button"
      className={classes.row}
      aria-current={current ? "page" : undefined}
      title={`${node.code} ${title}`}
      onClick={() => onGo(address)}
    >
      <Completion of={row.completion} />
      <span className={classes.name}>
        <span className={classes.code}>{node.code}</span> {title}
      </span>
      {stuck && <StuckMark />}
      {row.findings.length > 0 && (
        <IconAlertTriangle
          size={14}
          className={classes.warning}
          aria-label={say("assessments.nav.findings", { count: row.findings.length })}
          role="img"
        />
      )}
      {node.scored && (
        <span className={classes.points}>
          {formatNumber(row.score.score, language)}
          <span className={classes.of}>/{formatNumber(node.max, language)}</span>
        </span>
      )}
    </button>
  );
}

/** Something typed there has not reached the server, and will not without a person. */
function StuckMark(): ReactNode {
  const say = useText();
  return (
    <IconPencilExclamation
      size={15}
      className={classes.stuck}
      role="img"
      aria-label={say("assessments.nav.stuck")}
    />
  );
}

const COMPLETION = {
  empty: { icon: IconCircle, text: "assessments.completion.empty" },
  partial: { icon: IconCircleHalf2, text: "assessments.completion.partial" },
  complete: { icon: IconCircleCheckFilled, text: "assessments.completion.complete" },
} as const;

/** ○ ◐ ●, said in words to those who do not see it. */
function Completion({ of }: { of: IndicatorView["completion"] }): ReactNode {
  const say = useText();
  const { icon: Icon, text } = COMPLETION[of];
  return <Icon size={15} stroke={1.6} className={classes[of] ?? ""} role="img" aria-label={say(text)} />;
}
