/** "Kiến nghị": the head of a unit complains about a published result. */
import { Select, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { keptText } from "../../shared/kept-text.js";
import { matches } from "../../shared/matches.js";
import { notice } from "../../shared/notice.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { noteChanged } from "./reads.js";

interface ComplaintDialogProps {
  readonly assessmentId: string;
  readonly indicators: readonly { readonly code: string; readonly title: string }[];
  onClose(): void;
}

/** Which indicator, and why; what is typed is kept until it is sent. */
export function ComplaintDialog({ assessmentId, indicators, onClose }: ComplaintDialogProps): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const { account } = useSession();
  const kept = keptText(account.id, `${assessmentId} complaint`);
  const [code, setCode] = useState<string | null>(null);
  const [body, setBody] = useState(kept.text);
  const complain = useMutation({
    mutationFn: (about: string) =>
      take(
        api.POST("/assessments/{id}/complaints", {
          params: { path: { id: assessmentId } },
          body: { code: about, body: body.trim() },
        }),
      ),
    onSuccess: async (query) => {
      kept.keep("");
      notice(say("queries.done.complained"));
      onClose();
      await noteChanged(client, query);
    },
  });
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={say("queries.complain")}
      confirm={say("queries.complainSend")}
      busy={complain.isPending}
      disabled={code === null || body.trim() === ""}
      error={complain.error}
      onConfirm={() => code !== null && complain.mutate(code)}
      onClose={onClose}
    >
      <Text size="sm">{say("queries.complainLead")}</Text>
      <Select
        label={say("queries.complainAbout")}
        searchable
        data={indicators.map((one) => ({ value: one.code, label: `${one.code} ${one.title}` }))}
        filter={({ options, search }) =>
          options.filter((option) => "label" in option && matches(option.label, search))
        }
        value={code}
        onChange={setCode}
      />
      <Textarea
        label={say("queries.complainWhy")}
        minRows={4}
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value);
          kept.keep(event.currentTarget.value);
        }}
      />
    </ConfirmDialog>
  );
}
