/** What becomes of a draft: it is published, thrown away, or was changed by somebody else in the meantime. */
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { IndicatorSet } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import classes from "./source-editor.module.css";
import { notesOfRefusal } from "./source-notes.js";
import { SourceNotesList } from "./source-notes-list.js";
import { differenceOf } from "./source-text.js";

interface DraftDialogProps {
  set: IndicatorSet;
  onClose(): void;
}

/** Freezes a draft for ever, after saying so. A set whose published numbers are not reproduced is refused. */
export function PublishDialog({ set, onClose }: DraftDialogProps): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const path = { id: set.id, version: set.version };
  const publish = useMutation({
    mutationFn: () =>
      take(
        api.POST("/sets/{id}/versions/{version}/publish", {
          params: { path },
          headers: ifMatch(set.lockVersion),
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["sets"] });
      notice(say("sets.publishedNow", { id: set.id, version: set.version }));
      onClose();
      await navigate({
        to: "/sets/$setId/$version",
        params: { setId: set.id, version: String(set.version) },
      });
    },
  });
  const errors = set.findings.filter(({ severity }) => severity === "error").length;
  const warnings = set.findings.length - errors;
  const refused = notesOfRefusal(publish.error);
  return (
    <ConfirmDialog
      opened
      title={say("sets.publishTitle", { id: set.id, version: set.version })}
      confirm={say("sets.publish")}
      busy={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
    >
      <Text>{say("sets.publishFrozen")}</Text>
      {errors + warnings > 0 && <Text>{say("sets.publishFindings", { errors, warnings })}</Text>}
      <Text size="sm" c="dimmed">
        {say("sets.publishHash", { hash: set.hash.slice(0, 12) })}
      </Text>
      {refused !== null && <SourceNotesList notes={refused} onGoTo={onClose} />}
    </ConfirmDialog>
  );
}

/** Throws a draft away; the audit keeps its text. */
export function DeleteDraftDialog({ set, onClose }: DraftDialogProps): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const path = { id: set.id, version: set.version };
  const remove = useMutation({
    mutationFn: () =>
      take(
        api.DELETE("/sets/{id}/versions/{version}", { params: { path }, headers: ifMatch(set.lockVersion) }),
      ),
    onSuccess: async () => {
      notice(say("sets.deleted", { id: set.id, version: set.version }));
      await navigate({ to: "/sets" });
      queryClient.removeQueries({ queryKey: ["sets", set.id, set.version] });
      await queryClient.invalidateQueries({ queryKey: ["sets"] });
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={say("sets.delete")}
      confirm={say("sets.delete")}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Text>{say("sets.deleteHint", { id: set.id, version: set.version })}</Text>
    </ConfirmDialog>
  );
}

/** The most lines of a side that are shown. */
const SHOWN_LINES = 60;

function Side({ title, lines }: { title: string; lines: readonly string[] }): ReactNode {
  const say = useText();
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {title}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre className={classes.side} tabIndex={0}>
        {lines.length === 0 ? say("sets.conflict.nothing") : lines.slice(0, SHOWN_LINES).join("\n")}
      </pre>
    </div>
  );
}

interface DraftConflictProps {
  mine: string;
  theirs: string;
  onTakeTheirs(): void;
  onKeepMine(): void;
  onClose(): void;
}

/** Somebody else has saved the draft: both texts where they differ, and which of them goes on. */
export function DraftConflictDialog(props: DraftConflictProps): ReactNode {
  const say = useText();
  const difference = differenceOf(props.mine, props.theirs);
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={say("sets.conflict.title")}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <Stack gap="md">
        <Text>{say("sets.conflict.detail", { line: difference?.line ?? 1 })}</Text>
        <div className={classes.sides}>
          <Side title={say("sets.conflict.mine")} lines={difference?.mine ?? []} />
          <Side title={say("sets.conflict.theirs")} lines={difference?.theirs ?? []} />
        </div>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {say("sets.conflict.later")}
          </Button>
          <Button variant="default" onClick={props.onTakeTheirs}>
            {say("sets.conflict.takeTheirs")}
          </Button>
          <Button onClick={props.onKeepMine}>{say("sets.conflict.keepMine")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
