/** Công văn báo cáo tự đánh giá: a unit's letter with its profile (Phụ lục 1) and its indicators (Phụ lục 2), as agencies send it. */
import type { Paper, PaperBlock, PaperRow, PaperTable } from "../paper/paper.js";
import { dateInWords, numberOf } from "../paper/wording.js";
import { roman } from "../roman.js";
import { inSentence, mastheadOf, signingOf } from "./official-parts.js";
import type { SelfAssessmentReport } from "./self-assessment-input.js";
import { requestOf } from "./self-assessment-request.js";
import {
  type AssessmentView,
  type IndicatorView,
  type InputView,
  type PillarView,
  type ProfileLine,
  viewOf,
} from "./self-assessment-view.js";
import { capital } from "./written.js";

/**
 * The letter and its appendices. Every answer and every piece of evidence of the assessment stands in it. A set without a profile has
 * one appendix; a set that only collects data is printed without points.
 */
export function selfAssessmentPaper(report: SelfAssessmentReport): Paper {
  const view = viewOf(report);
  const reference = attachedTo(report);
  const both = view.profile.length > 0;
  return {
    title: `${capital(subjectOf(report))} (${report.unit.name})`,
    sections: [
      { orientation: "portrait", blocks: letter(report, view) },
      ...(both
        ? [
            {
              orientation: "portrait" as const,
              blocks: [
                { kind: "appendix" as const, label: "Phụ lục 1", title: "Thông tin chung", reference },
                profileTable(view.profile),
              ],
            },
          ]
        : []),
      {
        orientation: "landscape",
        blocks: [
          {
            kind: "appendix",
            label: both ? "Phụ lục 2" : "Phụ lục",
            title: `${report.set.scored ? "Kết quả tự đánh giá chỉ số" : "Số liệu kê khai về"} chuyển đổi số của ${shortName(report)} năm ${report.year}`,
            reference,
          },
          ...view.pillars.flatMap((pillar, at) => pillarBlocks(pillar, groupNumber(view.pillars, at))),
          ...summary(view),
        ],
      },
    ],
  };
}

const shortName = ({ unit }: SelfAssessmentReport): string => unit.shortName ?? unit.name;

function subjectOf(report: SelfAssessmentReport): string {
  if (!report.set.scored) return `cung cấp số liệu chuyển đổi số năm ${report.year} của ${shortName(report)}`;
  return `chấm điểm đánh giá chuyển đổi số năm ${report.year} tại ${shortName(report)}`;
}

function letter(report: SelfAssessmentReport, view: AssessmentView): PaperBlock[] {
  const { head, to, year, score, set } = report;
  const name = shortName(report);
  const points =
    view.total === undefined || view.max === undefined
      ? ""
      : ` Tổng điểm tự đánh giá là ${view.total}/${view.max} điểm${levelWords(score.level)}.`;
  const asked = requestOf(report);
  const attached = view.profile.length > 0 ? "Phụ lục 1 và Phụ lục 2" : "Phụ lục";
  const [done, result] = set.scored
    ? ["tự đánh giá", "Kết quả tự đánh giá chi tiết"]
    : ["kê khai số liệu", "Số liệu kê khai chi tiết"];
  return [
    mastheadOf(head, undefined, subjectOf(report)),
    ...(to.length === 0 ? [] : [{ kind: "addressees" as const, to }]),
    {
      kind: "paragraph",
      text: `${asked === undefined ? "" : `Thực hiện ${asked}, `}${name} đã tổ chức ${done} theo ${inSentence(set.source.title)}.${points} ${result} năm ${year} của ${name} tại ${attached} kèm theo.`,
    },
    {
      kind: "paragraph",
      text: `${name} báo cáo ${to.length === 0 ? "cơ quan có thẩm quyền" : to.join(", ")} ${set.scored ? "xem xét, thẩm định" : "tổng hợp"}./.`,
    },
    signingOf(head),
  ];
}

function levelWords(level: string | undefined): string {
  return level === undefined ? "" : `, mức "${level}"`;
}

function attachedTo({ head, unit }: SelfAssessmentReport): string {
  const { number, symbol, issued } = head;
  const named = numberOf(number === undefined ? { symbol } : { number, symbol });
  return `(Kèm theo Công văn số ${named} ${dateInWords(issued.date)} của ${unit.name})`;
}

function profileTable(profile: readonly ProfileLine[]): PaperTable {
  return {
    kind: "table",
    columns: [{ width: 14, align: "center" }, { width: 66 }, { width: 65 }, { width: 20, align: "center" }],
    rows: [
      { kind: "header", cells: ["STT", "Thông tin chung", "Số liệu kê khai", "Đơn vị"] },
      ...profile.map(
        ({ code, label, value, unit, missing }): PaperRow => ({
          kind: "body",
          cells: [code, label, missing ? { text: value, italic: true } : value, unit],
        }),
      ),
    ],
  };
}

/** Of the group that a pillar begins: its place among the groups, from 1; undefined where it begins none. */
function groupNumber(pillars: readonly PillarView[], at: number): number | undefined {
  if (pillars[at]?.group === undefined) return undefined;
  return pillars.slice(0, at + 1).filter(({ group }) => group !== undefined).length;
}

const COLUMNS: PaperTable["columns"] = [
  { width: 15, align: "center" },
  { width: 53 },
  { width: 15, align: "center" },
  { width: 37 },
  { width: 62 },
  { width: 51 },
  { width: 19, align: "center" },
];

const HEADER = [
  "STT",
  "Chỉ số chính/\nChỉ số thành phần",
  "Điểm tối đa",
  "Số liệu kê khai",
  "Cách xác định và tính điểm",
  "Ghi chú/\nTài liệu kiểm chứng",
  "Điểm tự\nđánh giá",
] as const;

function pillarBlocks(pillar: PillarView, group: number | undefined): PaperBlock[] {
  const heading: PaperBlock[] =
    group === undefined || pillar.group === undefined
      ? []
      : [{ kind: "heading", level: 2, text: `${roman(group)}. ${pillar.group}` }];
  const sum: PaperRow = {
    kind: "total",
    cells: [
      { text: `Cộng điểm ${pillar.title}`, columns: 2, align: "left" },
      pillar.max,
      { text: "", columns: 3 },
      pillar.score,
    ],
  };
  return [
    ...heading,
    {
      kind: "table",
      columns: COLUMNS,
      rows: [
        { kind: "header", cells: [{ text: `${pillar.code}. ${pillar.title}`, columns: 7, align: "left" }] },
        { kind: "header", cells: HEADER },
        ...pillar.rows.flatMap(indicatorRows),
        // What only collects data has no sum.
        ...(pillar.score === "" ? [] : [sum]),
      ],
    },
  ];
}

function indicatorRows(view: IndicatorView): PaperRow[] {
  const heading: PaperRow[] =
    view.heading === undefined
      ? []
      : [{ kind: "section", cells: ["", { text: view.heading, columns: 6, align: "left" }] }];
  const plain = view.declared.startsWith("Chưa") || view.declared.startsWith("Không áp dụng");
  return [
    ...heading,
    {
      kind: view.parent ? "section" : "body",
      cells: [
        view.code,
        view.title,
        view.max,
        { text: view.declared, italic: plain },
        { text: view.rule, bold: false },
        { text: view.evidence.join(";\n"), bold: false },
        view.score,
      ],
    },
    ...view.inputs.map(inputRow),
  ];
}

function inputRow({ letter, label, value, missing, max, score, long }: InputView): PaperRow {
  const shown = { text: value, italic: missing };
  return {
    kind: "sub",
    cells: [
      { text: letter, italic: true },
      label,
      max,
      // A long text goes over the columns that are empty in its row.
      ...(long ? [{ ...shown, columns: 3 }] : [shown, "", ""]),
      score,
    ],
  };
}

/** All pillars on a few lines, with the sum. */
function summary({ pillars, total, max }: AssessmentView): PaperBlock[] {
  if (total === undefined || max === undefined) return [];
  return [
    {
      kind: "paragraph",
      text: "Tổng hợp điểm tự đánh giá",
      align: "center",
      bold: true,
      keepWithNext: true,
    },
    {
      kind: "table",
      whole: true,
      columns: [
        { width: 16, align: "center" },
        { width: 110 },
        { width: 42, align: "center" },
        { width: 42, align: "center" },
      ],
      rows: [
        { kind: "header", cells: ["STT", "Chỉ số chính", "Điểm tối đa", "Điểm tự đánh giá"] },
        ...pillars.map(
          (pillar): PaperRow => ({
            kind: "body",
            cells: [pillar.code, pillar.title, pillar.max, pillar.score],
          }),
        ),
        { kind: "total", cells: [{ text: "Tổng cộng", columns: 2, align: "center" }, max, total] },
      ],
    },
  ];
}
