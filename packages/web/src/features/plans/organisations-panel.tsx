/** On a plan's page, for the coordinator: which unit of the register each organisation of the plan is. */
import { Button, Group } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { UnitName } from "../../api/contract.js";
import type { PlanOrganisations } from "../../api/plans-contract.js";
import { isProblem } from "../../api/problem.js";
import { Loaded } from "../../shared/loaded.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { UnitSelect } from "../../shared/unit-select.js";
import classes from "./plans.module.css";
import { organisationsQuery } from "./queries.js";

type Organisation = PlanOrganisations["items"][number];

export function OrganisationsPanel({ planId }: { planId: string }): ReactNode {
  const say = useText();
  const query = useQuery(organisationsQuery(planId));
  return (
    <Panel title={say("plans.organisations")} note={say("plans.organisations.note")}>
      <Loaded query={query}>
        {(organisations) => <Form planId={planId} organisations={organisations} />}
      </Loaded>
    </Panel>
  );
}

/** Takes what was chosen to the server; a stale version reads what another has chosen, and what is chosen here stays. */
function useKeep(planId: string, version: number, onKept: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: ReadonlyMap<string, UnitName | null>) =>
      take(
        api.PUT("/plans/{id}/organisations", {
          params: { path: { id: planId } },
          headers: ifMatch(version),
          body: { items: [...chosen].map(([key, unit]) => ({ key, unitId: unit?.id ?? null })) },
        }),
      ),
    onSuccess: (organisations) => {
      onKept();
      client.setQueryData(organisationsQuery(planId).queryKey, organisations);
      void client.invalidateQueries({ queryKey: ["plans"] });
    },
    onError: (error) => {
      if (isProblem(error, "changed-meanwhile")) void client.invalidateQueries(organisationsQuery(planId));
    },
  });
}

function Form({ planId, organisations }: { planId: string; organisations: PlanOrganisations }): ReactNode {
  const say = useText();
  const [chosen, setChosen] = useState<ReadonlyMap<string, UnitName | null>>(new Map());
  const keep = useKeep(planId, organisations.version, () => {
    setChosen(new Map());
    notice(say("plans.organisations.kept"));
  });
  const choose = (...some: (readonly [string, UnitName | null])[]): void =>
    setChosen((before) => new Map([...before, ...some]));
  const leading = organisations.items.filter(({ leads }) => leads > 0);
  const others = organisations.items.filter(({ leads }) => leads === 0);
  const suggested = leading.flatMap(({ key, unit, suggested: one }) =>
    unit === null && one !== null && !chosen.has(key) ? [[key, one] as const] : [],
  );
  const fields = (some: readonly Organisation[]): ReactNode => (
    <div className={classes.organisations}>
      {some.map((one) => (
        <Field
          key={one.key}
          organisation={one}
          value={chosen.has(one.key) ? (chosen.get(one.key) ?? null) : one.unit}
          onChange={(unit) => choose([one.key, unit])}
        />
      ))}
    </div>
  );
  return (
    <form
      className={classes.choice}
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(chosen);
      }}
    >
      {fields(leading)}
      {others.length > 0 && (
        <details>
          <summary>{say("plans.organisations.others", { count: others.length })}</summary>
          {fields(others)}
        </details>
      )}
      <ProblemAlert error={keep.error} />
      <Group gap="sm">
        <Button type="submit" loading={keep.isPending} disabled={chosen.size === 0}>
          {say("plans.organisations.keep")}
        </Button>
        {suggested.length > 0 && (
          <Button variant="default" onClick={() => choose(...suggested)}>
            {say("plans.organisations.suggested", { count: suggested.length })}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Field({
  organisation: { name, leads, unit, suggested },
  value,
  onChange,
}: {
  organisation: Organisation;
  value: UnitName | null;
  onChange(unit: UnitName | null): void;
}): ReactNode {
  const say = useText();
  return (
    <div>
      <UnitSelect label={name} value={value} onChange={onChange} clearable />
      <p className={classes.quiet}>
        {leads > 0 && say("plans.organisations.leads", { count: leads })}
        {unit === null && value === null && suggested !== null && (
          <>
            {leads > 0 && " · "}
            <button type="button" className={classes.suggested} onClick={() => onChange(suggested)}>
              {say("plans.organisations.suggest", { unit: suggested.name })}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
