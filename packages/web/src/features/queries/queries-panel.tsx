/** The queries of one assessment, on the unit's own page of it; after publication, the way to complain. */
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { DataList } from "../../shared/data-list.js";
import { Panel } from "../../shared/panel.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { ComplaintDialog } from "./complaint-dialog.js";
import { queryColumns } from "./query-columns.js";
import { queriesQuery } from "./reads.js";

interface QueriesPanelProps {
  readonly assessmentId: string;
  /** Results are public: the head of the unit may complain about one of these. */
  readonly published: boolean;
  readonly indicators: readonly { readonly code: string; readonly title: string }[];
}

/** Nothing where nobody has asked and nothing can be complained about. */
export function QueriesPanel({ assessmentId, published, indicators }: QueriesPanelProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const heads = useHasRole("unit-head");
  const [complaining, setComplaining] = useState(false);
  const { data } = useInfiniteQuery(queriesQuery({ assessment: assessmentId }));
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const mayComplain = published && heads;
  if (rows.length === 0 && !mayComplain) return null;
  return (
    <Panel
      title={say("queries.title")}
      flush
      {...(rows.length === 0 ? { note: say("queries.noneYet") } : {})}
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
          caption={say("queries.title")}
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
