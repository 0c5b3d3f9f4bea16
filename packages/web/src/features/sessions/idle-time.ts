/** How long a session still lasts when nobody touches it. Pure. */

const MINUTE = 60_000;

/** The warning comes so long before the end; halfway where the whole time is shorter. */
const WARNED_MS = 2 * MINUTE;

/** The server notes a touch at most so often, and may so count from a little earlier than the browser. */
const SERVER_NOTES_MS = MINUTE / 2;

/** Somebody at work is told to the server this often, also while they only read. */
const TOUCH_EVERY_MS = MINUTE;

/** Where a session stands: nothing to say, about to end in so many minutes, or ended. */
export type IdleState =
  | { readonly kind: "awake" | "over" }
  | { readonly kind: "ending"; readonly minutes: number };

/** The state at a moment; `touched` is when the server last heard of somebody at work. */
export function idleState(idleMinutes: number, touched: number, now: number): IdleState {
  const whole = idleMinutes * MINUTE;
  const lasting = Math.max(whole - SERVER_NOTES_MS, whole / 2);
  const left = lasting - (now - touched);
  if (left <= 0) return { kind: "over" };
  if (left > Math.min(WARNED_MS, lasting / 2)) return { kind: "awake" };
  return { kind: "ending", minutes: Math.ceil(left / MINUTE) };
}

/** Whether what a person does now has to be told to the server. */
export function mustTouch(state: IdleState, touched: number, now: number): boolean {
  return state.kind === "ending" || (state.kind === "awake" && now - touched >= TOUCH_EVERY_MS);
}
