/** What the set says of itself: its name, the decision, the years, whom it is for, how it rounds. */
import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../../shared/confirm-dialog.js";
import { DayField } from "../../../shared/day-field.js";
import { useText } from "../../../shared/text.js";
import { unitKindsQuery } from "../../units/queries.js";
import type { SetHeadChange } from "../model/import-work.js";
import type { SetSource } from "../model/set-source.js";
import classes from "../set-import.module.css";

interface HeadDialogProps {
  readonly set: SetSource;
  readonly busy: boolean;
  readonly error: unknown;
  onSave(head: SetHeadChange): void;
  onClose(): void;
}

type Rounding = NonNullable<SetSource["rounding"]>;
const ROUNDING: Rounding = { ratio: "exact", score: { digits: 2, mode: "half-up" }, sum: "rounded" };

export function HeadDialog({ set, busy, error, onSave, onClose }: HeadDialogProps): ReactNode {
  const say = useText();
  const [head, setHead] = useState<SetHeadChange>(() => ({
    id: set.id,
    version: set.version,
    title: set.title,
    legal_basis: set.legal_basis,
    years: set.years,
    applies_to: set.applies_to,
    rounding: set.rounding ?? ROUNDING,
  }));
  const change = (part: Partial<SetHeadChange>): void => setHead({ ...head, ...part });
  const { years } = head;
  const complete =
    head.title.trim() !== "" &&
    head.applies_to.length > 0 &&
    head.legal_basis.every(({ issuer, title }) => issuer.trim() !== "" && title.trim() !== "");
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={say("imports.head")}
      confirm={say("shared.save")}
      busy={busy}
      disabled={!complete}
      error={error}
      onConfirm={() => onSave(head)}
      onClose={onClose}
    >
      <Textarea
        label={say("imports.head.title")}
        minRows={1}
        value={head.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <DecisionFields head={head} onChange={change} />
      <div className={classes.pair}>
        <NumberInput
          label={say("imports.head.from")}
          allowDecimal={false}
          hideControls
          value={years.from}
          onChange={(value) => typeof value === "number" && change({ years: { ...years, from: value } })}
        />
        <NumberInput
          label={say("imports.head.to")}
          description={say("imports.head.toHint")}
          allowDecimal={false}
          hideControls
          value={years.to ?? ""}
          onChange={(value) =>
            change({ years: typeof value === "number" ? { ...years, to: value } : { from: years.from } })
          }
        />
      </div>
      <KindFields chosen={head.applies_to} onChange={(applies_to) => change({ applies_to })} />
      <RoundingFields rounding={head.rounding ?? ROUNDING} onChange={(rounding) => change({ rounding })} />
    </ConfirmDialog>
  );
}

interface PartProps {
  readonly head: SetHeadChange;
  onChange(part: Partial<SetHeadChange>): void;
}

/** The decision that the set was taken from: the first of its legal basis. */
function DecisionFields({ head, onChange }: PartProps): ReactNode {
  const say = useText();
  const [first, ...others] = head.legal_basis;
  if (first === undefined) return null;
  const change = (part: Partial<typeof first>): void => {
    const { number, date, ...rest } = { ...first, ...part };
    onChange({
      legal_basis: [
        {
          ...(number === undefined || number === "" ? {} : { number }),
          ...(date === undefined || date === "" ? {} : { date }),
          ...rest,
        },
        ...others,
      ],
    });
  };
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={say("imports.head.number")}
          value={first.number ?? ""}
          autoComplete="off"
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        <DayField
          label={say("imports.head.date")}
          value={first.date ?? ""}
          onChange={(date) => change({ date })}
        />
      </div>
      <TextInput
        label={say("imports.head.issuer")}
        value={first.issuer}
        autoComplete="off"
        onChange={(event) => change({ issuer: event.currentTarget.value })}
      />
      <Textarea
        label={say("imports.head.basis")}
        minRows={1}
        value={first.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
    </>
  );
}

function KindFields({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange(kinds: string[]): void;
}): ReactNode {
  const say = useText();
  const kinds = useQuery(unitKindsQuery);
  const known = kinds.data?.items ?? [];
  const all = [
    ...known.map(({ kind, name }) => ({ kind, name })),
    ...chosen.filter((kind) => known.every((one) => one.kind !== kind)).map((kind) => ({ kind, name: kind })),
  ];
  return (
    <Checkbox.Group label={say("imports.head.kinds")} value={[...chosen]} onChange={(next) => onChange(next)}>
      <div className={classes.checks}>
        {all.map(({ kind, name }) => (
          <Checkbox key={kind} value={kind} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function RoundingFields({
  rounding,
  onChange,
}: {
  rounding: Rounding;
  onChange(rounding: Rounding): void;
}): ReactNode {
  const say = useText();
  const { ratio, score, sum } = rounding;
  const digits = [0, 1, 2, 3, 4].map((count) => ({
    value: String(count),
    label: say("imports.head.digits", { count }),
  }));
  return (
    <div className={classes.pair}>
      <NativeSelect
        label={say("imports.head.ratio")}
        value={ratio === "exact" ? "exact" : String(ratio.digits)}
        data={[{ value: "exact", label: say("imports.head.exact") }, ...digits]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({
            ...rounding,
            ratio: value === "exact" ? "exact" : { digits: Number(value), mode: score.mode },
          });
        }}
      />
      <NativeSelect
        label={say("imports.head.score")}
        value={String(score.digits)}
        data={digits}
        onChange={(event) =>
          onChange({ ...rounding, score: { ...score, digits: Number(event.currentTarget.value) } })
        }
      />
      <NativeSelect
        label={say("imports.head.mode")}
        value={score.mode}
        data={(["half-up", "half-even"] as const).map((value) => ({
          value,
          label: say(`imports.head.${value}`),
        }))}
        onChange={(event) =>
          onChange({
            ...rounding,
            score: { ...score, mode: event.currentTarget.value as typeof score.mode },
          })
        }
      />
      <NativeSelect
        label={say("imports.head.sum")}
        value={sum}
        data={(["rounded", "exact"] as const).map((value) => ({
          value,
          label: say(`imports.head.sum.${value}`),
        }))}
        onChange={(event) => onChange({ ...rounding, sum: event.currentTarget.value as typeof sum })}
      />
    </div>
  );
}
