/** A document as its parts: number and symbol, date, issuer, title; and what is doubtful about it. */
import { IconAlertTriangle, IconCheck, IconLink } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { formatDate } from "../../../shared/format.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import classes from "./evidence.module.css";
import { useEvidencePlace } from "./evidence-place.js";
import { type DocumentItem, type LinkItem, type ReadPiece, wordsOfDocument } from "./references.js";

/** The parts of a document, each with its name for those who do not see where it stands. */
export function DocumentChips({ item }: { item: DocumentItem }): ReactNode {
  const say = useText();
  const { kind, issuerCode } = useMemo(() => wordsOfDocument(item.text), [item.text]);
  const symbol = item.symbol ?? item.number;
  const issuer =
    item.issuer === null || issuerCode === null || issuerCode === item.issuer ? (
      item.issuer
    ) : (
      // Short as the document itself is; the full name for who points at it.
      <abbr title={item.issuer}>{issuerCode}</abbr>
    );
  const parts: [string, ReactNode][] = [
    [say("assessments.evidence.symbol"), symbol && [kind?.vi, symbol].filter(Boolean).join(" ")],
    [say("assessments.evidence.date"), item.date === null ? null : formatDate(item.date)],
    [say("assessments.evidence.issuer"), issuer],
    [say("assessments.evidence.page"), item.page && say("assessments.evidence.onPage", { page: item.page })],
    [say("assessments.evidence.section"), item.section],
  ];
  return (
    <dl className={classes.chips}>
      {parts.map(([name, value]) =>
        value === null || value === "" ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** One piece read from the text. */
export function PieceChips({ piece }: { piece: ReadPiece }): ReactNode {
  const say = useText();
  const { language } = useFormat();
  const { year } = useEvidencePlace();
  const { item } = piece;
  return (
    <div>
      {item.kind === "link" ? <LinkLine item={item} /> : <DocumentWords item={item} plain={piece.plain} />}
      {piece.year === "before" || piece.year === "after" ? (
        <p className={classes.doubt}>
          <IconAlertTriangle size={14} aria-hidden />
          {say("assessments.evidence.outsideYear", { year: String(year) })}
        </p>
      ) : (
        piece.year === null &&
        !piece.plain &&
        item.kind === "document" && (
          <p className={classes.fine}>
            <IconCheck size={14} aria-hidden />
            {say("assessments.evidence.withinYear", { year: String(year) })}
          </p>
        )
      )}
      {piece.doubts.map((doubt) => (
        <p key={doubt.en} className={classes.doubt}>
          <IconAlertTriangle size={14} aria-hidden />
          {doubt[language]}
        </p>
      ))}
    </div>
  );
}

function DocumentWords({ item, plain }: { item: DocumentItem; plain: boolean }): ReactNode {
  const say = useText();
  return (
    <>
      {plain ? (
        <>
          <p className={classes.title}>{item.text}</p>
          <p className={classes.plain}>{say("assessments.evidence.plain")}</p>
        </>
      ) : (
        <DocumentChips item={item} />
      )}
      {item.title !== null && <p className={classes.title}>{item.title}</p>}
    </>
  );
}

function LinkLine({ item }: { item: LinkItem }): ReactNode {
  return (
    <p className={classes.title}>
      <IconLink size={14} aria-hidden /> {item.url}
    </p>
  );
}
