/** What stands between this assessment and its submission; every line leads to its place. */

import { formatNumber } from "@opendti/engine";
import { IconChevronRight, IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type TextId, useText } from "../../../shared/text.js";
import { checkQuery } from "../data/assessment-queries.js";
import { PROFILE } from "../drafts/edit.js";
import { biggestAtStake, type IndicatorView } from "../scoring/view-model.js";
import { partsOf, stuckFields, useDeclaration, useDraftSummary } from "./declaration.js";
import classes from "./dialogs.module.css";

interface Line {
  readonly key: string;
  readonly place: string | undefined;
  readonly code: string;
  readonly text: string;
  readonly figure?: string;
}

interface CheckListProps {
  /** With the indicators that could bring most points still. */
  readonly stakes?: boolean;
  onGo(place: string): void;
}

const AT_MOST = 5;

function lineOf(view: IndicatorView, text: string): Line {
  const { address, node } = view.item;
  return { key: `${address} ${text}`, place: address, code: node.code, text };
}

/** All lists that have something in them; a word of relief when none has. */
export function CheckList({ stakes = false, onGo }: CheckListProps): ReactNode {
  const say = useText();
  const { view, language, assessment, outline, own, counted } = useDeclaration();
  // A room answers for its own part only.
  const isOwn = (each: IndicatorView): boolean => counted.includes(each);
  const indicators = counted;
  const summary = useDraftSummary();
  const server = useQuery(checkQuery(assessment.id));
  const findings = (severity: "block" | "warning"): Line[] =>
    indicators.flatMap((each) =>
      each.findings
        .filter((finding) => finding.severity === severity)
        .map((finding) => lineOf(each, finding.message[language])),
    );
  const unsent = stuckFields(summary).map((key): Line => {
    const { code, input } = partsOf(key);
    const item = outline.byAddress.get(code);
    const title = item?.title ?? say("assessments.profile.title");
    const label = (item?.inputs ?? outline.profile).find(({ id }) => id === input)?.label;
    return {
      key,
      place: code,
      code: item?.node.code ?? "",
      text: summary.unreadable.includes(key)
        ? say("assessments.check.unreadable", { field: label ?? title })
        : title,
    };
  });
  const profile: Line[] =
    view.profileMissing.length === 0 || (own !== null && !own.has(PROFILE))
      ? []
      : [
          {
            key: PROFILE,
            place: PROFILE,
            code: "",
            text: say("assessments.check.profile", { count: view.profileMissing.length }),
          },
        ];
  const missing = indicators
    .filter(({ completion }) => completion !== "complete")
    .map((each) => lineOf(each, each.item.title));
  const parts = (own === null ? (server.data?.openParts ?? []) : []).map(
    ({ id, name }): Line => ({ key: id, place: undefined, code: "", text: name }),
  );
  const atStake = stakes
    ? biggestAtStake(view, view.indicators.length)
        .filter(isOwn)
        .slice(0, AT_MOST)
        .map(
          (each): Line => ({
            ...lineOf(each, each.item.title),
            figure: `+${formatNumber(each.atStake, language)}`,
          }),
        )
    : [];
  const lists: { title: TextId; tone: string; lines: Line[] }[] = [
    { title: "assessments.check.unsent", tone: "bad", lines: unsent },
    { title: "assessments.check.blocks", tone: "bad", lines: findings("block") },
    { title: "assessments.check.missing", tone: "warn", lines: [...profile, ...missing] },
    { title: "assessments.check.warnings", tone: "warn", lines: findings("warning") },
    {
      title: "assessments.check.withoutEvidence",
      tone: "warn",
      lines: view.withoutEvidence.filter(isOwn).map((each) => lineOf(each, each.item.title)),
    },
    { title: "assessments.check.openParts", tone: "warn", lines: parts },
    { title: "assessments.check.atStake", tone: "plain", lines: atStake },
  ];
  const wrong = lists.slice(0, -1).every(({ lines }) => lines.length === 0);
  return (
    <div className={classes.checkList}>
      {wrong && (
        <p className={classes.allFine}>
          <IconCircleCheck size={18} aria-hidden />
          {say("assessments.check.fine")}
        </p>
      )}
      {lists.map(({ title, tone, lines }) =>
        lines.length === 0 ? null : (
          <section key={title} data-tone={tone}>
            <h3>
              {say(title)} <span className={classes.badge}>{lines.length}</span>
            </h3>
            <ul>
              {lines.map((line) => (
                <li key={line.key}>
                  <CheckLine line={line} onGo={onGo} />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}

function CheckLine({ line, onGo }: { line: Line; onGo(place: string): void }): ReactNode {
  const { place } = line;
  const words = (
    <>
      <span className={classes.lineCode}>{line.code}</span>
      <span className={classes.lineText}>{line.text}</span>
      {line.figure !== undefined && <span className={classes.lineFigure}>{line.figure}</span>}
    </>
  );
  if (place === undefined) return <div className={classes.line}>{words}</div>;
  return (
    <button type="button" className={classes.line} onClick={() => onGo(place)}>
      {words}
      <IconChevronRight size={15} aria-hidden />
    </button>
  );
}
