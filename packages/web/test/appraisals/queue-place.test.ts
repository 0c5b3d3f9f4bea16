import { describe, expect, it } from "vitest";
import {
  judgeSearchFrom,
  judgeSearchOf,
  queueBehind,
  queueSearchOf,
  stepFrom,
} from "../../src/features/appraisals/queue/queue-search.js";

describe("the address of a queue", () => {
  it("keeps what it knows and leaves out the rest", () => {
    expect(queueSearchOf({ by: "indicator", code: 2.1, filter: "stale", sort: "stake", page: 3 })).toEqual({
      by: "indicator",
      code: "2.1",
      filter: "stale",
      sort: "stake",
    });
    expect(queueSearchOf({ by: "unit", filter: "everything", sort: "", q: "" })).toEqual({});
  });

  it("leads from one unit's queue to an indicator and back to that queue", () => {
    const queue = { unit: "u1", filter: "unjudged" } as const;
    const judging = judgeSearchFrom(queue, "2.1.3");
    expect(judging).toEqual({ filter: "unjudged", code: "2.1.3" });
    expect(queueBehind(judging, "u1")).toEqual(queue);
  });

  it("leads from one indicator's queue through the units and back", () => {
    const queue = { by: "indicator", code: "2.1.3", sort: "stake" } as const;
    const judging = judgeSearchFrom(queue, "2.1.3");
    expect(queueBehind(judging, "whatever unit is open")).toEqual(queue);
  });

  it("stays the queue of everything when nothing was chosen", () => {
    const judging = judgeSearchFrom({ filter: "overdue" }, "1.1");
    expect(judging).toEqual({ filter: "overdue", code: "1.1", all: true });
    expect(queueBehind(judgeSearchOf({ ...judging, all: "true" }), "u1")).toEqual({ filter: "overdue" });
  });
});

describe("the next item", () => {
  const items = ["1", "2", "3"].map((code) => ({ assessmentId: "a", code }));

  it("is the one after, and none after the last", () => {
    expect(stepFrom(items, "a 2", 1)?.code).toBe("3");
    expect(stepFrom(items, "a 2", -1)?.code).toBe("1");
    expect(stepFrom(items, "a 3", 1)).toBeUndefined();
    expect(stepFrom(items, "a 1", -1)).toBeUndefined();
  });

  it("is the first when what is open has left the list", () => {
    expect(stepFrom(items, "b 2", 1)?.code).toBe("1");
    expect(stepFrom(items, "b 2", -1)).toBeUndefined();
  });
});
