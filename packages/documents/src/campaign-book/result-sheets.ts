/** Sheets of results: the ranking of each group, pillars, every indicator of every unit as a row. */
import { exact, formatExact, type Language, parseExact } from "@opendti/engine";
import type { Column } from "./sheet.js";
import type { CampaignFrame, FrameNode, FrameScore, FrameUnit } from "./types.js";
import { type Say, statusWords, verdictWords } from "./words.js";

const column = (title: string, kind: Column["kind"], width: number): Column => ({ title, kind, width });

/** A node as heads and rows name it. */
export const nodeTitle = ({ printed, title }: Pick<FrameNode, "printed" | "title">): string =>
  printed === "" ? title : `${printed} ${title}`;

/** Places that charts look at, from 1. */
export const RANKING = { unit: 2, total: 4 } as const;

export function rankingColumns({ nodes, pillars, sight }: CampaignFrame, say: Say): Column[] {
  return [
    column(say("rank"), "whole", 8),
    column(say("unit"), "word", 44),
    column(say("kind"), "word", 18),
    column(say("total"), "points", 11),
    column(say("max"), "points", 11),
    column(say("share"), "share", 9),
    column(say("level"), "word", 14),
    ...(sight === "whole"
      ? [column(say("selfScore"), "points", 11), column(say("selfRank"), "whole", 11)]
      : []),
    ...pillars.flatMap((place) => {
      const node = nodes[place];
      return node === undefined ? [] : [column(`${nodeTitle(node)} (${node.max})`, "points", 13)];
    }),
  ];
}

export function rankingRow({ pillars, sight }: CampaignFrame, unit: FrameUnit, say: Say): (string | null)[] {
  return [
    wholeText(unit.rank),
    unit.name,
    unit.kind,
    unit.total,
    unit.max,
    shareText(unit.total, unit.max),
    unit.submitted ? unit.level : say("notSubmitted"),
    ...(sight === "whole" ? [unit.declaredTotal, wholeText(unit.declaredRank)] : []),
    ...pillars.map((place) => unit.scores[place]?.final ?? null),
  ];
}

export function pillarColumns({ nodes, pillars, sight }: CampaignFrame, say: Say): Column[] {
  const kinds = sight === "whole" ? (["selfScore", "appraised", "final"] as const) : (["final"] as const);
  return [
    column(say("group"), "word", 24),
    column(say("rank"), "whole", 8),
    column(say("unit"), "word", 44),
    column(say("total"), "points", 11),
    ...pillars.flatMap((place) => {
      const node = nodes[place];
      if (node === undefined) return [];
      const title = `${nodeTitle(node)} (${node.max})`;
      return [
        ...kinds.map((kind) => column(`${title}: ${say(kind)}`, "points", 13)),
        column(`${title}: ${say("share")}`, "share", 10),
      ];
    }),
  ];
}

export function pillarRow(
  { nodes, pillars, sight }: CampaignFrame,
  unit: FrameUnit,
  group: string,
): (string | null)[] {
  return [
    group,
    wholeText(unit.rank),
    unit.name,
    unit.total,
    ...pillars.flatMap((place) => {
      const score = unit.scores[place];
      const max = nodes[place]?.max ?? "0";
      const points =
        sight === "whole"
          ? [score?.declared ?? null, score?.appraised ?? null, score?.final ?? null]
          : [score?.final ?? null];
      return [...points, score?.final == null ? null : shareText(score.final, max)];
    }),
  ];
}

export function detailColumns({ sight }: CampaignFrame, say: Say): Column[] {
  const whole = sight === "whole";
  return [
    column(say("group"), "word", 22),
    column(say("rank"), "whole", 7),
    column(say("unit"), "word", 36),
    column(say("pillar"), "word", 28),
    column(say("code"), "word", 10),
    column(say("indicator"), "word", 48),
    column(say("max"), "points", 10),
    ...(whole ? [column(say("selfScore"), "points", 11), column(say("appraised"), "points", 11)] : []),
    column(say("final"), "points", 11),
    ...(whole ? [column(say("gap"), "change", 12)] : []),
    column(say("status"), "word", 18),
    ...(whole ? [column(say("verdict"), "word", 14), column(say("reason"), "text", 40)] : []),
  ];
}

/** The indicators that have rows: those that are scored and have none below. */
export const detailNodes = ({ nodes }: CampaignFrame): number[] =>
  nodes.flatMap(({ leaf, scored }, place) => (leaf && scored ? [place] : []));

/** What of a row is the same for every unit, and for every row of a unit. */
export class DetailRows {
  private readonly whole: boolean;
  private readonly heads: readonly { place: number; cells: readonly string[] }[];

  constructor(
    frame: CampaignFrame,
    private readonly language: Language,
  ) {
    this.whole = frame.sight === "whole";
    this.heads = detailNodes(frame).flatMap((place) => {
      const node = frame.nodes[place];
      if (node === undefined) return [];
      const pillar = frame.nodes[node.pillar] ?? node;
      return [{ place, cells: [nodeTitle(pillar), node.printed, node.title, node.max] }];
    });
  }

  *of(unit: FrameUnit, group: string): Generator<(string | null)[]> {
    const rank = wholeText(unit.rank);
    for (const { place, cells } of this.heads) {
      const score = unit.scores[place];
      if (score !== undefined) yield [group, rank, unit.name, ...cells, ...this.points(score)];
    }
  }

  private points({ declared, appraised, final, status, verdict, reason }: FrameScore): (string | null)[] {
    const words = statusWords(status, this.language);
    if (!this.whole) return [final, words];
    const gap = final === null || declared === null ? null : minus(final, declared);
    return [declared, appraised, final, gap, words, verdictWords(verdict, this.language), reason];
  }
}

export const wholeText = (value: number | null): string | null => (value === null ? null : String(value));

/** A difference of decimals, exact. */
function minus(a: string, b: string): string {
  if (a === b) return "0";
  const [x, y] = [parseExact(a), parseExact(b)];
  if (x === undefined || y === undefined) throw new RangeError(`not decimals: ${a}, ${b}`);
  return formatExact(exact.subtract(x, y));
}

/** A share to four digits; null where there is nothing to be had. */
export function shareText(points: string, max: string): string | null {
  const most = Number(max);
  return most > 0 ? String(Math.round((Number(points) / most) * 10_000) / 10_000) : null;
}
