/** Results as files: CSV and XLSX for people with a spreadsheet, JSON for programs. No cell can become a formula. */
import type { Language } from "@opendti/engine";
import { writeTable } from "../../workbook/report-table.js";
import { XLSX } from "../../workbook/transfer.js";
import { type Board, type BoardNode, pointsText } from "./board.js";
import { csvLine } from "./csv.js";
import { type Keeping, KeptBody } from "./kept-body.js";
import { chosenGroups, runHeadOf } from "./ranking.js";
import type { Edition } from "./repository.js";

export type DownloadForm = "csv" | "json" | "xlsx";

export interface Download {
  readonly edition: Edition;
  readonly board: Board;
  readonly group: string | undefined;
  readonly language: Language;
  /** With what the units scored themselves; never for the public. */
  readonly declared: boolean;
  readonly keeping: Keeping;
}

/** The file's bytes, to be saved under a name of its own. */
export async function downloadOf(download: Download, form: DownloadForm): Promise<KeptBody> {
  const { year, id } = download.edition.campaign;
  const headers = {
    "content-disposition": `attachment; filename="opendti-${year}-${id.slice(0, 8)}.${form}"`,
  };
  if (form === "json")
    return KeptBody.of(
      `${JSON.stringify(openDataOf(download), null, 1)}\n`,
      "application/json; charset=utf-8",
      download.keeping,
      headers,
    );
  if (form === "csv")
    return KeptBody.of(csvOf(download), "text/csv; charset=utf-8", download.keeping, headers);
  const bytes = await writeTable({ sheet: WORDS.sheet[download.language], ...tableOf(download) });
  return KeptBody.of(bytes, XLSX, download.keeping, headers);
}

const WORDS = {
  sheet: { vi: "Kết quả", en: "Results" },
  group: { vi: "Nhóm xếp hạng", en: "Ranking group" },
  rank: { vi: "Hạng", en: "Rank" },
  unit: { vi: "Đơn vị", en: "Unit" },
  unitId: { vi: "Mã định danh", en: "Unit id" },
  total: { vi: "Tổng điểm", en: "Total" },
  max: { vi: "Điểm tối đa", en: "Maximum" },
  declared: { vi: "Tự đánh giá", en: "Self-score" },
} as const satisfies Record<string, Record<Language, string>>;

/** A header and rows; points as numbers in text, empty where there are none. */
interface Table {
  readonly columns: readonly { readonly title: string; readonly number: boolean; readonly width: number }[];
  readonly rows: Iterable<readonly (string | null)[]>;
}

function tableOf({ board, group, language, declared }: Download): Table {
  const nodes = scoredNodes(board);
  const text = (title: string, width: number) => ({ title, number: false, width });
  const number = (title: string, width = 12) => ({ title, number: true, width });
  return {
    columns: [
      text(WORDS.group[language], 24),
      number(WORDS.rank[language], 8),
      text(WORDS.unit[language], 44),
      number(WORDS.total[language]),
      number(WORDS.max[language]),
      ...(declared ? [number(WORDS.declared[language], 14)] : []),
      ...nodes.map(({ code, title }) => number(`${code} ${title}`)),
      text(WORDS.unitId[language], 38),
    ],
    rows: rowsOf(board, group, nodes, declared),
  };
}

function* rowsOf(
  board: Board,
  chosen: string | undefined,
  nodes: readonly BoardNode[],
  declared: boolean,
): Generator<(string | null)[]> {
  for (const group of chosenGroups(board, chosen))
    for (const row of group.rows) {
      const unit = board.units[row];
      if (unit === undefined) continue;
      yield [
        group.name,
        unit.rank === null ? null : String(unit.rank),
        unit.name,
        unit.total,
        unit.max,
        ...(declared ? [unit.declaredTotal] : []),
        ...nodes.map(({ index }) => {
          const value = board.at(row, index);
          return value === undefined ? null : pointsText(value);
        }),
        unit.id,
      ];
    }
}

const scoredNodes = (board: Board): BoardNode[] => board.nodes.filter(({ scored }) => scored);

/** With a byte order mark, by which spreadsheets know UTF-8. */
function csvOf(download: Download): string {
  const { columns, rows } = tableOf(download);
  const lines = [csvLine(columns.map(({ title }) => title))];
  for (const row of rows) lines.push(csvLine(row));
  return `\ufeff${lines.join("")}`;
}

/** For programs: decimals as text, as everywhere in the interface. */
function openDataOf({ edition, board, group, declared }: Download): unknown {
  const { campaign } = edition;
  const nodes = scoredNodes(board);
  return {
    campaign: { id: campaign.id, name: campaign.name, year: campaign.year },
    set: {
      id: campaign.set.id,
      version: campaign.set.version,
      title: campaign.set.title,
      hash: campaign.set.hash,
    },
    run: declared ? runHeadOf(edition) : publicRun(edition),
    indicators: nodes.map(({ code, printed, title, parent, max, bonus }) => ({
      code,
      printed,
      title,
      parent: parent === undefined ? null : (board.nodes[parent]?.code ?? null),
      max: pointsText(max),
      bonus,
    })),
    groups: chosenGroups(board, group).map(({ code, name }) => ({ code, name })),
    units: chosenGroups(board, group).flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const unit = board.units[row];
        if (unit === undefined) return [];
        return [
          {
            id: unit.id,
            name: unit.name,
            kind: unit.kind,
            group: unit.group,
            rank: unit.rank,
            total: unit.total,
            max: unit.max,
            level: unit.level,
            submitted: unit.submitted,
            ...(declared ? { declaredTotal: unit.declaredTotal } : {}),
            scores: Object.fromEntries(
              nodes.flatMap(({ index, code }) => {
                const value = board.at(row, index);
                return value === undefined ? [] : [[code, pointsText(value)]];
              }),
            ),
          },
        ];
      }),
    ),
  };
}

/** What is sealed and since when it is public: enough to check a copy against. */
function publicRun({ run }: Edition): unknown {
  if (run === null) return null;
  return { resultHash: run.resultHash, publishedAt: run.published?.at.toISOString() ?? null };
}
