/** Saving a line of a report, sending the report, giving it back: each on the version that was seen. */
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ifMatch, take } from "../../api/client.js";
import type { PlanLead, PlanProgress, ProgressLine } from "../../api/plans-contract.js";
import { isProblem } from "../../api/problem.js";
import type { Period } from "./queries.js";

/** What is said of an assignment. */
export interface Told {
  readonly finished: boolean;
  readonly done: string;
  readonly difficulties: string;
  readonly proposal: string;
}

export const isSame = (one: Told, other: Told): boolean =>
  one.finished === other.finished &&
  one.done.trim() === other.done.trim() &&
  one.difficulties.trim() === other.difficulties.trim() &&
  one.proposal.trim() === other.proposal.trim();

/** The part of a plan's progress that one organisation reports. */
export interface ReportOf {
  readonly planId: string;
  readonly organisation: string;
  readonly period: Period;
}

const pathOf = ({ planId, organisation, period: { year, quarter } }: ReportOf) => ({
  id: planId,
  organisation,
  year,
  quarter,
});

/** Every board of the plan that is held, whichever quarter it was asked by. */
const boardsOf = (planId: string) => ({ queryKey: ["plans", planId, "progress"] });

/** Changes the boards that are held on this quarter. */
function patchBoards(
  client: QueryClient,
  { planId, period }: ReportOf,
  patch: (board: PlanProgress) => PlanProgress,
): void {
  client.setQueriesData<PlanProgress>(boardsOf(planId), (board) =>
    board?.period.year === period.year && board.period.quarter === period.quarter ? patch(board) : board,
  );
}

/**
 * Saves a line. What is stored instead comes with the `changed-meanwhile` that is thrown.
 * @param onSaved is told also when the form is gone by then.
 */
export function useSaveLine(
  report: ReportOf,
  line: ProgressLine,
  onSaved: (told: Told, version: number) => void,
) {
  const client = useQueryClient();
  const isLine = (one: ProgressLine): boolean =>
    one.organisation === line.organisation && one.code === line.code && one.input === line.input;
  return useMutation({
    mutationFn: ({ told, version }: { told: Told; version: number }) =>
      take(
        api.PUT("/plans/{id}/progress/{organisation}/{year}/{quarter}/{code}", {
          params: {
            path: { ...pathOf(report), code: line.code },
            query: line.input === "" ? {} : { input: line.input },
          },
          headers: ifMatch(version),
          body: told,
        }),
      ),
    onSuccess: ({ entry, report: { state, version } }, { told }) => {
      onSaved(told, entry.version);
      patchBoards(client, report, (board) => ({
        ...board,
        leads: board.leads.map((lead) =>
          lead.organisation === report.organisation
            ? { ...lead, report: { ...lead.report, state, version } }
            : lead,
        ),
        lines: board.lines.map((one) =>
          isLine(one) ? { ...one, entry: entry.version === 0 ? null : entry } : one,
        ),
      }));
      // The light of its deadline is the server's to say, and so are the boards of other quarters.
      void client.invalidateQueries(boardsOf(report.planId));
    },
    onError: (error) => {
      if (isProblem(error, "state-refused")) void client.invalidateQueries(boardsOf(report.planId));
    },
  });
}

/** After a report went or came back: what lists plans tells another thing too. */
const noteMoved = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ["plans"] });

export function useSendReport(report: ReportOf, version: number, onSent: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST("/plans/{id}/progress/{organisation}/{year}/{quarter}/send", {
          params: { path: pathOf(report) },
          headers: ifMatch(version),
        }),
      ),
    onSuccess: async () => {
      onSent();
      await noteMoved(client);
    },
    onError: () => noteMoved(client),
  });
}

export function useGiveBack(
  planId: string,
  period: Period,
  { organisation, report }: PlanLead,
  onDone: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST("/plans/{id}/progress/{organisation}/{year}/{quarter}/return", {
          params: { path: pathOf({ planId, organisation, period }) },
          headers: ifMatch(report.version),
          body: { reason },
        }),
      ),
    onSuccess: async () => {
      onDone();
      await noteMoved(client);
    },
    onError: () => noteMoved(client),
  });
}
