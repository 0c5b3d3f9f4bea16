/** Rows of a workbook as they are told and taken. Pure. */
import { cellWords } from "@opendti/documents/pure";
import { Problem } from "../../http/problem.js";
import type { Answer, StoredValue } from "../answers/repository.js";
import { fieldState, type RowState } from "./comparing.js";
import type { KeptEvidence, KeptField } from "./kept.js";

export interface RowView {
  /** Its number in the reading. */
  readonly row: number;
  readonly state: RowState;
  /** Of what is stored: what the row is taken on; of evidence 0. */
  readonly version: number;
}

export interface FieldView extends RowView, Pick<KeptField, "kind" | "place" | "code" | "input" | "message"> {
  readonly value: StoredValue | null;
  readonly stored: StoredValue | null;
  readonly by: Answer["by"];
  readonly at: Date | null;
}

export type EvidenceView = RowView & Pick<KeptEvidence, "kind" | "place" | "code" | "item" | "message">;

/** A row that a person chose. */
export interface ChosenRow {
  readonly row: number;
  /** Of what was stored when the person looked. */
  readonly version: number;
}

/** A cell beside what is stored. @param mine whether it is the sender's to fill in now. */
export function fieldView(
  kept: KeptField,
  row: number,
  answer: StoredBeside | undefined,
  mine: boolean,
): FieldView {
  const { kind, place, code, input, message } = kept;
  const stored = { value: answer?.value ?? null, version: answer?.version ?? 0 };
  return {
    row,
    kind,
    place,
    code,
    input,
    message,
    value: kept.value as StoredValue | null,
    stored: stored.value,
    version: stored.version,
    by: answer?.by ?? null,
    at: answer?.at ?? null,
    state: fieldState(kept, stored, mine),
  };
}

/** What is stored of a field; of a campaign without who and when. */
type StoredBeside = Pick<Answer, "value" | "version"> & Partial<Pick<Answer, "by" | "at">>;

/** @throws {Problem} `content-refused` naming the cell */
export function takeable<Row extends { place: KeptField["place"]; unreadable: boolean }>(
  kept: Row | undefined,
): Row {
  if (kept === undefined)
    throw new Problem("content-refused", {
      vi: "Có dòng không nằm trong tệp đã đọc. Hãy gửi lại tệp.",
      en: "A row is not of the file that was read. Send the file again.",
    });
  if (!kept.unreadable) return kept;
  const { vi, en } = cellWords(kept.place, {
    vi: "chưa đọc được; bỏ chọn ô này, hoặc sửa trong tệp rồi gửi lại.",
    en: "cannot be read; leave it out, or mend it in the file and send that.",
  });
  throw new Problem("content-refused", { vi, en });
}

export const keyOf = ({ code, input }: { readonly code: string; readonly input: string }): string =>
  `${code}\n${input}`;

/** In groups, in the order of their keys: two who take at once lock in one order and do not wait for each other. */
export function byKey<T>(items: readonly T[], of: (item: T) => string): [key: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(of(item));
    if (group === undefined) groups.set(of(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
