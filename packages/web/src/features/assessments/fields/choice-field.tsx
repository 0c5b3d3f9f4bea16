/** Fields that are chosen: yes or no, one of several, several of several. */
import { Button, Checkbox, Radio } from "@mantine/core";
import type { ReactNode } from "react";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { useText } from "../../../shared/text.js";
import { useDeclaration, useField } from "../screen/declaration.js";
import { FieldFrame, type FieldProps } from "./field-frame.js";
import classes from "./fields.module.css";

/** The library names only a group without a role; with one, readers are told which question they answer. */
const GROUP = { role: "group" } as const;

function useChoice(code: string, input: string): (value: AnswerValue) => void {
  const { store } = useDeclaration();
  return (value) => {
    store.type(code, input, { readable: true, value });
    store.flush();
  };
}

/** Yes, no, or nothing said yet: a missing answer is never a no. */
export function YesNoField({ code, input, readOnly, beside }: FieldProps): ReactNode {
  const say = useText();
  const state = useField(code, input.id);
  const choose = useChoice(code, input.id);
  const value = state.value === true ? "yes" : state.value === false ? "no" : "";
  return (
    <FieldFrame input={input} state={state} group beside={beside}>
      {({ label, described }) => (
        <Radio.Group
          {...GROUP}
          aria-labelledby={label}
          aria-describedby={described}
          value={value}
          onChange={(next) => choose(next === "yes")}
        >
          <div className={classes.yesNo}>
            {(["yes", "no"] as const).map((each) => (
              <Option key={each} chosen={value === each}>
                <Radio
                  value={each}
                  disabled={readOnly && value !== each}
                  label={say(each === "yes" ? "assessments.field.yes" : "assessments.field.no")}
                />
              </Option>
            ))}
            {!readOnly && value !== "" && <ClearButton onClear={() => choose(null)} />}
          </div>
        </Radio.Group>
      )}
    </FieldFrame>
  );
}

/** One of several, in the order of the decision's text. */
export function ChoiceField({
  code,
  input,
  readOnly,
  beside,
  hideLabel = false,
}: FieldProps & { hideLabel?: boolean }): ReactNode {
  const say = useText();
  const state = useField(code, input.id);
  const choose = useChoice(code, input.id);
  const value = state.value === null ? "" : String(state.value);
  const shown = hideLabel ? { ...input, label: say("assessments.field.chooseOne") } : input;
  return (
    <FieldFrame input={shown} state={state} group beside={beside}>
      {({ label, described }) => (
        <Radio.Group
          {...GROUP}
          aria-labelledby={label}
          aria-describedby={described}
          value={value}
          onChange={(next) => choose(Number(next))}
        >
          <div className={classes.options}>
            {input.options.map((option, place) => (
              <Option key={option} chosen={value === String(place + 1)}>
                <Radio
                  value={String(place + 1)}
                  disabled={readOnly && value !== String(place + 1)}
                  label={option}
                />
              </Option>
            ))}
          </div>
          {!readOnly && value !== "" && <ClearButton onClear={() => choose(null)} />}
        </Radio.Group>
      )}
    </FieldFrame>
  );
}

/** Several of several. */
export function ChoicesField({ code, input, readOnly, beside }: FieldProps): ReactNode {
  const state = useField(code, input.id);
  const choose = useChoice(code, input.id);
  const places = Array.isArray(state.value) ? state.value.map(String) : [];
  return (
    <FieldFrame input={input} state={state} group beside={beside}>
      {({ label, described }) => (
        <Checkbox.Group
          {...GROUP}
          aria-labelledby={label}
          aria-describedby={described}
          value={places}
          onChange={(next) => choose(next.length === 0 ? null : next.map(Number).sort((a, b) => a - b))}
        >
          <div className={classes.options}>
            {input.options.map((option, place) => (
              <Option key={option} chosen={places.includes(String(place + 1))}>
                <Checkbox value={String(place + 1)} disabled={readOnly} label={option} />
              </Option>
            ))}
          </div>
        </Checkbox.Group>
      )}
    </FieldFrame>
  );
}

/** A fact that only an exception of the rule asks for: ticked, or not claimed. */
export function ClaimField({ code, input, readOnly, beside }: FieldProps): ReactNode {
  const state = useField(code, input.id);
  const choose = useChoice(code, input.id);
  return (
    <FieldFrame input={{ ...input, label: "" }} state={state} group beside={beside}>
      {({ described }) => (
        <Option chosen={state.value === true}>
          <Checkbox
            checked={state.value === true}
            disabled={readOnly}
            aria-describedby={described}
            onChange={(event) => choose(event.currentTarget.checked ? true : null)}
            label={input.label}
          />
        </Option>
      )}
    </FieldFrame>
  );
}

/** A choice as a plate that can be hit anywhere. */
function Option({ chosen, children }: { chosen: boolean; children: ReactNode }): ReactNode {
  return (
    <div className={classes.option} data-chosen={chosen}>
      {children}
    </div>
  );
}

function ClearButton({ onClear }: { onClear(): void }): ReactNode {
  const say = useText();
  return (
    <Button variant="subtle" color="gray" size="compact-xs" className={classes.clear ?? ""} onClick={onClear}>
      {say("assessments.field.clear")}
    </Button>
  );
}
