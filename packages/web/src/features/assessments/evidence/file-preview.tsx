/** A stored file seen in the page (PDF, JPG, PNG), or downloaded. */
import { Anchor, Button, Group, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { StoredFile } from "../../../api/assessment-contract.js";
import { address } from "../../../api/client.js";
import { useText } from "../../../shared/text.js";
import classes from "./evidence.module.css";
import { useEvidencePlace } from "./evidence-place.js";

/** Buttons to look and to download; a Word or Excel file can only be downloaded. */
export function FilePreview({ file }: { file: StoredFile }): ReactNode {
  const say = useText();
  const { assessmentId } = useEvidencePlace();
  const [opened, setOpened] = useState(false);
  const at = address(`/assessments/${assessmentId}/files/${file.hash}`);
  const image = file.mediaType.startsWith("image/");
  const seen = image || file.mediaType === "application/pdf";
  return (
    <Group gap="sm" mt={4}>
      {seen && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.look ?? ""}
          onClick={() => setOpened(true)}
        >
          {say("assessments.evidence.look")}
        </Button>
      )}
      <Anchor href={`${at}?download=1`} size="xs" download={file.name}>
        {say("assessments.evidence.download")}
      </Anchor>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={file.name}
        size="xl"
        closeButtonProps={{ "aria-label": say("shared.close") }}
      >
        {image ? (
          <img className={classes.image} src={at} alt={file.name} />
        ) : (
          <iframe className={classes.frame} src={at} title={file.name} />
        )}
      </Modal>
    </Group>
  );
}
