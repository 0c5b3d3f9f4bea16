/** The filled-in numbers of one unit beside its set: answers, evidence, printed scores, rank. */
import type { CompiledSet, DataSource } from "@opendti/engine";
import { type Answer, answersOf, optionOfScore } from "./answers.js";
import type { Coded } from "./arrange.js";
import { readEvidence } from "./evidence.js";
import { importFinding } from "./findings.js";
import type { FormAnswer } from "./form-cells.js";
import { decimalOf } from "./points.js";
import { numberOf } from "./statements.js";
import type { TreeNode } from "./tree.js";
import type { ImportFinding } from "./types.js";
import { oneLine } from "./words.js";

type Unit = DataSource["units"][number];
type Published = NonNullable<Unit["published"]>;

export interface CaseHead {
  readonly case: string;
  readonly title: string;
  readonly set: string;
  readonly year: number | undefined;
  readonly source: string;
  readonly unit: string;
  readonly unitTitle: string | undefined;
  readonly unitKind: string | undefined;
}

export interface CaseParts {
  readonly profile: Readonly<Record<string, string | number>>;
  /** Answers of a form, read with its fields. */
  readonly given: ReadonlyMap<string, FormAnswer | { rows: Record<string, string>[] }>;
  readonly signatures: Record<string, Record<string, string>> | undefined;
  readonly rank: { readonly rank: number; readonly of: number } | undefined;
}

/** The case of a filled-in document; undefined where it declares nothing and prints no score. */
export function caseOf(
  pillars: readonly TreeNode[],
  codes: ReadonlyMap<TreeNode, Coded>,
  set: CompiledSet,
  head: CaseHead,
  parts: CaseParts,
): { data: DataSource; findings: ImportFinding[] } | undefined {
  const findings: ImportFinding[] = [];
  const answers: Record<string, Answer | FormAnswer | { rows: Record<string, string>[] }> = {};
  const evidence: NonNullable<Unit["evidence"]> = {};
  const scores: Published["scores"] = {};
  const inferred: string[] = [];
  const rows = pillars.flatMap(allBelow);
  // Only who declared data at all declared these too, and did not print them.
  const selfScored = rows.some(
    ({ row, parts: data }) => row?.declared !== "" && (data.length > 0 || row?.selfScore),
  );
  for (const node of rows) {
    const coded = codes.get(node);
    const at = coded?.key ?? coded?.code ?? node.printed;
    const answer = parts.given.get(at) ?? (set.scored ? answersOf(node, at, set, findings) : undefined);
    if (answer) answers[at] = answer;
    const found = [node.row, ...node.parts, ...node.letters].flatMap((row) =>
      readEvidence(row?.evidence ?? ""),
    );
    if (found.length > 0) evidence[at] = found;
    const score = scoreOf(node, at, findings);
    if (score) scores[at] = score;
    const option =
      answer || !selfScored || score?.score === undefined ? undefined : optionOfScore(set, at, score.score);
    if (option !== undefined) {
      answers[at] = { choice: option };
      inferred.push(at);
    }
  }
  if (inferred.length > 0) findings.push(inferredFinding(inferred));
  for (const [at, answer] of parts.given) answers[at] ??= answer;
  const scored = Object.keys(scores).length > 0;
  const declared = Object.keys(answers).length > 0 || Object.keys(parts.profile).length > 0;
  if (!scored && !declared && Object.keys(evidence).length === 0) return undefined;
  const published = scored || parts.rank ? { published: publishedOf(scores, answers, parts) } : {};
  const unit: Unit = {
    unit: head.unit,
    ...(head.unitTitle === undefined ? {} : { title: head.unitTitle }),
    ...(head.unitKind === undefined ? {} : { kind: head.unitKind }),
    ...(Object.keys(parts.profile).length === 0 ? {} : { profile: { ...parts.profile } }),
    ...(Object.keys(answers).length === 0 ? {} : { answers: answers as NonNullable<Unit["answers"]> }),
    ...(Object.keys(evidence).length === 0 ? {} : { evidence }),
    ...published,
    ...(parts.signatures === undefined ? {} : { signatures: parts.signatures }),
  };
  return { data: dataOf(head, unit, set.scored), findings };
}

function dataOf(head: CaseHead, unit: Unit, scored: boolean): DataSource {
  return {
    case: head.case,
    title: head.title,
    set: head.set,
    ...(head.year === undefined ? {} : { year: head.year }),
    source: head.source,
    ...(scored ? { complete: false } : {}),
    units: [unit],
  };
}

function publishedOf(
  scores: Published["scores"],
  answers: Readonly<Record<string, unknown>>,
  { rank }: CaseParts,
): Published {
  return {
    // Results without the data they came from: only their sums can be checked.
    reproduce: Object.keys(answers).length > 0,
    ...(rank ? { rank: rank.rank, of: rank.of } : {}),
    scores,
  };
}

function scoreOf(
  node: TreeNode,
  at: string,
  findings: ImportFinding[],
): Published["scores"][string] | undefined {
  const printed = node.row?.selfScore ?? node.row?.score;
  if (!printed || /^[-–…./\s]*$/.test(printed.text)) return undefined;
  const score = decimalOf(printed.text.replace(/\s*(?:điểm|đ)\.?$/iu, ""));
  const shown = oneLine(node.row?.declared ?? "");
  if (score !== undefined) return { score: numberOf(score), ...(shown === "" ? {} : { shown }) };
  findings.push(
    importFinding(
      "score-unread",
      at,
      {
        vi: `Điểm in của ${at} là "${printed.text}", không đọc được thành số; không nhập vào cases.`,
        en: `The score printed for ${at} is "${printed.text}", which is no number; it is not in the case.`,
      },
      printed.place,
      { found: printed.text },
    ),
  );
  return undefined;
}

function inferredFinding(codes: readonly string[]): ImportFinding {
  return importFinding(
    "answer-inferred",
    "",
    {
      vi: `Bảng không in lựa chọn đã khai của ${codes.length} chỉ số (${codes.join(", ")}); lựa chọn được suy từ điểm đã in. Kiểm tra với tài liệu kiểm chứng.`,
      en: `The table does not print the option declared for ${codes.length} indicators (${codes.join(", ")}); it was taken from the printed score. Compare with the evidence.`,
    },
    undefined,
  );
}

function allBelow(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(allBelow)];
}
