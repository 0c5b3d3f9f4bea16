/** A workbook's cells beside what is stored: what is kept of them, and how each stands now. Pure. */
import { isDeepStrictEqual } from "node:util";
import type { ReadAssessmentWorkbook, ReadEvidence, ReadField } from "@opendti/documents";
import type { CompiledSet } from "@opendti/engine";
import { Problem, type Words } from "../../http/problem.js";
import { readField } from "../answers/reading.js";
import type { StoredValue } from "../answers/repository.js";
import { documentItem, linkItem } from "../evidence/reading.js";
import type { Evidence, EvidenceItem } from "../evidence/repository.js";
import type { KeptAssessment, KeptEvidence, KeptField } from "./kept.js";

/**
 * How a row stands to what is stored now. `same`: nothing to take (any more) · `new` · `changed` · `clears`: the cell is
 * empty where a value is stored · `conflict`: what is stored was changed after the workbook was made · `fault`: it cannot
 * be read · `closed`: not the sender's to fill in, or not now.
 */
export const rowStates = ["same", "new", "changed", "clears", "conflict", "fault", "closed"] as const;
export type RowState = (typeof rowStates)[number];

/** What of a workbook is worth keeping. */
export function keptOf(set: CompiledSet, read: ReadAssessmentWorkbook): KeptAssessment {
  const { fields, evidence, absent, notes } = read;
  const count = (state: string): number => fields.filter((field) => field.state === state).length;
  return {
    rows: [
      ...fields.filter(differs).map((field) => keptField(set, field)),
      ...evidence.filter(({ state }) => state !== "known").map(keptEvidence),
    ],
    notes,
    counts: { same: count("same"), untouched: count("untouched"), absent: absent.length },
  };
}

export const differs = ({ state }: { readonly state: string }): boolean =>
  state !== "same" && state !== "untouched";

/** A cell; what a form would refuse is a fault of the cell. */
export function keptField(set: CompiledSet, field: ReadField): KeptField {
  const { code, input, place, value, seen, state, message } = field;
  const why = state === "fault" ? message : whyRefused(() => readField(set, field, value));
  return {
    kind: "field",
    code,
    input,
    place,
    value,
    seen,
    unreadable: state === "fault" || why !== undefined,
    message: why ?? message ?? null,
  };
}

function keptEvidence({ code, place, item, state, message }: ReadEvidence): KeptEvidence {
  const why = state === "fault" ? message : whyRefused(() => evidenceItem(item));
  return {
    kind: "evidence",
    code,
    place,
    item,
    unreadable: state === "fault" || why !== undefined,
    message: why ?? message ?? null,
  };
}

/** A piece as it would be stored. @throws {Problem} `value-unreadable` */
const evidenceItem = (item: KeptEvidence["item"]): EvidenceItem =>
  item.kind === "document" ? documentItem(item) : linkItem(item);

/** What a form would say against it; undefined when it takes it. */
export function whyRefused(take: () => unknown): Words | undefined {
  try {
    take();
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.detail ?? UNKNOWN;
  }
}

const UNKNOWN: Words = {
  vi: "Bộ chỉ số của đợt này không có mục này.",
  en: "The set of this campaign has no such field.",
};

/** @param mine whether it is the sender's to fill in now. */
export function fieldState(
  row: Pick<KeptField, "value" | "seen" | "unreadable">,
  stored: { readonly value: StoredValue | null; readonly version: number },
  mine: boolean,
): RowState {
  if (!row.unreadable && isDeepStrictEqual(row.value, stored.value)) return "same";
  if (!mine) return "closed";
  if (row.unreadable) return "fault";
  if (stored.version !== row.seen) return "conflict";
  if (row.value === null) return "clears";
  return stored.value === null ? "new" : "changed";
}

/** @param stored everything beside the assessment's indicators. */
export function evidenceState(row: KeptEvidence, stored: readonly Evidence[], mine: boolean): RowState {
  if (!mine) return "closed";
  if (row.unreadable) return "fault";
  const item = evidenceItem(row.item);
  const there = stored.some((one) => one.code === row.code && isDeepStrictEqual(one.item, item));
  return there ? "same" : "new";
}
