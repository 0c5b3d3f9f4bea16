/**
 * The tabs of one person on one assessment: they tell each other what is typed and saved, and only one sends. Web Locks
 * decide which where the browser has them; on plain http it has not, and a lease in localStorage does. Two senders at once
 * would do no harm (the second is answered that its own words stand there already), only needless calls.
 */
import type { TabMessage, Tabs } from "./surroundings.js";

const LEASE_MS = 6_000;
const RENEW_MS = 2_000;

/** @param name the same in all tabs that share drafts. */
export function browserTabs(name: string): Tabs {
  const channel = new BroadcastChannel(name);
  const stop = new AbortController();
  return {
    post: (message) => {
      if (!stop.signal.aborted) channel.postMessage(message);
    },
    listen: (receive) => {
      channel.onmessage = (event: MessageEvent<TabMessage>) => receive(event.data);
    },
    lead: (begin) => {
      if ("locks" in navigator) leadByLock(name, begin, stop.signal);
      else leadByLease(name, begin, stop.signal);
    },
    close: () => {
      stop.abort();
      channel.close();
    },
  };
}

function leadByLock(name: string, begin: () => void, closed: AbortSignal): void {
  const held = new Promise<void>((release) => {
    closed.addEventListener("abort", () => release(), { once: true });
  });
  navigator.locks
    .request(name, { signal: closed }, () => {
      begin();
      return held;
    })
    .catch((error: unknown) => {
      // Closed before its turn came.
      if (!closed.aborted) throw error;
    });
}

function leadByLease(name: string, begin: () => void, closed: AbortSignal): void {
  const own = String(crypto.getRandomValues(new Uint32Array(2)).join("-"));
  let leading = false;
  const renew = (): void => {
    const [holder, until] = (localStorage.getItem(name) ?? "").split(" ");
    if (holder !== own && Number(until) > Date.now()) return;
    localStorage.setItem(name, `${own} ${Date.now() + LEASE_MS}`);
    if (leading) return;
    leading = true;
    begin();
  };
  renew();
  const timer = setInterval(renew, RENEW_MS);
  closed.addEventListener(
    "abort",
    () => {
      clearInterval(timer);
      if (leading) localStorage.removeItem(name);
    },
    { once: true },
  );
}

/** The clock of the browser. */
export const browserClock = {
  now: () => Date.now(),
  after: (ms: number, call: () => void): (() => void) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
