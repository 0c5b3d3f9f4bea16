/**
 * Memory that a rush took, given back when it is over. By itself V8 looks again at what it holds only when it needs more:
 * a process would stay as large as its busiest minute, all night.
 */
import { type EventLoopUtilization, performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Longer than the five seconds over which V8 asks how much is being made: after a quiet one it gives back the room for that. */
const LOOK_MS = 6000;
/** Shares of the time between two looks in which the process worked. */
const BUSY = 0.25;
const QUIET = 0.05;
/** The first throws away what the rush left; only the second finds that hardly anything was made in between. */
const COLLECTIONS = 2;

export interface Looking {
  /** What the process did since a look. */
  readonly worked: (since?: EventLoopUtilization) => EventLoopUtilization;
  readonly collect: () => void;
}

/**
 * Collects garbage at the first quiet looks after a busy one, and never otherwise: it holds everybody up for a tenth of a
 * second, when hardly anybody is there.
 * @returns what ends it.
 */
export function giveBackAfterRush(
  { worked, collect }: Looking = {
    worked: (since) => performance.eventLoopUtilization(since),
    collect: collectGarbage,
  },
): () => void {
  let last = worked();
  let due = 0;
  const looks = setInterval(() => {
    const { utilization } = worked(last);
    last = worked();
    if (utilization > BUSY) due = COLLECTIONS;
    else if (due > 0 && utilization < QUIET) {
      due -= 1;
      collect();
      // What the collection itself took is no work.
      last = worked();
    }
  }, LOOK_MS);
  looks.unref();
  return () => clearInterval(looks);
}

/**
 * There is no other way to ask V8: the function is not there until a context is made under this flag. What lives is moved
 * together from pages that are a fifth empty, not only from those that are nearly so.
 */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  setFlagsFromString("--no-expose-gc");
  setFlagsFromString("--optimize-for-size");
  collect();
  setFlagsFromString("--no-optimize-for-size");
}
