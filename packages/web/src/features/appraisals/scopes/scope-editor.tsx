/** The assignments while they are changed: one save for all of them, and nothing lost when somebody else saved first. */
import { Button, Select } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import type { Appraisers } from "../../../api/appraisal-contract.js";
import { api, ifMatch, take } from "../../../api/client.js";
import type { Campaign } from "../../../api/contract.js";
import { isProblem } from "../../../api/problem.js";
import { EmptyState } from "../../../shared/empty-state.js";
import { notice } from "../../../shared/notice.js";
import { Panel } from "../../../shared/panel.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { SetOutline } from "../../assessments/scoring/set-outline.js";
import { MeterBar } from "../overview/meter-bar.js";
import { appraisersQuery } from "../reads.js";
import { ScopeGrid } from "./scope-grid.js";
import { rowsOf, type Scope, sameScopes, toggled, uncovered } from "./scopes.js";
import classes from "./scopes.module.css";

interface ScopeEditorProps {
  readonly campaign: Campaign;
  readonly appraisers: Appraisers;
  readonly outline: SetOutline;
}

function scopesOf({ items }: Appraisers): Scope[] {
  return items.map(({ account, code, unit }) => ({ accountId: account.id, code, unitId: unit?.id ?? null }));
}

/** Everybody who may be assigned, and everybody who is. */
function peopleOf({ candidates, items }: Appraisers): Appraisers["candidates"] {
  const people = new Map([...candidates, ...items.map(({ account }) => account)].map((one) => [one.id, one]));
  return [...people.values()];
}

/** How far each person is, over all that is assigned to them. */
function doneBy({ items }: Appraisers): Map<string, { done: number; total: number }> {
  const by = new Map<string, { done: number; total: number }>();
  for (const { account, done, total } of items) {
    const before = by.get(account.id) ?? { done: 0, total: 0 };
    by.set(account.id, { done: before.done + done, total: before.total + total });
  }
  return by;
}

/** Chooses the units, shows the grid, saves. */
export function ScopeEditor({ campaign, appraisers, outline }: ScopeEditorProps): ReactNode {
  const say = useText();
  const { number } = useFormat();
  const client = useQueryClient();
  const stored = useMemo(() => scopesOf(appraisers), [appraisers]);
  const [changed, setChanged] = useState<readonly Scope[] | null>(null);
  const [unitId, setUnitId] = useState<string | null>(null);
  const scopes = changed ?? stored;
  const rows = useMemo(() => rowsOf(outline, say("appraisals.scopes.wholeSet")), [outline, say]);
  const people = useMemo(() => peopleOf(appraisers), [appraisers]);
  const done = useMemo(() => doneBy(appraisers), [appraisers]);
  const open = useMemo(
    () =>
      uncovered(
        scopes,
        rows,
        people.map(({ id }) => id),
        unitId,
      ),
    [scopes, rows, people, unitId],
  );
  const save = useMutation({
    mutationFn: (items: readonly Scope[]) =>
      take(
        api.PUT("/campaigns/{id}/appraisers", {
          params: { path: { id: campaign.id } },
          headers: ifMatch(appraisers.version),
          body: { items: [...items] },
        }),
      ),
    onSuccess: async (saved) => {
      client.setQueryData(appraisersQuery(campaign.id).queryKey, saved);
      setChanged(null);
      notice(say("appraisals.scopes.saved"));
      await client.invalidateQueries({ queryKey: ["campaigns", "one", campaign.id] });
      await client.invalidateQueries({ queryKey: ["appraisals", campaign.id, "summary"] });
    },
    onError: (error) => {
      // The new version comes; what was ticked here stays ticked.
      if (isProblem(error, "changed-meanwhile")) void client.invalidateQueries(appraisersQuery(campaign.id));
    },
  });
  if (people.length === 0)
    return (
      <Panel>
        <EmptyState title={say("appraisals.scopes.nobody")}>
          {say("appraisals.scopes.nobodyDetail")}
        </EmptyState>
      </Panel>
    );
  const dirty = changed !== null && !sameScopes(changed, stored);
  const special = new Set(scopes.flatMap((scope) => (scope.unitId === null ? [] : [scope.unitId])));
  return (
    <Panel flush>
      <div className={classes.tools}>
        <Select
          className={classes.unit ?? ""}
          label={say("appraisals.scopes.units")}
          placeholder={say("appraisals.scopes.allUnits")}
          searchable
          clearable
          data={campaign.units.map(({ unitId: id, name }) => ({
            value: id,
            label: special.has(id) ? say("appraisals.scopes.special", { name }) : name,
          }))}
          value={unitId}
          onChange={setUnitId}
        />
        <p className={classes.state} data-open={open.size > 0} role="status">
          {say("appraisals.scopes.open", { count: open.size })}
        </p>
        <div className={classes.buttons}>
          <Button variant="default" disabled={!dirty} onClick={() => setChanged(null)}>
            {say("appraisals.scopes.discard")}
          </Button>
          <Button disabled={!dirty} loading={save.isPending} onClick={() => save.mutate(scopes)}>
            {say("shared.save")}
          </Button>
        </div>
      </div>
      <div className={classes.problem}>
        <ProblemAlert error={save.error} />
      </div>
      <ScopeGrid
        rows={rows}
        people={people}
        scopes={scopes}
        unitId={unitId}
        open={open}
        onToggle={(row, accountId) => setChanged(toggled(scopes, rows, row, accountId, unitId))}
        under={(id) => {
          const of = done.get(id);
          return of === undefined ? null : (
            <>
              <span className={classes.count}>
                {number(of.done)}/{number(of.total)}
              </span>
              <MeterBar part={of.done} whole={of.total} />
            </>
          );
        }}
      />
      <p className={classes.hint}>{say("appraisals.scopes.hint")}</p>
    </Panel>
  );
}
