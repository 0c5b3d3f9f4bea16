/** One set of a document: the rows beside what was read of each, doubts first. */
import { Button } from "@mantine/core";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import type { SetImport } from "../../api/contract.js";
import { PageHeader } from "../../shared/page-header.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { composeSet, firstFilter, openIn, type RowFilter, type RowView, rowViews } from "./model/compose.js";
import { findingsOf } from "./model/findings.js";
import type { Decision, ImportedSet, ImportFinding } from "./model/import-work.js";
import { type Likewise, likewise } from "./model/same-wording.js";
import { FindingsList } from "./parts/findings-list.js";
import { HeadDialog } from "./parts/head-dialog.js";
import { LikewiseDialog } from "./parts/likewise-dialog.js";
import { RowReview } from "./parts/row-review.js";
import { RowsNav } from "./parts/rows-nav.js";
import { SaveDialog } from "./parts/save-dialog.js";
import classes from "./set-import.module.css";
import { decisionsOf, useDecide } from "./use-decisions.js";

interface SetReviewProps {
  readonly made: SetImport;
  /** Which set of the document. */
  readonly place: number;
  readonly imported: ImportedSet;
  readonly documentFindings: readonly ImportFinding[];
  /** Chooses another set of the document. */
  readonly choice: ReactNode;
}

/** What was decided last, and the rows that it may hold for too. */
interface Offer {
  readonly name: string;
  readonly rows: readonly Likewise[];
}

/** The rows, which of them is looked at, and what a decision leads to. */
function useReview({ made, place, imported }: SetReviewProps) {
  const decisions = decisionsOf(made, place);
  const views = useMemo(() => rowViews(imported, decisions), [imported, decisions]);
  const set = useMemo(() => composeSet(imported, decisions), [imported, decisions]);
  const later = useDeferredValue(set);
  const findings = useMemo(() => findingsOf(imported, later), [imported, later]);
  const [filter, setFilter] = useState<RowFilter>(() => firstFilter(views));
  const [chosen, setChosen] = useState<string | null>(() => firstOpen(views)?.name ?? null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const decide = useDecide(made, place);
  const view = views.find(({ name }) => name === chosen) ?? null;
  // What was decided just now is still open in the rows that this drawing knows.
  const goOn = (name: string, decided: readonly string[] = []): void => {
    const known = views.map((one) => (decided.includes(one.name) ? { ...one, open: false } : one));
    const next = openIn(known, filter, name, 1);
    if (next !== undefined) setChosen(next.name);
  };
  const settle = (
    decided: RowView,
    decision: Decision,
    alternative: { readonly question: string; readonly place: number } | null,
    done?: () => void,
  ): void => {
    const rows = likewise(views, decided, decision, alternative);
    decide.mutate(
      { indicators: { [decided.name]: decision } },
      {
        onSuccess: () => {
          done?.();
          if (rows.length > 0) setOffer({ name: decided.name, rows });
          else goOn(decided.name);
        },
      },
    );
  };
  return {
    decisions,
    views,
    set,
    findings,
    filter,
    setFilter,
    view,
    choose: setChosen,
    offer,
    decide,
    settle,
    endOffer: (decided: readonly string[]) => {
      if (offer !== null) goOn(offer.name, decided);
      setOffer(null);
    },
  };
}

/** The row to begin with: the first that waits for a person, else the first there is. */
function firstOpen(views: readonly RowView[]): RowView | undefined {
  return views.find(({ open }) => open) ?? views.find(({ row }) => row !== null);
}

export function SetReview(props: SetReviewProps): ReactNode {
  const { made, place, imported, documentFindings, choice } = props;
  const say = useText();
  const review = useReview(props);
  const { views, view, set, decide, offer, findings } = review;
  const [dialog, setDialog] = useState<"head" | "save" | null>(null);
  const close = (): void => setDialog(null);
  return (
    <>
      <PageHeader
        back={{ to: "/sets/new/import", label: say("imports.title") }}
        title={set.title}
        eyebrow={made.name}
        actions={
          <>
            <Button variant="default" onClick={() => setDialog("head")}>
              {say("imports.head")}
            </Button>
            <Button onClick={() => setDialog("save")}>{say("imports.saveDraft")}</Button>
          </>
        }
      />
      {choice}
      <ProblemAlert error={decide.error} />
      <div className={classes.review}>
        <RowsNav
          views={views}
          filter={review.filter}
          chosen={view?.name ?? null}
          onFilter={review.setFilter}
          onChoose={review.choose}
        >
          <SilentRows
            views={views}
            busy={decide.isPending}
            onDecide={(indicators) => decide.mutate({ indicators })}
          />
        </RowsNav>
        {view !== null && (
          <RowReview
            key={view.name}
            view={view}
            views={views}
            filter={review.filter}
            set={set}
            findings={findings.filter(({ at }) => at === view.name)}
            busy={decide.isPending}
            onChoose={review.choose}
            onDecide={(decision, alternative, done) => review.settle(view, decision, alternative, done)}
            onTakeBack={() => decide.mutate({ indicators: { [view.name]: null } })}
          />
        )}
      </div>
      <FindingsList
        findings={[...documentFindings, ...findings]}
        known={views.map(({ name }) => name)}
        onChoose={review.choose}
      />
      {offer !== null && (
        <LikewiseDialog
          rows={offer.rows}
          busy={decide.isPending}
          error={decide.error}
          onApply={(indicators) =>
            decide.mutate({ indicators }, { onSuccess: () => review.endOffer(Object.keys(indicators)) })
          }
          onClose={() => review.endOffer([])}
        />
      )}
      {dialog === "head" && (
        <HeadDialog
          set={set}
          busy={decide.isPending}
          error={decide.error}
          onSave={(head) => decide.mutate({ head }, { onSuccess: close })}
          onClose={close}
        />
      )}
      {dialog === "save" && (
        <SaveDialog
          made={made}
          place={place}
          imported={imported}
          decisions={review.decisions}
          findings={findings}
          onClose={close}
        />
      )}
    </>
  );
}

interface SilentRowsProps {
  readonly views: readonly RowView[];
  readonly busy: boolean;
  onDecide(indicators: Record<string, Decision>): void;
}

/** Where the document says of many indicators that points are given, and not how: an appraiser scores them all. */
function SilentRows({ views, busy, onDecide }: SilentRowsProps): ReactNode {
  const say = useText();
  const silent = views.filter(
    ({ open, status, row }) => open && status === "unread" && row?.text.trim() === "",
  );
  if (silent.length < 2) return null;
  return (
    <Button
      variant="default"
      size="xs"
      loading={busy}
      onClick={() =>
        onDecide(Object.fromEntries(silent.map(({ name }) => [name, { verdict: "accepted", change: null }])))
      }
    >
      {say("imports.acceptSilent", { count: silent.length })}
    </Button>
  );
}
