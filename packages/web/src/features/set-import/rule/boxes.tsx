/** The boxes that the rule form is made of: an amount, what something is worth, a formula. */
import { ActionIcon, Button, NativeSelect, TextInput, UnstyledButton } from "@mantine/core";
import { IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { readAmount } from "./amount.js";
import { useRuleForm } from "./form-context.js";
import type { Worth } from "./form-rule.js";
import { readFormula } from "./formula.js";
import classes from "./rule-form.module.css";

interface BoxProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  /** May stay empty. */
  readonly optional?: boolean;
  /** The label is heard, not seen: the box stands in a row that says what it is. */
  readonly quiet?: boolean;
  readonly hint?: string;
}

const labelled = (label: string, quiet: boolean): { label: string } | { "aria-label": string } =>
  quiet ? { "aria-label": label } : { label };

/** A number, a percent or a fraction. */
export function AmountBox({
  label,
  value,
  onChange,
  optional = false,
  quiet = false,
  hint,
}: BoxProps): ReactNode {
  const say = useText();
  const { language, strict } = useRuleForm();
  const empty = value.trim() === "";
  const wrong = empty ? strict && !optional : readAmount(value, language) === null;
  return (
    <TextInput
      {...labelled(label, quiet)}
      {...(hint === undefined ? {} : { description: hint })}
      className={classes.amount ?? ""}
      value={value}
      autoComplete="off"
      error={wrong ? say("imports.form.amountWrong") : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Words. */
export function WordsBox({
  label,
  value,
  onChange,
  optional = false,
  quiet = false,
  hint,
}: BoxProps): ReactNode {
  const say = useText();
  const { strict } = useRuleForm();
  return (
    <TextInput
      {...labelled(label, quiet)}
      {...(hint === undefined ? {} : { description: hint })}
      className={classes.words ?? ""}
      value={value}
      autoComplete="off"
      error={strict && !optional && value.trim() === "" ? say("imports.form.empty") : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface WorthBoxProps {
  readonly worth: Worth;
  onChange(worth: Worth): void;
  /** Offers to say nothing of it. */
  readonly none?: boolean;
}

/** So many points, or so much of the maximum. */
export function WorthBox({ worth, onChange, none = false }: WorthBoxProps): ReactNode {
  const say = useText();
  const choices = ["points", "share", ...(none ? ["none"] : [])] as const;
  return (
    <div className={classes.worth}>
      {worth.as !== "none" && (
        <AmountBox
          quiet
          label={say(`imports.form.worth.${worth.as}`)}
          value={worth.amount}
          onChange={(amount) => onChange({ ...worth, amount })}
        />
      )}
      <NativeSelect
        aria-label={say("imports.form.worth")}
        value={worth.as}
        data={choices.map((value) => ({
          value,
          label: say(`imports.form.worth.${value}` as "imports.form.worth.points"),
        }))}
        onChange={(event) => onChange({ ...worth, as: event.currentTarget.value as Worth["as"] })}
      />
    </div>
  );
}

const WORDS = new Set(["text", "link", "date", "table"]);

/** A formula or a condition over the declared numbers; their letters stand below, a click writes one. */
export function FormulaBox({ label, value, onChange, quiet = false, hint }: BoxProps): ReactNode {
  const say = useText();
  const { language: ui } = useFormat();
  const { inputs, profile, strict } = useRuleForm();
  const box = useRef<HTMLInputElement>(null);
  const reading = readFormula(value);
  const empty = value.trim() === "";
  const error = empty
    ? strict
      ? say("imports.form.empty")
      : undefined
    : reading.ok
      ? undefined
      : reading.why[ui];
  // Names, addresses and the like are no numbers.
  const measured = profile.filter(({ kind }) => !WORDS.has(kind));
  const write = (id: string): void => {
    const at = box.current?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}${id}${value.slice(box.current?.selectionEnd ?? at)}`);
    box.current?.focus();
  };
  return (
    <div className={classes.formula}>
      <TextInput
        ref={box}
        {...labelled(label, quiet)}
        {...(hint === undefined ? {} : { description: hint })}
        classNames={{ input: classes.formulaInput ?? "" }}
        value={value}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Letters facts={inputs} onWrite={write} />
      {measured.length > 0 && (
        <details className={classes.profile}>
          <summary>{say("imports.form.profile")}</summary>
          <Letters facts={measured} onWrite={write} />
        </details>
      )}
    </div>
  );
}

/** Names that can be written into a formula, each with what it stands for. */
function Letters({
  facts,
  onWrite,
}: {
  facts: readonly { readonly id: string; readonly label: string }[];
  onWrite(id: string): void;
}): ReactNode {
  const say = useText();
  if (facts.length === 0) return null;
  return (
    <ul className={classes.letters}>
      {facts.map(({ id, label }) => (
        <li key={id}>
          <UnstyledButton
            className={classes.letter ?? ""}
            title={label}
            aria-label={say("imports.form.write", { id, label })}
            onClick={() => onWrite(id)}
          >
            <b>{id}</b> <span>{label}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

interface RowToolsProps {
  readonly label: string;
  /** Absent on the first row. */
  readonly onUp: (() => void) | undefined;
  /** Absent where the last row has to stay. */
  readonly onRemove: (() => void) | undefined;
}

/** Moves a row up, takes it out. */
export function RowTools({ label, onUp, onRemove }: RowToolsProps): ReactNode {
  const say = useText();
  return (
    <span className={classes.tools}>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={onUp === undefined}
        aria-label={say("imports.form.up", { label })}
        onClick={() => onUp?.()}
      >
        <IconArrowUp size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={onRemove === undefined}
        aria-label={say("imports.form.remove", { label })}
        onClick={() => onRemove?.()}
      >
        <IconTrash size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </span>
  );
}

/** One more row. */
export function AddRow({ label, onAdd }: { label: string; onAdd(): void }): ReactNode {
  return (
    <Button
      variant="default"
      size="xs"
      className={classes.add ?? ""}
      leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
      onClick={onAdd}
    >
      {label}
    </Button>
  );
}
