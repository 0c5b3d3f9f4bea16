/** How a unit heads and signs its documents: what only the agency knows, with a line on what is missing. */
import { Button, Select, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { isProblem } from "../../api/problem.js";
import type { Letterhead } from "../../api/reports-contract.js";
import { ErrorState } from "../../shared/error-state.js";
import { LineSkeleton } from "../../shared/loaded.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { type EditedLetterhead, lacking } from "./letterhead.js";
import classes from "./reports.module.css";

const FORMS = ["head", "acting", "deputy", "ordered", "delegated"] as const;

interface LetterheadPanelProps {
  readonly edited: EditedLetterhead;
  /** Whether the document goes to somebody ("Kính gửi"). */
  readonly addressed: boolean;
  /** Of the unit, where it is not the page's own. */
  readonly title?: string;
}

export function LetterheadPanel({ edited, addressed, title }: LetterheadPanelProps): ReactNode {
  const say = useText();
  const { letterhead, query, mayChange, changed, saving, error } = edited;
  return (
    <Panel
      title={title ?? say("reports.letterhead")}
      note={letterhead === undefined ? undefined : <Lacking letterhead={letterhead} addressed={addressed} />}
      actions={
        changed && (
          <Button size="xs" loading={saving} onClick={() => void edited.keep().catch(() => undefined)}>
            {say("reports.letterhead.keep")}
          </Button>
        )
      }
    >
      {query.error !== null && letterhead === undefined ? (
        <ErrorState error={query.error} />
      ) : letterhead === undefined ? (
        <LineSkeleton lines={6} />
      ) : (
        <>
          {!mayChange && <p className={classes.quiet}>{say("reports.letterhead.readOnly")}</p>}
          <ProblemAlert error={error} />
          {isProblem(error, "changed-meanwhile") && (
            <Button variant="default" size="xs" onClick={() => void edited.reread()}>
              {say("reports.letterhead.reread")}
            </Button>
          )}
          <fieldset className={classes.fields} disabled={!mayChange}>
            <legend className="for-readers">{say("reports.letterhead")}</legend>
            <HeadFields letterhead={letterhead} edit={edited.edit} />
            <FootFields letterhead={letterhead} edit={edited.edit} />
          </fieldset>
        </>
      )}
    </Panel>
  );
}

function Lacking({ letterhead, addressed }: { letterhead: Letterhead; addressed: boolean }): ReactNode {
  const say = useText();
  const lacks = lacking(letterhead, addressed);
  return (
    <span role="status" data-lacking={lacks.length}>
      {lacks.length === 0
        ? say("reports.lacks.nothing")
        : say("reports.lacks", {
            fields: lacks.map((field) => say(`reports.lacks.${field}`)).join(", "),
          })}
    </span>
  );
}

interface FieldsProps {
  readonly letterhead: Letterhead;
  edit(letterhead: Letterhead): void;
}

const HEAD_FIELDS = ["superior", "body", "symbol", "room", "place", "fullName", "shortName"] as const;

function HeadFields({ letterhead, edit }: FieldsProps): ReactNode {
  const say = useText();
  return (
    <>
      {HEAD_FIELDS.map((field) => (
        <TextInput
          key={field}
          label={say(`reports.field.${field}`)}
          description={say(`reports.hint.${field}`)}
          maxLength={field === "symbol" || field === "room" ? 60 : field === "place" ? 100 : 300}
          value={letterhead[field]}
          onChange={({ currentTarget }) => edit({ ...letterhead, [field]: currentTarget.value })}
        />
      ))}
      <Lines
        label={say("reports.field.to")}
        hint={say("reports.hint.to")}
        lines={letterhead.to}
        onChange={(to) => edit({ ...letterhead, to })}
      />
      <Lines
        label={say("reports.field.recipients")}
        hint={say("reports.hint.recipients")}
        lines={letterhead.recipients}
        onChange={(recipients) => edit({ ...letterhead, recipients })}
      />
    </>
  );
}

/** One entry a line. */
function Lines({
  label,
  hint,
  lines,
  onChange,
}: {
  label: string;
  hint: string;
  lines: readonly string[];
  onChange(lines: string[]): void;
}): ReactNode {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={2}
      maxRows={8}
      value={lines.join("\n")}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === "" ? [] : currentTarget.value.split("\n"))
      }
    />
  );
}

function FootFields({ letterhead, edit }: FieldsProps): ReactNode {
  const say = useText();
  const { signer } = letterhead;
  const sign = (change: Partial<Letterhead["signer"]>): void =>
    edit({ ...letterhead, signer: { ...signer, ...change } });
  const text = (field: "collective" | "head" | "office" | "name"): ReactNode => (
    <TextInput
      label={say(`reports.field.${field}`)}
      description={say(`reports.hint.${field}`)}
      maxLength={200}
      autoComplete="off"
      value={signer[field]}
      onChange={({ currentTarget }) => sign({ [field]: currentTarget.value })}
    />
  );
  return (
    <>
      <TextInput
        label={say("reports.field.kept")}
        description={say("reports.hint.kept")}
        maxLength={200}
        value={letterhead.kept}
        onChange={({ currentTarget }) => edit({ ...letterhead, kept: currentTarget.value })}
      />
      <Select
        label={say("reports.field.form")}
        description={say("reports.hint.form")}
        allowDeselect={false}
        data={FORMS.map((form) => ({ value: form, label: say(`reports.form.${form}`) }))}
        value={signer.form}
        onChange={(form) => sign({ form: FORMS.find((one) => one === form) ?? "head" })}
      />
      {text("collective")}
      {text("head")}
      {["deputy", "ordered", "delegated"].includes(signer.form) && text("office")}
      {text("name")}
    </>
  );
}
