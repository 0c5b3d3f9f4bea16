/** Sessions that this process has seen to be real: they are counted one by one, whatever else comes from their address. */
import { networkOf } from "./network.js";
import { tokenHash } from "./session-cookie.js";

/** More than are at work at once; the oldest goes first, and is known again at its next request. */
const MOST = 20_000;

export class KnownSessions {
  private readonly keys = new Set<string>();

  /** Call it when a token was found to open a session. */
  add(token: string): void {
    const key = keyOf(token);
    this.keys.delete(key);
    this.keys.add(key);
    const [oldest] = this.keys;
    if (this.keys.size > MOST && oldest !== undefined) this.keys.delete(oldest);
  }

  /** What to count a request by: its session, or its network when its token is none that we know. */
  countedBy(token: string | undefined, address: string): string {
    const key = token === undefined ? undefined : keyOf(token);
    // A token is only a claim: counted by it alone, whoever makes up a new one each time is never counted.
    return key !== undefined && this.keys.has(key) ? key : networkOf(address);
  }
}

const keyOf = (token: string): string => tokenHash(token).toString("base64");
