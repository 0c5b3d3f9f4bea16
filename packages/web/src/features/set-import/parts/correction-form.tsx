/** Correcting one indicator: what it is called and worth, what is declared, the rule, the exceptions; tried as it is typed. */
import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { changeOf, corrected } from "../model/compose.js";
import type { IndicatorChange } from "../model/import-work.js";
import type { IndicatorSource, SetSource } from "../model/set-source.js";
import { runnable } from "../model/try-rule.js";
import { AmountBox } from "../rule/boxes.js";
import { ExceptionsForm } from "../rule/exceptions-form.js";
import { FormContext, type RuleFormContext } from "../rule/form-context.js";
import { claimInput, type FormIndicator, indicatorForm, indicatorOf } from "../rule/form-indicator.js";
import { emptyRule } from "../rule/form-rule.js";
import { InputsForm } from "../rule/inputs-form.js";
import { RuleForm } from "../rule/rule-form.js";
import classes from "../rule/rule-form.module.css";
import { changeOfYaml, yamlOf } from "../rule/yaml-text.js";
import { RuleWords } from "./rule-words.js";
import { TryPanel } from "./try-panel.js";

interface CorrectionFormProps {
  /** As it stands now. */
  readonly indicator: IndicatorSource;
  readonly set: SetSource;
  readonly busy: boolean;
  onSave(change: IndicatorChange): void;
  onCancel(): void;
}

/** The correction as it is typed: in the form, or as YAML where somebody asks for it. */
function useCorrection(indicator: IndicatorSource, language: RuleFormContext["language"]) {
  const [form, setForm] = useState(() => indicatorForm(indicator, language));
  const [yaml, setYaml] = useState<string | null>(null);
  const asYaml = useMemo(() => (yaml === null ? null : changeOfYaml(yaml)), [yaml]);
  const change = useMemo(
    () => (asYaml === null ? indicatorOf(form, language) : asYaml.ok ? asYaml.change : null),
    [asYaml, form, language],
  );
  return {
    form,
    setForm,
    yaml,
    setYaml,
    change,
    yamlWhy: asYaml === null || asYaml.ok ? [] : asYaml.why,
    toYaml: () => setYaml(yamlOf(change ?? changeOf(indicator))),
    toForm: () => {
      if (asYaml?.ok) setForm(indicatorForm(corrected(indicator, asYaml.change), language));
      setYaml(null);
    },
  };
}

export function CorrectionForm({ indicator, set, busy, onSave, onCancel }: CorrectionFormProps): ReactNode {
  const say = useText();
  const { language } = useFormat();
  const edit = useCorrection(indicator, language);
  const { form, change, yaml } = edit;
  const [strict, setStrict] = useState(false);
  const now = useMemo(() => (change === null ? null : corrected(indicator, change)), [change, indicator]);
  const run = useMemo(() => (now === null || now.rule === undefined ? null : runnable(now, set)), [now, set]);
  const why = [...edit.yamlWhy, ...(run === null || run.ok ? [] : run.why)];
  const place = useRef<HTMLFormElement>(null);
  // Whoever came here by a key goes on typing here.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const save = (): void => {
    setStrict(true);
    if (change !== null && (run === null || run.ok)) onSave(change);
  };
  return (
    <FormContext value={{ language, inputs: form.inputs, profile: set.profile ?? [], strict }}>
      <form
        ref={place}
        tabIndex={-1}
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={classes.yamlTurn}>
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            disabled={yaml !== null && edit.yamlWhy.length > 0}
            onClick={yaml === null ? edit.toYaml : edit.toForm}
          >
            {say(yaml === null ? "imports.form.toYaml" : "imports.form.toForm")}
          </Button>
        </div>
        {yaml === null ? (
          <Sections indicator={indicator} form={form} onChange={edit.setForm} />
        ) : (
          <Textarea
            label={say("imports.form.yaml")}
            classNames={{ input: classes.yaml ?? "" }}
            minRows={12}
            spellCheck={false}
            value={yaml}
            onChange={(event) => edit.setYaml(event.currentTarget.value)}
          />
        )}
        {now !== null && (
          <section className={classes.section} aria-label={say("imports.form.preview")}>
            <h4>{say("imports.form.preview")}</h4>
            <RuleWords indicator={now} />
          </section>
        )}
        {run?.ok && <TryPanel run={run.value} />}
        <div role="alert">
          {why.length > 0 && (
            <ul className={classes.why}>
              {why.map((each) => (
                <li key={each.vi}>{each[language]}</li>
              ))}
            </ul>
          )}
          {strict && change === null && why.length === 0 && (
            <p className={classes.why}>{say("imports.form.unfinished")}</p>
          )}
        </div>
        <div className={classes.actions}>
          <Button variant="default" onClick={onCancel}>
            {say("shared.cancel")}
          </Button>
          <Button type="submit" loading={busy}>
            {say("imports.form.save")}
          </Button>
        </div>
      </form>
    </FormContext>
  );
}

interface SectionsProps {
  readonly indicator: IndicatorSource;
  readonly form: FormIndicator;
  onChange(form: FormIndicator): void;
}

function Sections({ indicator, form, onChange }: SectionsProps): ReactNode {
  const say = useText();
  const parent = indicator.children !== undefined;
  return (
    <>
      <section className={classes.section}>
        <h4>{say("imports.form.indicator")}</h4>
        <Textarea
          label={say("imports.form.title")}
          minRows={1}
          value={form.title}
          onChange={(event) => onChange({ ...form, title: event.currentTarget.value })}
        />
        <AmountBox
          optional
          label={say("imports.form.max")}
          value={form.max}
          onChange={(max) => onChange({ ...form, max })}
        />
      </section>
      <section className={classes.section}>
        <h4>{say("imports.form.rule")}</h4>
        {form.rule === null ? (
          <div className={classes.row}>
            <p className={classes.none}>{say(parent ? "imports.words.children" : "imports.form.noRule")}</p>
            <Button
              variant="default"
              size="xs"
              onClick={() =>
                onChange({
                  ...form,
                  rule: emptyRule(
                    "choice",
                    form.inputs.map(({ id }) => id),
                  ),
                })
              }
            >
              {say("imports.form.giveRule")}
            </Button>
          </div>
        ) : (
          <RuleForm rule={form.rule} onChange={(rule) => onChange({ ...form, rule })} />
        )}
      </section>
      <section className={classes.section}>
        <h4>{say("imports.form.inputs")}</h4>
        <p className={classes.none}>{say("imports.form.inputsHint")}</p>
        <InputsForm inputs={form.inputs} onChange={(inputs) => onChange({ ...form, inputs })} />
      </section>
      <section className={classes.section}>
        <h4>{say("imports.form.exceptions")}</h4>
        <ExceptionsForm
          exceptions={form.exceptions}
          onChange={(exceptions, claimed) =>
            onChange({
              ...form,
              exceptions,
              inputs: claimed === undefined ? form.inputs : [...form.inputs, claimInput(claimed)],
            })
          }
        />
        <NativeSelect
          label={say("imports.form.notApplicable")}
          value={form.notApplicable}
          data={(["", "full", "zero", "excluded"] as const).map((value) => ({
            value,
            label: say(`imports.notApplicable.${value === "" ? "none" : value}`),
          }))}
          onChange={(event) =>
            onChange({ ...form, notApplicable: event.currentTarget.value as FormIndicator["notApplicable"] })
          }
        />
      </section>
    </>
  );
}
