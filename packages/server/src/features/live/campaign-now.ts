/** A campaign in the memory of one process: everyone's points, brought up to date change by change. No database. */
import {
  CampaignRun,
  type CampaignScores,
  type CompiledSet,
  exact,
  FactChunk,
  formatExact,
  formatTicks,
  LiveCampaign,
  round,
  type UnitFacts,
} from "@opendti/engine";
import { addressOf } from "../assessments/scoring.js";
import type { UnitVersion } from "./versions-repository.js";

const CHUNK_UNITS = 512;
/** Values of relative measures, as they are told: six digits are more than anybody compares by. */
const TOLD = { digits: 6, mode: "half-even" } as const;

/** How a unit stands. */
export interface Place {
  readonly total: string;
  readonly rank: number | null;
}

export interface RelativeStanding {
  readonly code: string;
  readonly title: string;
  readonly group: string | null;
  readonly best: { readonly row: number; readonly value: string } | null;
  readonly worst: { readonly row: number; readonly value: string } | null;
  readonly pending: number;
}

/** What a trial does. Places by row of the unit's group. */
export interface TrialOutcome {
  readonly points: { readonly before: string; readonly after: string };
  readonly before: ReadonlyMap<number, Place>;
  readonly after: ReadonlyMap<number, Place>;
  /** Relative measures of the unit's group whose best moves. */
  readonly bests: readonly {
    readonly code: string;
    readonly title: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

export class CampaignNow {
  private readonly live: LiveCampaign;
  private readonly digits: number;
  private readonly words: string[];
  private readonly rows = new Map<string, number>();
  private readonly rowsOfGroup = new Map<string | null, number[]>();

  private constructor(
    readonly set: CompiledSet,
    readonly setHash: string,
    private readonly scores: CampaignScores,
    private versions: readonly UnitVersion[],
  ) {
    this.live = new LiveCampaign(scores);
    this.digits = set.scoreRounding.digits;
    this.words = versions.map(({ word }) => word);
    for (const [row, { assessmentId, group }] of versions.entries()) {
      this.rows.set(assessmentId, row);
      const members = this.rowsOfGroup.get(group);
      if (members === undefined) this.rowsOfGroup.set(group, [row]);
      else members.push(row);
    }
  }

  /** @param facts of each unit, in the order of `versions`; a batch at a time, so that they never stand in memory whole. */
  static async build(
    set: CompiledSet,
    setHash: string,
    versions: readonly UnitVersion[],
    facts: AsyncIterable<readonly UnitFacts[]>,
  ): Promise<CampaignNow> {
    const run = new CampaignRun(set, { complete: true, keepFacts: true });
    const capacity = Math.max(1, Math.min(CHUNK_UNITS, versions.length));
    let chunk = new FactChunk(set, capacity);
    for await (const batch of facts)
      for (const unit of batch) {
        if (chunk.full) {
          run.add(chunk);
          chunk = new FactChunk(set, capacity);
        }
        chunk.add(unit);
      }
    run.add(chunk);
    return new CampaignNow(set, setHash, run.finish(), versions);
  }

  get length(): number {
    return this.versions.length;
  }

  /**
   * The assessments that have changed since they were taken in.
   * @returns undefined when units came, went or changed their group, or the set is another one: then all is built anew.
   */
  changedSince(setHash: string, versions: readonly UnitVersion[]): UnitVersion[] | undefined {
    if (setHash !== this.setHash || versions.length !== this.versions.length) return undefined;
    const same = versions.every(({ assessmentId, group }, row) => {
      const known = this.versions[row];
      return known?.assessmentId === assessmentId && known.group === group;
    });
    return same ? versions.filter(({ word }, row) => word !== this.words[row]) : undefined;
  }

  /** Takes in the facts of assessments that have changed, and the names and states of all. */
  bringUp(versions: readonly UnitVersion[], changed: ReadonlyMap<string, UnitFacts>): void {
    this.versions = versions;
    for (const [row, { assessmentId, word }] of versions.entries()) {
      const facts = changed.get(assessmentId);
      if (facts === undefined) continue;
      this.become(row, facts);
      this.words[row] = word;
    }
  }

  rowOf(assessmentId: string): number | undefined {
    return this.rows.get(assessmentId);
  }

  version(row: number): UnitVersion | undefined {
    return this.versions[row];
  }

  place(row: number): Place {
    const rank = this.live.rank(row);
    return { total: formatTicks(this.live.totalTicks(row), this.digits), rank: rank === 0 ? null : rank };
  }

  /** The facts of a unit as they are taken in. */
  factsOf(row: number): UnitFacts {
    return this.scores.run.factsOf(row);
  }

  /** Every relative measure in every group: who is best and worst, and how many have no value yet. */
  relatives(): RelativeStanding[] {
    return this.set.relatives.flatMap((_, relative) =>
      [...this.rowsOfGroup].map(([group, rows]) => this.relative(relative, group, rows)),
    );
  }

  private relative(relative: number, group: string | null, rows: readonly number[]): RelativeStanding {
    const { node, plan } = this.set.relatives[relative] as CompiledSet["relatives"][number];
    let high: { row: number; value: exact.Rational } | undefined;
    let low: typeof high;
    let pending = 0;
    for (const row of rows) {
      const value = this.live.measure(row, relative);
      if (value === undefined) {
        pending += 1;
        continue;
      }
      if (high === undefined || exact.compare(value, high.value) > 0) high = { row, value };
      if (low === undefined || exact.compare(value, low.value) < 0) low = { row, value };
    }
    const told = (one: typeof high) => one && { row: one.row, value: toldValue(one.value) };
    const [best, worst] = plan.better === "higher" ? [high, low] : [low, high];
    return {
      ...this.named(node),
      group,
      best: told(best) ?? null,
      worst: told(worst) ?? null,
      pending,
    };
  }

  private named(node: number): { readonly code: string; readonly title: string } {
    const found = this.set.nodes[node];
    return found === undefined
      ? { code: "", title: "" }
      : { code: addressOf(this.set, found), title: found.title };
  }

  /**
   * What a unit's facts would do if they were these. Everything is put back before it returns, or throws.
   * @param node whose points are told; undefined: the unit's total (facts of the profile belong to no indicator).
   */
  tryOut(row: number, node: number | undefined, facts: UnitFacts): TrialOutcome {
    const own = this.factsOf(row);
    const rows = this.rowsOfGroup.get(this.versions[row]?.group ?? null) ?? [row];
    const look = () => ({
      points: formatTicks(
        node === undefined ? this.live.totalTicks(row) : this.live.ticks(row, node),
        this.digits,
      ),
      places: new Map(rows.map((each) => [each, this.place(each)])),
      bests: this.set.relatives.map((_, relative) => this.bestFor(row, relative)),
    });
    const before = look();
    try {
      this.become(row, facts);
      const after = look();
      return {
        points: { before: before.points, after: after.points },
        before: before.places,
        after: after.places,
        bests: this.set.relatives.flatMap(({ node: of }, relative) => {
          const [then, now] = [before.bests[relative] ?? null, after.bests[relative] ?? null];
          return then === now ? [] : [{ ...this.named(of), before: then, after: now }];
        }),
      };
    } finally {
      this.become(row, own);
    }
  }

  private bestFor(row: number, relative: number): string | null {
    const standing = this.scores.run.standingOf(row)(relative);
    return standing.complete && standing.best !== undefined ? toldValue(standing.best) : null;
  }

  /** Makes a unit's facts these, and follows what that moves. */
  private become(row: number, facts: UnitFacts): void {
    const now = this.factsOf(row);
    for (const { slot } of this.set.facts) {
      const [was, is] = [now.values[slot], facts.values[slot]];
      if (was === undefined ? is !== undefined : is === undefined || !exact.equal(was, is))
        this.live.change(row, slot, is);
    }
    for (const node of new Set([...now.notApplicable.keys(), ...facts.notApplicable.keys()])) {
      const marked = facts.notApplicable.has(node);
      if (
        marked !== now.notApplicable.has(node) ||
        facts.notApplicable.get(node) !== now.notApplicable.get(node)
      )
        this.live.markNotApplicable(row, node, marked, facts.notApplicable.get(node));
    }
    for (const node of new Set([...(now.given?.keys() ?? []), ...(facts.given?.keys() ?? [])])) {
      const [was, is] = [now.given?.get(node), facts.given?.get(node)];
      if (was === undefined ? is !== undefined : is === undefined || !exact.equal(was, is))
        this.live.give(row, node, is);
    }
  }
}

const toldValue = (value: exact.Rational): string => formatExact(round(value, TOLD));
