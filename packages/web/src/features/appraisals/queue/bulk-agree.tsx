/** "Đồng ý hàng loạt": first what it would touch and what it leaves, and why; then all of it in one go. */
import { Button, Group, Modal, Stack } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AgreePreview, QueueItem } from "../../../api/appraisal-contract.js";
import { api, take } from "../../../api/client.js";
import { LineSkeleton } from "../../../shared/loaded.js";
import { notice } from "../../../shared/notice.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { byReason } from "./left-out.js";
import classes from "./queue.module.css";
import list from "./queue-list.module.css";
import { keyOf } from "./queue-search.js";

interface BulkAgreeProps {
  readonly campaignId: string;
  readonly items: readonly QueueItem[];
  onClear(): void;
}

/** The bar over the list while something is selected. */
export function BulkAgree({ campaignId, items, onClear }: BulkAgreeProps): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.bulk} role="status">
      <span>{say("appraisals.bulk.selected", { count: number(items.length) })}</span>
      <Button size="xs" leftSection={<IconChecks size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {say("appraisals.bulk.agree")}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
        {say("appraisals.bulk.clear")}
      </Button>
      {asking && (
        <AgreeDialog
          campaignId={campaignId}
          items={items}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onClear();
          }}
        />
      )}
    </div>
  );
}

interface AgreeDialogProps extends Omit<BulkAgreeProps, "onClear"> {
  onClose(): void;
  onDone(): void;
}

function AgreeDialog({ campaignId, items, onClose, onDone }: AgreeDialogProps): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const client = useQueryClient();
  const asked = items.map(({ assessmentId, code }) => ({ assessmentId, code }));
  const preview = useQuery({
    queryKey: ["appraisals", campaignId, "bulk", asked],
    gcTime: 0,
    staleTime: 0,
    queryFn: () => inPortions(asked, (items) => previewOf(campaignId, items)).then(together),
  });
  const agree = useMutation({
    mutationFn: async ({ agree: seen }: AgreePreview) => {
      const done = await inPortions(
        seen.map(({ assessmentId, code, version }) => ({ assessmentId, code, version })),
        (some) =>
          take(
            api.POST("/campaigns/{id}/appraisals/agree", {
              params: { path: { id: campaignId } },
              body: { items: some },
            }),
          ),
      );
      return {
        agreed: done.reduce((sum, one) => sum + one.agreed, 0),
        skipped: done.flatMap(({ skipped }) => skipped),
      };
    },
    onSuccess: ({ agreed, skipped }) => {
      notice(say("appraisals.bulk.done", { agreed: number(agreed), skipped: skipped.length }));
      onDone();
    },
    // What came before a portion that failed is judged all the same.
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ["appraisals", campaignId] });
      await client.invalidateQueries({ queryKey: ["assessments"] });
    },
  });
  const count = preview.data?.agree.length ?? 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say("appraisals.bulk.agree")}
      size="lg"
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <Stack gap="md">
        <ProblemAlert error={preview.error ?? agree.error} />
        {preview.isPending && <LineSkeleton lines={4} />}
        {preview.data !== undefined && <PreviewOf preview={preview.data} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {say("shared.cancel")}
          </Button>
          <Button
            disabled={count === 0}
            loading={agree.isPending}
            onClick={() => preview.data && agree.mutate(preview.data)}
          >
            {say("appraisals.bulk.confirm", { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** As many as the server takes at once. */
const PORTION = 500;

/** Sends a long list in portions, one after the other. */
async function inPortions<Item, Answer>(
  items: readonly Item[],
  send: (some: Item[]) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += PORTION)
    answers.push(await send(items.slice(from, from + PORTION)));
  return answers;
}

function previewOf(id: string, items: { assessmentId: string; code: string }[]): Promise<AgreePreview> {
  return take(api.POST("/campaigns/{id}/appraisals/preview", { params: { path: { id } }, body: { items } }));
}

function together(previews: readonly AgreePreview[]): AgreePreview {
  return {
    agree: previews.flatMap(({ agree }) => agree),
    skipped: previews.flatMap(({ skipped }) => skipped),
  };
}

function PreviewOf({ preview }: { preview: AgreePreview }): ReactNode {
  const say = useText();
  const { number, points } = useFormat();
  return (
    <div className={list.preview}>
      <details>
        <summary>
          {say("appraisals.bulk.touches", {
            count: preview.agree.length,
            units: new Set(preview.agree.map(({ assessmentId }) => assessmentId)).size,
          })}
        </summary>
        <ul>
          {preview.agree.map(({ assessmentId, unit, code, declared }) => (
            <li key={keyOf({ assessmentId, code })}>
              <span className={list.code}>{code}</span> {unit.name}
              <strong>{points(declared)}</strong>
            </li>
          ))}
        </ul>
      </details>
      {preview.skipped.length > 0 && (
        <>
          <p className={list.leaves}>
            {say("appraisals.bulk.leaves", { count: number(preview.skipped.length) })}
          </p>
          {byReason(preview.skipped).map(([reason, left]) => (
            <details key={reason} data-left>
              <summary>
                {say(`appraisals.left.${reason}`)} ({number(left.length)})
              </summary>
              <ul>
                {left.map(({ assessmentId, unit, code }) => (
                  <li key={keyOf({ assessmentId, code })}>
                    <span className={list.code}>{code}</span> {unit?.name ?? say("shared.none")}
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </>
      )}
    </div>
  );
}
