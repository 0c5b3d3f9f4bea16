/**
 * What this process remembers of the assessments that were just saved in: the next save of the same one need not read
 * them. Others change them meanwhile; their `revision` tells, and the statement that saves asks for it.
 */
import type { Platform } from "../../platform.js";
import type { DeclaredNumbers } from "../assessments/quick-score.js";
import type { FieldState } from "./save-repository.js";

/** Some two kilobytes each; those that nobody saved in the longest go first. */
const MOST = 4096;

export interface KeptUnit {
  readonly revision: string;
  readonly unitId: string;
  readonly set: FieldState["set"];
  readonly numbers: DeclaredNumbers;
  /** Of some indicators, to whom they are assigned: rooms that have not handed over. */
  readonly assigned: ReadonlyMap<string, Assigned>;
}

interface Assigned {
  readonly room: string;
  readonly account: string | null;
}

/** A try that fails costs nearly what one saves that does not: below this share of luck, others save there too. */
const WORTH_TRYING = 0.4;
/** Of how many tries the share is, about; and how often one is made all the same, to see whether luck has turned. */
const TRIES = 50;
const PROBE = 10;

class KeptUnits {
  private readonly byId = new Map<string, KeptUnit>();
  private luck = 1;
  private passed = 0;

  /**
   * Takes it out: of several who save at once one goes by it, and puts back what became of it.
   * @returns undefined also while most of what is kept is out of date, because people save through other processes.
   */
  take(assessmentId: string): KeptUnit | undefined {
    const kept = this.byId.get(assessmentId);
    if (kept === undefined) return undefined;
    this.byId.delete(assessmentId);
    if (this.luck >= WORTH_TRYING) return kept;
    this.passed = (this.passed + 1) % PROBE;
    return this.passed === 0 ? kept : undefined;
  }

  /** Call it with what came of a try to save from what was kept. */
  tried(done: boolean): void {
    this.luck += ((done ? 1 : 0) - this.luck) / TRIES;
  }

  /** What is kept, left where it is. */
  known(assessmentId: string): KeptUnit | undefined {
    return this.byId.get(assessmentId);
  }

  put(assessmentId: string, unit: KeptUnit): void {
    this.byId.delete(assessmentId);
    this.byId.set(assessmentId, unit);
    const [oldest] = this.byId.keys();
    if (this.byId.size > MOST && oldest !== undefined) this.byId.delete(oldest);
  }
}

const units = new WeakMap<Platform, KeptUnits>();

export function keptUnits(platform: Platform): KeptUnits {
  const known = units.get(platform);
  if (known !== undefined) return known;
  const made = new KeptUnits();
  units.set(platform, made);
  return made;
}

const NONE: KeptUnit["assigned"] = new Map();

/**
 * A unit after a change that was written on what was read of it.
 * @param code of the indicator that was changed.
 * @param before what was kept of it, if anything.
 */
export function keptUnitOf(
  { revision, unitId, set, assigned: to }: FieldState,
  code: string,
  numbers: DeclaredNumbers,
  before: KeptUnit | undefined,
): KeptUnit {
  let assigned = before?.revision === revision ? before.assigned : NONE;
  if (to !== null && to.room !== null && to.part === "declaring")
    assigned = new Map(assigned).set(code, { room: to.room, account: to.account });
  return after({ revision, unitId, set, numbers, assigned }, numbers);
}

/** A kept unit after one change more. */
export const after = (unit: KeptUnit, numbers: DeclaredNumbers): KeptUnit => ({
  ...unit,
  revision: String(BigInt(unit.revision) + 1n),
  numbers,
});
