import { ActionIcon, TextInput } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import classes from "./day-field.module.css";
import { readDay } from "./day-text.js";
import { formatDate } from "./format.js";
import { useText } from "./text.js";

interface DayFieldProps {
  label: string;
  /** YYYY-MM-DD; empty when none is chosen. */
  value: string;
  onChange(day: string): void;
  required?: boolean;
  min?: string;
}

/** A day, typed as dd/MM/yyyy in any browser's language, or taken from the browser's own calendar. */
export function DayField({ label, value, onChange, required = false, min = "" }: DayFieldProps): ReactNode {
  const say = useText();
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value === "" ? "" : formatDate(value));
  const [left, setLeft] = useState(false);
  useEffect(() => {
    // What is being typed stands until it names another day.
    setTyped((before) => (value === "" || readDay(before) === value ? before : formatDate(value)));
  }, [value]);
  const unreadable = typed.trim() !== "" && readDay(typed) === null;
  const tooEarly = value !== "" && value < min;
  const wrong = (): string =>
    unreadable ? say("shared.day.unreadable") : say("shared.day.tooEarly", { min: formatDate(min) });
  return (
    <TextInput
      label={label}
      placeholder={say("shared.day.example")}
      inputMode="numeric"
      autoComplete="off"
      required={required}
      withAsterisk={false}
      value={typed}
      error={left && (unreadable || tooEarly) ? wrong() : null}
      onBlur={() => setLeft(true)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readDay(event.currentTarget.value) ?? "");
      }}
      rightSection={
        <>
          <input
            ref={calendar}
            type="date"
            className={classes.calendar}
            tabIndex={-1}
            aria-hidden
            min={min}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say("shared.day.calendar", { label })}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </>
      }
    />
  );
}
