/** Evidence that came in answer to a question; what was declared and sealed stays as it was. */
import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import type { AskedQuery } from "../../api/appraisal-contract.js";
import type { Evidence, EvidenceItem } from "../../api/assessment-contract.js";
import { api, take } from "../../api/client.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { AddEvidence } from "../assessments/evidence/add-evidence.js";
import { EvidenceLine } from "../assessments/evidence/evidence-line.js";
import { EvidencePlace } from "../assessments/evidence/evidence-place.js";
import classes from "./queries.module.css";
import { noteChanged } from "./reads.js";

function useAdd(query: AskedQuery): (code: string, items: readonly EvidenceItem[]) => Promise<void> {
  const client = useQueryClient();
  const { id } = query;
  return useCallback(
    async (_code, items) => {
      for (const item of items) {
        const changed = await take(
          api.POST("/queries/{id}/evidence", { params: { path: { id } }, body: { item } }),
        );
        await noteChanged(client, changed);
      }
    },
    [client, id],
  );
}

/** The list; the unit adds to it while it is asked, and takes back what it added. */
export function QueryEvidence({ query, mayAdd }: { query: AskedQuery; mayAdd: boolean }): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const add = useAdd(query);
  const remove = useMutation({
    mutationFn: (evidence: Evidence) =>
      take(
        api.DELETE("/queries/{id}/evidence/{evidenceId}", {
          params: { path: { id: query.id, evidenceId: evidence.id } },
        }),
      ),
    onSuccess: (changed) => noteChanged(client, changed),
  });
  const { evidence } = query;
  return (
    <Panel
      title={say("queries.evidence")}
      {...(mayAdd || evidence.length > 0 ? { note: say("queries.evidenceNote") } : {})}
    >
      <EvidencePlace assessmentId={query.assessmentId} year={query.campaign.year} add={add}>
        {evidence.length === 0 && !mayAdd && <p>{say("assessments.evidence.none")}</p>}
        {evidence.length > 0 && (
          <ul className={classes.evidence}>
            {evidence.map((one) => (
              <EvidenceLine
                key={one.id}
                evidence={one}
                {...(mayAdd
                  ? {
                      tools: (
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          size="sm"
                          aria-label={say("assessments.evidence.removeTitle")}
                          loading={remove.isPending && remove.variables?.id === one.id}
                          onClick={() => remove.mutate(one)}
                        >
                          <IconTrash size={16} stroke={1.5} aria-hidden />
                        </ActionIcon>
                      ),
                    }
                  : {})}
              />
            ))}
          </ul>
        )}
        <ProblemAlert error={remove.error} />
        {mayAdd && <AddEvidence code={query.code} />}
      </EvidencePlace>
    </Panel>
  );
}
