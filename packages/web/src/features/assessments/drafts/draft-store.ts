/**
 * The answers of one assessment as the person at the screen sees them: what the server holds, with their own unsent
 * edits on top. Edits are kept in the browser at every keystroke and sent field by field; see edit.ts for what can
 * become of one. Of several tabs only one sends.
 */
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { sameValue } from "../values/answer-value.js";
import {
  acknowledge,
  type Edit,
  type FieldKey,
  fieldKey,
  findStale,
  isSendable,
  keepMine,
  later,
  markSent,
  NOTHING_STORED,
  type Refusal,
  type Stored,
  saysNothingNew,
  type Typed,
  typeOver,
} from "./edit.js";
import type { Clock, DraftStorage, Outcome, TabMessage, Tabs, Transport } from "./surroundings.js";

/** Quiet this long after a keystroke, a field is sent; leaving it sends at once. */
const QUIET_MS = 700;
/** Fields under way at a time: a slow line answers one by one, and a hundred wait after an hour offline. */
const PARALLEL = 4;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

export interface FieldState {
  readonly stored: Stored;
  readonly edit: Edit | undefined;
  /** The value that counts on this screen. */
  readonly value: AnswerValue;
  readonly status: "saved" | "saving" | "waiting" | "unreadable" | "conflict" | "refused";
}

export interface DraftSummary {
  readonly saving: number;
  readonly waiting: number;
  /** Typed, but no value yet; kept here until it is mended. */
  readonly unreadable: readonly FieldKey[];
  readonly conflicts: readonly FieldKey[];
  readonly refused: readonly { readonly key: FieldKey; readonly refusal: Refusal }[];
  readonly connection: "fine" | "unanswered" | "signed-out";
  /** When the server last took something, as it says. */
  readonly savedAt: string | null;
  /** false: this browser keeps nothing, and closing the page loses what is not sent. */
  readonly kept: boolean;
}

export interface DraftSurroundings {
  /** Whose edits these are. */
  readonly account: string;
  readonly transport: Transport;
  readonly storage: DraftStorage;
  readonly tabs: Tabs;
  readonly clock: Clock;
}

export class DraftStore {
  private readonly stored = new Map<FieldKey, Stored>();
  private readonly edits = new Map<FieldKey, Edit>();
  private readonly underWay = new Map<FieldKey, number>();
  private readonly due = new Map<FieldKey, number>();
  /** Last version of a field that this browser wrote. */
  private readonly written = new Map<FieldKey, number>();
  private readonly listeners = new Set<() => void>();
  private fields = new Map<FieldKey, FieldState>();
  private summarised: DraftSummary | undefined;
  private savedAt: string | null = null;
  private leading = false;
  private signedOut = false;
  private failures = 0;
  private resumeAt = 0;
  private kept = true;
  private closed = false;
  private changes = 0;
  private takeBack: (() => void) | undefined;

  constructor(private readonly around: DraftSurroundings) {}

  /** Takes up the edits kept in this browser, and begins to send when it is this tab's turn. */
  async open(): Promise<void> {
    this.around.tabs.listen((message) => this.receive(message));
    await this.takeUp();
    this.around.tabs.lead(() => {
      void this.takeUp().then(() => {
        this.leading = true;
        this.pump();
      });
    });
  }

  get isClosed(): boolean {
    return this.closed;
  }

  close(): void {
    this.closed = true;
    this.takeBack?.();
    this.around.tabs.close();
  }

  /** What the server holds, read anew; older than what is known already is passed over. */
  refresh(fields: Iterable<{ readonly code: string; readonly input: string } & Stored>): void {
    for (const { code, input, ...stored } of fields) this.learn(fieldKey(code, input), stored);
    this.changed();
  }

  /** One keystroke, or one choice. Kept at once, sent after a short quiet. */
  type(code: string, input: string, typed: Typed): void {
    const key = fieldKey(code, input);
    const stored = this.storedOf(key);
    const edit = typeOver({ code, input }, this.edits.get(key), stored, typed, this.around.clock.now());
    if (saysNothingNew(edit, stored) && !this.underWay.has(key)) {
      this.forget(key, edit.at);
      return;
    }
    this.edits.set(key, edit);
    this.due.set(key, this.around.clock.now() + QUIET_MS);
    void this.keep(edit);
    this.around.tabs.post({ kind: "edit", edit });
    this.changed();
    this.pump();
  }

  /** The field was left: no need to wait for more keystrokes. */
  flush(): void {
    this.due.clear();
    this.pump();
  }

  /** The person has seen both values and chosen. */
  resolve(key: FieldKey, choice: "mine" | "theirs"): void {
    const edit = this.edits.get(key);
    if (!edit?.theirs) return;
    if (choice === "theirs") {
      this.forget(key, edit.at);
      return;
    }
    this.replace(key, { ...keepMine(edit), at: edit.at + 1 });
    this.due.delete(key);
    this.pump();
  }

  /** Lets go of what was typed, in favour of what the server holds. */
  discard(key: FieldKey): void {
    const edit = this.edits.get(key);
    if (edit && !this.underWay.has(key)) this.forget(key, edit.at);
  }

  /** Tries again now: the line is back, the person signed in, or the deadline was extended. */
  retry(): void {
    this.signedOut = false;
    this.failures = 0;
    this.resumeAt = 0;
    for (const [key, edit] of this.edits)
      if (edit.refusal) this.replace(key, { ...edit, at: edit.at + 1, refusal: undefined });
    this.changed();
    this.pump();
  }

  field(key: FieldKey): FieldState {
    const known = this.fields.get(key);
    if (known) return known;
    const state = this.stateOf(key);
    this.fields.set(key, state);
    return state;
  }

  /** Every field that has a value on this screen. */
  *values(): Generator<{ readonly key: FieldKey; readonly value: AnswerValue }> {
    for (const key of new Set([...this.stored.keys(), ...this.edits.keys()])) {
      const { value } = this.field(key);
      if (value !== null) yield { key, value };
    }
  }

  summary(): DraftSummary {
    this.summarised ??= this.summarise();
    return this.summarised;
  }

  /** Grows with every change; what is computed from the values is computed anew then. */
  readonly revision = (): number => this.changes;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private storedOf(key: FieldKey): Stored {
    return this.stored.get(key) ?? NOTHING_STORED;
  }

  private stateOf(key: FieldKey): FieldState {
    const stored = this.storedOf(key);
    const edit = this.edits.get(key);
    if (!edit) return { stored, edit, value: stored.value, status: "saved" };
    const value = edit.typed.readable ? edit.typed.value : stored.value;
    const status = edit.theirs
      ? "conflict"
      : edit.refusal
        ? "refused"
        : !edit.typed.readable
          ? "unreadable"
          : this.underWay.has(key) || (this.failures === 0 && !this.signedOut)
            ? "saving"
            : "waiting";
    return { stored, edit, value, status };
  }

  private summarise(): DraftSummary {
    const count = { saving: 0, waiting: 0 };
    const unreadable: FieldKey[] = [];
    const conflicts: FieldKey[] = [];
    const refused: { key: FieldKey; refusal: Refusal }[] = [];
    for (const [key, edit] of this.edits) {
      const { status } = this.field(key);
      if (status === "conflict") conflicts.push(key);
      else if (edit.refusal) refused.push({ key, refusal: edit.refusal });
      else if (status === "unreadable") unreadable.push(key);
      else if (status === "saving" || status === "waiting") count[status] += 1;
    }
    const connection = this.signedOut ? "signed-out" : this.failures > 0 ? "unanswered" : "fine";
    const { savedAt, kept } = this;
    return { ...count, unreadable, conflicts, refused, connection, savedAt, kept };
  }

  private async takeUp(): Promise<void> {
    try {
      for (const edit of await this.around.storage.load()) {
        const key = fieldKey(edit.code, edit.input);
        this.edits.set(key, later(this.edits.get(key), edit));
      }
    } catch {
      this.kept = false;
    }
    this.changed();
  }

  private keep(edit: Edit): Promise<void> {
    return this.around.storage.keep(edit).catch(() => this.unkept());
  }

  private unkept(): void {
    this.kept = false;
    this.changed();
  }

  private replace(key: FieldKey, edit: Edit): void {
    this.edits.set(key, edit);
    void this.keep(edit);
    this.around.tabs.post({ kind: "edit", edit });
    this.changed();
  }

  private forget(key: FieldKey, at: number): void {
    const edit = this.edits.get(key);
    this.edits.delete(key);
    this.due.delete(key);
    if (edit) {
      this.around.storage.drop(edit.code, edit.input, at).catch(() => this.unkept());
      this.around.tabs.post({ kind: "dropped", key, at, stored: this.storedOf(key) });
    }
    this.changed();
  }

  private learn(key: FieldKey, stored: Stored): void {
    if (stored.version >= this.storedOf(key).version) this.stored.set(key, stored);
  }

  /** Sends what is due, and sets the clock for what is not. */
  private pump(): void {
    if (this.closed || !this.leading || this.signedOut) return;
    const now = this.around.clock.now();
    let next = Number.POSITIVE_INFINITY;
    for (const [key, edit] of this.edits) {
      if (this.underWay.has(key) || !isSendable(edit)) continue;
      const ready = Math.max(this.due.get(key) ?? 0, this.resumeAt);
      if (ready > now) next = Math.min(next, ready);
      else if (this.underWay.size < PARALLEL) void this.send(key, edit, edit.typed.value);
    }
    this.takeBack?.();
    this.takeBack =
      next < Number.POSITIVE_INFINITY
        ? this.around.clock.after(Math.max(0, next - now), () => this.pump())
        : undefined;
  }

  private async send(key: FieldKey, edit: Edit, value: AnswerValue): Promise<void> {
    this.underWay.set(key, edit.at);
    const marked = markSent(edit, value);
    this.edits.set(key, marked);
    this.around.tabs.post({ kind: "edit", edit: marked });
    this.changed();
    // Kept before it is sent: after a crash, an answer that was never read is known again by its value.
    await this.keep(marked);
    if (this.closed) return;
    const outcome = await this.around.transport
      .send(edit.code, edit.input, value, edit.base)
      .catch((): Outcome => ({ kind: "unanswered" }));
    this.underWay.delete(key);
    if (this.closed) return;
    this.settle(key, edit.at, outcome);
    this.changed();
    this.pump();
  }

  private settle(key: FieldKey, sentAt: number, outcome: Outcome): void {
    if (outcome.kind === "unanswered") {
      this.failures += 1;
      const pause = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1));
      this.resumeAt = this.around.clock.now() + Math.max(pause, outcome.retryAfterMs ?? 0);
      return;
    }
    this.failures = 0;
    this.resumeAt = 0;
    if (outcome.kind === "signed-out") {
      this.signedOut = true;
      return;
    }
    const edit = this.edits.get(key);
    switch (outcome.kind) {
      case "saved":
        this.learn(key, outcome.stored);
        this.written.set(key, outcome.stored.version);
        this.savedAt = outcome.stored.at;
        this.around.tabs.post({ kind: "saved", key, at: sentAt, stored: outcome.stored });
        if (edit) this.goOn(key, edit, acknowledge(edit, sentAt, outcome.stored), sentAt);
        return;
      case "stale":
        this.learn(key, outcome.stored);
        if (edit)
          this.goOn(
            key,
            edit,
            findStale(edit, outcome.stored, this.isOwn(key, edit, outcome.stored)),
            edit.at,
          );
        return;
      case "refused":
        if (edit && (edit.at <= sentAt || outcome.refusal.reason !== "unreadable"))
          this.replace(key, { ...edit, refusal: outcome.refusal });
    }
  }

  private goOn(key: FieldKey, before: Edit, after: Edit | undefined, at: number): void {
    if (after === undefined) this.forget(key, at);
    else if (after !== before) this.replace(key, after);
  }

  /** Whether a version found on the server is this person's own words, sent from this browser. */
  private isOwn(key: FieldKey, edit: Edit, stored: Stored): boolean {
    if (stored.by?.id !== this.around.account) return false;
    return (
      this.written.get(key) === stored.version || edit.sent.some((value) => sameValue(value, stored.value))
    );
  }

  private receive(message: TabMessage): void {
    if (this.closed) return;
    if (message.kind === "edit") {
      const key = fieldKey(message.edit.code, message.edit.input);
      this.edits.set(key, later(this.edits.get(key), message.edit));
      if (this.leading && !this.due.has(key)) this.due.set(key, this.around.clock.now() + QUIET_MS);
    } else {
      this.learn(message.key, message.stored);
      if (message.kind === "saved") {
        this.written.set(message.key, message.stored.version);
        this.savedAt = message.stored.at;
      }
      const edit = this.edits.get(message.key);
      const after = edit && acknowledge(edit, message.at, message.stored);
      if (edit && !after) this.edits.delete(message.key);
      else if (after && message.kind === "saved") this.edits.set(message.key, after);
    }
    this.changed();
    this.pump();
  }

  private changed(): void {
    this.changes += 1;
    this.fields = new Map();
    this.summarised = undefined;
    for (const listener of this.listeners) listener();
  }
}
