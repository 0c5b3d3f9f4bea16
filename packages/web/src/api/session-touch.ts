/**
 * When the server last heard of somebody at work: every answered call that a person caused. What a page asks by itself
 * carries `background` and counts for nothing, here as on the server. Tabs of one browser tell each other.
 */

/** The header of a call that nobody asked for: reading again after a while. */
export const background = { "x-opendti-background": "1" } as const;

const CHANNEL = "opendti-session";

let last = Date.now();
let channel: BroadcastChannel | undefined;
const listeners = new Set<() => void>();

function learn(at: number): void {
  if (at <= last) return;
  last = at;
  for (const listener of listeners) listener();
}

/** Is told by the API client after each call that a person caused. */
export function noteTouched(): void {
  const now = Date.now();
  learn(now);
  channel?.postMessage(now);
}

/** The moment of the last such call, in milliseconds. */
export function lastTouched(): number {
  return last;
}

/** Calls back when a call was made, in this tab or another; returns the way to stop. */
export function watchTouches(listener: () => void): () => void {
  channel ??= listening();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function listening(): BroadcastChannel {
  const opened = new BroadcastChannel(CHANNEL);
  opened.addEventListener("message", ({ data }) => {
    if (typeof data === "number") learn(data);
  });
  return opened;
}
