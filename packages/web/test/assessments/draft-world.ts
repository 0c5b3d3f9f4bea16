/** A server, a disk, tabs and a clock for the draft store, all in memory and all under the test's hand. */
import type { AnswerValue } from "../../src/api/assessment-contract.js";
import { DraftStore } from "../../src/features/assessments/drafts/draft-store.js";
import {
  type Edit,
  type FieldKey,
  fieldKey,
  NOTHING_STORED,
  type Refusal,
  type Stored,
} from "../../src/features/assessments/drafts/edit.js";
import type {
  Clock,
  DraftStorage,
  Outcome,
  TabMessage,
  Tabs,
  Transport,
} from "../../src/features/assessments/drafts/surroundings.js";

export const ME = { id: "me", displayName: "Cán bộ kê khai" };
export const OTHER = { id: "other", displayName: "Cán bộ phòng khác" };

/** What befalls one request. */
export type Fault = "lost-before" | "lost-after" | "late" | "busy" | "signed-out" | Refusal["reason"];

export class FakeServer implements Transport {
  readonly fields = new Map<FieldKey, Stored>();
  readonly history: { key: FieldKey; by: string; value: AnswerValue; over: Stored }[] = [];
  readonly faults: Fault[] = [];
  requests = 0;
  /** While set, everything is answered so. */
  always: Fault | undefined;
  private readonly parked: (() => void)[] = [];
  private time = 0;

  stored(key: FieldKey): Stored {
    return this.fields.get(key) ?? NOTHING_STORED;
  }

  write(key: FieldKey, value: AnswerValue, by: { id: string; displayName: string }): Stored {
    const over = this.stored(key);
    this.time += 1;
    const at = new Date(Date.UTC(2026, 0, 1, 0, 0, this.time)).toISOString();
    const stored: Stored = { value, version: over.version + 1, by, at };
    this.history.push({ key, by: by.id, value, over });
    this.fields.set(key, stored);
    return stored;
  }

  /** Requests that were held up on the way arrive now. */
  arrive(): void {
    for (const request of this.parked.splice(0)) request();
  }

  async send(code: string, input: string, value: AnswerValue, base: number): Promise<Outcome> {
    this.requests += 1;
    await Promise.resolve();
    const key = fieldKey(code, input);
    const apply = (): Outcome =>
      this.stored(key).version === base
        ? { kind: "saved", stored: this.write(key, value, ME) }
        : { kind: "stale", stored: this.stored(key) };
    const fault = this.always ?? this.faults.shift();
    switch (fault) {
      case undefined:
        return apply();
      case "lost-before":
        return { kind: "unanswered" };
      case "lost-after":
        apply();
        return { kind: "unanswered" };
      case "late":
        this.parked.push(() => apply());
        return { kind: "unanswered" };
      case "busy":
        return { kind: "unanswered", retryAfterMs: 5_000 };
      case "signed-out":
        return { kind: "signed-out" };
      default:
        return { kind: "refused", refusal: { reason: fault, detail: fault } };
    }
  }
}

class FakeClock implements Clock {
  private time = 1_000;
  private timers: { at: number; call: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.time + ms, call };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  async advance(ms: number): Promise<void> {
    await settled();
    const end = this.time + ms;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.time = Math.max(this.time, next.at);
      next.call();
      await settled();
    }
    this.time = end;
  }
}

/** Until nothing is left to do but wait for the clock. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** One browser: its disk survives its tabs. */
export class Browser {
  readonly disk = new Map<FieldKey, Edit>();
  diskFails = false;
  readonly clock = new FakeClock();
  private readonly tabs: { receive?: (message: TabMessage) => void; begin?: () => void; open: boolean }[] =
    [];

  constructor(readonly server: FakeServer) {}

  async openTab(): Promise<DraftStore> {
    const store = new DraftStore({
      account: ME.id,
      transport: this.server,
      storage: this.storage(),
      tabs: this.tab(),
      clock: this.clock,
    });
    await store.open();
    store.refresh(
      [...this.server.fields].map(([key, stored]) => {
        const [code = "", input = ""] = key.split("/");
        return { code, input, ...stored };
      }),
    );
    await settled();
    return store;
  }

  private storage(): DraftStorage {
    const work = async (call: () => void): Promise<void> => {
      await Promise.resolve();
      if (this.diskFails) throw new Error("QuotaExceededError");
      call();
    };
    return {
      load: async () => {
        if (this.diskFails) throw new Error("no disk");
        return structuredClone([...this.disk.values()]);
      },
      keep: (edit) =>
        work(() => {
          const key = fieldKey(edit.code, edit.input);
          const kept = this.disk.get(key);
          if (!kept || kept.at <= edit.at) this.disk.set(key, structuredClone(edit));
        }),
      drop: (code, input, at) =>
        work(() => {
          const key = fieldKey(code, input);
          const kept = this.disk.get(key);
          if (kept && kept.at <= at) this.disk.delete(key);
        }),
    };
  }

  private tab(): Tabs {
    const own: (typeof this.tabs)[number] = { open: true };
    this.tabs.push(own);
    const elect = (): void => {
      const first = this.tabs.find(({ open }) => open);
      const begin = first?.begin;
      if (first && begin) {
        delete first.begin;
        begin();
      }
    };
    return {
      post: (message) => {
        const copy = structuredClone(message);
        for (const other of this.tabs)
          if (other !== own && other.open) queueMicrotask(() => other.open && other.receive?.(copy));
      },
      listen: (receive) => {
        own.receive = receive;
      },
      lead: (begin) => {
        own.begin = begin;
        elect();
      },
      close: () => {
        own.open = false;
        this.tabs.splice(this.tabs.indexOf(own), 1);
        elect();
      },
    };
  }
}

/** What a person types: a value that can be read. */
export function value(of: AnswerValue): { readable: true; value: AnswerValue } {
  return { readable: true, value: of };
}
