/** What a job is: work without a person, told by a clock, done once however many processes there are. */
import type { Platform } from "../platform.js";

/** Figures for the log; never a name. */
export type JobFigures = Readonly<Record<string, number | string>>;

export interface Job {
  /** The queue's name; never changed once released. */
  readonly name: string;
  /** Minute, hour, day, month, weekday, in Vietnam. */
  readonly cron: string;
  /**
   * It is also done when it is called for (see wake.ts), in as many processes at once as there are: what it finds to do
   * it takes so that nobody else does it.
   */
  readonly called?: true;
  /** How long it may take before it counts as cut off and is done again; ten minutes unless said. */
  readonly minutes?: number;
  /**
   * Does the work; doing it twice, or in two processes, is as good as once.
   * @param stopping the process ends: what takes long leaves it to others.
   */
  run(platform: Platform, stopping: AbortSignal): Promise<JobFigures>;
}
