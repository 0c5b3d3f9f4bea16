/** One change in a campaign at work: what it takes until everyone it moves is scored and ranked again. */
import {
  CampaignRun,
  type CampaignScores,
  type Change,
  type CompiledSet,
  exact,
  type FactChunk,
  LiveCampaign,
  type Node,
} from "@opendti/engine";
import { compareScores, type OtherScores } from "./compare.js";
import { generate, loadQd922, random, recallFrom, toChunks } from "./generate.js";
import { settle } from "./machine.js";
import type { Findings, Target } from "./report.js";
import { median, quantile } from "./statistics.js";

type Plan = NonNullable<Node["plan"]>;
type RelativePlan = Extract<Plan, { kind: "relative" }>;
type NumberPlan = RelativePlan["measure"]["of"];

/** What a change can do. */
const KINDS = {
  plain: "a change, plain",
  relative: "a change that feeds a relative indicator",
  best: "a change that takes the group's best",
  back: "a change that gives the group's best back",
} as const;

type Kind = keyof typeof KINDS;

/** Changes made before any is timed. */
const WARM_UP = 300;

export function incrementalPart(findings: Findings, size: number, changes: number, target?: Target): void {
  const set = loadQd922();
  findings.say(`scoring ${size} units`);
  const chunks = toChunks(generate(set, size));
  const live = new LiveCampaign(score(set, chunks));
  settle();
  const changer = new Changer(set, chunks, live);
  const times = new Map<Kind, number[]>();
  for (let change = -WARM_UP; change < changes; change += 1)
    for (const [kind, time] of changer.round()) if (change >= 0) enter(times, kind, time * 1000);
  for (const [kind, values] of times) {
    findings.add(size, KINDS[kind], median(values), "µs", target);
    findings.add(size, `${KINDS[kind]}: 99 of 100`, quantile(values, 0.99), "µs");
  }
  const again = score(set, chunks);
  findings.compare(
    size,
    "the changed campaign, scored as a whole",
    compareScores(again, asOther(set, live, size), true),
  );
}

function enter(times: Map<Kind, number[]>, kind: Kind, time: number): void {
  const known = times.get(kind);
  if (known) known.push(time);
  else times.set(kind, [time]);
}

function score(set: CompiledSet, chunks: readonly FactChunk[]): CampaignScores {
  const run = new CampaignRun(set, { keepFacts: true, recall: recallFrom(chunks) });
  for (const chunk of chunks) run.add(chunk);
  return run.finish();
}

/** Makes random changes of every kind, one of each a round. */
class Changer {
  private readonly next = random(20220520);
  private readonly plain: readonly number[];
  private readonly rowsOf = new Map<string, number[]>();

  constructor(
    private readonly set: CompiledSet,
    private readonly chunks: readonly FactChunk[],
    private readonly live: LiveCampaign,
  ) {
    const relative = new Set<number>(set.relatives.flatMap(({ node }) => set.nodes[node]?.uses ?? []));
    const used = new Set<number>(set.nodes.flatMap((node) => (node.plan ? node.uses : [])));
    this.plain = [...used].filter((slot) => !relative.has(slot));
    for (const [index, chunk] of chunks.entries())
      for (const [row, group] of chunk.groups.entries()) {
        const rows = this.rowsOf.get(group) ?? [];
        rows.push(index * chunk.capacity + row);
        this.rowsOf.set(group, rows);
      }
  }

  /** Milliseconds of each change made, by what it did. */
  *round(): Generator<[Kind, number]> {
    yield this.changePlain();
    yield* this.changeRelative();
    yield* this.takeBest();
  }

  private changePlain(): [Kind, number] {
    const slot = this.plain[this.below(this.plain.length)] ?? 0;
    const fact = this.set.facts[slot];
    const high = fact?.kind === "choice" ? fact.options.length : fact?.kind === "yes_no" ? 1 : 900;
    const low = fact?.kind === "yes_no" ? 0 : 1;
    const [, time] = this.change(this.anyRow(), slot, low + this.below(high - low + 1));
    return ["plain", time];
  }

  /** Lowers a number of a relative measure; a unit that held the best (and so gave it up) is passed over. */
  private *changeRelative(): Generator<[Kind, number]> {
    const row = this.anyRow();
    const slot = this.numerator(this.anyRelative());
    const old = this.value(row, slot);
    if (Number.isNaN(old)) return;
    const [change, time] = this.change(row, slot, Math.floor(old * this.next()));
    if (change.groupNodes.length === 0) yield ["relative", time];
  }

  /** Puts a unit just above its group's best, then back where it was. */
  private *takeBest(): Generator<[Kind, number]> {
    const plan = this.anyRelative();
    const row = this.anyRow();
    const slot = this.numerator(plan);
    const old = this.value(row, slot);
    const { of } = plan.measure;
    const divisor = of.kind === "divide" ? this.number(of.right, row) : 1;
    if (Number.isNaN(this.number(of, row)) || !(divisor > 0)) return;
    let best = 0;
    for (const member of this.rowsOf.get(this.group(row)) ?? []) {
      const measure = this.number(of, member);
      if (measure > best && measure !== Number.POSITIVE_INFINITY) best = measure;
    }
    const [taken, takenTime] = this.change(row, slot, Math.ceil(best * 1.02 * divisor) + 1);
    const [given, givenTime] = this.change(row, slot, old);
    if (taken.groupNodes.length > 0) yield ["best", takenTime];
    if (given.groupNodes.length > 0) yield ["back", givenTime];
  }

  private change(row: number, slot: number, value: number): [Change, number] {
    const now = Number.isInteger(value)
      ? exact.rational(value)
      : exact.rational(Math.round(value * 100), 100n);
    const start = performance.now();
    const change = this.live.change(row, slot, now);
    return [change, performance.now() - start];
  }

  private number(plan: NumberPlan, row: number): number {
    if (plan.kind === "slot") return this.value(row, plan.slot);
    if (plan.kind === "add") return this.number(plan.left, row) + this.number(plan.right, row);
    if (plan.kind === "divide") return this.number(plan.left, row) / this.number(plan.right, row);
    throw new Error(`a relative measure with the operation ${plan.kind}`);
  }

  /** A slot that raises the measure. */
  private numerator({ measure }: RelativePlan): number {
    const slots = (plan: NumberPlan): number[] => {
      if (plan.kind === "slot") return [plan.slot];
      return plan.kind === "add" ? [...slots(plan.left), ...slots(plan.right)] : [];
    };
    const candidates = slots(measure.of.kind === "divide" ? measure.of.left : measure.of);
    return candidates[this.below(candidates.length)] ?? 0;
  }

  private value(row: number, slot: number): number {
    const chunk = this.chunkOf(row);
    // Straight from the column: garbage made here would be collected while a change is timed.
    return (
      (chunk.ints[slot * chunk.capacity + (row % chunk.capacity)] as number) / 10 ** (chunk.scale[slot] ?? 0)
    );
  }

  private group(row: number): string {
    const chunk = this.chunkOf(row);
    return chunk.groups[row % chunk.capacity] ?? "";
  }

  private chunkOf(row: number): FactChunk {
    const chunk = this.chunks[Math.floor(row / (this.chunks[0]?.capacity ?? 1))];
    if (!chunk) throw new RangeError(`there is no unit ${row}`);
    return chunk;
  }

  private anyRelative(): RelativePlan {
    const relative = this.set.relatives[this.below(this.set.relatives.length)];
    if (!relative) throw new Error("the set has no relative indicator");
    return relative.plan;
  }

  private anyRow(): number {
    return this.below(this.chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  }

  private below(count: number): number {
    return Math.floor(this.next() * count);
  }
}

/** What the live campaign holds, as another contestant's results. */
function asOther(set: CompiledSet, live: LiveCampaign, size: number): OtherScores {
  const column = (value: (row: number) => number): Float64Array =>
    Float64Array.from({ length: size }, (_, row) => value(row));
  const places = { scored: 0, missing: 1, undefined: 2, not_applicable: 3, pending: 4 } as const;
  return {
    scores: set.nodes.map((node) => column((row) => live.ticks(row, node.index) / 100)),
    status: set.nodes.map((node) =>
      Uint8Array.from({ length: size }, (_, row) => places[live.status(row, node.index)]),
    ),
    total: column((row) => live.totalTicks(row) / 100),
    rank: column((row) => live.rank(row)),
  };
}
