/** One piece of evidence that is only read: what it is, where in it to look, and its preview. */
import { IconFile, IconFileText, IconLink } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Evidence } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import classes from "./evidence.module.css";
import { FilePreview } from "./file-preview.js";
import { sizeText } from "./file-size.js";
import { DocumentChips } from "./piece-chips.js";

/** The sign of each kind. */
export const evidenceIcons = { document: IconFileText, link: IconLink, file: IconFile } as const;

interface EvidenceLineProps {
  readonly evidence: Evidence;
  /** Stands under the words. */
  readonly children?: ReactNode;
  /** Stands at the end of the line. */
  readonly tools?: ReactNode;
}

/** A line of a list. */
export function EvidenceLine({ evidence, children, tools }: EvidenceLineProps): ReactNode {
  const Icon = evidenceIcons[evidence.kind];
  return (
    <li className={classes.entry}>
      <Icon size={18} stroke={1.5} aria-hidden className={classes.icon} />
      <div className={classes.body}>
        <EvidenceWords evidence={evidence} />
        {children}
      </div>
      {tools !== undefined && <div className={classes.tools}>{tools}</div>}
    </li>
  );
}

/** What a piece is, and where in it to look; a file can be seen or downloaded. */
export function EvidenceWords({ evidence }: { evidence: Evidence }): ReactNode {
  const { language } = useFormat();
  switch (evidence.kind) {
    case "document":
      return (
        <>
          {evidence.title === null && (evidence.symbol ?? evidence.number) === null && (
            <p className={classes.title}>{evidence.text}</p>
          )}
          <DocumentChips item={evidence} />
          {evidence.title !== null && <p className={classes.title}>{evidence.title}</p>}
        </>
      );
    case "link":
      return (
        <>
          {evidence.title !== null && <p className={classes.title}>{evidence.title}</p>}
          <a className={classes.link} href={evidence.url} target="_blank" rel="noopener noreferrer">
            {evidence.url}
          </a>
          <Where page={evidence.page} section={evidence.section} />
        </>
      );
    case "file":
      return (
        <>
          <p className={classes.title}>{evidence.name}</p>
          <p className={classes.note}>{sizeText(evidence.size, language)}</p>
          <Where page={evidence.page} section={evidence.section} />
          <FilePreview file={evidence} />
        </>
      );
  }
}

function Where({ page, section }: { page: string | null; section: string | null }): ReactNode {
  const say = useText();
  const words = [
    page ? say("assessments.evidence.onPage", { page }) : "",
    section ? say("assessments.evidence.inSection", { section }) : "",
  ].filter(Boolean);
  return words.length === 0 ? null : <p className={classes.note}>{words.join(" · ")}</p>;
}
