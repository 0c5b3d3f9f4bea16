/** The queries of one assessment, on the unit's own page of it; after publication, the way to complain. */
import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { QueryHead } from "../../api/appraisal-contract.js";
import { DataList } from "../../shared/data-list.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { appraisalQuery } from "../appraisals/reads.js";
import { ComplaintDialog } from "./complaint-dialog.js";
import { queryColumns } from "./query-columns.js";
import { queriesQuery } from "./reads.js";

interface QueriesPanelProps {
  readonly assessmentId: string;
  /** Those of one kind alone. */
  readonly kind?: QueryHead["kind"];
  /** What the head of the unit may complain about once results are public. */
  readonly indicators: readonly { readonly code: string; readonly title: string }[];
}

/** Nothing where nobody has asked and nothing can be complained about. */
export function QueriesPanel({ assessmentId, kind, indicators }: QueriesPanelProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const heads = useHasRole("unit-head");
  const [complaining, setComplaining] = useState(false);
  const { data: appraisal } = useQuery(appraisalQuery(assessmentId));
  const { data } = useInfiniteQuery(
    queriesQuery({ assessment: assessmentId, ...(kind === undefined ? {} : { kind }) }),
  );
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  // Its own people are told final points when they are public; a correction that is worked on takes nothing away.
  const mayComplain = heads && appraisal !== undefined && appraisal.totals.final !== null;
  if (rows.length === 0 && !mayComplain) return null;
  return (
    <Panel
      title={say(kind === "complaint" ? "queries.complaints" : "queries.title")}
      flush
      {...(rows.length === 0
        ? { note: say(kind === "complaint" ? "queries.noComplaints" : "queries.noneYet") }
        : {})}
      actions={
        mayComplain && (
          <Button size="xs" variant="default" onClick={() => setComplaining(true)}>
            {say("queries.complain")}
          </Button>
        )
      }
    >
      {rows.length > 0 && (
        <DataList
          caption={say(kind === "complaint" ? "queries.complaints" : "queries.title")}
          columns={queryColumns(say, format, false)}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      {complaining && (
        <ComplaintDialog
          assessmentId={assessmentId}
          indicators={indicators}
          onClose={() => setComplaining(false)}
        />
      )}
    </Panel>
  );
}
