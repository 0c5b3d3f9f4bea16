/** What became of units since their last published result, one after the other, each change taken apart. */
import type { CampaignFrame, FrameMovement, MovementParts } from "@opendti/documents";
import {
  type BridgeParts,
  type CompiledSet,
  exact,
  formatExact,
  type Language,
  parseExact,
  round,
} from "@opendti/engine";
import type { Connection } from "../../database/connection.js";
import type { Board } from "../results/board.js";
import { type BridgeGround, bridgeOfFacts, gapWords } from "../results/bridge.js";
import { type EarlierResult, type Edition, earlierResults, findEdition } from "../results/repository.js";
import { carryRunFacts, type RunFacts, readRunFacts } from "../results/run-facts.js";
import { findSet } from "../sets/repository.js";
import type { SetShelf } from "../sets/shelf.js";

export interface MovementGround {
  readonly db: Connection;
  readonly sets: SetShelf;
  readonly set: CompiledSet;
  readonly edition: Edition;
  readonly board: Board;
  /** In the order in which they come. */
  readonly rows: readonly number[];
  /** What the edition was scored from; undefined: not stored, or not to be told. */
  readonly facts: RunFacts | undefined;
  readonly language: Language;
  /** Whether it may be told what a change comes from. */
  readonly whole: boolean;
}

/** Units taken apart between two looks at whoever shares the thread. */
const SLICE = 16;

export async function* movementsOf(ground: MovementGround): ReturnType<CampaignFrame["movements"]> {
  const { db, edition, board, rows } = ground;
  const ids = rows.flatMap((row) => board.units[row]?.id ?? []);
  const earlier = await earlierResults(db, edition.campaign, ids);
  const grounds = new Map<string, BridgeGround | undefined>();
  for (const [place, row] of rows.entries()) {
    const unit = board.units[row];
    const before = unit && earlier.get(unit.id);
    if (unit === undefined || before === undefined) continue;
    if (ground.whole && !grounds.has(before.campaignId))
      grounds.set(before.campaignId, await bridgeGround(ground, before));
    yield movementOf(ground, unit, before, grounds.get(before.campaignId));
    if (place % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the bridges from one earlier campaign are made of; undefined when it is not stored. */
async function bridgeGround(
  { db, sets, set, edition, facts }: MovementGround,
  { campaignId }: EarlierResult,
): Promise<BridgeGround | undefined> {
  const before = await findEdition(db, campaignId, "published");
  if (before === undefined || facts === undefined) return undefined;
  const { id, version, hash } = before.campaign.set;
  const stored = sets.known(hash) ?? (await loaded({ db, sets }, id, version));
  const then = stored && (await readRunFacts(db, stored.set, before));
  if (then === undefined) return undefined;
  const carried = hash === edition.campaign.set.hash ? then : await carryRunFacts(then, set);
  return { then, carried, now: facts };
}

async function loaded({ db, sets }: Pick<MovementGround, "db" | "sets">, id: string, version: number) {
  const stored = await findSet(db, id, version);
  return stored && sets.load(stored.source, stored.hash);
}

function movementOf(
  { edition, language, whole }: MovementGround,
  unit: Board["units"][number],
  before: EarlierResult,
  ground: BridgeGround | undefined,
): FrameMovement {
  const change = difference(unit.total, before.total);
  const common = {
    unit: { id: unit.id, name: unit.name, group: unit.group },
    from: {
      name: before.unitName,
      year: before.year,
      total: before.total,
      max: before.max,
      rank: before.rank,
    },
    to: { year: edition.campaign.year, total: unit.total, max: unit.max, rank: unit.rank },
    change: formatExact(change),
  };
  const apart = { ...common, parts: null, rows: [], rest: null };
  if (!whole) return { ...apart, why: null };
  const found = ground === undefined ? "inputs-not-stored" : bridgeOfFacts(ground, before, unit);
  if (typeof found === "string") return { ...apart, why: gapWords(found, language) };
  const { bridge, label } = found;
  const parts = adding(bridge, change);
  const rows = bridge.rows
    .map((row) => ({ row, told: toldOf(row) }))
    .filter(({ told }) => [told.own, told.rules, told.others].some(({ n }) => n !== 0n));
  const left = (part: keyof BridgeParts): exact.Rational =>
    rows.reduce((rest, { told }) => exact.subtract(rest, told[part]), parts[part]);
  return {
    ...common,
    parts: textOf(parts),
    why: null,
    rows: rows.map(({ row, told }) => ({ ...label(row), ...textOf(told) })),
    rest: textOf({ own: left("own"), rules: left("rules"), others: left("others") }),
  };
}

/** Fractions without a decimal form are told to four digits. */
const TOLD = { digits: 4, mode: "half-even" } as const;

const toldOf = ({ own, rules, others }: BridgeParts): BridgeParts => ({
  own: round(own, TOLD),
  rules: round(rules, TOLD),
  others: round(others, TOLD),
});

/** The three as decimals that add up to the change of the published totals; what rounding leaves over goes to the last. */
function adding(bridge: BridgeParts, change: exact.Rational): BridgeParts {
  const { own, rules } = toldOf(bridge);
  return { own, rules, others: exact.subtract(exact.subtract(change, own), rules) };
}

const textOf = ({ own, rules, others }: BridgeParts): MovementParts => ({
  own: formatExact(own),
  rules: formatExact(rules),
  others: formatExact(others),
});

function difference(after: string, before: string): exact.Rational {
  const [a, b] = [parseExact(after), parseExact(before)];
  if (a === undefined || b === undefined) throw new RangeError(`no totals: ${after}, ${before}`);
  return exact.subtract(a, b);
}
