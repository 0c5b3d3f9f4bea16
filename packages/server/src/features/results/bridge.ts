/** Why a unit's total changed since its last result: its own data, the rules, the others. Told only when it is known. */
import {
  type Bridge,
  type BridgeParts,
  bridgeBetween,
  exact,
  formatExact,
  type Language,
  parseExact,
  round,
} from "@opendti/engine";
import type { z } from "zod";
import type { LongCall } from "../../http/call.js";
import { addressOf } from "../assessments/scoring.js";
import { type EarlierResult, type Edition, findEdition } from "./repository.js";
import { carriedFactsOf, type RunFacts, runFactsOf } from "./run-facts.js";
import type * as schemas from "./schemas.js";
import type { LineResult } from "./unit-repository.js";
import type { UnitView } from "./unit-view.js";

type Answer = NonNullable<z.input<typeof schemas.unitResult>["bridge"]>;
type Gap = (typeof schemas.bridgeGaps)[number];

const GAPS: Readonly<Record<Gap, Readonly<Record<Language, string>>>> = {
  "several-predecessors": {
    vi: "Đơn vị hợp nhất từ nhiều đơn vị, không có một kết quả năm trước để so.",
    en: "The unit was merged from several; no single earlier result can be compared.",
  },
  "inputs-not-stored": {
    vi: "Kết quả năm trước nhập từ ngoài, không kèm số liệu kê khai, nên không tách được nguyên nhân.",
    en: "The earlier result was entered without the data it came from, so its change cannot be taken apart.",
  },
  "not-submitted": {
    vi: "Một trong hai năm đơn vị không nộp phiếu, nên không có số liệu để tách nguyên nhân.",
    en: "In one of the two years the unit submitted nothing, so there is no data to take the change apart.",
  },
  "stored-otherwise": {
    vi: "Số liệu đang lưu không cho ra đúng điểm đã công bố, nên không tách được nguyên nhân.",
    en: "The stored data does not give the published points, so the change cannot be taken apart.",
  },
};

/** The bridge to a unit's last result; null when it has none. */
export async function bridgeOf(
  call: LongCall,
  view: UnitView,
  {
    earlier,
    series,
  }: { readonly earlier: EarlierResult | undefined; readonly series: readonly LineResult[] },
): Promise<Answer | null> {
  const { edition, board, row, language } = view;
  const unit = board.units[row];
  const { year } = edition.campaign;
  if (unit === undefined) return null;
  const to = { campaignId: edition.campaign.id, year, total: unit.total, max: unit.max };
  if (earlier === undefined) {
    const past = series.filter((one) => one.year < year).at(-1);
    return past === undefined ? null : unknown(headOf(past), to, "several-predecessors", language);
  }
  const before = await findEdition(call.db, earlier.campaignId, "published");
  if (before === undefined) return null;
  const from = headOf(earlier);
  const found = await between(call, view, before, earlier);
  if (typeof found === "string") return unknown(from, to, found, language);
  return known(from, to, found.bridge, found.label);
}

/** Why a change cannot be taken apart, as a person reads it. */
export const gapWords = (gap: Gap, language: Language): string => GAPS[gap][language];

type Head = Answer["from"];

const headOf = (one: {
  readonly campaignId: string;
  readonly year: number;
  readonly total: string;
  readonly max: string;
}): Head => ({ campaignId: one.campaignId, year: one.year, total: one.total, max: one.max });

interface Found {
  readonly bridge: Bridge;
  /** Code and title of a row's indicator. */
  readonly label: (row: Bridge["rows"][number]) => { code: string; title: string };
}

async function between(
  call: LongCall,
  { edition, board, row }: UnitView,
  before: Edition,
  earlier: EarlierResult,
): Promise<Found | Gap> {
  const unit = board.units[row];
  const then = await runFactsOf(call, before);
  const now = await runFactsOf(call, edition);
  if (unit === undefined || then === undefined || now === undefined) return "inputs-not-stored";
  const carried = await carriedFactsOf(call, before, then, { set: now.set, hash: edition.campaign.set.hash });
  return bridgeOfFacts({ then, carried, now }, earlier, unit);
}

/** What the two results of a unit were made of, and the earlier data under the later set. */
export interface BridgeGround {
  readonly then: RunFacts;
  readonly carried: RunFacts | undefined;
  readonly now: RunFacts;
}

/** The bridge between two results of a unit, or why there is none. */
export function bridgeOfFacts(
  { then, carried, now }: BridgeGround,
  earlier: Pick<EarlierResult, "unitId" | "total">,
  unit: { readonly id: string; readonly total: string },
): Found | Gap {
  const places = [then.rowOf.get(earlier.unitId), carried?.rowOf.get(earlier.unitId), now.rowOf.get(unit.id)];
  const [a, b, c] = places;
  if (carried === undefined || a === undefined || b === undefined || c === undefined) return "not-submitted";
  const before = under(then, a);
  const bridge = bridgeBetween({ set: then.set, ...before }, carried === then ? before : under(carried, b), {
    set: now.set,
    ...under(now, c),
  });
  // The published numbers stand; what does not lead to them explains nothing.
  if (!isTotal(bridge.from, earlier.total) || !isTotal(bridge.to, unit.total)) return "stored-otherwise";
  return {
    bridge,
    label: ({ node, earlier: gone }) => {
      const set = node === undefined ? then.set : now.set;
      const found = set.nodes[node ?? gone ?? 0];
      return found === undefined
        ? { code: "", title: "" }
        : { code: addressOf(set, found), title: found.title };
    },
  };
}

const under = ({ scores }: RunFacts, row: number) => ({
  facts: scores.run.factsOf(row),
  standing: scores.run.standingOf(row),
});

function isTotal(total: exact.Rational, stored: string): boolean {
  const value = parseExact(stored);
  return value !== undefined && exact.equal(total, value);
}

/** Fractions without a decimal form are told to four digits; what that leaves out is in the rest, so all still adds up. */
const TOLD = { digits: 4, mode: "half-even" } as const;

function known(from: Head, to: Head, bridge: Bridge, label: Found["label"]): Answer {
  const rows = bridge.rows
    .map((row) => ({
      ...row,
      own: round(row.own, TOLD),
      rules: round(row.rules, TOLD),
      others: round(row.others, TOLD),
    }))
    .filter((row) => [row.own, row.rules, row.others].some(({ n }) => n !== 0n));
  const left = (part: keyof BridgeParts): exact.Rational =>
    rows.reduce((rest, row) => exact.subtract(rest, row[part]), bridge[part]);
  return {
    from,
    to,
    change: formatExact(exact.subtract(bridge.to, bridge.from)),
    ...textOf(bridge),
    rows: rows.map((row) => ({ ...label(row), ...textOf(row) })),
    rest: textOf({ own: left("own"), rules: left("rules"), others: left("others") }),
    exact: true,
    gap: null,
    why: null,
  };
}

const textOf = ({ own, rules, others }: BridgeParts) => ({
  own: formatExact(own),
  rules: formatExact(rules),
  others: formatExact(others),
});

function unknown(from: Head, to: Head, gap: Gap, language: Language): Answer {
  const [a, b] = [parseExact(from.total), parseExact(to.total)];
  return {
    from,
    to,
    change: a === undefined || b === undefined ? "0" : formatExact(exact.subtract(b, a)),
    own: null,
    rules: null,
    others: null,
    rows: [],
    rest: null,
    exact: false,
    gap,
    why: GAPS[gap][language],
  };
}
