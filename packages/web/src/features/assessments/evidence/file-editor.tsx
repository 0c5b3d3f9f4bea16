/** "+ Tệp": a new file with its progress, or one that the unit has sent before. */
import { Button, FileButton, Group, Progress } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import type { StoredFile } from "../../../api/assessment-contract.js";
import { address } from "../../../api/client.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useSession } from "../../../shared/session.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { filesQuery } from "../data/assessment-queries.js";
import classes from "./evidence.module.css";
import {
  ACCEPTED_FILES,
  LARGEST_FILE,
  UploadFailed,
  uploadFile,
  useAddEvidence,
} from "./evidence-changes.js";
import { useEvidencePlace } from "./evidence-place.js";
import { FileLibrary } from "./file-library.js";
import { sizeText } from "./file-size.js";

interface Upload {
  readonly name: string;
  readonly share: number;
  readonly error?: string;
}

/** Chosen, dropped, or taken from the library. */
export function FileEditor({ code, onDone }: { code: string; onDone(): void }): ReactNode {
  const say = useText();
  const { assessmentId } = useEvidencePlace();
  const { language } = useFormat();
  const { csrfToken } = useSession();
  const client = useQueryClient();
  const [upload, setUpload] = useState<Upload | null>(null);
  const stop = useRef(new AbortController());
  const add = useAddEvidence(code);
  const attach = (file: StoredFile): void =>
    add.mutate([{ kind: "file", ...pick(file), page: null, section: null }], { onSuccess: onDone });
  const send = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > LARGEST_FILE) {
      const error = say("assessments.evidence.fileTooLarge", { size: sizeText(file.size, language) });
      setUpload({ name: file.name, share: 0, error });
      return;
    }
    stop.current = new AbortController();
    setUpload({ name: file.name, share: 0 });
    try {
      const stored = await uploadFile(
        address(`/assessments/${assessmentId}/files`),
        file,
        { "x-csrf-token": csrfToken, "accept-language": language },
        (share) => setUpload({ name: file.name, share }),
        stop.current.signal,
      );
      void client.invalidateQueries(filesQuery(assessmentId));
      attach(stored);
    } catch (failure) {
      const cancelled = failure instanceof UploadFailed && failure.status === -1;
      const said = failure instanceof UploadFailed && failure.message !== "" ? failure.message : undefined;
      const error = said ?? say("assessments.evidence.fileFailed");
      setUpload(cancelled ? null : { name: file.name, share: 0, error });
    }
  };
  const busy = upload !== null && upload.error === undefined;
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  return (
    <div className={classes.editor}>
      <section
        className={classes.drop}
        aria-label={say("assessments.evidence.addFile")}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        {busy ? (
          <>
            <p className={classes.title}>{upload.name}</p>
            <Progress
              value={upload.share * 100}
              aria-label={say("assessments.evidence.uploading", { name: upload.name })}
            />
            <Button variant="subtle" color="gray" size="compact-xs" onClick={() => stop.current.abort()}>
              {say("assessments.evidence.stopUpload")}
            </Button>
          </>
        ) : (
          <>
            <FileButton accept={ACCEPTED_FILES} onChange={(file) => void send(file)}>
              {(props) => (
                <Button
                  {...props}
                  variant="light"
                  size="xs"
                  leftSection={<IconUpload size={15} aria-hidden />}
                >
                  {say("assessments.evidence.chooseFile")}
                </Button>
              )}
            </FileButton>
            <p className={classes.note}>{say("assessments.evidence.fileHint")}</p>
          </>
        )}
        {upload?.error !== undefined && (
          <p className={classes.failure} role="alert">
            {upload.name}: {upload.error}
          </p>
        )}
      </section>
      <ProblemAlert error={add.error} />
      <FileLibrary onChoose={attach} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="xs" disabled={busy} onClick={onDone}>
          {say("shared.cancel")}
        </Button>
      </Group>
    </div>
  );
}

function pick({ hash, name, mediaType, size }: StoredFile): StoredFile {
  return { hash, name, mediaType, size };
}
