/** What becomes of a value that a cell holds, beside what was written into it and what is stored now. */
import { type Message, message } from "@opendti/engine";
import { digestOf, sameValue } from "./digest.js";
import type { CellReading } from "./read-value.js";
import type { CellPlace, FieldValue, ReadField, StoredField } from "./types.js";

/** The version a workbook was made on, and what was written then: its digest, or the value; neither when that is not known. */
export interface Written {
  readonly version: number;
  readonly digest?: string | undefined;
  readonly value?: FieldValue | null | undefined;
}

export interface FieldContext {
  readonly stored: StoredField | undefined;
  /** As the meta sheet says; undefined when it says nothing of the field. */
  readonly written: Written | undefined;
  readonly open: boolean;
}

export function readField(
  code: string,
  input: string,
  place: CellPlace,
  reading: CellReading,
  { stored, written, open }: FieldContext,
): ReadField {
  const now = { value: stored?.value ?? null, version: stored?.version ?? 0 };
  const seen = written?.version ?? 0;
  const common = { code, input, place, stored: now.value, version: now.version, seen };
  if ("fault" in reading) return { ...common, value: null, state: "fault", message: reading.fault };
  const { value, message } = reading;
  const read = { ...common, value, ...(message ? { message } : {}) };
  if (sameValue(value, now.value)) return { ...common, value, state: "same" };
  if (written && wasWritten(value, written)) return { ...common, value, state: "untouched" };
  if (!open) return { ...read, state: "closed" };
  if (now.version !== seen) return { ...read, state: "conflict" };
  if (value === null) return { ...read, state: "clears" };
  return { ...read, state: now.value === null ? "new" : "changed" };
}

function wasWritten(value: FieldValue | null, { digest, value: before }: Written): boolean {
  return digest === undefined ? before !== undefined && sameValue(value, before) : digestOf(value) === digest;
}

/** What is said of a cell, with where it is: `Sheet 'Nhân lực số', ô D12: ...`. */
export function cellWords({ sheet, cell }: CellPlace, { vi, en }: Message): Message {
  return message(`Sheet '${sheet}', ô ${cell}: ${vi}`, `Sheet '${sheet}', cell ${cell}: ${en}`);
}
