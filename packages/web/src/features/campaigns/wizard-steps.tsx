/** The steps of the campaign wizard; each changes its part of the draft. */
import { Checkbox, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { SetHead, Unit } from "../../api/contract.js";
import { DayField } from "../../shared/day-field.js";
import { EmptyState } from "../../shared/empty-state.js";
import { FactList } from "../../shared/fact-list.js";
import { Loaded } from "../../shared/loaded.js";
import { matches } from "../../shared/matches.js";
import { SearchField } from "../../shared/search-field.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./campaigns.module.css";
import { type CampaignDraft, groupsOf, stageFails, stages } from "./draft.js";
import { assessedUnitsQuery, publishedSetsQuery } from "./queries.js";

export interface StepProps {
  draft: CampaignDraft;
  onChange(part: Partial<CampaignDraft>): void;
}

/** What tells sets of one name apart: issuer, years, kind, errors in the document. */
function SetOption({ set }: { set: SetHead | undefined }): ReactNode {
  const say = useText();
  if (set === undefined) return null;
  const { about, findings } = set;
  const facts = [
    about?.decision.issuer,
    about && say("campaigns.setFrom", { year: String(about.years.from) }),
    about && say(`campaigns.setKind.${about.kind}`),
    findings.errors > 0 ? say("campaigns.setErrors", { count: findings.errors }) : null,
  ];
  return (
    <div>
      <div>{set.title}</div>
      <Text size="xs" c="dimmed">
        {facts.filter((fact) => fact != null).join(" · ")}
      </Text>
    </div>
  );
}

/** Which set, for which year, under which name. */
export function SetStep({ draft, onChange }: StepProps): ReactNode {
  const say = useText();
  const { points, number } = useFormat();
  const query = useQuery(publishedSetsQuery);
  const published = query.data ?? [];
  const keyOf = ({ id, version }: { id: string; version: number }): string => `${id} ${version}`;
  return (
    <Stack gap="md" maw={560}>
      <Select
        label={say("campaigns.set")}
        description={say("campaigns.setHint")}
        searchable
        data={published.map((set) => ({ value: keyOf(set), label: set.title }))}
        renderOption={({ option }) => (
          <SetOption set={published.find((set) => keyOf(set) === option.value)} />
        )}
        value={draft.set === null ? null : keyOf(draft.set)}
        onChange={(key) => onChange({ set: published.find((set) => keyOf(set) === key) ?? null })}
        error={query.isError ? say("shared.problem.unexpected") : null}
      />
      {draft.set !== null && (
        <Text size="sm" c="dimmed">
          {say("campaigns.setFacts", {
            count: number(draft.set.indicatorCount),
            max: points(draft.set.max),
            version: draft.set.version,
          })}
        </Text>
      )}
      <NumberInput
        label={say("campaigns.year")}
        min={2015}
        max={2100}
        allowDecimal={false}
        w={160}
        value={draft.year}
        onChange={(year) => typeof year === "number" && onChange({ year })}
      />
      <TextInput
        label={say("campaigns.name")}
        placeholder={say("campaigns.nameExample", { year: String(draft.year) })}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
    </Stack>
  );
}

function UnitChoice({ all, draft, onChange }: StepProps & { all: readonly Unit[] }): ReactNode {
  const say = useText();
  const [words, setWords] = useState("");
  const chosen = new Set(draft.units.map(({ id }) => id));
  const take = (units: readonly Unit[], checked: boolean): void => {
    const ids = new Set(units.map(({ id }) => id));
    const others = draft.units.filter(({ id }) => !ids.has(id));
    onChange({ units: checked ? [...others, ...units] : others });
  };
  const shown = all.filter(({ name, code }) => matches(`${name} ${code}`, words));
  return (
    <Stack gap="lg">
      <SearchField label={say("campaigns.findUnit")} onSearch={setWords} />
      {groupsOf(shown).map(({ code, name, units }) => {
        const taken = units.filter(({ id }) => chosen.has(id)).length;
        return (
          <div key={code}>
            <Checkbox
              label={say("campaigns.groupChosen", { name, taken, total: units.length })}
              fw={600}
              mb="xs"
              checked={taken === units.length}
              indeterminate={taken > 0 && taken < units.length}
              onChange={(event) => take(units, event.currentTarget.checked)}
            />
            <div className={classes.units}>
              {units.map((unit) => (
                <Checkbox
                  key={unit.id}
                  className={classes.check ?? ""}
                  label={unit.name}
                  checked={chosen.has(unit.id)}
                  onChange={(event) => take([unit], event.currentTarget.checked)}
                />
              ))}
            </div>
          </div>
        );
      })}
      {shown.length === 0 && <EmptyState title={say("campaigns.noUnitFound")} />}
    </Stack>
  );
}

/** Which units are assessed, by ranking group. */
export function UnitsStep(props: StepProps): ReactNode {
  const query = useQuery(assessedUnitsQuery);
  return <Loaded query={query}>{(all) => <UnitChoice {...props} all={all} />}</Loaded>;
}

/** From when to when each stage runs. */
export function StagesStep({ draft, onChange }: StepProps): ReactNode {
  const say = useText();
  return (
    <div>
      {stages.map((stage) => {
        const { opens, due } = draft.days[stage];
        const set = (part: Partial<typeof draft.days.declare>): void =>
          onChange({ days: { ...draft.days, [stage]: { ...draft.days[stage], ...part } } });
        return (
          <div key={stage} className={classes.stageFields}>
            <div>
              <div className={classes.stageName}>{say(`shared.stage.${stage}`)}</div>
              <Text size="sm" c={stageFails(draft, stage) ? "var(--bad)" : "dimmed"}>
                {stageFails(draft, stage) ? say("campaigns.daysNeeded") : say(`campaigns.stage.${stage}`)}
              </Text>
            </div>
            <DayField
              label={say("campaigns.opensOf", { stage: say(`shared.stage.${stage}`) })}
              value={opens}
              onChange={(day) => set({ opens: day })}
            />
            <DayField
              label={say("campaigns.dueOf", { stage: say(`shared.stage.${stage}`) })}
              value={due}
              onChange={(day) => set({ due: day })}
              {...(opens === "" ? {} : { min: opens })}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Everything chosen, once more, before it is stored. */
export function ReviewStep({ draft }: { draft: CampaignDraft }): ReactNode {
  const say = useText();
  const { date, number } = useFormat();
  return (
    <FactList
      facts={[
        { label: say("campaigns.name"), value: draft.name },
        { label: say("campaigns.year"), value: String(draft.year) },
        { label: say("campaigns.set"), value: draft.set?.title ?? say("shared.none") },
        ...groupsOf(draft.units).map(({ name, units }) => ({
          label: name,
          value: say("campaigns.unitCount", { count: number(units.length) }),
        })),
        ...stages
          .filter((stage) => draft.days[stage].due !== "")
          .map((stage) => ({
            label: say(`shared.stage.${stage}`),
            value: say("campaigns.period", {
              from: date(draft.days[stage].opens),
              to: date(draft.days[stage].due),
            }),
          })),
      ]}
    />
  );
}
