/** All checks of a set, its cases and its plans. */
import type { LoadedSet } from "../set/load.js";
import type { SourceDocument } from "../source/document.js";
import { bandEdges } from "./bands.js";
import { caseData } from "./case-data.js";
import { caseWithinYears, evidenceDates, knownCodes } from "./case-facts.js";
import { publishedScores } from "./case-published.js";
import { refusedAnswers, reproducedScores } from "./case-scores.js";
import { catalogued } from "./catalogue.js";
import { numberingOrder, repeatedCodes } from "./codes.js";
import { declaredCounts } from "./counts.js";
import { divisorsAnswered } from "./denominators.js";
import type { CaseFile, Finding, PlanFile } from "./finding.js";
import { declaredRounding, groupMembers, levelThresholds, yearsInOrder } from "./groups.js";
import { inputLimits, inputsBesideProfile, inputsUsed } from "./inputs.js";
import { optionRanges, optionsFromMostToLeast, repeatedOptions } from "./options.js";
import { otherSet } from "./other-set.js";
import { doneWithoutScore, plannedDeadlines, plannedLeads, plannedNames } from "./plans.js";
import { maximumWithinReach, partsAddUp, pointsWithinMax } from "./points.js";
import { relativeHasGroup, relativeHasProvisional } from "./relative.js";
import {
  type CaseCheck,
  type Draft,
  type PlanCheck,
  type SetCheck,
  type Subject,
  subjectOf,
} from "./subject.js";
import { childrenSumToParent, declaredPillarMaxima, missingMaxima, pillarsSumToDeclared } from "./sums.js";
import { textPoints } from "./text-points.js";
import { exceptionsInText, manualBesideText, textFormulas } from "./text-rule.js";
import { textThresholds } from "./text-thresholds.js";

const setChecks: readonly SetCheck[] = [
  declaredRounding,
  yearsInOrder,
  pillarsSumToDeclared,
  declaredCounts,
  declaredPillarMaxima,
  childrenSumToParent,
  missingMaxima,
  repeatedCodes,
  numberingOrder,
  groupMembers,
  levelThresholds,
  pointsWithinMax,
  partsAddUp,
  maximumWithinReach,
  repeatedOptions,
  optionsFromMostToLeast,
  optionRanges,
  bandEdges,
  inputLimits,
  inputsUsed,
  inputsBesideProfile,
  divisorsAnswered,
  relativeHasGroup,
  relativeHasProvisional,
  textPoints,
  textThresholds,
  textFormulas,
  manualBesideText,
  exceptionsInText,
];

const caseChecks: readonly CaseCheck[] = [
  caseWithinYears,
  knownCodes,
  refusedAnswers,
  publishedScores,
  caseData,
  evidenceDates,
];

const planChecks: readonly PlanCheck[] = [plannedNames, plannedLeads, plannedDeadlines, doneWithoutScore];

/**
 * Reads a set as a careful reader would: its sums and counts, its rules, its rule texts, and the cases and plans given with
 * it. Findings come in document order: the set, then each case, then each plan.
 */
export function checkSet(
  loaded: LoadedSet,
  cases: readonly CaseFile[] = [],
  plans: readonly PlanFile[] = [],
): Finding[] {
  const subject = subjectOf(loaded, cases, plans);
  return [
    ...inOrder(
      setChecks.flatMap((check) => check(subject)),
      subject,
      loaded.document,
      undefined,
    ),
    ...cases.flatMap((file) => inOrder(checkCase(subject, file), subject, file.document, file.file)),
    ...plans.flatMap((file) => inOrder(checkPlan(subject, file), subject, file.document, file.file)),
  ];
}

function checkCase(subject: Subject, file: CaseFile): Draft[] {
  const other = otherSet(subject, file.data.set);
  if (other.length > 0) return other;
  const found = caseChecks.flatMap((check) => check(subject, file));
  return [...found, ...reproducedScores(subject, file, found)];
}

function checkPlan(subject: Subject, file: PlanFile): Draft[] {
  const other = otherSet(subject, file.data.set);
  return other.length > 0 ? other : planChecks.flatMap((check) => check(subject, file));
}

/** Gives drafts their severity and place, and sorts them by it; without lines, by the rows of the set. */
function inOrder(
  drafts: readonly Draft[],
  { set }: Subject,
  document: SourceDocument | undefined,
  file: string | undefined,
): Finding[] {
  const placed = drafts.map((draft) => {
    const place = document?.problem(draft.message, draft.path);
    const finding: Finding = {
      severity: catalogued(draft.code).severity,
      code: draft.code,
      at: draft.at,
      message: draft.message,
      expected: draft.expected,
      found: draft.found,
      file: place?.file ?? file,
      line: place?.line,
      column: place?.column,
    };
    return { finding, row: set.nodeOf.get(draft.at) ?? -1 };
  });
  const order = (a: (typeof placed)[number], b: (typeof placed)[number]): number =>
    a.finding.line === undefined || b.finding.line === undefined
      ? a.row - b.row
      : a.finding.line - b.finding.line || (a.finding.column ?? 0) - (b.finding.column ?? 0);
  return placed.sort(order).map(({ finding }) => finding);
}
