/** Plans: every indicator led by somebody, by a date. */
import type { UnitSource } from "../data/schema.js";
import { message } from "../message.js";
import type { PlanFile } from "./finding.js";
import { publishedUnits } from "./published.js";
import {
  childrenOf,
  type Draft,
  type Entry,
  lineage,
  type PlanCheck,
  rowName,
  type Subject,
} from "./subject.js";

type Assignment = PlanFile["data"]["assignments"][number];

/** Codes, inputs and organisations that exist, each row once. */
export const plannedNames: PlanCheck = (subject, { data }) => {
  const seen = new Set<string>();
  return data.assignments.flatMap((row, index): Draft[] => {
    const path = ["assignments", index];
    const name = row.input === undefined ? row.code : `${row.code}.${row.input}`;
    const entry = subject.entries[subject.set.nodeOf.get(row.code) ?? -1];
    const found: Draft[] = [];
    if (!entry)
      found.push({
        code: "plan-unknown-code",
        at: row.code,
        path: [...path, "code"],
        message: message(
          `Kế hoạch giao mã "${row.code}" nhưng bộ chỉ số không có mã đó. Sửa mã trong kế hoạch.`,
          `The plan assigns "${row.code}", which is not in the set. Mend the code in the plan.`,
        ),
        found: row.code,
      });
    else if (
      row.input !== undefined &&
      !entry.node.inputs.some(({ id, aliases }) => id === row.input || aliases.includes(row.input ?? ""))
    )
      found.push({
        code: "plan-unknown-input",
        at: row.code,
        path: [...path, "input"],
        message: message(
          `Kế hoạch giao số liệu "${row.input}" của chỉ số ${row.code}, nhưng chỉ số này chỉ có: ${inputsOf(entry)}. Sửa mục input.`,
          `The plan assigns input "${row.input}" of indicator ${row.code}, which has only: ${inputsOf(entry)}. Mend the row's input.`,
        ),
        expected: inputsOf(entry),
        found: row.input,
      });
    else if (seen.has(name))
      found.push({
        code: "plan-assigned-twice",
        at: row.code,
        path,
        message: message(
          `Kế hoạch có hai dòng phân công cho ${row.input === undefined ? "" : `số liệu "${row.input}" của `}chỉ số ${row.code}. Gộp hai dòng, hoặc sửa mã.`,
          `The plan has two rows for ${row.input === undefined ? "" : `input "${row.input}" of `}indicator ${row.code}. Join them, or mend the code.`,
        ),
        found: name,
      });
    seen.add(name);
    return [...found, ...unknownOrganisations(row, index, data.organisations)];
  });
};

function unknownOrganisations(
  row: Assignment,
  index: number,
  known: Readonly<Record<string, string>>,
): Draft[] {
  const named = (["lead", "coordinating"] as const).flatMap((role) =>
    (row[role] ?? []).map((key, place) => ({ key, path: ["assignments", index, role, place] })),
  );
  return named
    .filter(({ key }) => !Object.hasOwn(known, key))
    .map(({ key, path }) => ({
      code: "plan-unknown-organisation",
      at: row.code,
      path,
      message: message(
        `Chỉ số ${row.code}: cơ quan "${key}" không có trong organisations của kế hoạch. Thêm cơ quan vào organisations, hoặc sửa tên.`,
        `Indicator ${row.code}: "${key}" is not among the plan's organisations. Add it there, or mend the name.`,
      ),
      found: key,
    }));
}

/** Indicators that nobody leads: with a row, or without any. */
export const plannedLeads: PlanCheck = (subject, { data }) => {
  const visit = (entry: Entry): Draft[] => {
    if (subject.set.scored && !entry.scored) return [];
    const rows = data.assignments.filter((row) => isFor(row, entry, subject));
    if (rows.some((row) => row.input === undefined && row.lead.length > 0)) return [];
    const children = childrenOf(subject, entry);
    if (children.length > 0 && below(entry, data.assignments, subject)) return children.flatMap(visit);
    const place = data.assignments.findIndex((row) => isFor(row, entry, subject));
    if (place < 0) return asksNothing(entry) ? [] : [unassigned(entry)];
    const led = new Set(rows.filter((row) => row.lead.length > 0).map((row) => row.input));
    const left = led.size > 0 ? inputsLeft(entry, led, subject.set.scored) : [];
    return led.size > 0 && left.length === 0 ? [] : [leaderless(entry, place, left)];
  };
  return childrenOf(subject, undefined).flatMap(visit);
};

/** Inputs that no row assigns: those that the score needs, and in a form all. */
function inputsLeft(entry: Entry, led: ReadonlySet<string | undefined>, scored: boolean): string[] {
  const { inputs, uses } = entry.node;
  const assigned = (id: string): boolean => {
    const parts = inputs.find((fact) => fact.id === id)?.breakdown ?? [];
    return led.has(id) || (parts.length > 0 && parts.every(assigned));
  };
  return inputs
    .filter(
      (fact) =>
        fact.defaultValue === undefined && (!scored || uses.includes(fact.slot)) && !assigned(fact.id),
    )
    .map(({ id }) => id);
}

function isFor(row: Assignment, entry: Entry, subject: Subject): boolean {
  return subject.set.nodeOf.get(row.code) === entry.node.index;
}

/** Whether the plan names any row below this one. */
function below(entry: Entry, assignments: readonly Assignment[], subject: Subject): boolean {
  return assignments.some((row) => {
    const other = subject.entries[subject.set.nodeOf.get(row.code) ?? -1];
    return other !== undefined && other !== entry && lineage(subject, other).includes(entry);
  });
}

/** A row of a form that only points elsewhere. */
function asksNothing(entry: Entry): boolean {
  return entry.node.children.length === 0 && entry.node.inputs.length === 0 && !entry.scored;
}

function unassigned(entry: Entry): Draft {
  const name = rowName(entry);
  return {
    code: "plan-missing-assignment",
    at: entry.node.code,
    path: ["assignments"],
    message: message(
      `Kế hoạch không giao ${name.vi} ("${entry.node.title}") cho cơ quan nào, cũng không giao mục chứa nó. Thêm dòng phân công.`,
      `The plan assigns ${name.en} ("${entry.node.title}") to nobody, nor the row that holds it. Add its row.`,
    ),
    expected: entry.node.code,
  };
}

function leaderless(entry: Entry, place: number, left: readonly string[]): Draft {
  const { code } = entry.node;
  const [vi, en] =
    left.length > 0
      ? [`; các số liệu chưa giao cho ai: ${left.join(", ")}`, `; inputs that nobody has: ${left.join(", ")}`]
      : ["", ""];
  return {
    code: "plan-without-lead",
    at: code,
    path: ["assignments", place, "lead"],
    message: message(
      `Kế hoạch có dòng cho chỉ số ${code} nhưng không nêu cơ quan chủ trì${vi}. Hỏi cơ quan ban hành kế hoạch.`,
      `The plan has a row for indicator ${code} but names no lead${en}. Ask the issuer of the plan.`,
    ),
    found: left.length > 0 ? left.join(", ") : undefined,
  };
}

/** Rows without a deadline in a plan that gives most rows one. */
export const plannedDeadlines: PlanCheck = (subject, { data }) => {
  const dated = data.assignments.filter(({ deadline }) => deadline !== undefined);
  if (dated.length * 2 <= data.assignments.length) return [];
  const reported = new Set<Entry>();
  return data.assignments.flatMap((row, index): Draft[] => {
    const entry = subject.entries[subject.set.nodeOf.get(row.code) ?? -1];
    if (!entry || row.deadline || row.lead.length === 0 || reported.has(entry)) return [];
    if (subject.set.scored && !entry.scored) return [];
    const covered = lineage(subject, entry).some((above) =>
      dated.some((other) => isFor(other, above, subject)),
    );
    if (covered) return [];
    reported.add(entry);
    return [
      {
        code: "plan-without-deadline",
        at: row.code,
        path: ["assignments", index],
        message: message(
          `Kế hoạch ghi thời hạn cho ${dated.length}/${data.assignments.length} dòng, riêng chỉ số ${row.code} ("${entry.node.title}") không có thời hạn. Hỏi cơ quan ban hành kế hoạch.`,
          `The plan gives ${dated.length} of ${data.assignments.length} rows a deadline, and indicator ${row.code} ("${entry.node.title}") none. Ask the issuer of the plan.`,
        ),
        expected: "deadline",
      },
    ];
  });
};

/** Work that the unit's own plan calls done, while its published score is 0. */
export const doneWithoutScore: PlanCheck = (subject, { data }) => {
  const units = subject.cases
    .flatMap((file) => publishedUnits(subject, file))
    .filter(({ unit }) => isIssuer(unit, data.issuer));
  return units.flatMap(({ unit, scores }) =>
    data.assignments.flatMap((row, index): Draft[] => {
      const node = subject.set.nodeOf.get(row.code);
      const score = node === undefined ? undefined : scores.get(node);
      if (row.deadline?.kind !== "done" || score?.value.n !== 0n) return [];
      return [
        {
          code: "plan-done-without-score",
          at: row.code,
          path: ["assignments", index, "deadline"],
          message: message(
            `Kế hoạch ghi chỉ số ${row.code} "${row.deadline.text}", nhưng điểm công bố của ${unit.title ?? unit.unit} là 0. Kiểm tra lại: việc đã làm mà chưa được chấm, hay kế hoạch ghi nhầm.`,
            `The plan says of indicator ${row.code} "${row.deadline.text}", but the published score of ${unit.title ?? unit.unit} is 0. Check whether the work was not counted, or the plan is mistaken.`,
          ),
          expected: "> 0",
          found: score.text,
        },
      ];
    }),
  );
};

/** Whether the plan is the unit's own: "Ủy ban nhân dân tỉnh Gia Lai" issues for "Tỉnh Gia Lai". */
function isIssuer(unit: UnitSource, issuer: string): boolean {
  const title = unit.title?.normalize("NFC").toLowerCase();
  return title !== undefined && title !== "" && issuer.normalize("NFC").toLowerCase().includes(title);
}

function inputsOf(entry: Entry): string {
  return entry.node.inputs.map(({ id }) => id).join(", ");
}
