import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnswerValue } from "../../src/api/assessment-contract.js";
import type { DraftStore } from "../../src/features/assessments/drafts/draft-store.js";
import { type FieldKey, fieldKey } from "../../src/features/assessments/drafts/edit.js";
import { Browser, FakeServer, type Fault, ME, OTHER, settled, value } from "./draft-world.js";

const INPUTS = ["a", "b"] as const;
type Input = (typeof INPUTS)[number];

type Step =
  | { do: "type"; tab: number; input: Input }
  | { do: "type-same"; tab: number; input: Input }
  | { do: "garble"; tab: number; input: Input }
  | { do: "leave"; tab: number }
  | { do: "other"; input: Input }
  | { do: "other-agrees"; input: Input }
  | { do: "fault"; fault: Fault }
  | { do: "wait"; ms: number }
  | { do: "arrive" }
  | { do: "reload"; tab: number }
  | { do: "refetch"; tab: number }
  | { do: "sign-in"; tab: number }
  | { do: "choose"; tab: number; input: Input; choice: "mine" | "theirs" };

const tab = fc.integer({ min: 0, max: 1 });
const input = fc.constantFrom(...INPUTS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("type" as const), tab, input }) },
  fc.record({ do: fc.constant("type-same" as const), tab, input }),
  fc.record({ do: fc.constant("garble" as const), tab, input }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("leave" as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("other" as const), input }) },
  fc.record({ do: fc.constant("other-agrees" as const), input }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      fault: fc.constantFrom<Fault>(
        "lost-before",
        "lost-after",
        "late",
        "busy",
        "signed-out",
        "deadline-passed",
        "unreadable",
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 4_000 }) }),
  },
  fc.record({ do: fc.constant("arrive" as const) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reload" as const), tab }) },
  fc.record({ do: fc.constant("refetch" as const), tab }),
  fc.record({ do: fc.constant("sign-in" as const), tab }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("choose" as const),
      tab,
      input,
      choice: fc.constantFrom("mine" as const, "theirs" as const),
    }),
  },
);

/** A person with two tabs, another person, a bad line; and what the first person has seen and said. */
class Story {
  readonly server = new FakeServer();
  readonly browser = new Browser(this.server);
  readonly tabs: DraftStore[] = [];
  /** Versions of other people that stood before this person's eyes when they typed or chose. */
  readonly seen = new Set<string>();
  /** What this person said last, by field; gone when they chose the other's value. */
  readonly said = new Map<FieldKey, AnswerValue>();
  private words = 0;

  async begin(): Promise<void> {
    this.tabs.push(await this.browser.openTab(), await this.browser.openTab());
  }

  private word(): string {
    this.words += 1;
    return `word ${this.words}`;
  }

  private store(tab: number): DraftStore {
    const store = this.tabs[tab];
    if (!store) throw new Error(`no tab ${tab}`);
    return store;
  }

  private say(store: DraftStore, key: FieldKey, input: Input, said: AnswerValue): void {
    const before = store.field(key);
    if (!before.edit) this.seen.add(`${key}@${before.stored.version}`);
    store.type("1", input, value(said));
    this.said.set(key, said);
  }

  async run(step: Step): Promise<void> {
    switch (step.do) {
      case "type":
        this.say(this.store(step.tab), fieldKey("1", step.input), step.input, this.word());
        break;
      case "type-same": {
        const key = fieldKey("1", step.input);
        this.say(this.store(step.tab), key, step.input, this.store(step.tab).field(key).stored.value);
        break;
      }
      case "garble": {
        // Half a word: what it will become is typed at once after it.
        const key = fieldKey("1", step.input);
        const store = this.store(step.tab);
        const before = store.field(key);
        if (!before.edit) this.seen.add(`${key}@${before.stored.version}`);
        store.type("1", step.input, { readable: false, text: "12," });
        await this.browser.clock.advance(1);
        this.say(store, key, step.input, this.word());
        break;
      }
      case "leave":
        this.store(step.tab).flush();
        break;
      case "other":
        this.server.write(fieldKey("1", step.input), this.word(), OTHER);
        break;
      case "other-agrees": {
        const key = fieldKey("1", step.input);
        this.server.write(key, this.said.get(key) ?? this.word(), OTHER);
        break;
      }
      case "fault":
        this.server.faults.push(step.fault);
        break;
      case "wait":
        await this.browser.clock.advance(step.ms);
        break;
      case "arrive":
        this.server.arrive();
        break;
      case "reload":
        // The other tab, if it was not the one that sends, takes over meanwhile.
        this.store(step.tab).close();
        await settled();
        this.tabs[step.tab] = await this.browser.openTab();
        break;
      case "refetch":
        this.store(step.tab).refresh(this.current());
        break;
      case "sign-in":
        this.store(step.tab).retry();
        break;
      case "choose":
        this.choose(step.tab, fieldKey("1", step.input), step.choice);
        break;
    }
    // No two things happen in one millisecond, and what one tab says reaches the other before a person does more.
    await settled();
    await this.browser.clock.advance(1);
    await settled();
    // Nobody is asked to choose between their own words.
    for (const store of this.tabs)
      for (const key of store.summary().conflicts) expect(store.field(key).edit?.theirs?.by).not.toEqual(ME);
  }

  private choose(tab: number, key: FieldKey, choice: "mine" | "theirs"): void {
    const store = this.store(tab);
    const theirs = store.field(key).edit?.theirs;
    if (!theirs) return;
    this.seen.add(`${key}@${theirs.version}`);
    if (choice === "theirs") this.said.delete(key);
    store.resolve(key, choice);
  }

  private current(): ({ code: string; input: string } & ReturnType<FakeServer["stored"]>)[] {
    return INPUTS.map((input) => ({ code: "1", input, ...this.server.stored(fieldKey("1", input)) }));
  }

  /** The line is good again, the person is signed in and keeps their own words wherever asked. */
  async heal(): Promise<void> {
    this.server.faults.length = 0;
    this.server.arrive();
    for (let round = 0; round < 6; round += 1) {
      for (const [place, store] of this.tabs.entries()) {
        store.retry();
        await settled();
        for (const key of store.summary().conflicts) this.choose(place, key, "mine");
        await settled();
        await this.browser.clock.advance(60_000);
      }
    }
  }
}

test("whatever happens on the way, nothing typed is lost and nobody's value is overwritten unseen", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const story = new Story();
      await story.begin();
      for (const each of steps) await story.run(each);
      await story.heal();
      for (const { key, by, over } of story.server.history) {
        if (by === ME.id && over.by?.id === OTHER.id) expect(story.seen).toContain(`${key}@${over.version}`);
      }
      for (const [key, said] of story.said) {
        const arrived = story.server.history.filter((write) => write.key === key).map((write) => write.value);
        if (said !== null) expect(arrived).toContain(said);
      }
      for (const store of story.tabs) {
        expect(store.summary()).toMatchObject({ saving: 0, waiting: 0, conflicts: [], refused: [] });
        for (const name of INPUTS) {
          const key = fieldKey("1", name);
          expect(store.field(key)).toMatchObject({ status: "saved" });
        }
      }
      expect(story.browser.disk.size).toBe(0);
    }),
    { numRuns: 300 },
  );
});
