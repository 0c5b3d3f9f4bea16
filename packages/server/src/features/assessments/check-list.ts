/** What stands between an assessment and its submission. Pure. */
import { type CompiledSet, checkEvidence, type DatedEvidence, type Message } from "@opendti/engine";
import type { Part } from "../assignments/repository.js";
import type { Evidence } from "../evidence/repository.js";
import { addressOf, type ScoreSummary } from "./scoring.js";

export interface CheckListFinding {
  /** Code of the indicator, or "profile". */
  readonly code: string;
  readonly severity: "warning" | "block";
  readonly message: Message;
  /** Whether it holds the submission back. */
  readonly blocks: boolean;
}

export interface CheckList {
  readonly findings: readonly CheckListFinding[];
  /** Codes without an answer: they score 0, and may be submitted so. */
  readonly missing: readonly string[];
  /** Codes that score points without any evidence beside them. */
  readonly withoutEvidence: readonly string[];
  /** Rooms that have not handed over. */
  readonly openParts: readonly { readonly id: string; readonly name: string }[];
  readonly total: string;
  readonly max: string;
}

/** @param year the assessed year, for evidence that is dated outside it. */
export function checkList(
  set: CompiledSet,
  summary: ScoreSummary,
  evidence: readonly Evidence[],
  parts: readonly Part[],
  year: number,
): CheckList {
  const withEvidence = new Set(evidence.map(({ code }) => code));
  const leaves = set.nodes.filter(({ children, scored }) => children.length === 0 && scored);
  return {
    findings: [
      ...summary.findings.map(({ indicator, severity, message }) => ({
        code: indicator,
        severity,
        message,
        blocks: severity === "block",
      })),
      ...leaves.flatMap((node) => {
        const dated = evidence.filter(({ code }) => code === addressOf(set, node)).map(datedEvidence);
        return checkEvidence(set, node.index, dated, year).map(({ severity, message }) => ({
          code: addressOf(set, node),
          severity,
          message,
          blocks: severity === "block",
        }));
      }),
    ],
    missing: summary.missing,
    withoutEvidence: leaves
      .filter(({ index }) => (summary.score.nodes[index]?.score.n ?? 0n) > 0n)
      .map((node) => addressOf(set, node))
      .filter((address) => !withEvidence.has(address)),
    openParts: parts.filter(({ state }) => state === "declaring").map(({ unit }) => unit),
    total: summary.total,
    max: summary.max,
  };
}

/** The engine looks at whole days; a document dated by month or year alone is not judged. */
function datedEvidence({ item }: Evidence): DatedEvidence {
  const date = item.kind === "document" && item.date?.length === 10 ? item.date : undefined;
  return { kind: item.kind, date };
}
