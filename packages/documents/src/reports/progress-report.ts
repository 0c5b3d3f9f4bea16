/** Báo cáo tiến độ quý: where each assignment of a plan stands on a day, of one lead unit or of all. */
import { formatExact, type OutlineRow } from "@opendti/engine";
import { type Paper, type PaperBlock, type PaperRow, type PaperTable, TEXT_WIDTH } from "../paper/paper.js";
import { roman } from "../roman.js";
import { dottedLine } from "./blanks.js";
import { type DeadlineState, deadlineState, deadlineStates, deadlineStateWords } from "./deadline-state.js";
import type { PointsByLabel } from "./official-head.js";
import { addressedTo, attachedTo, inSentence, mastheadOf, signingOf } from "./official-parts.js";
import { type Assignment, type PlanRow, planRows } from "./plan-rows.js";
import type { ProgressReport, ReportedProgress } from "./progress-report-input.js";
import { type Followed, progressTable } from "./progress-table.js";
import { dayWritten, differ } from "./written.js";

/** Millimetres of a line of the text whose first line is set in. */
const LINE = 150;

/** The report: how many stand where, what hinders, what is asked for; every assignment in an appendix. */
export function progressReport(input: ProgressReport): Paper {
  const { head, plan, lead } = input;
  const followed = planRows(plan, input.set).flatMap((row) => followedOf(input, row));
  const period = periodWords(input);
  const who = lead === undefined ? "" : ` của ${plan.organisations[lead] ?? lead}`;
  const summary = `Tiến độ thực hiện ${plan.title}${who}, ${period}`;
  return {
    title: `Báo cáo ${inSentence(summary)}`,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          mastheadOf(head, "BC"),
          { kind: "title", name: "Báo cáo", summary },
          ...addressedTo(input.to),
          { kind: "heading", level: 1, text: "I. KẾT QUẢ CHUNG" },
          ...overview(input, followed),
          { kind: "heading", level: 1, text: "II. KHÓ KHĂN, VƯỚNG MẮC" },
          ...said(followed, ({ difficulties }) => difficulties),
          { kind: "heading", level: 1, text: "III. ĐỀ XUẤT, KIẾN NGHỊ" },
          ...said(followed, ({ proposal }) => proposal),
          paragraph(`Trên đây là báo cáo tiến độ ${period}; tình hình từng nội dung tại Phụ lục kèm theo./.`),
          signingOf(head, input.to.length === 0 ? "" : undefined),
        ],
      },
      {
        orientation: "landscape",
        blocks: [
          {
            kind: "appendix",
            label: "Phụ lục",
            title: `Tiến độ thực hiện từng nội dung ${period}`,
            reference: attachedTo("Báo cáo", "BC", head),
          },
          progressTable(input, followed),
        ],
      },
    ],
  };
}

const paragraph = (text: string): PaperBlock => ({ kind: "paragraph", text });

function periodWords({ quarter, year }: ProgressReport): string {
  return quarter === undefined ? `năm ${year}` : `quý ${roman(quarter)} năm ${year}`;
}

/** What is followed of a row: its assignment and those of its data, of the lead asked for. */
function followedOf(
  { lead, on, now, reported }: ProgressReport,
  { row, assignment, inputs }: PlanRow,
): Followed[] {
  const own = (one: Assignment): boolean => lead === undefined || one.lead.includes(lead);
  const follow = (one: Assignment, input: string | undefined) => {
    const report = reported.find((each) => each.code === one.code && each.input === input);
    return {
      row,
      assignment: one,
      report,
      // What already has all its points is done, unless the lead unit says otherwise.
      state: deadlineState(one.deadline, on, report?.finished ?? (input === undefined && isFull(row, now))),
    };
  };
  return [
    ...(assignment !== undefined && own(assignment)
      ? [{ ...follow(assignment, undefined), fact: undefined }]
      : []),
    ...inputs.flatMap(({ fact, assignment: one }) => (own(one) ? [{ ...follow(one, fact.id), fact }] : [])),
  ];
}

function isFull({ node, label }: OutlineRow, now: PointsByLabel | undefined): boolean {
  const points = now?.[label];
  return node.scored && points !== undefined && !differ(points, formatExact(node.max));
}

function overview(input: ProgressReport, followed: readonly Followed[]): PaperBlock[] {
  const { plan, lead, on } = input;
  const states = deadlineStates.filter((state) => followed.some((one) => one.state === state));
  const counts = states.map(
    (state) => `${inSentence(deadlineStateWords[state])}: ${timesOf(followed, state)}`,
  );
  const who = lead === undefined ? "các cơ quan, đơn vị" : (plan.organisations[lead] ?? lead);
  return [
    paragraph(
      followed.length === 0
        ? `Tính đến ngày ${dayWritten(on)}, ${who} không được giao chủ trì nội dung nào của Kế hoạch.`
        : `Tính đến ngày ${dayWritten(on)}, ${who} chủ trì ${followed.length} nội dung của Kế hoạch, trong đó: ${counts.join("; ")}.`,
    ),
    ...(lead === undefined && followed.length > 0 ? [leadTable(input, followed, states)] : []),
  ];
}

function timesOf(followed: readonly Followed[], state: DeadlineState): number {
  return followed.filter((one) => one.state === state).length;
}

/** Width of a column of the table by who leads; states without a light of their own are counted together. */
const STATE = 19;
const ASIDE: readonly DeadlineState[] = ["statistics", "after-event", "not-scored", "without-deadline"];

/** How many stand where, by who leads; what several lead together counts with each of them. */
function leadTable(
  { plan }: ProgressReport,
  followed: readonly Followed[],
  states: readonly DeadlineState[],
): PaperTable {
  const named = states.filter((state) => !ASIDE.includes(state));
  const aside = states.filter((state) => ASIDE.includes(state));
  const columns = named.length + (aside.length === 0 ? 0 : 1);
  const leads = Object.entries(plan.organisations).flatMap(([key, name]) => {
    const own = followed.filter(({ assignment }) => assignment.lead.includes(key));
    return own.length === 0 ? [] : [{ name, own }];
  });
  return {
    kind: "table",
    columns: [
      { width: 12, align: "center" },
      { width: TEXT_WIDTH.portrait - 12 - 15 - STATE * columns },
      { width: 15, align: "center" },
      ...Array.from({ length: columns }, () => ({ width: STATE, align: "center" as const })),
    ],
    rows: [
      {
        kind: "header",
        cells: [
          "STT",
          "Cơ quan chủ trì",
          "Tổng số",
          ...named.map((state) => deadlineStateWords[state]),
          ...(aside.length === 0 ? [] : ["Khác"]),
        ],
      },
      ...leads.map(
        ({ name, own }, at): PaperRow => ({
          kind: "body",
          cells: [
            String(at + 1),
            name,
            String(own.length),
            ...named.map((state) => String(timesOf(own, state))),
            ...(aside.length === 0
              ? []
              : [String(aside.reduce((sum, state) => sum + timesOf(own, state), 0))]),
          ],
        }),
      ),
    ],
  };
}

/** What was reported under one heading, indicator by indicator; lines to write on where nothing was. */
function said(
  followed: readonly Followed[],
  of: (report: ReportedProgress) => string | undefined,
): PaperBlock[] {
  const items = followed.flatMap(({ row, report }) => {
    const text = report && of(report);
    return text === undefined ? [] : [`Chỉ số ${row.node.code}: ${text}`];
  });
  if (items.length > 0) return [{ kind: "list", items }];
  return Array.from({ length: 2 }, () => paragraph(dottedLine(LINE)));
}
