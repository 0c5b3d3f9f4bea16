/** Points by pillar, how much is declared, and the difference to last year. */
import { exact, formatExact, formatNumber, parseExact, type Rational } from "@opendti/engine";
import { type ReactNode, useMemo } from "react";
import { type Column, DataList } from "../../../shared/data-list.js";
import { useText } from "../../../shared/text.js";
import type { PillarView } from "../scoring/view-model.js";
import { useDeclaration } from "../screen/declaration.js";
import classes from "./review.module.css";

/** Last year's points of a pillar: as they were stored, else the sum of its indicators where all are known. */
function before(pillar: PillarView, scores: Readonly<Record<string, string>>): Rational | undefined {
  const own = scores[pillar.item.address];
  if (own !== undefined) return parseExact(own);
  const parts = pillar.indicators.map(({ item }) => parseExact(scores[item.address] ?? ""));
  return parts.reduce<Rational | undefined>(
    (sum, part) => (sum && part ? exact.add(sum, part) : undefined),
    exact.ZERO,
  );
}

/** Whether points still hang on what the others of the group declare: nothing to compare with last year's yet. */
function isProvisional({ indicators }: PillarView): boolean {
  return indicators.some(({ score }) => score.status === "pending");
}

/** One row a pillar. */
export function PillarTable(): ReactNode {
  const say = useText();
  const { view, assessment, language } = useDeclaration();
  const { previous } = assessment;
  const columns = useMemo((): Column<PillarView>[] => {
    const known: Column<PillarView>[] = [
      {
        id: "pillar",
        header: say("assessments.review.pillar"),
        main: true,
        cell: ({ item }) => `${item.node.code} ${item.title}`,
      },
      {
        id: "complete",
        header: say("assessments.review.complete"),
        align: "end",
        fit: true,
        cell: (pillar) => `${pillar.complete}/${pillar.of}`,
      },
      {
        id: "score",
        header: say("assessments.review.score"),
        align: "end",
        fit: true,
        cell: (pillar) => (
          <span>
            <strong>{formatNumber(pillar.score.score, language)}</strong>
            <span className={classes.of}> / {formatNumber(pillar.item.node.max, language)}</span>
            {isProvisional(pillar) && (
              <span className={classes.provisional}>{say("assessments.review.provisional")}</span>
            )}
          </span>
        ),
      },
    ];
    if (previous)
      known.push({
        id: "difference",
        header: say("assessments.review.difference", { year: String(previous.year) }),
        align: "end",
        fit: true,
        cell: (pillar) => (
          <Difference
            now={pillar.score.score}
            before={isProvisional(pillar) ? undefined : before(pillar, previous.scores)}
          />
        ),
      });
    return known;
  }, [say, previous, language]);
  return (
    <DataList
      caption={say("assessments.review.totals")}
      columns={columns}
      rows={view.pillars}
      rowKey={({ item }) => item.address}
    />
  );
}

function Difference(props: { now: Rational; before: Rational | undefined }): ReactNode {
  const say = useText();
  const { language } = useDeclaration();
  if (!props.before) return say("shared.none");
  const gained = exact.subtract(props.now, props.before);
  const tone = gained.n > 0n ? classes.up : gained.n < 0n ? classes.down : undefined;
  const sign = gained.n > 0n ? "+" : gained.n < 0n ? "−" : "";
  const size = formatExact(gained.n < 0n ? { n: -gained.n, d: gained.d } : gained);
  const read = parseExact(size);
  return <span className={tone}>{`${sign}${read ? formatNumber(read, language) : size}`}</span>;
}
