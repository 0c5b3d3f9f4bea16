/** What the checks of the data say, for all units. */
import {
  type CompiledSet,
  checkEvidence,
  checkUnit,
  type Message,
  message,
  shown,
  type UnitFacts,
} from "@opendti/engine";
import type { DeclaredFile, Evidence } from "../input/declared.js";

export interface DataFinding {
  /** The unit; "" for what concerns a file as a whole. */
  readonly unit: string;
  /** `error`: an assessment with it cannot be submitted. */
  readonly severity: "error" | "warning";
  readonly code: string;
  /** Code of the indicator. */
  readonly at: string;
  readonly message: Message;
  /** The condition that does not hold, as the set writes it. */
  readonly expected?: string;
  /** The same with the declared numbers. */
  readonly found?: Message;
  /** The declared data that it is about, with their labels, where the message does not say them. */
  readonly declared?: Message;
}

/** What concerns files rather than units: data made for another set, sheets passed over. */
export function fileFindings(set: CompiledSet, files: readonly DeclaredFile[]): DataFinding[] {
  const warning = (code: string, text: Message): DataFinding => ({
    unit: "",
    severity: "warning",
    code,
    at: "",
    message: text,
  });
  return files.flatMap((file) => [
    ...(file.skipped ?? []).map((text) => warning("sheet-skipped", text)),
    ...(file.set === undefined || file.set === set.id
      ? []
      : [warning("other-set", otherSet(file.file, file.set, set.id))]),
  ]);
}

function otherSet(file: string, said: string, used: string): Message {
  return message(
    `${file} ghi là số liệu của bộ "${shown(said)}", đang chấm theo "${used}"`,
    `${file} says that its data are for "${shown(said)}"; they are scored by "${used}"`,
  );
}

/** The set's own checks, impossible ratios, and, where the data come with evidence, what the set asks of it. */
export function findingsOf(
  set: CompiledSet,
  facts: UnitFacts,
  evidence: Evidence | undefined,
  year: number | undefined,
): DataFinding[] {
  const data = checkUnit(set, facts).map(
    (one): DataFinding => ({
      unit: facts.unit,
      severity: one.severity === "block" ? "error" : "warning",
      code: one.code,
      at: one.indicator,
      message: one.message,
      expected: one.text,
      found: one.withNumbers,
      ...(one.code === "out-of-range" ? {} : { declared: one.declared }),
    }),
  );
  if (evidence === undefined) return data;
  return [...data, ...evidenceFindings(set, facts.unit, evidence, year ?? set.source.years.from)];
}

function evidenceFindings(set: CompiledSet, unit: string, evidence: Evidence, year: number): DataFinding[] {
  const byNode = new Map<number, Evidence[string]>();
  for (const [code, list] of Object.entries(evidence)) {
    const node = set.nodeOf.get(code);
    if (node !== undefined) byNode.set(node, [...(byNode.get(node) ?? []), ...list]);
  }
  return set.nodes.flatMap((node) =>
    checkEvidence(set, node.index, byNode.get(node.index) ?? [], year).map(
      (one): DataFinding => ({
        unit,
        severity: one.severity === "block" ? "error" : "warning",
        code: one.code,
        at: one.indicator,
        message: one.message,
      }),
    ),
  );
}
