/** Báo cáo giải trình: every question that one unit was asked, with its answers, new evidence, outcome and deadline. */
import { type CompiledSet, type OutlineRow, outlineOf } from "@opendti/engine";
import type { Paper, PaperBlock, PaperRow, PaperTable } from "../paper/paper.js";
import type { Day, OfficialHead } from "./official-head.js";
import { addressedTo, inSentence, mastheadOf, signingOf } from "./official-parts.js";
import { capital, changeWritten, dayWritten, NOTHING, pointsWritten } from "./written.js";

export interface ExplanationReport {
  /** The unit's. */
  readonly head: OfficialHead;
  /** "Kính gửi". */
  readonly to: readonly string[];
  readonly campaign: { readonly name: string; readonly year: number };
  readonly unit: { readonly name: string };
  readonly set: CompiledSet;
  readonly queries: readonly ExplainedQuery[];
}

export interface ExplainedQuery {
  /** Of the indicator. */
  readonly label: string;
  readonly kind: "explanation" | "complaint";
  readonly state: "open" | "answered" | "closed";
  readonly asked: Day;
  readonly due: Day;
  readonly answered?: Day | undefined;
  /** Whether the answer came after its deadline, or is still to come after it. */
  readonly late: boolean;
  readonly outcome?: "accepted" | "partly-accepted" | "rejected" | "withdrawn" | undefined;
  readonly outcomeNote?: string | undefined;
  /** From the question on, in their order. */
  readonly messages: readonly {
    readonly side: "appraiser" | "unit";
    readonly on: Day;
    readonly body: string;
  }[];
  /** What was brought as an answer, each as it is cited: `Quyết định số 1133/QĐ-BDT ngày 31/12/2022`, an address, a file's name. */
  readonly evidence: readonly string[];
  /** Points of the indicator as declared and as they now stand, decimal text; absent where the unit may not know yet. */
  readonly points?:
    | { readonly declared: string; readonly appraised: string; readonly max: string }
    | undefined;
}

/** The report: how many were asked and what came of them, one line each; every exchange word for word in an appendix. */
export function explanationReport(input: ExplanationReport): Paper {
  const { head, unit, campaign, queries } = input;
  const rows = new Map(outlineOf(input.set).map((row) => [row.label, row]));
  const about = `giải trình, bổ sung kết quả tự đánh giá của ${unit.name}`;
  return {
    title: `Báo cáo ${about}`,
    sections: [
      {
        orientation: "portrait",
        blocks: [
          mastheadOf(head, "BC"),
          {
            kind: "title",
            name: "Báo cáo",
            summary: `${capital(about)}\n(${campaign.name})`,
          },
          ...addressedTo(input.to),
          ...overview(input),
          ...(queries.length === 0 ? [] : [summaryTable(queries, rows)]),
          paragraph(
            `${unit.name} báo cáo ${input.to.join(", ")} xem xét, ghi nhận kết quả giải trình${queries.length === 0 ? "" : " (nội dung từng yêu cầu tại Phụ lục kèm theo)"}./.`,
          ),
          signingOf(head),
        ],
      },
      ...(queries.length === 0
        ? []
        : [
            {
              orientation: "portrait" as const,
              blocks: [
                {
                  kind: "appendix" as const,
                  label: "Phụ lục",
                  title: "Nội dung yêu cầu và giải trình",
                  reference: `(Kèm theo Báo cáo của ${unit.name})`,
                },
                ...queries.flatMap((query, at) => exchange(query, at + 1, rows.get(query.label))),
              ],
            },
          ]),
    ],
  };
}

const paragraph = (text: string): PaperBlock => ({ kind: "paragraph", text });

function overview({ campaign, unit, queries }: ExplanationReport): PaperBlock[] {
  if (queries.length === 0)
    return [
      paragraph(
        `Thực hiện ${inSentence(campaign.name)}, ${unit.name} không có yêu cầu giải trình, bổ sung nào về kết quả tự đánh giá.`,
      ),
    ];
  const count = (of: (query: ExplainedQuery) => boolean): number => queries.filter(of).length;
  const complaints = count(({ kind }) => kind === "complaint");
  const parts = [
    ["đã giải trình", count(({ state }) => state !== "open")],
    ["chưa giải trình", count(({ state }) => state === "open")],
    ["quá hạn", count(({ late }) => late)],
  ] as const;
  const asked = queries.length - complaints;
  return [
    paragraph(
      `Thực hiện ${inSentence(campaign.name)}, ${unit.name} có ${asked} yêu cầu giải trình, bổ sung${complaints === 0 ? "" : ` và ${complaints} kiến nghị về kết quả`}; ${parts.map(([what, times]) => `${what}: ${times}`).join("; ")}. Kết quả cụ thể như sau:`,
    ),
  ];
}

function summaryTable(queries: readonly ExplainedQuery[], rows: ReadonlyMap<string, OutlineRow>): PaperTable {
  return {
    kind: "table",
    columns: [
      { width: 13, align: "center" },
      { width: 51 },
      { width: 25, align: "center" },
      { width: 25, align: "center" },
      { width: 25, align: "center" },
      { width: 26 },
    ],
    rows: [
      {
        kind: "header",
        cells: ["STT", "Chỉ số", "Ngày yêu cầu", "Thời hạn", "Ngày giải trình", "Kết quả"],
      },
      ...queries.map(
        (query, at): PaperRow => ({
          kind: "body",
          cells: [
            String(at + 1),
            nameOf(query.label, rows.get(query.label)),
            dayWritten(query.asked),
            dayWritten(query.due),
            answeredWords(query),
            outcomeWords(query),
          ],
        }),
      ),
    ],
  };
}

/** One question from the asking to its outcome. */
function exchange(query: ExplainedQuery, number: number, row: OutlineRow | undefined): PaperBlock[] {
  const said = query.messages.map(
    ({ side, on, body }): PaperRow => ({
      kind: "body",
      cells: [
        { text: side === "appraiser" ? "Cơ quan thẩm định" : "Đơn vị", bold: side === "appraiser" },
        dayWritten(on),
        body,
      ],
    }),
  );
  const open: PaperRow[] =
    query.state === "open" && query.messages.at(-1)?.side !== "unit"
      ? [{ kind: "body", cells: ["Đơn vị", NOTHING, "Chưa giải trình."] }]
      : [];
  const evidence = query.evidence.map((piece) => `- ${piece}`).join("\n");
  return [
    { kind: "heading", level: 2, text: `${number}. Chỉ số ${nameOf(query.label, row)}` },
    {
      kind: "table",
      columns: [{ width: 34 }, { width: 25, align: "center" }, { width: 106 }],
      rows: [
        { kind: "header", cells: ["Bên", "Ngày", "Nội dung"] },
        ...said,
        ...open,
        ...[
          [query.kind === "complaint" ? "Kiến nghị" : "Thời hạn", deadlineWords(query)],
          ["Tài liệu bổ sung", evidence === "" ? "Không có." : evidence],
          [
            "Kết quả",
            [outcomeWords(query), query.outcomeNote ?? ""].filter((line) => line !== "").join("\n"),
          ],
          ...(query.points === undefined ? [] : [["Điểm", pointsWords(query.points)]]),
        ].map(
          ([label = "", text = ""]): PaperRow => ({
            kind: "body",
            cells: [
              { text: label, bold: true },
              { text, columns: 2, align: "left" },
            ],
          }),
        ),
      ],
    },
  ];
}

const nameOf = (label: string, row: OutlineRow | undefined): string =>
  row === undefined ? label : `${row.node.code} ${row.node.title}`;

function answeredWords({ answered, late }: ExplainedQuery): string {
  if (answered === undefined) return late ? "Chưa (quá hạn)" : "Chưa";
  return late ? `${dayWritten(answered)} (quá hạn)` : dayWritten(answered);
}

function deadlineWords(query: ExplainedQuery): string {
  const asked = `gửi ngày ${dayWritten(query.asked)}, hạn trả lời ${dayWritten(query.due)}`;
  if (query.answered === undefined)
    return `${capital(asked)}; chưa trả lời${query.late ? ", đã quá hạn" : ""}.`;
  return `${capital(asked)}; trả lời ngày ${dayWritten(query.answered)}${query.late ? " (quá hạn)" : ""}.`;
}

const OUTCOMES = {
  accepted: "Chấp nhận",
  "partly-accepted": "Chấp nhận một phần",
  rejected: "Không chấp nhận",
  withdrawn: "Đã rút",
} as const;

function outcomeWords({ state, outcome }: ExplainedQuery): string {
  if (outcome !== undefined) return OUTCOMES[outcome];
  switch (state) {
    case "open":
      return "Chưa giải trình";
    case "answered":
      return "Đang xem xét";
    case "closed":
      return "Đã kết thúc";
  }
}

function pointsWords({ declared, appraised, max }: NonNullable<ExplainedQuery["points"]>): string {
  return `Tự đánh giá ${pointsWritten(declared)}/${pointsWritten(max)}; sau giải trình ${pointsWritten(appraised)}/${pointsWritten(max)} (${changeWritten(declared, appraised)}).`;
}
