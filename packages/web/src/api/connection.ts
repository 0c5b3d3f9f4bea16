/** Whether the server answers: known from every call, and asked again while it does not. */

const RETRY_MS = 5_000;

let reachable = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** With these a gateway answers for a server that does not; the server itself says with 503 that it is busy. */
const GATEWAY = new Set([502, 503, 504]);

/** Whether a response is the server's own: then it is reached, whatever it says. */
export const isAnswer = ({ status, headers }: Response): boolean =>
  !GATEWAY.has(status) || headers.get("content-type")?.startsWith("application/problem+json") === true;

/** Is told by the API client after each call; while nothing answers, asks the health address every five seconds. */
export function noteReachable(now: boolean): void {
  if (!now && timer === undefined) timer = setTimeout(askAgain, RETRY_MS);
  if (now === reachable) return;
  reachable = now;
  for (const listener of listeners) listener();
}

async function askAgain(): Promise<void> {
  timer = undefined;
  try {
    const response = await fetch("/api/health/live", { cache: "no-store" });
    noteReachable(response.ok);
  } catch {
    noteReachable(false);
  }
}

/** For useSyncExternalStore: calls back when the state changes. */
export function watchConnection(listener: () => void): () => void {
  listeners.add(listener);
  const gone = (): void => noteReachable(false);
  const back = (): void => void askAgain();
  window.addEventListener("offline", gone);
  window.addEventListener("online", back);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("offline", gone);
    window.removeEventListener("online", back);
  };
}

/** Whether the last call was answered. */
export function isReachable(): boolean {
  return reachable;
}
