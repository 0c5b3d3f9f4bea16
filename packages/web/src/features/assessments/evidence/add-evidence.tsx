/** The three ways to add evidence: a document in words, a link, a file. */
import { Button } from "@mantine/core";
import { IconFileText, IconLink, IconPaperclip } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useText } from "../../../shared/text.js";
import classes from "./evidence.module.css";
import { FileEditor } from "./file-editor.js";
import { LinkEditor } from "./link-editor.js";

/** With the reader of references, which nobody needs before they add a document. */
const DocumentEditor = lazy(() =>
  import("./document-editor.js").then((module) => ({ default: module.DocumentEditor })),
);

type Adding = "document" | "link" | "file";

/** The ways to add evidence where it is shown, one at a time. */
export function AddEvidence({ code }: { code: string }): ReactNode {
  const say = useText();
  const [adding, setAdding] = useState<Adding | null>(null);
  const done = (): void => setAdding(null);
  return (
    <>
      {adding === null && (
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
    </>
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
