/** Evidence of one indicator: what there is, what is doubtful about it, and the three ways to add some. */
import { Button } from "@mantine/core";
import { IconFileText, IconLink, IconPaperclip } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useText } from "../../../shared/text.js";
import type { IndicatorView } from "../scoring/view-model.js";
import { useDeclaration } from "../screen/declaration.js";
import classes from "./evidence.module.css";
import { EvidenceEntry } from "./evidence-entry.js";
import { FileEditor } from "./file-editor.js";
import { LinkEditor } from "./link-editor.js";

/** With the reader of references, which nobody needs before they add a document. */
const DocumentEditor = lazy(() =>
  import("./document-editor.js").then((module) => ({ default: module.DocumentEditor })),
);

type Adding = "document" | "link" | "file";

/** The evidence section of an indicator. */
export function EvidencePanel({ view, readOnly }: { view: IndicatorView; readOnly: boolean }): ReactNode {
  const say = useText();
  const { assessment } = useDeclaration();
  const [adding, setAdding] = useState<Adding | null>(null);
  const code = view.item.address;
  const own = assessment.evidence.filter((evidence) => evidence.code === code);
  const { required, note } = view.item.texts.evidence;
  const done = (): void => setAdding(null);
  return (
    <section className={classes.panel} aria-labelledby="evidence-title">
      <div className={classes.head}>
        <h3 id="evidence-title">{say("assessments.evidence.title")}</h3>
        <span className={classes.count}>
          {own.length > 0
            ? say("assessments.evidence.count", { count: own.length })
            : required
              ? say("assessments.evidence.required")
              : ""}
        </span>
      </div>
      {note !== undefined && <p className={classes.note}>{note}</p>}
      {own.length > 0 && (
        <ul className={classes.list}>
          {own.map((evidence, place) => (
            <EvidenceEntry
              key={evidence.id}
              evidence={evidence}
              readOnly={readOnly}
              withinYear={view.item.texts.evidence.withinYear}
              findings={view.findings.filter((finding) => finding.evidence === place)}
            />
          ))}
        </ul>
      )}
      {own.length === 0 && readOnly && <p className={classes.none}>{say("assessments.evidence.none")}</p>}
      {!readOnly && adding === null && (
        <div className={classes.ways}>
          <Way
            icon={IconFileText}
            text={say("assessments.evidence.addDocument")}
            onAdd={() => setAdding("document")}
          />
          <Way icon={IconLink} text={say("assessments.evidence.addLink")} onAdd={() => setAdding("link")} />
          <Way
            icon={IconPaperclip}
            text={say("assessments.evidence.addFile")}
            onAdd={() => setAdding("file")}
          />
        </div>
      )}
      {adding === "document" && (
        <Suspense>
          <DocumentEditor code={code} onDone={done} />
        </Suspense>
      )}
      {adding === "link" && <LinkEditor code={code} onDone={done} />}
      {adding === "file" && <FileEditor code={code} onDone={done} />}
    </section>
  );
}

function Way(props: { icon: typeof IconLink; text: string; onAdd(): void }): ReactNode {
  const { icon: Icon } = props;
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<Icon size={15} stroke={1.6} aria-hidden />}
      onClick={props.onAdd}
    >
      {props.text}
    </Button>
  );
}
