import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";

interface DayFieldProps {
  label: string;
  /** YYYY-MM-DD; empty when none is chosen. */
  value: string;
  onChange(day: string): void;
  required?: boolean;
  min?: string;
}

/** A day, by the browser's own date field: its calendar is the one people know, and it works by keyboard. */
export function DayField({ label, value, onChange, required = false, min }: DayFieldProps): ReactNode {
  return (
    <TextInput
      type="date"
      label={label}
      required={required}
      withAsterisk={false}
      {...(min === undefined ? {} : { min })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
