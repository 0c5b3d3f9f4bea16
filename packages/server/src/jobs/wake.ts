/** Calling a job before its time, from wherever something was asked for. What matters is in the database: this saves waiting. */
import type { Platform } from "../platform.js";

const callers = new WeakMap<Platform, (name: string) => void>();

/** Says how jobs of this process's platform are called. */
export function onWake(platform: Platform, call: (name: string) => void): void {
  callers.set(platform, call);
}

/** Has a job done soon, here or in another process; its own times stand. Call it after the commit. */
export function wake(platform: Platform, name: string): void {
  callers.get(platform)?.(name);
}
