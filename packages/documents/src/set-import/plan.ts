/** Who leads, who coordinates and by when: the plan that a table of assignments prints. */
import type { PlanSource } from "@opendti/engine";
import type { Coded } from "./arrange.js";
import { readDeadline } from "./deadlines.js";
import { importFinding } from "./findings.js";
import { organisationsOf } from "./organisations.js";
import type { SheetRow } from "./rows.js";
import type { TreeNode } from "./tree.js";
import type { ImportFinding } from "./types.js";
import { oneLine } from "./words.js";

type Assignment = PlanSource["assignments"][number];

export interface PlanHead {
  readonly plan: string;
  readonly set: string;
  readonly title: string;
  readonly issuer: string;
  readonly source: string;
  readonly years: PlanSource["years"];
  readonly reporting: string | undefined;
}

/**
 * The plan of the rows that name a lead, a coordinating agency or a deadline; undefined when none does. A row of a lettered
 * datum ("a", "b") is its own assignment.
 * @param inputsOf the ids of an indicator's inputs, by its code.
 */
export function planOf(
  pillars: readonly TreeNode[],
  codes: ReadonlyMap<TreeNode, Coded>,
  inputsOf: (code: string) => readonly string[],
  head: PlanHead,
): { plan: PlanSource; findings: ImportFinding[] } | undefined {
  const rows = pillars.flatMap((pillar) => assignedRows(pillar, codes)).map(inItsColumn);
  const assigned = rows.filter(
    ({ row }) => row.lead !== "" || row.coordinating !== "" || row.deadline !== "",
  );
  if (!assigned.some(({ row }) => row.lead !== "" || row.coordinating !== "")) return undefined;
  const organisations = organisationsOf(assigned.flatMap(({ row }) => [row.lead, row.coordinating]));
  const findings: ImportFinding[] = [];
  const assignments = assigned.map(({ row, code, letter }): Assignment => {
    const lead = organisations.read(row.lead);
    const coordinating = organisations.read(row.coordinating);
    const deadline = row.deadline === "" ? undefined : readDeadline(row.deadline);
    if (row.deadline !== "" && !deadline) findings.push(deadlineUnread(row, code));
    const input = letter !== undefined && inputsOf(code).includes(letter) ? letter : undefined;
    const printed = {
      ...(lead.printed === undefined ? {} : { lead: lead.printed }),
      ...(coordinating.printed === undefined ? {} : { coordinating: coordinating.printed }),
      ...(row.deadline === "" || deadline ? {} : { deadline: oneLine(row.deadline) }),
    };
    const note =
      letter === undefined ? "" : oneLine([row.title, row.rule].filter((part) => part !== "").join(": "));
    return {
      code,
      ...(input === undefined ? {} : { input }),
      lead: lead.keys,
      ...(coordinating.keys.length === 0 ? {} : { coordinating: coordinating.keys }),
      ...(Object.keys(printed).length === 0 ? {} : { printed }),
      ...(deadline ? { deadline } : {}),
      ...(note === "" ? {} : { note: input === undefined ? `${letter}: ${note}` : note }),
    };
  });
  for (const { printed, taken } of organisations.cut()) findings.push(leadCut(printed, taken));
  return { plan: written(head, organisations.names(), assignments), findings };
}

function written(
  head: PlanHead,
  organisations: Record<string, string>,
  assignments: Assignment[],
): PlanSource {
  return {
    plan: head.plan,
    set: head.set,
    title: head.title,
    issuer: head.issuer,
    source: head.source,
    ...(head.years === undefined ? {} : { years: head.years }),
    ...(head.reporting === undefined ? {} : { reporting: head.reporting }),
    organisations,
    assignments,
  };
}

interface AssignedRow {
  readonly row: SheetRow;
  readonly code: string;
  readonly letter: string | undefined;
}

function assignedRows(node: TreeNode, codes: ReadonlyMap<TreeNode, Coded>): AssignedRow[] {
  const coded = codes.get(node);
  const code = coded?.key ?? coded?.code ?? node.printed;
  return [
    ...(node.row ? [{ row: node.row, code, letter: undefined }] : []),
    ...node.letters.map((row) => ({ row, code, letter: row.code })),
    ...node.children.flatMap((child) => assignedRows(child, codes)),
  ];
}

/** A row that prints one cell less has its words a column too early: "Bộ TT&TT chưa chấm điểm" coordinates nothing. */
function inItsColumn(assigned: AssignedRow): AssignedRow {
  const { row } = assigned;
  const words = row.coordinating !== "" ? row.coordinating : row.lead;
  if (row.deadline !== "" || readDeadline(words)?.kind !== "not_scored") return assigned;
  const cleared = row.coordinating === "" ? { lead: "" } : { coordinating: "" };
  return { ...assigned, row: { ...row, ...cleared, deadline: words } };
}

function deadlineUnread(row: SheetRow, code: string): ImportFinding {
  const words = oneLine(row.deadline);
  return importFinding(
    "deadline-unread",
    code,
    {
      vi: `Thời hạn của ${code} in là "${words}", không đọc được thành ngày; lời được giữ ở printed.deadline. Ghi ngày vào deadline.`,
      en: `The deadline of ${code} is printed as "${words}", which names no day; the words stand in printed.deadline. Write the day into deadline.`,
    },
    row.place,
    { found: words },
  );
}

function leadCut(printed: string, taken: string): ImportFinding {
  return importFinding(
    "lead-cut",
    "",
    {
      vi: `Tên cơ quan "${printed}" có vẻ bị in thiếu; đã hiểu là "${taken}". Kiểm tra lại bản gốc.`,
      en: `The name "${printed}" seems to be cut off in print; "${taken}" was understood. Compare with the original.`,
    },
    undefined,
    { expected: taken, found: printed },
  );
}
